"""Counts that exclude each other, for one quantity at one time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

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
from svod.fusion.series import excludes, figure_of, named_numbers
from svod.fusion.wording import number
from svod.model import Disagreement, Series, Statement, edtf

# Accounts published at most this many days apart speak of one state of the count.
_ONE_TIME_DAYS = 1
# Rival counts of one thing seldom stand further apart than this; counts of a town and its country mostly do.
_ONE_SIZE = 1.5


def count_disagreements(series: Iterable[Series], case: Case) -> Iterator[Disagreement]:
    """Yield one `count` disagreement for each series whose standing readings exclude each other.

    "More than 10" does not exclude 12, and "dozens" excludes nothing; a later number of the same origin is a
    revision; numbers that speak for different days are no rivals, nor are two that both accounts give. Nor are two
    numbers of one of which the place is only a guess, unless they are given at one time and are near each other: else
    they may well be of two places.
    """
    for one in series:
        standing = [case.statements[r.statement] for r in one.readings if r.status == "standing"]
        groups = group_by(factual(standing, case), _told)
        values = _rival_numbers({value: groups[value] for value in sorted(groups)}, case)
        if values:
            sides = [make_side(value, groups[value], case) for value in values]
            ordered = make_disagreement("count", [one.id], "", sides, one.measure).sides
            why = f"{one.title}: {said_by(ordered)}."
            yield make_disagreement("count", [one.id], why, sides, one.measure)


def _rival_numbers(groups: Mapping[str, Sequence[Statement]], case: Case) -> list[str]:
    told = {value: {case.account(s) for s in said} for value, said in groups.items()}
    return rivals(groups, lambda a, b: _clash(a, b, case) and not _tell_both(a, b, told, case))


def _told(statement: Statement) -> str | None:
    claim = figure_of(statement)
    return None if claim.bound == "vague" else number(claim)


def _clash(one: Statement, other: Statement, case: Case) -> bool:
    return (
        independent(one, other, case)
        and same_window(one, other)
        and excludes(figure_of(one), figure_of(other))
        and ((one.tells_place and other.tells_place) or _given_together(one, other, case))
    )


def _tell_both(one: Statement, other: Statement, told: Mapping[str, AbstractSet[str]], case: Case) -> bool:
    """Tell whether both accounts give both numbers, as those do that tell a change ("from 380 to 300")."""
    accounts = {case.account(one), case.account(other)}
    return all(accounts <= told[value] for s in (one, other) if (value := _told(s)) is not None)


def _given_together(one: Statement, other: Statement, case: Case) -> bool:
    """Tell whether two accounts of one time give numbers of one size."""
    if edtf.gap_days(case.told_on(one), case.told_on(other)) > _ONE_TIME_DAYS:
        return False
    low, high = sorted(max(named_numbers(s), default=0.0) for s in (one, other))
    return low > 0 and high <= low * _ONE_SIZE
