"""What a page needs so that people can decide on something it shows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from svod.decisions import Field, fields_of
from svod.export.report.index import Index, Item
from svod.export.report.quote import Quote, quote
from svod.model import Event, Record, Ruling, Series, Statement
from svod.model.edtf import days
from svod.web.context import Passage, passage
from svod.web.views import Views

# How many others a list offers to merge with: the likeliest come first.
MOST_OTHERS = 60
# Statements of one thing that a page lays out to decide on, each with its forms.
MOST_DECKS = 50


@dataclass(frozen=True, slots=True)
class Deck:
    """A statement with all that is needed to decide on it.

    Attributes:
        said: The statement as it stands.
        quote: Its words for a template.
        passage: Its words in context.
        item: What holds it, or `None` if it was rejected.
        read: As the machine read it, if people corrected it.
        fields: What may be corrected.
        is_rejected: Whether people rejected it.
        is_shared: Whether other statements tell of the same thing.
        rulings: What people decided on it, in order.
    """

    said: Statement
    quote: Quote
    passage: Passage
    item: Item | None
    read: Statement | None
    fields: tuple[Field, ...]
    is_rejected: bool
    is_shared: bool
    rulings: tuple[Ruling, ...]

    @property
    def is_clustered(self) -> bool:
        """Whether an event or a figure holds it, which may be merged and split."""
        return self.item is not None and self.item.anchor.startswith(("e-", "f-"))

    @property
    def corrections(self) -> Iterator[tuple[str, str, str]]:
        """Fields set by hand: name, what the machine read, what people set."""
        if self.read is not None and self.said.by_hand is not None:
            before = {field.name: field.value for field in fields_of(self.read)}
            for field in self.fields:
                if field.name in self.said.by_hand.fields:
                    yield field.name, before.get(field.name, ""), field.value


@dataclass(frozen=True, slots=True)
class Sheet:
    """An event or series with all that is needed to decide on it.

    Attributes:
        id: Its id.
        decks: Its statements.
        choices: Attributes of which accounts give several answers → value and whether it is shown first.
        others: What it may be merged with, the likeliest first: id and title.
        rulings: What people decided on its statements, in order.
        left_out: How many statements more it has.
    """

    id: str
    decks: tuple[Deck, ...]
    choices: Mapping[str, tuple[tuple[str, bool], ...]]
    others: tuple[tuple[str, str], ...]
    rulings: tuple[Ruling, ...]
    left_out: int


def decks(views: Views, ids: Iterable[str]) -> list[Deck]:
    """Return statements to decide on, rejected ones included, in the order given; unknown ids fall out."""
    index, wanted = views.index, list(dict.fromkeys(ids))
    rejected = {said.id: said for said in views.record.rejected}
    read = {said.id: said for said in views.record.as_read}
    made = rulings_by_statement(views.record, set(wanted))
    return [
        Deck(
            said=said,
            quote=quote(index, said),
            passage=passage(index.documents[said.citation.document].text, said.citation.span),
            item=index.items.get(key),
            read=read.get(key),
            fields=fields_of(said),
            is_rejected=key in rejected,
            is_shared=key in views.shared_statements,
            rulings=tuple(made[key]),
        )
        for key in wanted
        if (said := index.statements.get(key) or rejected.get(key))
    ]


def sheet(views: Views, cluster: Event | Series) -> Sheet:
    """Return an event or series to decide on, with the first `MOST_DECKS` of its statements."""
    answers: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for answer in cluster.answers:
        answers[answer.attribute].append((answer.value, answer.shown))
    made = rulings_by_statement(views.record, set(cluster.statements))
    rulings = {r.decision.sequence: r for found in made.values() for r in found}
    return Sheet(
        id=cluster.id,
        decks=tuple(decks(views, cluster.statements[:MOST_DECKS])),
        left_out=max(0, len(cluster.statements) - MOST_DECKS),
        choices={name: tuple(values) for name, values in answers.items() if len(values) > 1},
        others=tuple((other.id, _title(views.index, other)) for other in _others(views.index, cluster)),
        rulings=tuple(rulings[at] for at in sorted(rulings)),
    )


def rulings_by_statement(record: Record, wanted: set[str]) -> Mapping[str, list[Ruling]]:
    """Return the decisions on some statements, in order."""
    found: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in record.decisions:
        for key in sorted(wanted.intersection(_about(ruling))):
            found[key].append(ruling)
    return found


def _about(ruling: Ruling) -> set[str]:
    """Return the statements that a decision means or meant, also where it is undone."""
    return {*ruling.statements, *(target.id for target in ruling.decision.targets)}


def _others(index: Index, cluster: Event | Series) -> list[Event | Series]:
    """Return clusters of the same sort, those of its type first, the nearest in time before the rest."""
    own = _middle(cluster)
    every: tuple[Event | Series, ...] = (
        index.record.events if isinstance(cluster, Event) else index.record.series
    )
    others = (other for other in every if other.id != cluster.id)
    return nsmallest(
        MOST_OTHERS,
        others,
        key=lambda other: (_sense(other) != _sense(cluster), abs(_middle(other) - own), other.id),
    )


def _sense(cluster: Event | Series) -> str:
    return cluster.type if isinstance(cluster, Event) else cluster.measure


def _middle(cluster: Event | Series) -> float:
    """Return the day in the middle of a cluster's time, as an ordinal; far in the future if it has none."""
    if not cluster.when:
        return 1e7
    first, last = days(cluster.when)
    return (first.toordinal() + last.toordinal()) / 2


def _title(index: Index, cluster: Event | Series) -> str:
    item, day = index.clusters[cluster.id], f", {cluster.when}" if cluster.when else ""
    return f"{item.code} {item.title}{day}"
