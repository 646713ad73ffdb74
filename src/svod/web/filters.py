"""Which events a reader asks for."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from svod.export.report.chronology import EventEntry
from svod.export.report.index import Index, place_name
from svod.export.report.quote import account_name
from svod.tongue import TONGUES, load_tongue

CORROBORATION = ("several", "one", "denied")
"""How an event is supported: by several origins, by one, or denied by some."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader asks for; empty asks for nothing in particular.

    Attributes:
        type: Type of event.
        place: Id of a place.
        actor: Who did it: the id of an entity, or the words of the record
            where they are nobody's own name; the same in every language.
        account: Id of a document that speaks of it.
        origin: Name of an origin.
        language: Language of an account that speaks of it.
        support: One of `CORROBORATION`.
        since: First day, ISO 8601.
        until: Last day, ISO 8601.
    """

    type: str = ""
    place: str = ""
    actor: str = ""
    account: str = ""
    origin: str = ""
    language: str = ""
    support: str = ""
    since: str = ""
    until: str = ""

    @property
    def days(self) -> tuple[date, date]:
        """First and last day asked for; the ends of the calendar where none is."""
        return _day(self.since) or date.min, _day(self.until) or date.max

    def picked(self, index: Index, actors: "Actors", entries: Iterable[EventEntry]) -> list[EventEntry]:
        """Return the events asked for, in their order."""
        asked = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)}
        since, until = self.days
        dated = bool(asked.pop("since", "")) | bool(asked.pop("until", ""))
        return [
            entry
            for entry in entries
            if all(value in _values(index, actors, entry, name) for name, value in asked.items())
            and (not dated or _overlaps(entry, since, until))
        ]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a reader can ask for, with its words and how many events have it."""

    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Actors:
    """How those who did something stand in an address.

    Attributes:
        ids: Id of the entity by name, where only one is called so.
        aliases: Key by words in any language of the pages, where they mean only one.
    """

    ids: Mapping[str, str]
    aliases: Mapping[str, str]


def actor_keys(index: Index, entries: Iterable[EventEntry]) -> Actors:
    """Return the keys of all who did something in some events."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in index.record.entities:
        if entity.place is None:
            for name in {entity.name, *entity.names}:
                bearers[name].add(entity.id)
    ids = {name: next(iter(found)) for name, found in bearers.items() if len(found) == 1}
    told = {name for entry in entries for name, _ in _actor_names(entry)}
    called: dict[str, set[str]] = defaultdict(set)
    for name in told:
        for word in {name, *(load_tongue(code).resay(name) for code in TONGUES)}:
            called[word].add(ids.get(name, name))
    return Actors(ids, {word: next(iter(keys)) for word, keys in called.items() if len(keys) == 1})


def choices(index: Index, actors: Actors, entries: Sequence[EventEntry]) -> Mapping[str, list[Choice]]:
    """Return what can be asked for in some events, the most frequent first."""
    names = [f.name for f in fields(Filter) if f.name not in ("since", "until")]
    return {name: _choices(index, actors, entries, name) for name in names}


def _choices(index: Index, actors: Actors, entries: Sequence[EventEntry], name: str) -> list[Choice]:
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for entry in entries:
        found = _values(index, actors, entry, name)
        counts.update(found.keys())
        words |= found
    order = sorted(counts, key=lambda value: (-counts[value], words[value], value))
    return [Choice(value, words[value], counts[value]) for value in order]


def _values(index: Index, actors: Actors, entry: EventEntry, name: str) -> dict[str, str]:
    """Return the values of an event for one question, each with its words."""
    if name == "actor":
        return {actors.ids.get(key, key): words for key, words in _actor_names(entry)}
    return _VALUES[name](index, entry)


def _places(index: Index, entry: EventEntry) -> dict[str, str]:
    return {entry.event.where.id: place_name(index, entry.event.where)} if entry.event.where else {}


def _languages(index: Index, entry: EventEntry) -> dict[str, str]:
    tags = {index.documents[document].language for document in entry.event.documents}
    return {tag: index.tongue.language(tag) for tag in tags}


def _accounts(index: Index, entry: EventEntry) -> dict[str, str]:
    return {document: account_name(index.documents[document]) for document in entry.event.documents}


def _actor_names(entry: EventEntry) -> Iterator[tuple[str, str]]:
    """Yield who did it: as the record has it, which is in no language of the pages, and as the page says it."""
    given = [one.value for one in entry.event.answers if one.attribute == "actor" and one.shown]
    for fact in entry.facts:
        if fact.attribute == "actor":
            yield (given[0] if given else fact.text), fact.text


def _support(entry: EventEntry) -> list[str]:
    origins = len(entry.support.origins)
    found = ["several"] if origins > 1 else ["one"] if origins else []
    return [*found, *(["denied"] if entry.support.denying else [])]


_VALUES: Mapping[str, Callable[[Index, EventEntry], dict[str, str]]] = {
    "type": lambda index, entry: {entry.event.type: index.tongue.word("event", entry.event.type)},
    "place": _places,
    "account": _accounts,
    "origin": lambda _index, entry: {origin: origin for origin in entry.event.origins},
    "language": _languages,
    "support": lambda _index, entry: {support: support for support in _support(entry)},
}


def _overlaps(entry: EventEntry, since: date, until: date) -> bool:
    dated = entry.timing.certainty != "undated"
    return dated and entry.timing.first <= until and entry.timing.last >= since


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
