"""Look-ups over a record, and the name and anchor of everything in the report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from svod.export.report.when import Timing, find_shelf, find_timing, shelf_order
from svod.model import Disagreement, Document, Event, Record, Series, Severity, Statement
from svod.model.edtf import days


@dataclass(frozen=True, slots=True)
class Item:
    """Something in the report that can be linked to.

    Attributes:
        code: Short name for people, e.g. `E12`.
        anchor: Fragment of its place in the report, without `#`.
        title: A few words for people.
    """

    code: str
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Index:
    """A record with look-ups in both directions.

    Attributes:
        record: The record itself.
        documents: Documents by id, in order of publication, then id; the
            undated last.
        accounts: Number of each account in that order, from 1.
        statements: Statements by id.
        origins: Name of the origin by statement.
        events: Events in the order of the chronology, which numbers them.
        timings: Time of each event, by its id.
        series: Series, those with a history first, then in the record's order.
        clusters: Item by id of event or series.
        items: The one item that holds a statement, by statement.
        differences: Items of the disagreements about a cluster, by its id.
    """

    record: Record
    documents: Mapping[str, Document]
    accounts: Mapping[str, int]
    statements: Mapping[str, Statement]
    origins: Mapping[str, str]
    events: tuple[Event, ...]
    timings: Mapping[str, Timing]
    series: tuple[Series, ...]
    clusters: Mapping[str, Item]
    items: Mapping[str, Item]
    differences: Mapping[str, tuple[Item, ...]]

    def picked(self, ids: Iterable[str]) -> list[Statement]:
        """Return statements by id, in the order of accounts, then offset."""
        found = [self.statements[i] for i in ids if i in self.statements]
        return sorted(found, key=lambda s: (self.accounts[s.citation.document], s.citation.span, s.id))

    def loose(self, kind: str) -> list[Statement]:
        """Return the statements of one kind that no event or series holds."""
        held = {s for event in self.record.events for s in event.statements}
        held |= {s for series in self.record.series for s in series.statements}
        return self.picked(s.id for s in self.record.statements if s.kind == kind and s.id not in held)


def index_record(record: Record) -> Index:
    """Build the look-ups of a record; takes time in proportion to its size."""
    ordered = sorted(record.documents, key=lambda d: (d.published is None, days(d.published), d.id))
    statements = {said.id: said for said in record.statements}
    timings = {event.id: find_timing(event, _told(event, statements)) for event in record.events}
    events = sorted(record.events, key=lambda event: shelf_order(find_shelf(timings[event.id])))
    series = sorted(record.series, key=lambda one: len(one.readings) < 2)
    bare = Index(
        record=record,
        events=tuple(events),
        timings=timings,
        series=tuple(series),
        documents={document.id: document for document in ordered},
        accounts={document.id: number for number, document in enumerate(ordered, 1)},
        statements=statements,
        origins=dict(record.origins),
        clusters=_cluster_items(events, series),
        items={},
        differences=_differences(record),
    )
    return replace(bare, items=_items(bare))


def _told(event: Event, statements: Mapping[str, Statement]) -> list[Statement]:
    return [statements[i] for i in event.statements if i in statements]


def _cluster_items(events: Sequence[Event], series: Sequence[Series]) -> dict[str, Item]:
    numbered = {event.id: Item(f"E{n}", f"e-{event.id}", event.title) for n, event in enumerate(events, 1)}
    return numbered | {one.id: Item(f"F{n}", f"f-{one.id}", one.title) for n, one in enumerate(series, 1)}


def _items(index: Index) -> dict[str, Item]:
    items = {
        said: index.clusters[cluster.id]
        for group in (index.record.events, index.record.series)
        for cluster in group
        for said in cluster.statements
    }
    for letter, kind in (
        ("C", "commitment"),
        ("D", "demand"),
        ("A", "accusation"),
        ("O", "event"),
        ("O", "figure"),
    ):
        taken = sum(item.code.startswith(letter) for item in items.values())
        for number, said in enumerate(index.loose(kind), taken + 1):
            items[said.id] = Item(f"{letter}{number}", f"{letter.lower()}-{said.id}", said.citation.quote)
    return items


def _differences(record: Record) -> dict[str, tuple[Item, ...]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for number, item in enumerate(ordered_differences(record), 1):
        for about in item.about:
            word = "not comparable" if item.kind == "not_comparable" else "difference"
            found[about].append(Item(f"{word} {number}", f"x-{item.id}", item.why))
    return {about: tuple(items) for about, items in found.items()}


def ordered_differences(record: Record) -> list[Disagreement]:
    """Return the gravest disagreements first, and those that are not comparable last."""
    ranks = get_args(Severity)
    return sorted(
        record.disagreements,
        key=lambda d: (d.kind == "not_comparable", ranks.index(d.severity), d.kind, d.id),
    )
