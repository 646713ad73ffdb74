"""Section: what happened, day by day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal

from svod.export.report.dates import render_day, render_when
from svod.export.report.index import Index, Item
from svod.export.report.quote import Account, Quote, accounts, quotes
from svod.export.report.support import Support, support
from svod.export.report.words import render_word
from svod.model import Event, EventClaim, Party
from svod.model.edtf import days, is_certain, length_days

Certainty = Literal["certain", "uncertain", "undated"]


@dataclass(frozen=True, slots=True)
class Rival:
    """An attribute on which accounts part, with all values given for it."""

    attribute: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event of the chronology.

    Attributes:
        item: Its name and anchor.
        event: The event itself.
        type: Word for its type.
        when: Its time in words.
        certainty: Whether the day is sure.
        first: First day that it may mean.
        last: Last day that it may mean.
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
    when: str
    certainty: Certainty
    first: date
    last: date
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
    """Return all events in the record's order."""
    return [_entry(index, event) for event in index.record.events]


def grouped(entries: list[EventEntry]) -> list[Group]:
    """Group events by day; those known only to a period stand apart.

    Groups are sorted by their first day (by the last, where there is no
    first), a day before the period that begins on it; the undated come last.
    """
    shelves: dict[tuple[date, date, bool], list[EventEntry]] = defaultdict(list)
    for entry in entries:
        shelves[_shelf(entry)].append(entry)
    keys = sorted(shelves, key=lambda k: (k[0] if k[0] != date.min else k[1], k[1], k[2]))
    return [_group(key, shelves[key]) for key in keys]


def _entry(index: Index, event: Event) -> EventEntry:
    told = index.picked(event.statements)
    bounds = bool(told) and all(said.dated_by == "bounds" for said in told if said.when == event.when)
    first, last = days(event.when)
    return EventEntry(
        item=index.clusters[event.id],
        event=event,
        type=render_word("event", event.type),
        when=render_when(event.when, bounds=bounds),
        certainty=_certainty(event.when, bounds=bounds),
        first=first,
        last=last,
        parties=_parties(index, event),
        flags=_flags(index, event),
        quotes=tuple(quotes(index, event.statements)),
        support=support(index, event.statements),
        silent=tuple(accounts(index, event.silent)),
        rivals=_rivals(event),
        differences=index.differences.get(event.id, ()),
    )


def _certainty(when: str | None, *, bounds: bool) -> Certainty:
    if when is None or days(when) == (date.min, date.max):
        return "undated"
    is_night = length_days(when) == 2 and not bounds
    runs_on = when.endswith(("/..", "/"))
    plain = not any(mark in when for mark in "~?%")
    return "certain" if plain and (is_certain(when) or is_night or runs_on) else "uncertain"


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
        Rival(render_word("attribute", attribute), tuple((text, who) for _, text, who in sorted(given)))
        for attribute, given in sorted(values.items())
        if len(given) > 1
    )


def _shelf(entry: EventEntry) -> tuple[date, date, bool]:
    if entry.certainty == "undated":
        return date.max, date.max, True
    one_day = entry.first == entry.last
    if one_day or (entry.certainty == "certain" and entry.first != date.min):
        return entry.first, entry.first, False
    return entry.first, entry.last, True


def _group(key: tuple[date, date, bool], entries: list[EventEntry]) -> Group:
    first, last, is_period = key
    if first == date.max:
        return Group("undated", "No date can be told", is_period=True, entries=tuple(entries))
    heading = _period(entries) if is_period else render_day(first)
    return Group(f"day-{first}-{last}" if is_period else f"day-{first}", heading, is_period, tuple(entries))


def _period(entries: list[EventEntry]) -> str:
    text = entries[0].when
    return text[0].upper() + text[1:]
