"""Business years and reporting periods: when they run, the text tells of its own company."""

from svod.annotation.times import reckoning
from svod.annotation.times.discourse import Discourse
from svod.annotation.times.lexicon import Lexicon
from svod.annotation.times.slots import Fields, whole
from svod.model import edtf


def fiscal(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """A business year or a quarter of it, if the text tells when it ends."""
    anchor, end = discourse.anchor, discourse.closing
    if anchor is None or end is None:
        return None
    year = whole(fields, "year")
    if year is None:
        year = anchor.year + (anchor.month > end) + (whole(fields, "shift") or 0)
    first = year * 12 + end - 12  # months since the year 0 at which the business year begins
    quarter = whole(fields, "q.ordinal")
    if quarter is None:
        return _months(first, 12)
    if "year" not in fields and first + 3 * quarter - 3 > anchor.year * 12 + anchor.month - 1:
        first -= 0 if discourse.ahead else 12
    return _months(first + 3 * quarter - 3, 3) if 1 <= quarter <= 4 else None


def reported(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """The period that the account reports on, or the same some years before; `count` must be its months."""
    period, count = discourse.period, whole(fields, "count")
    if period is None or (count is not None and count != _length(period)):
        return None
    return moved_years(period, whole(fields, "years") or 0)


def closed(fields: Fields, discourse: Discourse, _: Lexicon) -> str | None:
    """Some months up to the one in which they ended ("the three months to June")."""
    year, month = whole(fields, "year"), whole(fields, "month") or 1
    if year is None and discourse.anchor is not None:
        year = discourse.anchor.year - (month > discourse.anchor.month and not discourse.ahead)
    count = whole(fields, "count") or 1
    return None if year is None else _months(year * 12 + month - count, count)


def moved_years(period: str, by: int) -> str | None:
    """Move a period of months by some years."""
    first, _, last = period.partition("/")
    ends = [reckoning.shifted(part, 12 * by, "month") for part in (first, last or first)]
    return f"{ends[0]}/{ends[1]}" if all(ends) and last else ends[0]


def _length(period: str) -> int:
    first, last = edtf.days(period)
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _months(first: int, count: int) -> str:
    start, end = (f"{at // 12:04d}-{at % 12 + 1:02d}" for at in (first, first + count - 1))
    return start if start == end else f"{start}/{end}"
