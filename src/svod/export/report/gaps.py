"""Section: what could not be read, dated or placed."""

from collections.abc import Iterable
from dataclasses import dataclass

from svod.export.report.chronology import EventEntry
from svod.export.report.index import Index, Item
from svod.export.report.quote import Account, Quote, account, quote
from svod.export.silence import silence_sentence
from svod.model import Silence, Trouble


@dataclass(frozen=True, slots=True)
class Loose:
    """A statement that no event or series holds."""

    item: Item
    quote: Quote


@dataclass(frozen=True, slots=True)
class Quiet:
    """A stretch of which nobody tells.

    Attributes:
        sentence: What is not told of.
        before: Events told last before it.
        after: Events told first after it.
        possible: How many events may fall in it.
    """

    sentence: str
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    possible: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the record does not know.

    Attributes:
        troubles: Files that could not be read, with the reason.
        undated_accounts: Accounts whose day of publication is not known.
        undated: Events that nothing dates.
        unplaced: Events that nothing places.
        loose: Event and figure statements outside every event and series.
        silences: Days, hours and places of which nobody tells.
    """

    troubles: tuple[Trouble, ...]
    undated_accounts: tuple[Account, ...]
    undated: tuple[EventEntry, ...]
    unplaced: tuple[EventEntry, ...]
    loose: tuple[Loose, ...]
    silences: tuple[Quiet, ...]


def find_gaps(index: Index, entries: list[EventEntry]) -> Gaps:
    """Gather what the record does not know."""
    loose = [*index.loose("event"), *index.loose("figure")]
    return Gaps(
        troubles=tuple(sorted(index.record.troubles)),
        undated_accounts=tuple(account(index, d.id) for d in index.documents.values() if d.published is None),
        undated=tuple(entry for entry in entries if entry.timing.certainty == "undated"),
        unplaced=tuple(entry for entry in entries if entry.event.where is None),
        loose=tuple(Loose(index.items[said.id], quote(index, said)) for said in loose),
        silences=tuple(_quiet(index, silence) for silence in index.record.silences),
    )


def _quiet(index: Index, silence: Silence) -> Quiet:
    return Quiet(
        sentence=silence_sentence(silence, index.tongue),
        before=_items(index, silence.before),
        after=_items(index, silence.after),
        possible=len(silence.possible),
    )


def _items(index: Index, events: Iterable[str]) -> tuple[Item, ...]:
    return tuple(index.clusters[event] for event in events if event in index.clusters)
