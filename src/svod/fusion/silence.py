"""Silences: days, hours and places within a case of which no account tells an event."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from svod.fusion.case import Case
from svod.fusion.disagreements.sides import factual
from svod.model import Event, Place, Silence, SilenceKind, edtf

# Days told of that lie further apart than this belong to two courses of events: what lies between is not missing.
_QUIET_DAYS = 7
# A night is written as two days.
_PRECISE_DAYS = 2
# Hours without an event that are fewer than this are no gap: few events are told to the hour.
_LEAST_HOURS = 4
_TOWNS_AND_REGIONS = frozenset({"city", "district", "region"})

_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)")


@dataclass(frozen=True, slots=True)
class _Told:
    """One event as told: the days, the hours and the places that its statements tell for sure.

    Attributes:
        id: Id of the event.
        days: Days that some statement gives it, each given to a day or a night.
        hours: Pairs of day and hour.
        places: Places that words of a sentence give it.
        loose: Values of time that are less precise.
    """

    id: str
    days: AbstractSet[date]
    hours: AbstractSet[tuple[date, int]]
    places: AbstractSet[Place]
    loose: Sequence[str]

    def may_be_in(self, first: date, last: date) -> bool:
        """Tell whether a less precise time of it reaches into the days."""
        return any(edtf.meets(when, edtf.interval(first, last)) for when in self.loose)


def find_silences(events: Iterable[Event], case: Case) -> tuple[Silence, ...]:
    """Return where the case is silent within its course, sorted by first day, kind and place.

    The course of a case is the run of days with events, none further than a
    week from the next, that holds most of them. In it are told:

    - `days`: days on which nobody puts an event;
    - `hours`: at least four hours of a day between two events that are put in
      an hour, in which none is;
    - `place`: days on which nobody tells of a town or region of which events
      are told before and after, though of other places they are.

    Plans, denials and what is only bounded by other dates count as no event;
    of each silence the events are listed that may fall in it.
    """
    told = [_told(event, case) for event in events]
    course = _course(told)
    if not course:
        return ()
    found = [*_days(told, course), *_hours(told, course), *_places(told, course)]
    return tuple(sorted(found, key=lambda s: (s.first, s.kind, s.where.name if s.where else "", s.last)))


def _told(event: Event, case: Case) -> _Told:
    days: set[date] = set()
    hours: set[tuple[date, int]] = set()
    places: set[Place] = set()
    loose: list[str] = []
    for said in factual((case.statements[key] for key in event.statements), case):
        if said.where is not None and said.tells_place:
            places.add(said.where)
        if said.when is None:
            continue
        if said.dated_by == "bounds" or edtf.length_days(said.when) > _PRECISE_DAYS:
            loose.append(said.when)
        else:
            days |= set(_between(*edtf.days(said.when)))
            hours |= set(_hours_of(said.when))
    return _Told(event.id, days, hours, places, loose)


def _hours_of(when: str) -> Iterator[tuple[date, int]]:
    ends = [(date.fromisoformat(day), int(hour)) for day, hour in _HOUR.findall(when)]
    yield from ends
    for (day, first), (other, last) in pairwise(ends):
        if day == other:
            yield from ((day, hour) for hour in range(first, last))


def _course(told: Sequence[_Told]) -> list[date]:
    """Return the days with events of the run that holds most events."""
    counts: dict[date, int] = defaultdict(int)
    for one in told:
        for day in one.days:
            counts[day] += 1
    runs: list[list[date]] = []
    for day in sorted(counts):
        if runs and (day - runs[-1][-1]).days <= _QUIET_DAYS:
            runs[-1].append(day)
        else:
            runs.append([day])
    return max(runs, key=lambda run: (sum(counts[day] for day in run), run[0]), default=[])


def _days(told: Sequence[_Told], course: Sequence[date]) -> Iterator[Silence]:
    for before, after in _gaps(course):
        yield _silence("days", before, after, None, told)


def _places(told: Sequence[_Told], course: Sequence[date]) -> Iterator[Silence]:
    met = {place for one in told for place in one.places if place.kind in _TOWNS_AND_REGIONS}
    seen: set[tuple[date, date, frozenset[str]]] = set()
    for place in sorted(met, key=lambda p: (-len(p.within), p.id)):
        at = [one for one in told if any(place.holds(other) for other in one.places)]
        days = sorted({day for one in at for day in one.days if course[0] <= day <= course[-1]})
        for before, after in _gaps(days):
            key = (before, after, frozenset(one.id for one in at))
            if key not in seen and any(before < day < after for day in course):
                seen.add(key)
                yield _silence("place", before, after, place, at)


def _gaps(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Yield the days around each stretch that is missing."""
    return ((before, after) for before, after in pairwise(days) if (after - before).days > 1)


def _silence(
    kind: SilenceKind, before: date, after: date, where: Place | None, told: Sequence[_Told]
) -> Silence:
    first, last = before + timedelta(1), after - timedelta(1)
    return Silence(
        kind=kind,
        first=first.isoformat(),
        last=last.isoformat(),
        where=where,
        before=_ids(one for one in told if before in one.days),
        after=_ids(one for one in told if after in one.days),
        possible=_ids(one for one in told if one.may_be_in(first, last)),
    )


def _hours(told: Sequence[_Told], course: Sequence[date]) -> Iterator[Silence]:
    at: Mapping[date, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in told:
        for day, hour in one.hours:
            at[day][hour].add(one.id)
    for day in course:
        for before, after in pairwise(sorted(at[day])):
            if after - before > _LEAST_HOURS:
                yield Silence(
                    kind="hours",
                    first=f"{day.isoformat()}T{before + 1:02}:00",
                    last=f"{day.isoformat()}T{after:02}:00",
                    where=None,
                    before=tuple(sorted(at[day][before])),
                    after=tuple(sorted(at[day][after])),
                    possible=_ids(one for one in told if _without_hour(one, day)),
                )


def _without_hour(one: _Told, day: date) -> bool:
    timed = any(other == day for other, _ in one.hours)
    return (day in one.days and not timed) or one.may_be_in(day, day)


def _ids(told: Iterable[_Told]) -> tuple[str, ...]:
    return tuple(sorted(one.id for one in told))


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(n) for n in range((last - first).days + 1))
