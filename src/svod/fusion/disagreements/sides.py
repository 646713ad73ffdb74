"""Sides: what every kind of disagreement is built from."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from svod.fusion.case import Case
from svod.fusion.events import content_id
from svod.fusion.wording import listed, words_of
from svod.model import Disagreement, DisagreementKind, Severity, Side, Statement, edtf

_Value = TypeVar("_Value", bound=Hashable)

_GRAVE = words_of("grave")


def make_disagreement(
    kind: DisagreementKind, about: Iterable[str], why: str, sides: Iterable[Side], subject: str
) -> Disagreement:
    """Return a disagreement, the side of most origins first, then by value.

    Args:
        kind: Its kind.
        about: Ids of the events or series.
        why: One plain sentence.
        sides: Two or more.
        subject: Type of event or measure that it is about, which tells its severity.
    """
    ordered = sorted(sides, key=lambda s: (-len(s.origins), s.value, s.statements))
    statements = (statement for side in ordered for statement in side.statements)
    return Disagreement(
        id=content_id("d", (kind, *statements)),
        kind=kind,
        about=tuple(sorted(set(about))),
        why=why,
        sides=tuple(ordered),
        severity=_severity(kind, subject),
    )


def make_side(value: str, statements: Iterable[Statement], case: Case) -> Side:
    """Return a side of a disagreement."""
    said = list(statements)
    return Side(value, tuple(sorted({s.id for s in said})), case.origins_of(said))


def independent(one: Statement, other: Statement, case: Case) -> bool:
    """Tell whether two statements come from different origins and different accounts."""
    return case.account(one) != case.account(other) and case.origins[one.id] != case.origins[other.id]


def same_window(one: Statement, other: Statement) -> bool:
    """Tell whether two statements can speak of a common day; one without a date can."""
    return edtf.meets(one.when, other.when)


def nested_places(one: Statement, other: Statement) -> bool:
    """Tell whether two statements can speak of one place; one without a place can."""
    if one.where is None or other.where is None:
        return True
    return one.where.holds(other.where) or other.where.holds(one.where)


def rivals(
    groups: Mapping[_Value, Sequence[Statement]], clash: Callable[[Statement, Statement], bool]
) -> list[_Value]:
    """Return the values, in their order, that clash with at least one other."""
    found = [pair for pair in combinations(groups, 2) if _any_clash(groups[pair[0]], groups[pair[1]], clash)]
    inside = {value for pair in found for value in pair}
    return [value for value in groups if value in inside]


def said_by(sides: Iterable[Side]) -> str:
    """Return "A says x; B and C say y"."""
    return "; ".join(
        f"{listed(side.origins)} {'says' if len(side.origins) == 1 else 'say'} {side.value}" for side in sides
    )


def factual(statements: Iterable[Statement], case: Case) -> Iterator[Statement]:
    """Yield the statements that affirm something as fact or report, not as what is wanted or promised."""
    for statement in statements:
        told = statement.polarity == "affirmed" and statement.modality in {"actual", "uncertain"}
        if told and statement.id not in case.wanted:
            yield statement


def _severity(kind: DisagreementKind, subject: str) -> Severity:
    if kind == "not_comparable":
        return "none"
    if kind == "characterisation":
        return "low"
    return "high" if subject in _GRAVE else "medium"


def _any_clash(
    ones: Sequence[Statement], others: Sequence[Statement], clash: Callable[[Statement, Statement], bool]
) -> bool:
    return any(clash(one, other) for one in ones for other in others)
