"""EDTF values as svod uses them, and the days that they cover.

The part of ISO 8601-2 (EDTF level 1) that is written here: days, months,
seasons and years (`2022-01-05`, `2022-01`, `2022-21`, `2022`), unknown digits (`XXXX-10-24`), a local
clock time (`2022-01-04T20:00`), `~` and `?`, intervals with open ends
(`2022-01-04/..`). Values are local to the place; nothing is shifted to UTC.
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_PART = re.compile(
    r"(?P<year>[\dX]{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T\d\d:\d\d(?::\d\d)?)?[~?%]?"
)
_OPEN = ("", "..")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of the northern seasons; winter ends in the next year."""


def is_edtf(value: str) -> bool:
    """Tell whether `value` is written in the part of EDTF described above."""
    parts = value.split("/")
    if len(parts) > 2 or all(part in _OPEN for part in parts):
        return False
    return all(part in _OPEN or _PART.fullmatch(part) for part in parts)


@lru_cache(maxsize=1 << 14)
def days(value: str | None) -> tuple[date, date]:
    """Return the first and last calendar day that an EDTF value may mean.

    Open ends, unknown years and `None` run to `date.min` and `date.max`.
    """
    if not value:
        return date.min, date.max
    first, _, last = value.partition("/")
    return _edge(first, last=False), _edge(last if "/" in value else first, last=True)


def meets(one: str | None, other: str | None) -> bool:
    """Tell whether two values can mean a common day."""
    (a, b), (c, d) = days(one), days(other)
    return max(a, c) <= min(b, d)


def gap_days(one: str | None, other: str | None) -> int:
    """Return the days between the nearest ends of two values, 0 if they meet."""
    (a, b), (c, d) = days(one), days(other)
    return max(0, (max(a, c) - min(b, d)).days)


def length_days(value: str | None) -> int:
    """Return how many days a value may mean; 1 for a single day."""
    first, last = days(value)
    return (last - first).days + 1


def is_open(value: str | None) -> bool:
    """Tell whether a value has no beginning or no end."""
    first, last = days(value)
    return first == date.min or last == date.max


def is_certain(value: str | None) -> bool:
    """Tell whether a value names one day, without `~` or `?`."""
    return bool(value) and length_days(value) == 1 and not re.search(r"[~?%]", value or "")


def interval(first: date, last: date) -> str:
    """Write the days from `first` to `last` as EDTF: one day, or an interval."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def shift(day: date, by: int) -> date:
    """Return `day` moved `by` days, held inside the calendar."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.max if by > 0 else date.min


def _edge(part: str, *, last: bool) -> date:
    match = _PART.fullmatch(part)
    limit = date.max if last else date.min
    if match is None or not match["year"].isdigit() or int(match["year"]) == 0:
        return limit
    year, month, day = int(match["year"]), match["month"], match["day"]
    if month and month != "XX" and int(month) in _SEASONS:
        start, end = _SEASONS[int(month)]
        year, month = (year + (end < start), str(end)) if last else (year, str(start))
    known_month = int(month) if month and month != "XX" else (12 if last else 1)
    if not 1 <= known_month <= 12 or year > date.max.year:
        return limit
    month_end = calendar.monthrange(year, known_month)[1]
    known_day = int(day) if day and day != "XX" else (month_end if last else 1)
    return date(year, known_month, max(1, min(known_day, month_end)))
