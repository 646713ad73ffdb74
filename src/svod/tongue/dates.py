"""EDTF values as people write dates. Nothing is parsed into a clock or shifted."""

import re
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import DateTimePattern, format_skeleton, parse_pattern

from svod.tongue.tongue import Tongue

_PART = re.compile(
    r"(?P<year>[\dX]{4})(?:-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>\d\d|XX))?)?(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?)?"
    r"(?P<mark>[~?%]?)"
)
_OPEN = ("", "..")
_SHORT_DAY, _YEARLESS, _MONTH, _SHORT_MONTH = "MMMd", "MMMMd", "yMMMM", "yMMM"
_LEAP = 2020  # any year in which every day of a calendar exists


def render_when(tongue: Tongue, value: str | None, *, bounds: bool = False) -> str:
    """Write an EDTF value: `2022-01-05` as "5 January 2022".

    Args:
        tongue: The language to write in.
        value: EDTF as svod uses it; anything else comes back as it is.
        bounds: Whether an interval only bounds a moment ("between 4 and 5
            January") in place of lasting ("night of 4–5 January").
    """
    if not value:
        return tongue.say("date not told")
    first, slash, last = value.partition("/")
    if not slash:
        return _part(tongue, first)
    if first in _OPEN:
        return tongue.say("by %(day)s", day=_part(tongue, last))
    if last in _OPEN:
        return tongue.say("from %(day)s on", day=_part(tongue, first))
    return _bounded(tongue, first, last) if bounds else _interval(tongue, first, last)


def render_day(tongue: Tongue, day: date) -> str:
    """Write a calendar day: "5 January 2022"."""
    return _pattern(tongue.locale).apply(day, tongue.locale)


def render_short_day(tongue: Tongue, day: date) -> str:
    """Write a calendar day for narrow places: "5 Jan"."""
    return _written(tongue.locale, _SHORT_DAY, day)


def render_short(tongue: Tongue, value: str | None) -> str:
    """Write an EDTF value for narrow places: "5 Jan", "Jan 2022", "undated"."""
    match = _PART.fullmatch(value or "")
    if match is None:
        return render_when(tongue, value) if value else tongue.say("undated")
    year, month, day = match["year"], match["month"], match["day"]
    if not month or month == "XX":
        return year
    if day and day != "XX":
        return _written(tongue.locale, _SHORT_DAY, date(_LEAP, int(month), 1)).replace("1", str(int(day)), 1)
    return _written(tongue.locale, _SHORT_MONTH, date(int(year), int(month), 1)) if year.isdigit() else year


@lru_cache(maxsize=8192)
def _written(locale: Locale, skeleton: str, day: date) -> str:
    return format_skeleton(skeleton, day, locale=locale)


def _part(tongue: Tongue, part: str) -> str:
    match = _PART.fullmatch(part)
    if match is None:
        return part
    text = _calendar(tongue, match["year"], match["month"], match["day"])
    text += f", {match['clock']}" if match["clock"] else ""
    match match["mark"]:
        case "~":
            return tongue.say("about %(day)s", day=text)
        case "?":
            return tongue.say("perhaps %(day)s", day=text)
        case "%":
            return tongue.say("perhaps about %(day)s", day=text)
    return text


def _calendar(tongue: Tongue, year: str, month: str | None, day: str | None) -> str:
    if not month or month == "XX":
        return _year(tongue, year)
    if not day or day == "XX":
        return _month(tongue, year, int(month), with_day=bool(day))
    if not year.isdigit():
        return tongue.say("%(day)s, year not told", day=_yearless(tongue, int(month), int(day)))
    return _day_of(tongue, int(year), int(month), int(day))


def _day_of(tongue: Tongue, year: int, month: int, day: int) -> str:
    try:
        return render_day(tongue, date(year, month, day))
    except ValueError:  # a day that the calendar lacks is shown as it was told
        return f"{year:04}-{month:02}-{day:02}"


def _yearless(tongue: Tongue, month: int, day: int) -> str:
    try:
        return _written(tongue.locale, _YEARLESS, date(_LEAP, month, day))
    except ValueError:
        return f"{month:02}-{day:02}"


def _month(tongue: Tongue, year: str, month: int, *, with_day: bool) -> str:
    if not year.isdigit() or not int(year):
        name = tongue.locale.months["stand-alone"]["wide"][month]
        return tongue.say("%(day)s, year not told", day=name)
    text = _written(tongue.locale, _MONTH, date(int(year), month, 1))
    return tongue.say("a day in %(month)s", month=text) if with_day else text


def _year(tongue: Tongue, year: str) -> str:
    if year.isdigit():
        return year
    if re.fullmatch(r"\d{3}X", year):
        return tongue.say("the %(decade)ss", decade=f"{year[:3]}0")
    return tongue.say("year not told")


def _interval(tongue: Tongue, first: str, last: str) -> str:
    start, end = _as_day(first), _as_day(last)
    if start is None or end is None:
        return tongue.say("%(first)s to %(last)s", first=_part(tongue, first), last=_part(tongue, last))
    span = _span(tongue, start, end, "–", " – ")
    return tongue.say("night of %(days)s", days=span) if (end - start).days == 1 else span


def _bounded(tongue: Tongue, first: str, last: str) -> str:
    start, end = _as_day(first), _as_day(last)
    if start is None or end is None:
        ends = {"first": _part(tongue, first), "last": _part(tongue, last)}
        return tongue.say("between %(first)s and %(last)s", **ends)
    to = tongue.gettext(" and ")
    return tongue.say("between %(days)s", days=_span(tongue, start, end, to, to))


def _as_day(part: str) -> date | None:
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", part)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _span(tongue: Tongue, start: date, end: date, tight: str, wide: str) -> str:
    """Write two days, what they share only once: `4–5 January 2022`."""
    if start == end:
        return render_day(tongue, end)
    pattern = _pattern(tongue.locale).pattern
    if (start.year, start.month) == (end.year, end.month):
        return parse_pattern(re.sub("d+", f"'{start.day}{tight}'d", pattern)).apply(end, tongue.locale)
    if start.year != end.year:
        return f"{render_day(tongue, start)}{wide}{render_day(tongue, end)}"
    if pattern.startswith("y"):
        return f"{render_day(tongue, start)}{wide}{_yearless(tongue, end.month, end.day)}"
    return f"{_yearless(tongue, start.month, start.day)}{wide}{render_day(tongue, end)}"


def _pattern(locale: Locale) -> DateTimePattern:
    """Return how a whole date is written, e.g. `d MMMM y`."""
    pattern = locale.date_formats["long"]
    assert isinstance(pattern, DateTimePattern)
    return pattern
