"""Section: what happened, day by day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from svod.export.report.dates import render_day, render_when
from svod.export.report.index import Index, Item
from svod.export.report.quote import Account, Quote, accounts, quotes
from svod.export.report.support import Support, support
from svod.export.report.when import Shelf, Timing, find_shelf, shelf_order
from svod.export.report.words import render_word
from svod.model import Event, EventClaim, Party


@dataclass(frozen=True, slots=True)
class Rival:
    """An attribute on which accounts part, with all values given for it.

    `is_open` tells values that can be compared (a time, a place) from mere
    wordings of a party.
    """

    attribute: str
    is_open: bool
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event of the chronology.

    Attributes:
        item: Its name and anchor.
        event: The event itself.
        type: Word for its type.
        timing: Its time, and how sure that is.
        parties: Words for who did it and to whom, maybe empty.
        flags: `denied`, `planned`, … if that is all that is said of it.
        quotes: What the accounts say, word for word.
        support: Who stands behind it.
        silent: Accounts that could have told of it and do not.
        rivals: Attributes on which the accounts part.
        differences: Disagreements about it.
    """

    item: Item
    event: Event
    type: str
    timing: Timing
    parties: tuple[tuple[str, str], ...]
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


def grouped(entries: list[EventEntry]) -> list[Group]:
    """Group events by day; those known only to a period stand apart.

    Groups are sorted by their first day, a day before the period that begins
    on it; the undated come last.
    """
    shelves: dict[Shelf, list[EventEntry]] = defaultdict(list)
    for entry in entries:
        shelves[find_shelf(entry.timing)].append(entry)
    return [_group(key, shelves[key]) for key in sorted(shelves, key=shelf_order)]


def _entry(index: Index, event: Event) -> EventEntry:
    return EventEntry(
        item=index.clusters[event.id],
        event=event,
        type=render_word("event", event.type),
        timing=index.timings[event.id],
        parties=_parties(index, event),
        flags=_flags(index, event),
        quotes=tuple(quotes(index, event.statements)),
        support=support(index, event.statements),
        silent=tuple(accounts(index, event.silent)),
        rivals=_rivals(event),
        differences=index.differences.get(event.id, ()),
    )


def _parties(index: Index, event: Event) -> tuple[tuple[str, str], ...]:
    shown = {a.attribute: a.value for a in event.answers if a.shown and a.attribute in ("actor", "target")}
    for said in index.picked(event.statements):
        if isinstance(said.claim, EventClaim):
            for side, party in (("actor", said.claim.actor), ("target", said.claim.target)):
                if words := _party_words(party):
                    shown.setdefault(side, words)
    return tuple((side, shown[side]) for side in ("actor", "target") if shown.get(side))


def _party_words(party: Party | None) -> str:
    return "" if party is None else party.name or party.text or ""


def _flags(index: Index, event: Event) -> tuple[str, ...]:
    told = index.picked(event.statements)
    found = []
    if told and all(said.polarity == "denied" for said in told):
        found.append("denied")
    elif any(said.polarity == "denied" for said in told):
        found.append("disputed: also denied")
    modalities = {said.modality for said in told}
    if len(modalities) == 1:
        found.append(render_word("modality", modalities.pop()))
    return tuple(filter(None, found))


def _rivals(event: Event) -> tuple[Rival, ...]:
    values: dict[str, list[tuple[bool, str, tuple[str, ...]]]] = defaultdict(list)
    for answer in event.answers:
        text = render_when(answer.value) if answer.attribute == "when" else answer.value
        values[answer.attribute].append((not answer.shown, text, answer.origins))
    return tuple(
        Rival(
            render_word("attribute", attribute),
            attribute not in ("actor", "target"),
            tuple((text, who) for _, text, who in sorted(given)),
        )
        for attribute, given in sorted(values.items())
        if len(given) > 1
    )


def _group(key: Shelf, entries: list[EventEntry]) -> Group:
    first, last, is_period = key
    if first == date.max:
        return Group("undated", "No date can be told", is_period=True, entries=tuple(entries))
    heading = _period(entries) if is_period else render_day(first)
    return Group(f"day-{first}-{last}" if is_period else f"day-{first}", heading, is_period, tuple(entries))


def _period(entries: list[EventEntry]) -> str:
    text = entries[0].timing.text
    return text[0].upper() + text[1:]
