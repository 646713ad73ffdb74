"""What later statements say on a promise or a demand: that it was repeated, done or not. Precision before recall."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from svod.model import (
    Bearing,
    BearingKind,
    CommitmentClaim,
    DemandClaim,
    Document,
    EventClaim,
    FigureClaim,
    Party,
    Place,
    Span,
    Statement,
    edtf,
)
from svod.resolution.content import content_keys, numbers
from svod.resolution.fold import words
from svod.resolution.levels import where_level
from svod.resolution.words import load_table

_ACTS: Mapping[str, Mapping[str, Sequence[str]]] = load_table("bearings.toml")
_PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with what is compared of it; `told` is the day of its account, `None` if not sure."""

    statement: Statement
    account: str
    told: date | None
    acts: frozenset[str]
    objects: frozenset[str]
    numbers: frozenset[str]


def find_bearings(
    statements: Iterable[Statement], documents: Iterable[Document], roots: Mapping[str, str]
) -> tuple[Bearing, ...]:
    """Return what later accounts say on each commitment and demand, sorted.

    An account is later if it was published on a later day; where a day is not
    sure nothing is linked. A report that something was done must also place it
    on no earlier day than the promise. Both must name the same act
    (`bearings.toml`) on the same object, at no other place and with no other
    number.

    Args:
        statements: Of all documents, each once.
        documents: When they were published.
        roots: Account behind each document (`svod.model.reprint_roots`).
    """
    said = list(statements)
    days = {d.id: edtf.days(d.published)[0] for d in documents if edtf.is_certain(d.published)}
    promised: dict[str, list[Span]] = defaultdict(list)
    for one in said:
        if isinstance(one.claim, CommitmentClaim | DemandClaim):
            promised[one.citation.document].append(one.citation.span)
    made = [_made(s, days, roots) for s in said if not _is_only_promised(s, promised)]
    later = [one for one in made if one.told and one.statement.kind != "accusation"]
    promises = [one for one in later if isinstance(one.statement.claim, CommitmentClaim | DemandClaim)]
    return tuple(sorted(set(_linked(promises, later))))


def _linked(promises: Sequence[_Said], later: Sequence[_Said]) -> Iterator[Bearing]:
    """Compare each promise with what was told later and shares a word of its object: nothing else can bear on it."""
    shelf = _Shelf(later)
    for promise in promises:
        for other, shared in shelf.sharing(promise):
            if _shares_enough(promise, other, shared) and (how := _how(promise, other)):
                yield Bearing(promise.statement.id, other.statement.id, how)


class _Shelf:
    """Statements by word of their object and place, in order of the day that they were told."""

    def __init__(self, said: Iterable[_Said]) -> None:
        told = [(one.told, one) for one in said if one.told]
        self._said = [one for _, one in sorted(told, key=itemgetter(0))]
        self._days = sorted(day for day, _ in told)
        self._places: dict[Place | None, int] = {}
        self._ranks: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for rank, one in enumerate(self._said):
            for word in one.objects:
                self._ranks[word][self._place_of(one)].append(rank)
        self._near: dict[Place | None, list[int]] = {}

    def sharing(self, promise: _Said) -> Iterator[tuple[_Said, int]]:
        """Yield what was told on a later day, shares a word and is at no other place, with how many words it shares."""
        assert promise.told
        first, near = bisect_right(self._days, promise.told), self._near_to(promise.statement.where)
        found: Counter[int] = Counter()
        for word in promise.objects & self._ranks.keys():
            for place in near:
                if ranks := self._ranks[word].get(place):
                    found.update(ranks[bisect_left(ranks, first) :])
        return ((self._said[rank], shared) for rank, shared in found.items())

    def _place_of(self, one: _Said) -> int:
        """Return the number of the place; a payment counts wherever it is told of."""
        where = None if one.statement.kind == "figure" else one.statement.where
        return self._places.setdefault(where, len(self._places))

    def _near_to(self, where: Place | None) -> list[int]:
        if where not in self._near:
            levels = ((number, where_level(where, place)) for place, number in self._places.items())
            self._near[where] = [number for number, level in levels if level != "disjoint"]
        return self._near[where]


def _shares_enough(promise: _Said, other: _Said, shared: int) -> bool:
    """Tell whether another account shares half of the words of the shorter; a payment need share but one."""
    if promise.account == other.account:
        return False
    return other.statement.kind == "figure" or 2 * shared >= min(len(promise.objects), len(other.objects))


def _is_only_promised(said: Statement, promised: Mapping[str, Sequence[Span]]) -> bool:
    """Tell whether an event or figure stands in the words of a promise or demand: it tells of nothing done."""
    if said.kind not in {"event", "figure"}:
        return False
    return any(span.contains(said.trigger) for span in promised.get(said.citation.document, ()))


def _made(said: Statement, days: Mapping[str, date], roots: Mapping[str, str]) -> _Said:
    account = roots.get(said.citation.document, said.citation.document)
    text = said.citation.quote
    if isinstance(said.claim, CommitmentClaim | DemandClaim):
        text = said.claim.content or text
    pieces = [word.casefold() for word in words(text)]
    acts = {a: [w for w in pieces if w.startswith(tuple(row["words"]))] for a, row in _ACTS.items()}
    named = [word for found in acts.values() for word in found]
    doer = _doer(said)
    return _Said(
        statement=said,
        account=account,
        told=days.get(account),
        acts=frozenset(act for act, found in acts.items() if found),
        objects=content_keys([text]) - content_keys([*named, *doer]),
        numbers=numbers(said.citation.quote),
    )


def _doer(said: Statement) -> list[str]:
    """Return the words of who acts or speaks, where they are not what is acted on."""
    match said.claim:
        case EventClaim(actor=Party(text=str() as text), target=Party()):
            return [text]
        case CommitmentClaim(by=Party(text=str() as text)) | DemandClaim(by=Party(text=str() as text)):
            return [text]
    return []


def _how(promise: _Said, other: _Said) -> BearingKind | None:
    match other.statement.claim:
        case EventClaim():
            return _told_as_event(promise, other)
        case FigureClaim() as claim:
            return "done" if _is_payment_of(promise, other, claim) else None
        case CommitmentClaim() | DemandClaim():
            return _said_again(promise, other)
    return None


def _told_as_event(promise: _Said, other: _Said) -> BearingKind | None:
    claim, said = other.statement.claim, other.statement
    assert isinstance(claim, EventClaim)
    assert promise.told
    shared = (a for a in promise.acts & other.acts if claim.type in _ACTS[a]["types"])
    if next(shared, None) is None or said.modality != "actual" or not _agree_on_numbers(promise, other):
        return None
    if promise.statement.polarity == "denied":
        return "contradicted" if said.polarity == "affirmed" and _is_after(said, promise.told) else None
    if said.polarity == "denied":
        return "contradicted"
    return "done" if _is_after(said, promise.told) else None


def _is_after(said: Statement, day: date) -> bool:
    first = edtf.days(said.when)[0]
    return first != date.min and first >= day


def _is_payment_of(promise: _Said, other: _Said, claim: FigureClaim) -> bool:
    wanted, said = promise.statement.claim, other.statement
    return (
        isinstance(wanted, CommitmentClaim)
        and bool(wanted.unit)
        and wanted.amount is not None
        and claim.measure == _PAYMENT
        and (claim.low, claim.high, claim.unit) == (wanted.amount, wanted.amount, wanted.unit)
        and (said.polarity, said.modality) == ("affirmed", "actual")
        and _PAYMENT in other.acts
        and bool(promise.objects & other.objects)
    )


def _said_again(promise: _Said, other: _Said) -> BearingKind | None:
    """Return how a later promise or demand bears on an earlier one: no demand answers a promise."""
    one, two = promise.statement.claim, other.statement.claim
    if not isinstance(one, CommitmentClaim | DemandClaim) or not isinstance(
        two, CommitmentClaim | DemandClaim
    ):
        return None
    alike = promise.statement.polarity == other.statement.polarity
    same_act = bool(promise.acts & other.acts) or (not promise.acts and not other.acts)
    if not same_act or not _agree_on_numbers(promise, other):
        return None
    if isinstance(one, DemandClaim) and isinstance(two, CommitmentClaim):
        return "promised" if alike and promise.acts & other.acts else None
    if type(one) is not type(two) or not _is_same_side(one.by, two.by):
        return None
    return _by_the_same(promise, other, alike=alike)


def _by_the_same(promise: _Said, other: _Said, *, alike: bool) -> BearingKind | None:
    one, two = promise.statement.claim, other.statement.claim
    assert isinstance(one, CommitmentClaim | DemandClaim)
    assert isinstance(two, CommitmentClaim | DemandClaim)
    if not promise.acts and len(promise.objects & other.objects) < 2:  # one word shared is chance
        return None
    if not alike:
        return "contradicted" if isinstance(one, CommitmentClaim) else None
    return "repeated" if _amounts_agree(one, two) else None


def _is_same_side(one: Party | None, other: Party | None) -> bool:
    if one is None or other is None:
        return False
    if one.name and other.name:
        return one.name == other.name
    return one.group == other.group and one.group != "unknown"


def _amounts_agree(one: CommitmentClaim | DemandClaim, other: CommitmentClaim | DemandClaim) -> bool:
    amounts = [
        (c.amount, c.unit) for c in (one, other) if isinstance(c, CommitmentClaim) and c.amount is not None
    ]
    return len(set(amounts)) < 2


def _agree_on_numbers(one: _Said, other: _Said) -> bool:
    """Tell whether two name no other number."""
    return not (one.numbers and other.numbers) or bool(one.numbers & other.numbers)
