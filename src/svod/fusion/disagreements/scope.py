"""What only looks like a disagreement: another place, day, currency or population."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from svod.fusion.case import Case, told_place
from svod.fusion.disagreements.sides import factual, independent, make_disagreement, make_side
from svod.fusion.series import figure_of
from svod.fusion.wording import listed, number, words_of
from svod.model import Disagreement, Event, Place, Series, Side, Statement, edtf

_WHOLE = words_of("whole")
_COUNTED = words_of("counted")
_PERSONS = frozenset({"", "persons"})
_LOOSE = frozenset({"quantity", "share"})
# Nobody takes figures for rivals that speak for days further apart than this: another month is another matter.
_RIVAL_DAYS = 31


def scope_differences(
    events: Iterable[Event], series: Iterable[Series], case: Case
) -> Iterator[Disagreement]:
    """Yield what is `not_comparable`, with the reason in words.

    - figures that two accounts give (or prices) of one measure and population for places of which one holds the
      other, for other days, or in other currencies: one item for all that are
      so connected. Measures that say nothing on what is measured (`quantity`, `share`) are left out;
    - a part of a population and its whole: each part with the nearest whole that is no less than it;
    - one event of one day, placed more narrowly by one account.

    Places that no text tells are no scope: what rests on a guess is left out, save for sums in two currencies and for
    a part of a whole that is told to be in a place around it. Nor is a figure listed that was withdrawn.
    """
    measures: dict[str, list[Series]] = defaultdict(list)
    for one in series:
        if _standing(one, case):
            measures[one.measure].append(one)
    for measure in sorted(measures.keys() - _LOOSE):
        yield from _one_population(measures[measure], case)
        yield from _part_and_whole(measures[measure], case)
    for event in events:
        yield from _narrower(event, case)


def _one_population(series: Sequence[Series], case: Case) -> Iterator[Disagreement]:
    populations: dict[str, list[Series]] = defaultdict(list)
    for one in series:
        populations[one.of].append(one)
    for population in sorted(populations):
        for group in _connected(populations[population], case):
            yield from _item(group, _reasons(group, case), case)


def _connected(series: Sequence[Series], case: Case) -> Iterator[list[Series]]:
    """Yield the groups of series that are linked by places that hold each other; guesses
    are good enough where the currencies differ anyway.
    """
    left = list(series)
    while left:
        group, left = [left[0]], left[1:]
        for member in group:
            near = [one for one in left if _linked(member, one, case)]
            group += near
            left = [one for one in left if one not in near]
        if len(group) > 1:
            yield group


def _part_and_whole(series: Sequence[Series], case: Case) -> Iterator[Disagreement]:
    if series[0].measure not in _COUNTED:
        return
    wholes = [one for one in series if one.of in _WHOLE and one.unit in _PERSONS and _told(one, case)]
    for part in series:
        if part.of not in _WHOLE and part.unit in _PERSONS:
            near = [whole for whole in wholes if _inside(part, whole, case) and _can_hold(whole, part)]
            if near:
                whole = min(near, key=lambda one: _distance(part, one))
                reasons = [
                    f"{_plain(part.of)} are a part of all {_plain(whole.of)}",
                    *(_reasons([part, whole], case) if _told(part, case) else ()),
                ]
                yield from _item([part, whole], reasons, case)


def _item(group: Sequence[Series], reasons: Sequence[str], case: Case) -> Iterator[Disagreement]:
    sides = [_side(one, case) for one in group]
    if reasons and _looks_like_rivalry(group, case):
        why = f"Not the same quantity: {'; '.join(reasons)}."
        yield make_disagreement("not_comparable", [one.id for one in group], why, sides, group[0].measure)


def _looks_like_rivalry(group: Sequence[Series], case: Case) -> bool:
    """Tell whether a reader might take the figures for rivals: two origins give other
    numbers, or they are prices, which one account tells as they change.
    """
    said = [_standing(one, case) for one in group]
    if len({number(figure_of(s)) for found in said for s in found}) == 1:
        return False
    priced = all(one.measure == "price" for one in group)
    pairs = combinations(said, 2)
    return priced or any(independent(a, b, case) for ones, others in pairs for a in ones for b in others)


def _standing(series: Series, case: Case) -> list[Statement]:
    """Return the statements whose numbers were not taken back."""
    return [case.statements[r.statement] for r in series.readings if r.status != "withdrawn"]


def _told(series: Series, case: Case) -> bool:
    return told_place(_standing(series, case), series.where) is not None


def _inside(part: Series, whole: Series, case: Case) -> bool:
    """Tell whether a part is placed in or around its whole, or is of its time and thought to be somewhere in it."""
    if not _nested(part, whole) or part.where is None or whole.where is None:
        return False
    thought = whole.where.holds(part.where) and edtf.meets(part.when, whole.when)
    return thought or _told(part, case)


def _side(series: Series, case: Case) -> Side:
    said = _standing(series, case)
    values = sorted({number(figure_of(s)) for s in said})
    where = told_place(said, series.where)
    scope = [where.name if where else "", series.when or ""]
    return make_side(", ".join((" or ".join(values), *filter(None, scope))), said, case)


def _reasons(group: Sequence[Series], case: Case) -> list[str]:
    told = [one.where for one in group if _told(one, case)]
    return [*_place_reasons(told), *_unit_reasons(group), *_day_reasons(group)]


def _place_reasons(places: Sequence[Place | None]) -> list[str]:
    distinct = {place.id: place for place in places if place}
    pairs = combinations([distinct[key] for key in sorted(distinct)], 2)
    held = [(a, b) if b.holds(a) else (b, a) for a, b in pairs if a.holds(b) or b.holds(a)]
    return sorted({f"{inner.name} lies in {outer.name}" for inner, outer in held})


def _unit_reasons(group: Sequence[Series]) -> list[str]:
    units = sorted({one.unit for one in group if one.unit})
    return [f"they are in {listed(units)}"] if len(units) > 1 else []


def _day_reasons(group: Sequence[Series]) -> list[str]:
    apart = any(not edtf.meets(a.when, b.when) for a, b in combinations(group, 2))
    return ["they speak for different days"] if apart else []


def _linked(one: Series, other: Series, case: Case) -> bool:
    sure = one.unit != other.unit or (_told(one, case) and _told(other, case))
    return sure and _nested(one, other)


def _nested(one: Series, other: Series) -> bool:
    if one.where is None or other.where is None or not _kin_units(one.unit, other.unit):
        return False
    if edtf.gap_days(one.when, other.when) > _RIVAL_DAYS:
        return False
    return one.where.holds(other.where) or other.where.holds(one.where)


def _kin_units(one: str, other: str) -> bool:
    """Tell whether two units are one, or two currencies."""
    return one == other or all(len(unit) == 3 and unit.isupper() for unit in (one, other))


def _can_hold(whole: Series, part: Series) -> bool:
    """Tell whether a part is no greater than what it is thought a part of; an open end leaves it open."""
    return whole.high is None or part.low is None or part.low <= whole.high


def _distance(part: Series, whole: Series) -> tuple[int, int, int, str, str, str]:
    """Return how far two series lie apart: levels between their places, days, then
    how few stand behind the whole, and what it says, never its id.
    """
    assert part.where is not None
    assert whole.where is not None
    levels = abs(len(part.where.within) - len(whole.where.within))
    days = edtf.gap_days(part.when, whole.when)
    values = " ".join(sorted(answer.value for answer in whole.answers))
    return (levels, days, -len(whole.origins), whole.where.id, whole.when or "", values)


def _plain(of: str) -> str:
    return of.replace("_", " ")


def _narrower(event: Event, case: Case) -> Iterator[Disagreement]:
    said = [s for s in factual((case.statements[key] for key in event.statements), case) if _sure(s)]
    pairs = [(a, b) for a, b in combinations(said, 2) if _one_holds(a, b) and independent(a, b, case)]
    found = {s.id: s for pair in pairs for s in pair}
    if found:
        places: dict[str, list[Statement]] = defaultdict(list)
        for statement in found.values():
            assert statement.where is not None
            places[statement.where.name].append(statement)
        why = f"Not another place: {'; '.join(_place_reasons([s.where for s in found.values()]))}."
        sides = [make_side(name, places[name], case) for name in sorted(places)]
        yield make_disagreement("not_comparable", [event.id], why, sides, event.type)


def _sure(statement: Statement) -> bool:
    return statement.tells_place and edtf.is_certain(statement.when)


def _one_holds(one: Statement, other: Statement) -> bool:
    a, b = one.where, other.where
    assert a is not None
    assert b is not None
    return one.when == other.when and a.id != b.id and (a.holds(b) or b.holds(a))
