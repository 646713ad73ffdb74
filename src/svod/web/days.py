"""Going through the days of a case: where the slider stops, and which day lies before and behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MOST_STOPS = 120
"""Days on a slider: with more, a hand could not tell them apart; the box of dates takes any day."""


@dataclass(frozen=True, slots=True)
class Slider:
    """The days on which something was published, from the first to the last, and behind them all that is known.

    Attributes:
        stops: The days at which the slider stops.
        at: Number of the stop where it stands, from 0; `len(stops)` for all that is known.
        earlier: The last day of publication before the day asked for.
        later: The first one after it, if there is one.
    """

    stops: Sequence[date]
    at: int
    earlier: date | None
    later: date | None


def slider(days: Sequence[date], as_of: date | None) -> Slider:
    """Return the slider over some days, in order, as it stands on the day asked for."""
    stops = _thinned(days)
    if as_of is None:
        return Slider(stops, len(stops), None, None)
    passed = sum(day <= as_of for day in stops)
    return Slider(
        stops,
        max(0, passed - 1),
        max((day for day in days if day < as_of), default=None),
        min((day for day in days if day > as_of), default=None),
    )


def _thinned(days: Sequence[date]) -> Sequence[date]:
    """Return at most `MOST_STOPS` days, the first and the last among them, evenly spread."""
    if len(days) <= MOST_STOPS:
        return days
    return [days[round(at * (len(days) - 1) / (MOST_STOPS - 1))] for at in range(MOST_STOPS)]
