"""When and where one momentary event was."""

from collections.abc import Callable, Iterable, Iterator

from svod.fusion.answers import group_by
from svod.fusion.case import Case
from svod.fusion.disagreements.sides import (
    factual,
    independent,
    make_disagreement,
    make_side,
    rivals,
    said_by,
)
from svod.fusion.wording import words_of
from svod.model import Disagreement, DisagreementKind, Event, Place, Statement, edtf

_MOMENTARY = words_of("momentary")
_TOLD = frozenset({"clause", "sentence"})
_SITES = frozenset({"facility", "area", "city", "district"})
# A night is written as two days.
_PRECISE_DAYS = 2


def place_and_time_disagreements(events: Iterable[Event], case: Case) -> Iterator[Disagreement]:
    """Yield `time` and `place` disagreements on events of one moment.

    Times are compared where the clause or its sentence tells a day or a night,
    without "about"; places where their sentences name them, both are cities or
    inside one, and neither lies in the other.
    """
    for event in events:
        if event.type in _MOMENTARY:
            said = list(factual((case.statements[key] for key in event.statements), case))
            days = group_by(said, _precise_day)
            yield from _tell("time", event, days, lambda a, b: not edtf.meets(a.when, b.when), case)
            sites = group_by((s for s in said if s.tells_place), _site)
            yield from _tell("place", event, sites, _elsewhere, case)


def _tell(
    kind: DisagreementKind,
    event: Event,
    groups: dict[str, tuple[Statement, ...]],
    clash: Callable[[Statement, Statement], bool],
    case: Case,
) -> Iterator[Disagreement]:
    ordered = {value: groups[value] for value in sorted(groups)}
    values = rivals(ordered, lambda a, b: independent(a, b, case) and clash(a, b))
    if values:
        sides = [make_side(value, groups[value], case) for value in values]
        shown = make_disagreement(kind, [event.id], "", sides, event.type).sides
        why = f"{event.title}, {kind}: {said_by(shown)}."
        yield make_disagreement(kind, [event.id], why, sides, event.type)


def _precise_day(statement: Statement) -> str | None:
    when = statement.when
    if not when or statement.dated_by not in _TOLD or any(mark in when for mark in "~?%X"):
        return None
    return when if edtf.length_days(when) <= _PRECISE_DAYS else None


def _site(statement: Statement) -> str | None:
    return statement.where.name if statement.where and statement.where.kind in _SITES else None


def _elsewhere(one: Statement, other: Statement) -> bool:
    a, b = one.where, other.where
    return isinstance(a, Place) and isinstance(b, Place) and not (a.holds(b) or b.holds(a))
