"""Section: what happened, day by day."""

from collections import defaultdict
from dataclasses import dataclass

from svod.export.report.index import Index, Item, place_name
from svod.export.report.quote import Account, Quote, accounts, quotes, shared_language
from svod.export.report.support import Support, support
from svod.export.report.when import Shelf, Timing, find_shelf, shelf_order
from svod.model import Answer, Event, EventClaim, Party
from svod.tongue import Tongue
from svod.tongue.dates import render_day, render_when

_PARTIES = ("actor", "target")


@dataclass(frozen=True, slots=True)
class Words:
    """What is given for one attribute of an event.

    Attributes:
        attribute: `actor`, `target`, `when`, …
        text: The value, for people to read.
        language: BCP 47 tag where the text is an account's own words, else empty.
        origins: Who gives it, sorted.
    """

    attribute: str
    text: str
    language: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    """An attribute on which accounts part, with all values given for it.

    `is_open` tells values that can be compared (a time, a place) from mere
    wordings of a party.
    """

    attribute: str
    is_open: bool
    values: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event of the chronology.

    Attributes:
        item: Its name and anchor.
        event: The event itself.
        facts: What, where, by and to whom, and when, as far as title and
            heading do not say it already.
        timing: Its time, and how sure that is.
        flags: `denied`, `planned`, … if that is all that is said of it.
        quotes: What the accounts say, word for word.
        support: Who stands behind it.
        silent: Accounts that could have told of it and do not.
        rivals: Attributes on which the accounts part.
        differences: Disagreements about it.
    """

    item: Item
    event: Event
    facts: tuple[Words, ...]
    timing: Timing
    flags: tuple[str, ...]
    quotes: tuple[Quote, ...]
    support: Support
    silent: tuple[Account, ...]
    rivals: tuple[Rival, ...]
    differences: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Events of one day, or of one stretch in which they must lie."""

    anchor: str
    heading: str
    is_period: bool
    entries: tuple[EventEntry, ...]


def event_entries(index: Index) -> list[EventEntry]:
    """Return all events in the order of the chronology."""
    return [_entry(index, event) for event in index.events]


def grouped(tongue: Tongue, entries: list[EventEntry]) -> list[Group]:
    """Group events by day; those known only to a period stand apart.

    Groups are sorted by their first day, a day before the period that begins
    on it; the undated come last.
    """
    shelves: dict[Shelf, list[EventEntry]] = defaultdict(list)
    for entry in entries:
        shelves[find_shelf(entry.timing)].append(entry)
    return [_group(tongue, key, shelves[key]) for key in sorted(shelves, key=shelf_order)]


def group_heading(tongue: Tongue, timing: Timing) -> str:
    """Return the heading under which a dated event stands: its day, or its period."""
    first, _, is_period = find_shelf(timing)
    return timing.text if is_period else render_day(tongue, first)


def _entry(index: Index, event: Event) -> EventEntry:
    return EventEntry(
        item=index.clusters[event.id],
        event=event,
        facts=_facts(index, event),
        timing=index.timings[event.id],
        flags=_flags(index, event),
        quotes=tuple(quotes(index, event.statements)),
        support=support(index, event.statements),
        silent=tuple(accounts(index, event.silent)),
        rivals=_rivals(index, event),
        differences=index.differences.get(event.id, ()),
    )


def _facts(index: Index, event: Event) -> tuple[Words, ...]:
    title = index.clusters[event.id].title.casefold()
    kind = index.tongue.word("event", event.type)
    place = place_name(index, event.where) if event.where else ""
    timing = index.timings[event.id]
    when = (
        ""
        if timing.certainty == "undated" or timing.text == group_heading(index.tongue, timing)
        else timing.text
    )
    what = [Words("type", kind, "")] if kind not in title else []
    where = [Words("where", place, "")] if place and place.casefold() not in title else []
    return (*what, *where, *_parties(index, event), *([Words("when", when, "")] if when else []))


def _parties(index: Index, event: Event) -> tuple[Words, ...]:
    shown = {
        answer.attribute: _answer_words(index, answer)
        for answer in event.answers
        if answer.shown and answer.attribute in _PARTIES
    }
    for said in index.picked(event.statements):
        if isinstance(said.claim, EventClaim):
            language = index.documents[said.citation.document].language
            for side, party in zip(_PARTIES, (said.claim.actor, said.claim.target), strict=True):
                if words := _party_words(party, side, language):
                    shown.setdefault(side, words)
    return tuple(shown[side] for side in _PARTIES if side in shown)


def _party_words(party: Party | None, side: str, language: str) -> Words | None:
    if party is None or not (party.name or party.text):
        return None
    return Words(side, party.name, "") if party.name else Words(side, party.text or "", language)


def _answer_words(index: Index, answer: Answer) -> Words:
    if answer.attribute in _PARTIES:
        return Words(
            answer.attribute,
            index.tongue.resay(answer.value),
            shared_language(index, answer.statements),
            answer.origins,
        )
    tongue = index.tongue
    text = render_when(tongue, answer.value) if answer.attribute == "when" else tongue.resay(answer.value)
    return Words(answer.attribute, text, "", answer.origins)


def _flags(index: Index, event: Event) -> tuple[str, ...]:
    told = index.picked(event.statements)
    found = []
    if told and all(said.polarity == "denied" for said in told):
        found.append(index.tongue.word("polarity", "denied"))
    elif any(said.polarity == "denied" for said in told):
        found.append(index.tongue.say("disputed: also denied"))
    modalities = {said.modality for said in told}
    if len(modalities) == 1:
        found.append(index.tongue.word("modality", modalities.pop()))
    return tuple(filter(None, found))


def _rivals(index: Index, event: Event) -> tuple[Rival, ...]:
    given: dict[str, list[Answer]] = defaultdict(list)
    for answer in event.answers:
        given[answer.attribute].append(answer)
    return tuple(
        Rival(
            index.tongue.word("attribute", attribute),
            attribute not in _PARTIES,
            tuple(_answer_words(index, one) for one in sorted(answers, key=lambda x: (not x.shown, x.value))),
        )
        for attribute, answers in sorted(given.items())
        if len(answers) > 1
    )


def _group(tongue: Tongue, key: Shelf, entries: list[EventEntry]) -> Group:
    first, last, is_period = key
    timing = entries[0].timing
    if timing.certainty == "undated":
        return Group("undated", tongue.say("No date can be told"), is_period=True, entries=tuple(entries))
    heading = group_heading(tongue, timing)
    anchor = f"day-{first}-{last}" if is_period else f"day-{first}"
    return Group(anchor, heading[:1].upper() + heading[1:], is_period, tuple(entries))
