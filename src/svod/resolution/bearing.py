"""What later statements say on a promise or a demand: that it was repeated, done or not. Precision before recall."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from svod.model import (
    Bearing,
    BearingKind,
    CommitmentClaim,
    DemandClaim,
    Document,
    EventClaim,
    FigureClaim,
    Party,
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
    """Compare each promise with what shares a word of its object with it: nothing else can bear on it."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(later):
        for word in one.objects:
            sharing[word].append(at)
    for promise in promises:
        for at in sorted({at for word in promise.objects for at in sharing.get(word, ())}):
            if _is_later(later[at], promise) and (how := _how(promise, later[at])):
                yield Bearing(promise.statement.id, later[at].statement.id, how)


def _is_later(other: _Said, promise: _Said) -> bool:
    assert other.told
    assert promise.told
    return other.account != promise.account and other.told > promise.told


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
    if next(shared, None) is None or said.modality != "actual" or not _is_on_one_thing(promise, other):
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
    if not same_act or not _is_on_one_thing(promise, other):
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


def _is_on_one_thing(one: _Said, other: _Said) -> bool:
    """Tell whether two share half of the words of the shorter, at no other place and with no other number."""
    shared = len(one.objects & other.objects)
    if not shared or 2 * shared < min(len(one.objects), len(other.objects)):
        return False
    if where_level(one.statement.where, other.statement.where) == "disjoint":
        return False
    told, told_2 = (numbers(one.statement.citation.quote), numbers(other.statement.citation.quote))
    return not (told and told_2) or bool(told & told_2)
