"""Dates, ranges and nights: what calendar fields mean on the ground of a discourse."""

from svod.annotation.times import reckoning
from svod.annotation.times.dates import read_date
from svod.annotation.times.discourse import Discourse
from svod.annotation.times.lexicon import Lexicon
from svod.annotation.times.slots import Field, Fields, whole
from svod.model import edtf


def moment(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """A day, month, year or season with what stands beside it: clock, part of day, edge."""
    value = read_date(fields, discourse, lexicon)
    if value is None:
        return None
    value = _edged(value, fields)
    clock = _clock(fields)
    if clock and len(value) == 10:
        return f"{value}T{clock[0]:02d}:{clock[1]:02d}"
    return value


def span(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """From one time to another; the first borrows month and year from the second."""
    first, last = _ends(fields)
    end = moment(last, discourse, lexicon)
    borrowed = Discourse(discourse.today, discourse.told, year=_year_of(end), ahead=discourse.ahead)
    start = moment(first, borrowed, lexicon)
    if start is None or end is None:
        return start or end
    start, end = start.split("/")[0], end.split("/")[-1]
    if edtf.days(start)[0] > edtf.days(end)[1]:
        start, end = _turned(start, end, first, discourse)
    return start if start == end else f"{start}/{end}"


def _turned(start: str, end: str, first: Fields, discourse: Discourse) -> tuple[str, str]:
    """Lay a span over the turn of a year: the end moves if publication would lie inside, else the start."""
    later = _next_year(end, 1)
    today = discourse.anchor
    if "year" in first or (today and edtf.days(start)[0] <= today <= edtf.days(later)[1]):
        return start, later
    return _next_year(start, -1), end


def _next_year(value: str, by: int) -> str:
    return f"{int(value[:4]) + by:04d}{value[4:]}" if value[:4].isdigit() else value


def night(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """The night between two days, told by both or by the second alone."""
    first, last = _ends(fields)
    end = moment(last, discourse, lexicon)
    if end is None or len(end) != 10:
        return end
    before = reckoning.shifted(end, -1, "day")
    start = moment(first, discourse, lexicon) if {"day", "month"} <= first.keys() else None
    return f"{start if start and len(start) == 10 else before}/{end}"


def _ends(fields: Fields) -> tuple[dict[str, Field], dict[str, Field]]:
    common = {key: value for key, value in fields.items() if "." not in key}
    first = {key[2:]: value for key, value in fields.items() if key.startswith("a.")}
    last = common | {key[2:]: value for key, value in fields.items() if key.startswith("b.")}
    for key in ("month", "year"):
        if key in last and key not in first and ("day" in first or ("month" in first and key == "year")):
            first[key] = last[key]
    if "day" in last and "month" in first:
        last = {key: first[key] for key in ("year", "month") if key in first} | last
    if "short_year" in last and "year" in first:
        century = (whole(first, "year") or 0) // 100 * 100
        last["year"] = century + (whole(last, "short_year") or 0)
    return first, last


def _year_of(value: str | None) -> int | None:
    year = (value or "")[:4]
    return int(year) if year.isdigit() else None


def _edged(value: str, fields: Fields) -> str:
    edge = fields.get("edge")
    if edge is None or "/" in value:
        return value
    if len(value) == 7 and edge in {"first_day", "last_day"}:
        return edtf.days(value)[edge == "last_day"].isoformat()
    if len(value) == 7 and edge == "mid":
        return f"{value}-15~"
    if len(value) == 4 and value.isdigit():
        return {"first": f"{value}-01-01", "early": f"{value}-01~", "mid": f"{value}-06~"}.get(
            str(edge), value
        )
    return value


def _clock(fields: Fields) -> tuple[int, int] | None:
    given = fields.get("clock")
    if isinstance(given, tuple):
        hour, minute = given
    elif "hour" in fields:
        hour, minute = whole(fields, "hour") or 0, 30 if fields.get("half") else whole(fields, "minute") or 0
    else:
        return None
    half = fields.get("meridiem") or fields.get("part")
    if (
        half in {"pm", "evening", "afternoon", "night"}
        and 1 <= hour < 12
        and not (half == "night" and hour < 6)
    ):
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    moved = 60 * hour + minute + (whole(fields, "past.minute") or 0) - (whole(fields, "to.minute") or 0)
    return moved // 60 % 24, moved % 60
