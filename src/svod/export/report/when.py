"""How sure the time of an event is, and where in the chronology that puts it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from svod.model import Event, Statement
from svod.model.edtf import days, is_certain, length_days
from svod.tongue import Tongue
from svod.tongue.dates import render_when

Certainty = Literal["certain", "uncertain", "undated"]

Shelf = tuple[date, date, bool]
"""First and last day of a group of the chronology, and whether it is a period."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The time of an event.

    Attributes:
        text: The time in words.
        certainty: Whether the day is sure. A night of two days and a span
            that begins on a sure day are.
        first: First day that it may mean.
        last: Last day that it may mean.
    """

    text: str
    certainty: Certainty
    first: date
    last: date


def find_timing(tongue: Tongue, event: Event, told: Sequence[Statement]) -> Timing:
    """Read the time of an event off its EDTF value and how it was told.

    Args:
        tongue: The language to tell it in.
        event: The event.
        told: Its statements. If nothing but bounds dates it, its interval
            holds a moment and does not last.
    """
    given = [said.dated_by for said in told if said.when == event.when]
    bounds = bool(given) and all(dated_by == "bounds" for dated_by in given)
    first, last = days(event.when)
    return Timing(
        render_when(tongue, event.when, bounds=bounds), _certainty(event.when, bounds=bounds), first, last
    )


def find_shelf(timing: Timing) -> Shelf:
    """Return the group of the chronology that an event belongs to."""
    if timing.certainty == "undated":
        return date.max, date.max, True
    begins = timing.certainty == "certain" and timing.first != date.min
    if timing.first == timing.last or begins:
        return timing.first, timing.first, False
    return timing.first, timing.last, True


def shelf_order(shelf: Shelf) -> Shelf:
    """Return the sort key of a group: by first day, a day before its periods.

    A group without a first day stands where its last day is.
    """
    first, last, is_period = shelf
    return first if first != date.min else last, last, is_period


def _certainty(when: str | None, *, bounds: bool) -> Certainty:
    if when is None or days(when) == (date.min, date.max):
        return "undated"
    is_night = length_days(when) == 2 and not bounds
    runs_on = when.endswith(("/..", "/"))
    plain = not any(mark in when for mark in "~?%")
    return "certain" if plain and (is_certain(when) or is_night or runs_on) else "uncertain"
