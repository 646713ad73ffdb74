"""Calendar arithmetic over EDTF values, and the days of feasts."""

import calendar
import re
from datetime import date, timedelta

from svod.model import edtf

_UNKNOWN_YEAR = "XXXX"
_STAND_IN = 2004  # a leap year, so that 29 February stands


def shifted(value: str, count: int, unit: str) -> str | None:
    """Move an EDTF day, month or year by some units, at the precision of both.

    Days are moved by minutes and hours only across no midnight: they stay.
    `None` if the value is too coarse for the unit or leaves the calendar.
    """
    base = re.sub(r"T.*|[~?%]", "", value).replace(_UNKNOWN_YEAR, str(_STAND_IN))
    parts = base.split("-")
    if not all(part.isdigit() for part in parts):
        return None
    moved = _moved([int(part) for part in parts], count, unit)
    return moved.replace(str(_STAND_IN), _UNKNOWN_YEAR) if moved and _UNKNOWN_YEAR in value else moved


def _moved(parts: list[int], count: int, unit: str) -> str | None:
    year = parts[0]
    if unit in {"second", "minute", "hour", "day", "week"}:
        if len(parts) < 3:
            return None
        days = {"day": 1, "week": 7}.get(unit, 0) * count
        return edtf.shift(date(*parts), days).isoformat()
    if unit in {"month", "quarter"}:
        count = count if unit == "month" else 3 * count
        if len(parts) < 2:
            return None
        months = year * 12 + parts[1] - 1 + count
        return f"{months // 12:04d}-{months % 12 + 1:02d}" if 0 < months // 12 < 10000 else None
    year += {"year": 1, "decade": 10, "century": 100}[unit] * count
    return f"{year:04d}" if 0 < year < 10000 else None


def moved_clock(day: str, clock: tuple[int, int], count: int, unit: str) -> str | None:
    """Move a local day and hour by some hours or minutes; `None` for any other unit or a coarser day."""
    minutes = {"minute": 1, "hour": 60}.get(unit)
    if minutes is None or len(day) != 10:
        return None
    days, rest = divmod(clock[0] * 60 + clock[1] + count * minutes, 24 * 60)
    moved = shifted(day, days, "day")
    return moved and f"{moved}T{rest // 60:02d}:{rest % 60:02d}"


def week(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the week of a day."""
    monday = edtf.shift(day, -day.weekday())
    return monday, edtf.shift(monday, 6)


def weekend(day: date, shift: int) -> tuple[date, date]:
    """Return Saturday and Sunday of a weekend.

    Args:
        day: Day to count from.
        shift: 0 for the last weekend that has begun, -1 for the last that is
            over, 1 for the next to come.
    """
    saturday = edtf.shift(day, -((day.weekday() - 5) % 7))
    if shift > 0 or (shift < 0 and day.weekday() >= 5):
        saturday = edtf.shift(saturday, 7 * (1 if shift > 0 else -1))
    return saturday, edtf.shift(saturday, 1)


def weekday(anchor: date, number: int, *, ahead: bool, strict: bool = False) -> date:
    """Return the nearest day with that weekday number (Monday is 1).

    Args:
        anchor: Day to count from.
        number: ISO number of the weekday.
        ahead: Look forward; else back.
        strict: Whether `anchor` itself is out of the question.
    """
    back = (anchor.isoweekday() - number) % 7
    if ahead:
        return edtf.shift(anchor, 7 if strict and back == 0 else -back % 7)
    return edtf.shift(anchor, -(7 if strict and back == 0 else back))


def season(year: int, name: str) -> str:
    """Return a season of the northern year: EDTF season, winter as the months from December."""
    codes = {"spring": "21", "summer": "22", "autumn": "23"}
    return f"{year:04d}-{codes[name]}" if name in codes else f"{year - 1:04d}-12/{year:04d}-02"


def quarter_of(day: date, shift: int) -> str | None:
    """Return the quarter of a calendar year that holds a day, moved by some quarters."""
    year, index = divmod(day.year * 4 + (day.month - 1) // 3 + shift, 4)
    return quarter(year, index + 1) if 0 < year < 10000 else None


def quarter(year: int, number: int) -> str:
    """Return a quarter of a calendar year as an interval of months."""
    return f"{year:04d}-{3 * number - 2:02d}/{year:04d}-{3 * number:02d}"


def holiday(how: str, year: int) -> date:
    """Return the day of a feast in a year.

    Args:
        how: `12-25`; `nth 9 1 1` for the first Monday of September (month,
            ISO weekday, count; -1 is the last); `easter 0` or `orthodox 0`
            for days after Easter Sunday.
        year: Calendar year.

    Raises:
        ValueError: If `how` is written in no such way.
    """
    kind, *rest = how.split()
    if not rest:
        month, day = map(int, kind.split("-"))
        return date(year, month, min(day, calendar.monthrange(year, month)[1]))
    numbers = [int(part) for part in rest]
    if kind == "nth":
        found = nth_weekday(year, *numbers)
        if found is None:
            raise ValueError(how)
        return found
    if kind in {"easter", "orthodox"}:
        return (_orthodox(year) if kind == "orthodox" else _easter(year)) + timedelta(days=numbers[0])
    raise ValueError(how)


def nth_weekday(year: int, month: int, number: int, count: int) -> date | None:
    """Return the first, second, … (-1: last) day of a month with an ISO weekday number, if there is one."""
    last = calendar.monthrange(year, month)[1]
    days = [date(year, month, d) for d in range(1, last + 1) if date(year, month, d).isoweekday() == number]
    at = count - 1 if count > 0 else count
    return days[at] if -len(days) <= at < len(days) and count else None


def _easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian computus (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _orthodox(year: int) -> date:
    """Orthodox Easter by Meeus's Julian computus, in the Gregorian calendar of 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
