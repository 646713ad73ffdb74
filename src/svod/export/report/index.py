"""Look-ups over a record, and the name and anchor of everything in the report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from svod.export.report.when import Timing, find_shelf, find_timing, shelf_order
from svod.model import Disagreement, Document, Event, Place, Record, Series, Severity, Side, Statement, Usage
from svod.model.edtf import days
from svod.tongue import ENGLISH, Tongue
from svod.tongue.dates import render_when

UseKey = tuple[str, str, bool, bool, str]
"""Class, words, whether quoted, whether at a distance, and the id of the account."""


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
        usages: Since when and until when, by group, words, voice, distance and account.
        tongue: The language that all words are in, save those of accounts.
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
    usages: Mapping[UseKey, Usage]
    tongue: Tongue

    def picked(self, ids: Iterable[str]) -> list[Statement]:
        """Return statements by id, in the order of accounts, then offset."""
        found = [self.statements[i] for i in ids if i in self.statements]
        return sorted(found, key=lambda s: (self.accounts[s.citation.document], s.citation.span, s.id))

    def loose(self, kind: str) -> list[Statement]:
        """Return the statements of one kind that no event or series holds."""
        held = {s for event in self.record.events for s in event.statements}
        held |= {s for series in self.record.series for s in series.statements}
        return self.picked(s.id for s in self.record.statements if s.kind == kind and s.id not in held)


def index_record(record: Record, tongue: Tongue = ENGLISH) -> Index:
    """Build the look-ups of a record; takes time in proportion to its size."""
    ordered = sorted(record.documents, key=lambda d: (d.published is None, days(d.published), d.id))
    statements = {said.id: said for said in record.statements}
    timings = {event.id: find_timing(tongue, event, _told(event, statements)) for event in record.events}
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
        clusters=_cluster_items(tongue, events, series),
        items={},
        differences={},
        usages=_usages(record),
        tongue=tongue,
    )
    return replace(bare, items=_items(bare), differences=_differences(bare))


def _usages(record: Record) -> dict[UseKey, Usage]:
    return {
        (one.group, one.words, one.quoted, one.scare_quotes, account): one
        for one in record.usages
        for account in one.documents
    }


def _told(event: Event, statements: Mapping[str, Statement]) -> list[Statement]:
    return [statements[i] for i in event.statements if i in statements]


def _cluster_items(tongue: Tongue, events: Sequence[Event], series: Sequence[Series]) -> dict[str, Item]:
    numbered: list[tuple[str, int, Event | Series]] = [
        *(("E", number, event) for number, event in enumerate(events, 1)),
        *(("F", number, one) for number, one in enumerate(series, 1)),
    ]
    return {
        one.id: Item(f"{letter}{number}", f"{letter.lower()}-{one.id}", cluster_title(tongue, one))
        for letter, number, one in numbered
    }


def cluster_title(tongue: Tongue, cluster: Event | Series) -> str:
    """Return the title of an event or figure in a language; a country has its name there."""
    place = cluster.where
    if place is None or not cluster.title.endswith(f", {place.name}"):
        return tongue.resay(cluster.title)
    name = tongue.country(place.country, place.name) if place.kind == "country" else place.name
    return f"{tongue.resay(cluster.title.removesuffix(f', {place.name}'))}, {name}"


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


def _differences(index: Index) -> dict[str, tuple[Item, ...]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for number, item in enumerate(ordered_differences(index.record), 1):
        for about in item.about:
            say = index.tongue.say
            is_real = item.kind != "not_comparable"
            code = say("difference %(n)s", n=number) if is_real else say("not comparable %(n)s", n=number)
            found[about].append(Item(code, f"x-{item.id}", difference_title(index, item)))
    return {about: tuple(items) for about, items in found.items()}


def ordered_differences(record: Record) -> list[Disagreement]:
    """Return the gravest disagreements first, and those that are not comparable last."""
    ranks = get_args(Severity)
    return sorted(
        record.disagreements,
        key=lambda d: (d.kind == "not_comparable", ranks.index(d.severity), d.kind, d.id),
    )


def place_name(index: Index, place: Place) -> str:
    """Return what a place is called: a country in the tongue of the index, any other as the record has it."""
    return index.tongue.country(place.country, place.name) if place.kind == "country" else place.name


def difference_title(index: Index, item: Disagreement) -> str:
    """Return one sentence on who says what, or why something is no difference."""
    about = (index.clusters[one].title for one in item.about if one in index.clusters)
    return difference_words(index.tongue, item, about)


def difference_words(tongue: Tongue, item: Disagreement, about: Iterable[str]) -> str:
    """Return the sentence of `difference_title`, given the titles of what a disagreement is about."""
    if tongue.code == "en" or item.kind == "not_comparable":
        return tongue.resay(item.why)
    titles = "; ".join(about)
    told = "; ".join(
        tongue.plural(
            len(side.origins),
            "%(origins)s says %(value)s",
            "%(origins)s say %(value)s",
            origins=tongue.listed(side.origins),
            value=side_value(tongue, item, side),
        )
        for side in item.sides
    )
    return f"{titles or tongue.resay(_charge(item))}: {told}."


def _charge(item: Disagreement) -> str:
    """Return the part of the sentence that names a charge; it stands in quotation marks."""
    head, closing, _ = item.why.partition("”: ")
    return head + closing.removesuffix(": ")


def side_value(tongue: Tongue, item: Disagreement, side: Side) -> str:
    """Return what one side of a disagreement says."""
    if tongue.code == "en":
        return side.value
    if item.kind == "time":
        return render_when(tongue, side.value)
    if item.kind == "not_comparable":
        return ", ".join(
            render_when(tongue, part) if part[:4].isdigit() and "-" in part else tongue.resay(part)
            for part in side.value.split(", ")
        )
    return tongue.resay(side.value)
