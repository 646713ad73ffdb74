"""Single dates: which day, month, year or season calendar fields mean."""

from datetime import date

from svod.annotation.times import reckoning
from svod.annotation.times.discourse import Discourse
from svod.annotation.times.lexicon import Lexicon
from svod.annotation.times.slots import Fields, whole
from svod.model import edtf

_SOON_DAYS = 45
"""A bare day and month this little after publication is read as coming, whatever the tense."""


def read_date(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """Return the EDTF date that calendar fields mean, without clock time.

    Where no field names a date (a part of day or a clock time stands alone),
    it is the day last spoken of, moved by the field `move`.
    """
    for field, reader in _READERS:
        if field in fields:
            return reader(fields, discourse, lexicon)
    return _last_day(fields, discourse, lexicon)


def _last_day(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    move = whole(fields, "move") or 0
    base = (discourse.day or "").partition("T")[0].rstrip("~?%")
    if len(base) != 10 or (discourse.ahead and not move):
        base = discourse.today or ""
    return (reckoning.shifted(base, move, "day") if move else base) if len(base) == 10 else None


def _year(fields: Fields, discourse: Discourse) -> int | None:
    if "short_year" in fields and "year" not in fields:
        short = whole(fields, "short_year") or 0
        return short + (2000 if short < 70 else 1900)
    if "year" in fields:
        return whole(fields, "year")
    shift = whole(fields, "y.shift")
    if shift is None:
        return None
    if discourse.anchor is None:
        return None
    return discourse.anchor.year + shift


def _holiday(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    how = lexicon.holidays.get(str(fields["holiday"]))
    if how is None:
        return None
    given = _year(fields, discourse) or discourse.year
    if given is None and discourse.anchor is None:
        return f"XXXX-{how}" if " " not in how else None
    day = reckoning.holiday(how, given) if given else _nearest(how, discourse)
    if "weekend" in fields:
        return edtf.interval(*_long_weekend(day))
    return day.isoformat()


def _nearest(how: str, discourse: Discourse) -> date:
    anchor = discourse.anchor or date.max
    days = [
        reckoning.holiday(how, anchor.year + move) for move in (-1, 0, 1) if 0 < anchor.year + move < 10000
    ]
    limit = date.max if discourse.ahead else edtf.shift(anchor, _SOON_DAYS)
    days = [day for day in days if day <= limit and (not discourse.ahead or day >= anchor)] or days
    return min(days, key=lambda day: (abs((day - anchor).days), day))


def _long_weekend(day: date) -> tuple[date, date]:
    saturday = edtf.shift(day, -((day.weekday() - 5) % 7))
    return saturday, max(day, edtf.shift(saturday, 1))


def _month(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    year, month, day = _year(fields, discourse), whole(fields, "month") or 1, whole(fields, "day")
    if "shift" in fields and discourse.anchor and year is None:
        year = _shifted_year(discourse.anchor, month, whole(fields, "shift") or 0)
    if year is None:
        year = discourse.year or _fitting_year(fields, _guess_year(month, day, discourse))
    if day is None:
        return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    try:
        date(year or 2004, month, day)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def _fitting_year(fields: Fields, guess: int | None) -> int | None:
    """Take the year next to the one guessed if the weekday named fits only there."""
    number, month, day = (whole(fields, name) for name in ("weekday", "month", "day"))
    if guess is None or number is None or day is None or month is None:
        return guess
    near = (guess, guess - 1, guess + 1)
    return next((year for year in near if _is_weekday(year, month, day, number)), guess)


def _is_weekday(year: int, month: int, day: int, number: int) -> bool:
    try:
        return date(year, month, day).isoweekday() == number
    except ValueError:
        return False


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


def _quarter(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    year, number, anchor = _year(fields, discourse), whole(fields, "q.ordinal") or 0, discourse.anchor
    if not 1 <= number <= 4 or (year is None and anchor is None):
        return None
    if year is None and anchor is not None:
        year = anchor.year - (1 if 3 * number - 2 > anchor.month and not discourse.ahead else 0)
    return reckoning.quarter(year or 1, number)


def _season(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    year = _year(fields, discourse)
    name, shift, anchor = str(fields["season"]), whole(fields, "shift"), discourse.anchor
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


def _weekday(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    anchor, number, shift = discourse.anchor, whole(fields, "weekday") or 1, whole(fields, "shift")
    if anchor is None or len(discourse.today or "") != 10:
        return None
    if (day := whole(fields, "day")) is not None:
        return _weekday_and_day(anchor, number, day, ahead=discourse.ahead)
    if "after" in fields:
        return edtf.shift(reckoning.weekday(anchor, number, ahead=True, strict=True), 7).isoformat()
    if (weeks := whole(fields, "w.shift")) is not None:
        return edtf.shift(reckoning.week(anchor)[0], 7 * weeks + number - 1).isoformat()
    if shift is not None and shift != 0:
        return reckoning.weekday(anchor, number, ahead=shift > 0, strict=True).isoformat()
    nearest = reckoning.weekday(anchor, number, ahead=discourse.ahead)
    return _beside(nearest, discourse.beside).isoformat()


def _beside(day: date, other: str | None) -> date:
    """Return a weekday a week later if it then follows the one named just before ("Monday and Tuesday")."""
    next_week = edtf.shift(day, 7)
    return next_week if other and edtf.shift(edtf.days(other)[1], 1) == next_week else day


def _weekday_and_day(anchor: date, number: int, day: int, *, ahead: bool) -> str | None:
    """Return the nearest "Tuesday the 19th" before or, if `ahead`, after a day, within a year."""
    for move in range(14):
        months = anchor.year * 12 + anchor.month - 1 + (move if ahead else -move)
        year, month = months // 12, months % 12 + 1
        if 0 < year < 10000 and _is_weekday(year, month, day, number):
            found = date(year, month, day)
            if found == anchor or (found > anchor) == ahead:
                return found.isoformat()
    return None


def _nth_weekday(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """Return the day that "the first Monday of October" is."""
    if "month" in fields:
        month = _month(
            {k: fields[k] for k in ("month", "year", "y.shift") if k in fields}, discourse, lexicon
        )
    else:
        month = reckoning.shifted(discourse.today or "", whole(fields, "m.shift") or 0, "month")
    if month is None or not month[:4].isdigit():
        return None
    count, number = whole(fields, "k.ordinal") or 0, whole(fields, "weekday") or 1
    day = reckoning.nth_weekday(int(month[:4]), int(month[5:7]), number, count)
    return day.isoformat() if day else None


def _bare_day(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    base = discourse.day or ""
    if "shift" in fields and discourse.today:
        base = reckoning.shifted(discourse.today, whole(fields, "shift") or 0, "month") or ""
    if len(base) < 7 or "/" in base:
        return None
    value = f"{base[:7]}-{whole(fields, 'day') or 1:02d}"
    if discourse.ahead and "shift" not in fields and value < (discourse.today or "")[: len(value)]:
        value = f"{reckoning.shifted(base[:7], 1, 'month')}{value[7:]}"
    first, last = edtf.days(value.replace("XXXX", "2004"))
    return value if (first.day, last.day) == (whole(fields, "day"), whole(fields, "day")) else None


def _decade(fields: Fields, _: Discourse, __: Lexicon) -> str:
    number = whole(fields, "decade") or 0
    number = number if number > 99 else 1900 + number
    return f"{number // 10:03d}X"


def _century(fields: Fields, _: Discourse, __: Lexicon) -> str | None:
    number = whole(fields, "c.ordinal") or whole(fields, "century") or 0
    return f"{number - 1:02d}XX" if 1 <= number <= 21 else None


def _deictic(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    today = discourse.today
    return reckoning.shifted(today, whole(fields, "deictic") or 0, "day") if today else None


def _bare_year(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    year = _year(fields, discourse)
    return f"{year:04d}" if year else None


_READERS = (
    ("k.ordinal", _nth_weekday),
    ("holiday", _holiday),
    ("month", _month),
    ("season", _season),
    ("q.ordinal", _quarter),
    ("weekday", _weekday),
    ("deictic", _deictic),
    ("decade", _decade),
    ("c.ordinal", _century),
    ("century", _century),
    ("day", _bare_day),
    ("year", _bare_year),
    ("short_year", _bare_year),
    ("y.shift", _bare_year),
)
"""Fields in the order of what they tell: the first that is there says which kind of date it is."""
