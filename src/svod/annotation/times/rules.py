"""What each rule of the grammar means, given what was spoken of before."""

from collections.abc import Callable, Mapping
from datetime import date

from svod.annotation.times import reckoning
from svod.annotation.times.business import closed, fiscal, moved_years, reported
from svod.annotation.times.calendar_rules import moment, night, span
from svod.annotation.times.discourse import Discourse
from svod.annotation.times.lexicon import Lexicon
from svod.annotation.times.slots import Fields, whole
from svod.model import edtf

Rule = Callable[[Fields, Discourse, Lexicon], str | None]

_SEQUEL_DAYS = 62
"""Longest stretch in days that "later" reaches over: two months, the length of a running story."""


def since(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """From a time on, still going on as far as the text tells."""
    value = (period if "unit" in fields else moment)(fields, discourse, lexicon)
    discourse.stretch = f"{value.split('/')[0]}/.." if value else None
    return discourse.stretch


def beginning(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """The time from which on something is told; whether it still goes on, its verb tells."""
    return moment(fields, discourse, lexicon)


def until(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """Up to a time to come, from an untold beginning; a past one, or one that something is put off to, is told as it is."""
    value = moment(fields, discourse, lexicon)
    if value is None or value.startswith("X"):
        return value
    if discourse.put_off:
        return value
    if discourse.today and edtf.days(value)[1] < edtf.days(discourse.today)[0]:
        return value
    return f"../{value.split('/')[-1]}"


def ago(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """Some units before or after publication."""
    return _at_clock(fields, discourse) or _counted(fields, discourse.today)


def offset(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """Some units before or after the time last spoken of, or publication if the clause speaks of the future."""
    if discourse.period and fields["unit"] == "year" and "vague" not in fields:
        return moved_years(discourse.period, _int(fields, "count", 1) * _int(fields, "sense", -1))
    from_now = discourse.today and (discourse.ahead or not discourse.told)
    return (from_now and _at_clock(fields, discourse)) or _counted(
        fields, discourse.today if from_now else discourse.day
    )


def period(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """This, last or next week, weekend, month or year."""
    anchor, shift, unit = discourse.anchor, _int(fields, "shift"), str(fields["unit"])
    if anchor is None or discourse.today is None:
        return None
    if unit == "weekend":
        over = reckoning.weekend(anchor, shift)[1] < anchor
        return edtf.interval(
            *reckoning.weekend(anchor, 1 if discourse.ahead and over and not shift else shift)
        )
    if unit == "week":
        return _week(fields, discourse, edtf.shift(anchor, 7 * shift), anchor)
    if unit == "quarter":
        return reckoning.quarter_of(anchor, shift)
    value = reckoning.shifted(discourse.today, shift, unit)
    if "upto" in fields and shift == 0 and unit in {"month", "year"}:
        return _up_to(value, discourse.today, days=fields["upto"] == 2)
    return _rounded(value, unit)


def _week(fields: Fields, discourse: Discourse, day: date, anchor: date) -> str:
    """Return the week of a day, up to publication unless its clause looks ahead; or the end of the week."""
    first, last = reckoning.week(day)
    friday = edtf.shift(first, 4)
    if fields.get("edge") == "late":
        return edtf.interval(friday, friday if "work" in fields else last)
    return edtf.interval(first, last if discourse.ahead or not first <= anchor <= last else anchor)


def _up_to(value: str | None, today: str, *, days: bool) -> str:
    """Return the stretch from the beginning of a month or year to publication, in days or months."""
    start = edtf.days(value)[0].isoformat()
    first, last = (start, today) if days else (start[:7], today[:7])
    return first if first == last else f"{first}/{last}"


def coming(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """In some units from publication, if the clause speaks of the future; else the units up to it."""
    if discourse.ahead and "count" in fields:
        value = ago({**fields, "sense": 1}, discourse, lexicon)
        return f"../{value}" if value and "within" in fields else value
    if "within" in fields:
        return None
    return (
        lately(fields, discourse, lexicon)
        if "count" in fields and fields["unit"] not in {"hour", "minute", "second"}
        else None
    )


def feast(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """A feast whose day differs by country: it is told about when it comes round."""
    return discourse.today


def era(fields: Fields, _: Discourse, __: Lexicon) -> str | None:
    """A stretch of history with a name."""
    return str(fields["era"])


def since_era(fields: Fields, _: Discourse, __: Lexicon) -> str | None:
    """From the end of a stretch of history on."""
    return str(fields["era"]).rpartition("/")[2] + "/.."


def through(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """The night after the day last spoken of, or the night before publication."""
    today, last = discourse.today, (discourse.told or "").partition("T")[0]
    if len(last) == 10 and last != today:
        return f"{last}/{reckoning.shifted(last, 1, 'day')}"
    return f"{reckoning.shifted(today, -1, 'day')}/{today}" if today and len(today) == 10 else None


def lately(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """The units up to publication ("in the past three months"), or from it on if `sense` is 1."""
    today, unit, sense = discourse.today, str(fields["unit"]), _int(fields, "sense", -1)
    count = _int(fields, "count", 1)
    if today is None or "vague" in fields or unit in {"second", "minute"} or (unit == "hour" and count % 24):
        return None
    if unit == "hour":
        count, unit = count // 24, "day"
    edge = reckoning.shifted(today, sense * count, unit)
    if edge and unit == "month" and len(today) == 10:
        edge = f"{edge}-{_held_day(edge, today)}"
    near = today[: len(edge or "")]
    return edge and (f"{edge}/{near}" if sense < 0 else f"{near}/{edge}")


def perfect_length(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """A length up to publication where the verb tells that it lasts till then, else nothing."""
    unit, today = fields.get("unit"), discourse.today
    if not discourse.perfect or unit not in {"week", "month", "year", "decade"}:
        return None
    if unit == "year" and fields.get("count") == 1 and today and len(today) > len("2022"):
        return f"{reckoning.shifted(today, -12, 'month')}/{today[:7]}"
    return lately(fields, discourse, lexicon)


def _held_day(month: str, day: str) -> str:
    return f"{min(int(day[8:]), edtf.days(month)[1].day):02d}"


def now(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """The time of publication."""
    return discourse.today


def recently(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """Some time before publication."""
    return f"../{discourse.today}" if discourse.today else None


def same(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """The time last spoken of; a month of an unknown year is too little to be the same."""
    day = discourse.day or ""
    return None if day.startswith("X") and len(day) < len("XXXX-01-01") else day or None


def within(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """The week, month or year that holds the time last spoken of ("later that year")."""
    day, unit = (discourse.day or "").partition("T")[0], fields["unit"]
    if unit in {"month", "year"}:
        return day[: 4 if unit == "year" else 7] or None
    first, last = edtf.days(day)
    return edtf.interval(*reckoning.week(last)) if unit == "week" and first == last else None


def nth_day(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """A day of a running count ("for a third day"): that of publication; a night: the last one."""
    if fields.get("ordinal") == 1:
        return None
    if "night" in fields and discourse.today and len(discourse.today) == 10:
        return f"{reckoning.shifted(discourse.today, -1, 'day')}/{discourse.today}"
    return discourse.today


def previous(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """The days before the one last spoken of, from an untold beginning."""
    day = reckoning.shifted(discourse.day, -1, "day") if discourse.day else None
    return f"../{day}" if day else None


def these(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """The stretch last spoken of, else the days around the time last spoken of, to the month."""
    if discourse.stretch:
        return discourse.stretch
    return (discourse.day or "")[:7] or None


def before(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """Some time before the one last spoken of."""
    return discourse.day


def sequel(_: Fields, discourse: Discourse, __: Lexicon) -> str | None:
    """After the time last spoken of, by publication; far background stays where it is."""
    last, today = discourse.told, discourse.today
    if discourse.ahead and today:
        return f"{today}/.."
    if last is None or today is None:
        return None if (last or "X").startswith("X") and not today else last or today
    (first, end), (_start, known) = edtf.days(last), edtf.days(today)
    if first >= known or "X" in last or (known - end).days > _SEQUEL_DAYS:
        return last
    return f"{last.partition('T')[0]}/{today}"


def then(fields: Fields, discourse: Discourse, lexicon: Lexicon) -> str | None:
    """A sequel where it opens a sentence ("Then …"), else the time last spoken of."""
    return sequel(fields, discourse, lexicon) if discourse.first_word else same(fields, discourse, lexicon)


def nothing(_: Fields, __: Discourse, ___: Lexicon) -> None:
    """Names no time that can be told."""


def _counted(fields: Fields, start: str | None) -> str | None:
    count, unit = _int(fields, "count", 1) * _int(fields, "sense", -1), str(fields["unit"])
    if start is None or "vague" in fields:
        return None
    value = reckoning.shifted(start.split("/")[-1], count, unit)
    approximate = unit in {"week", "month", "decade", "century"}
    return f"{value}~" if value and approximate else value


def _at_clock(fields: Fields, discourse: Discourse) -> str | None:
    """Count hours or minutes from the hour of publication, if it is told."""
    unit, count = str(fields["unit"]), _int(fields, "count", 1) * _int(fields, "sense", -1)
    if discourse.clock is None or discourse.today is None or "vague" in fields:
        return None
    return reckoning.moved_clock(discourse.today, discourse.clock, count, unit)


def _rounded(value: str | None, unit: str) -> str | None:
    if value is None or unit not in {"decade", "century"}:
        return value
    return value[:3] + "X" if unit == "decade" else value[:2] + "XX"


def _int(fields: Fields, name: str, default: int = 0) -> int:
    value = whole(fields, name)
    return default if value is None else value


RULES: Mapping[str, Rule] = {
    "moment": moment,
    "span": span,
    "night": night,
    "since": since,
    "from": beginning,
    "until": until,
    "ago": ago,
    "offset": offset,
    "period": period,
    "lately": lately,
    "perfect_length": perfect_length,
    "now": now,
    "recently": recently,
    "to_date": recently,
    "same": same,
    "within": within,
    "nth_day": nth_day,
    "previous": previous,
    "these": these,
    "before": before,
    "sequel": sequel,
    "then": then,
    "coming": coming,
    "feast": feast,
    "era": era,
    "since_era": since_era,
    "through": through,
    "fiscal": fiscal,
    "reported": reported,
    "closed": closed,
    "vague": nothing,
    "frequency": nothing,
    "duration": nothing,
    "ignore": nothing,
    "skip": nothing,
}
"""Name in a lexicon → meaning. `duration` dates nothing; `ignore` is no time at all ("45-year-old"),
nor is the first word of `skip`, which a time follows ("17 a day earlier")."""

PASSING = frozenset(
    {
        "within",
        "nth_day",
        "previous",
        "feast",
        "era",
        "since_era",
        "coming",
        "through",
        "now",
        "recently",
        "to_date",
        "same",
        "these",
        "before",
        "sequel",
        "then",
        "fiscal",
        "reported",
        "closed",
        "vague",
        "frequency",
        "duration",
        "lately",
        "perfect_length",
    }
)
"""Rules that leave the time last spoken of as it is."""
