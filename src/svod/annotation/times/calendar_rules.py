"""Dates, ranges and nights: what calendar fields mean on the ground of a discourse."""

from collections.abc import Mapping
from datetime import date

from svod.annotation.times import reckoning
from svod.annotation.times.discourse import Discourse
from svod.annotation.times.lexicon import Lexicon
from svod.annotation.times.slots import Field
from svod.model import edtf

Fields = Mapping[str, Field]

_SOON_DAYS = 45
"""A bare day and month this little after publication is read as coming, whatever the tense."""


def moment(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """A day, month, year or season with what stands beside it: clock, part of day, edge."""
    value = _day(fields, discourse, lexicon)
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
    start = moment(first, discourse, lexicon) if any(key in first for key in ("day", "weekday")) and "month" in first else before
    return f"{before if start is None or len(start) != 10 else start}/{end}"


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
        century = (_int(first, "year") or 0) // 100 * 100
        last["year"] = century + (_int(last, "short_year") or 0)
    return first, last


def _year_of(value: str | None) -> int | None:
    year = (value or "")[:4]
    return int(year) if year.isdigit() else None


def _day(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    year = _year(fields, discourse)
    if "holiday" in fields:
        return _holiday(fields, year, discourse, lexicon)
    if "month" in fields:
        return _month(fields, year, discourse)
    if "season" in fields:
        return _season(fields, year, discourse)
    if "q.ordinal" in fields:
        return _quarter(_int(fields, "q.ordinal") or 0, year, discourse)
    if "weekday" in fields:
        return _weekday(fields, discourse)
    if "deictic" in fields:
        return reckoning.shifted(discourse.today, _int(fields, "deictic") or 0, "day") if discourse.today else None
    if "decade" in fields:
        return _decade(fields)
    if "c.ordinal" in fields or "century" in fields:
        return _century(_int(fields, "c.ordinal") or _int(fields, "century") or 0)
    if "day" in fields:
        return _bare_day(fields, discourse)
    if year or "y.shift" in fields:
        return f"{year:04d}" if year else None
    return _last_day(discourse, _int(fields, "move") or 0)


def _last_day(discourse: Discourse, move: int) -> str | None:
    base = (discourse.day or "").partition("T")[0].rstrip("~?%")
    if len(base) != 10:
        base = discourse.today or ""
    return (reckoning.shifted(base, move, "day") if move else base) if len(base) == 10 else None


def _year(fields: Fields, discourse: Discourse) -> int | None:
    if "short_year" in fields and "year" not in fields:
        short = _int(fields, "short_year") or 0
        return short + (2000 if short < 70 else 1900)
    if "year" in fields:
        return _int(fields, "year")
    shift = _int(fields, "y.shift")
    if shift is None:
        return None
    if discourse.anchor is None:
        return None
    return discourse.anchor.year + shift


def _holiday(fields: Fields, year: int | None, discourse: Discourse, lexicon: Lexicon) -> str | None:
    how = lexicon.holidays.get(str(fields["holiday"]))
    if how is None:
        return None
    given = year or discourse.year
    if given is None and discourse.anchor is None:
        return f"XXXX-{how}" if " " not in how else None
    day = reckoning.holiday(how, given) if given else _nearest(how, discourse)
    if "weekend" in fields:
        return edtf.interval(*_long_weekend(day))
    return day.isoformat()


def _nearest(how: str, discourse: Discourse) -> date:
    anchor = discourse.anchor or date.max
    days = [reckoning.holiday(how, anchor.year + move) for move in (-1, 0, 1) if 0 < anchor.year + move < 10000]
    if discourse.ahead:
        days = [day for day in days if day >= anchor] or days
    return min(days, key=lambda day: (abs((day - anchor).days), day))


def _long_weekend(day: date) -> tuple[date, date]:
    saturday = edtf.shift(day, -((day.weekday() - 5) % 7))
    return saturday, max(day, edtf.shift(saturday, 1))


def _month(fields: Fields, year: int | None, discourse: Discourse) -> str | None:
    month, day = _int(fields, "month") or 1, _int(fields, "day")
    if "shift" in fields and discourse.anchor and year is None:
        year = _shifted_year(discourse.anchor, month, _int(fields, "shift") or 0)
    if year is None:
        year = discourse.year or _guess_year(month, day, discourse)
    if day is None:
        return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    try:
        date(year or 2004, month, day)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def _shifted_year(anchor: date, month: int, shift: int) -> int:
    if shift < 0:
        return anchor.year if month < anchor.month else anchor.year - 1
    if shift > 0:
        return anchor.year if month > anchor.month else anchor.year + 1
    return anchor.year


def _guess_year(month: int, day: int | None, discourse: Discourse) -> int | None:
    """Take the past reading nearest to publication, the coming one if words or nearness say so."""
    anchor = discourse.anchor
    if anchor is None:
        return None
    this = anchor.year
    if day is None:
        past = month <= anchor.month
        return this if past or (discourse.ahead and not past) else this - 1
    try:
        days = (date(this, month, day) - anchor).days
    except ValueError:
        return this
    if days > 0:
        return this if discourse.ahead or days <= _SOON_DAYS else this - 1
    return this + 1 if days <= _SOON_DAYS - 365 or (discourse.ahead and days < -_SOON_DAYS) else this


def _quarter(number: int, year: int | None, discourse: Discourse) -> str | None:
    anchor = discourse.anchor
    if not 1 <= number <= 4 or (year is None and anchor is None):
        return None
    if year is None and anchor is not None:
        year = anchor.year - (1 if 3 * number - 2 > anchor.month and not discourse.ahead else 0)
    return reckoning.quarter(year or 1, number)


def _season(fields: Fields, year: int | None, discourse: Discourse) -> str | None:
    name, shift, anchor = str(fields["season"]), _int(fields, "shift"), discourse.anchor
    if year is not None:
        return reckoning.season(year, name)
    if discourse.year is not None:
        return reckoning.season(discourse.year, name)
    if anchor is None:
        return None
    start = {"winter": 1, "spring": 3, "summer": 6, "autumn": 9}[name]
    begun = anchor.month >= start
    this = anchor.year + (1 if name == "winter" and anchor.month == 12 else 0)
    if shift is None or shift == 0:
        return reckoning.season(this if begun or discourse.ahead or shift == 0 else this - 1, name)
    if shift > 0:
        return reckoning.season(this + (1 if begun else 0), name)
    over = anchor.month >= start + 3 or (name == "winter" and 3 <= anchor.month < 12)
    return reckoning.season(this if over else this - 1, name)


def _weekday(fields: Fields, discourse: Discourse) -> str | None:
    anchor, number, shift = discourse.anchor, _int(fields, "weekday") or 1, _int(fields, "shift")
    if anchor is None or len(discourse.today or "") != 10:
        return None
    if (weeks := _int(fields, "w.shift")) is not None:
        return edtf.shift(reckoning.week(anchor)[0], 7 * weeks + number - 1).isoformat()
    if shift is not None and shift != 0:
        return reckoning.weekday(anchor, number, ahead=shift > 0, strict=True).isoformat()
    return reckoning.weekday(anchor, number, ahead=discourse.ahead).isoformat()


def _bare_day(fields: Fields, discourse: Discourse) -> str | None:
    base = discourse.day or ""
    if "shift" in fields and discourse.today:
        base = reckoning.shifted(discourse.today, _int(fields, "shift") or 0, "month") or ""
    if len(base) < 7 or "/" in base:
        return None
    value = f"{base[:7]}-{_int(fields, 'day') or 1:02d}"
    first, last = edtf.days(value.replace("XXXX", "2004"))
    return value if (first.day, last.day) == (_int(fields, "day"), _int(fields, "day")) else None


def _decade(fields: Fields) -> str:
    number = _int(fields, "decade") or 0
    number = number if number > 99 else 1900 + number
    return f"{number // 10:03d}X"


def _century(number: int) -> str | None:
    return f"{number - 1:02d}XX" if 1 <= number <= 21 else None


def _edged(value: str, fields: Fields) -> str:
    edge = fields.get("edge")
    if edge is None or "/" in value:
        return value
    if len(value) == 7 and edge == "mid":
        return f"{value}-15~"
    if len(value) == 4 and value.isdigit():
        return {"first": f"{value}-01-01", "early": f"{value}-01~", "mid": f"{value}-06~"}.get(str(edge), value)
    return value


def _clock(fields: Fields) -> tuple[int, int] | None:
    given = fields.get("clock")
    if isinstance(given, tuple):
        hour, minute = given
    elif "hour" in fields:
        hour, minute = _int(fields, "hour") or 0, 30 if fields.get("half") else 0
    else:
        return None
    half = fields.get("meridiem") or fields.get("part")
    if half in {"pm", "evening", "afternoon", "night"} and 1 <= hour < 12 and not (half == "night" and hour < 6):
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return hour % 24, minute


def _int(fields: Fields, name: str) -> int | None:
    value = fields.get(name)
    return value if isinstance(value, int) else None
