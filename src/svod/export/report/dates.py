"""EDTF values as people write dates. Nothing is parsed into a clock or shifted."""

import re
from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PART = re.compile(
    r"(?P<year>[\dX]{4})(?:-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>\d\d|XX))?)?(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?)?"
    r"(?P<mark>[~?%]?)"
)
_OPEN = ("", "..")
_MARKS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


def render_when(value: str | None, *, bounds: bool = False) -> str:
    """Write an EDTF value in English: `2022-01-05` as "5 January 2022".

    Args:
        value: EDTF as svod uses it; anything else comes back as it is.
        bounds: Whether an interval only bounds a moment ("between 4 and 5
            January") in place of lasting ("night of 4–5 January").
    """
    if not value:
        return "date not told"
    first, slash, last = value.partition("/")
    if not slash:
        return _part(first)
    if first in _OPEN:
        return f"by {_part(last)}"
    if last in _OPEN:
        return f"from {_part(first)} on"
    return _bounded(first, last) if bounds else _interval(first, last)


def render_day(day: date) -> str:
    """Write a calendar day: "5 January 2022"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def render_short_day(day: date) -> str:
    """Write a calendar day for narrow places: "5 Jan"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def render_short(value: str | None) -> str:
    """Write an EDTF value for narrow places: "5 Jan", "Jan 2022", "undated"."""
    match = _PART.fullmatch(value or "")
    if match is None:
        return render_when(value) if value else "undated"
    year, month, day = match["year"], match["month"], match["day"]
    if not month or month == "XX":
        return year
    name = _MONTHS[int(month) - 1][:3]
    return f"{int(day)} {name}" if day and day != "XX" else f"{name} {year}"


def _part(part: str) -> str:
    match = _PART.fullmatch(part)
    if match is None:
        return part
    clock = f", {match['clock']}" if match["clock"] else ""
    return _MARKS[match["mark"]] + _calendar(match["year"], match["month"], match["day"]) + clock


def _calendar(year: str, month: str | None, day: str | None) -> str:
    if not month or month == "XX":
        return _year(year)
    name = _MONTHS[int(month) - 1]
    if not day:
        return f"{name} {year}" if year.isdigit() else f"{name}, year not told"
    if day == "XX":
        return f"a day in {name} {year}"
    return f"{int(day)} {name} {year}" if year.isdigit() else f"{int(day)} {name}, year not told"


def _year(year: str) -> str:
    if year.isdigit():
        return year
    return f"the {year[:3]}0s" if re.fullmatch(r"\d{3}X", year) else "year not told"


def _interval(first: str, last: str) -> str:
    start, end = _as_day(first), _as_day(last)
    if start is None or end is None:
        return f"{_part(first)} to {_part(last)}"
    night = "night of " if (end - start).days == 1 else ""
    return night + _span(start, end, "–")


def _bounded(first: str, last: str) -> str:
    start, end = _as_day(first), _as_day(last)
    if start is None or end is None:
        return f"between {_part(first)} and {_part(last)}"
    return f"between {_span(start, end, ' and ')}"


def _as_day(part: str) -> date | None:
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", part)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _span(start: date, end: date, to: str) -> str:
    if start == end:
        return render_day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{to}{render_day(end)}"
    spaced = " – " if to == "–" else to
    year = "" if start.year == end.year else f" {start.year}"
    return f"{start.day} {_MONTHS[start.month - 1]}{year}{spaced}{render_day(end)}"
