"""Counts that exclude each other, for one quantity at one time."""

from collections.abc import Iterable, Iterator

from svod.fusion.answers import group_by
from svod.fusion.case import Case
from svod.fusion.disagreements.sides import (
    factual,
    independent,
    make_disagreement,
    make_side,
    rivals,
    said_by,
    same_window,
)
from svod.fusion.series import excludes, figure_of
from svod.fusion.wording import number
from svod.model import Disagreement, Series, Statement


def count_disagreements(series: Iterable[Series], case: Case) -> Iterator[Disagreement]:
    """Yield one `count` disagreement for each series whose standing readings exclude each other.

    "More than 10" does not exclude 12, and "dozens" excludes nothing; a later number of the same origin is a
    revision; numbers that speak for different days are no rivals.
    """
    for one in series:
        standing = [case.statements[r.statement] for r in one.readings if r.status == "standing"]
        groups = group_by(factual(standing, case), _told)
        values = rivals({value: groups[value] for value in sorted(groups)}, lambda a, b: _clash(a, b, case))
        if values:
            sides = [make_side(value, groups[value], case) for value in values]
            ordered = make_disagreement("count", [one.id], "", sides, one.measure).sides
            why = f"{one.title}: {said_by(ordered)}."
            yield make_disagreement("count", [one.id], why, sides, one.measure)


def _told(statement: Statement) -> str | None:
    claim = figure_of(statement)
    return None if claim.bound == "vague" else number(claim)


def _clash(one: Statement, other: Statement, case: Case) -> bool:
    return (
        independent(one, other, case)
        and same_window(one, other)
        and excludes(figure_of(one), figure_of(other))
    )
