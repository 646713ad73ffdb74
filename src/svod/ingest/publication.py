"""The day of publication, where only the head of the text or the address tells it."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from svod.model import Evidence
from svod.model.edtf import is_edtf

HEAD_LINES = 6
"""Title, subtitle, byline and section may stand above the date; below that, dates are news."""
MAX_STAMP = 90
"""A line that holds only a date, with label, weekday, time and place, in characters."""
FIRST_YEAR = 1900

_DATA = tomllib.loads(files("svod.ingest").joinpath("dates.toml").read_text("utf-8"))
_MONTHS = {form: int(number) for number, forms in _DATA["months"].items() for form in forms}


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_FILLERS = rf"(?:(?:{_either(_DATA['words']['fillers'])})\b[.,]*\s*)*"
_MONTH = rf"(?P<month>{_either(list(_MONTHS))})(?:да|де|та|те|ға|ге)?\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
# The four ways to write a day with the name of its month, longest first.
_WRITTEN = (
    rf"{_YEAR}[.,]?\s+{_FILLERS}{_DAY}\s+{_MONTH}",
    rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
    rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
)
_NUMERIC = (
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})",
    r"(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>\d{4})",
)
_CLOCK = r"(?:(?:[,|/·•—–-]|at|в)?\s*T?\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d|мск)?)?"
_PLACE = r"(?P<place>\w[\w’'.-]*(?:,?\s+\w[\w’'.-]*){0,4}?)"
_AGENCY = r"(?:/[^/\n]{2,40}/|\([^)\n]{2,60}\)|[^\W\d_][\w.-]{1,30}(?:\s[^\W\d_]{2,20})?)"
_STAMPS = tuple(
    re.compile(
        rf"(?:(?:{_either(_DATA['words']['labels'])})\b\s*:?\s*)?{_CLOCK}[,\s]*{_FILLERS}{day}[\s,.]*{_FILLERS}{_CLOCK}[.\s]*",
        re.IGNORECASE,
    )
    for day in (*_WRITTEN, *_NUMERIC)
)
_DATELINES = tuple(
    re.compile(
        rf"{_PLACE}[,.]\s+{_FILLERS}{day}[\s,.]*{_FILLERS}(?:(?P<agency>{_AGENCY})\s*[.:]?\s*)?(?P<dash>[—–]|-{{1,2}}\s|[.:]\s|$)?",
        re.IGNORECASE,
    )
    for day in _WRITTEN
)
_PREFIX = re.compile(r"\s*date\s+(?P<value>\d{4}(?:-\d\d(?:-\d\d)?)?)\s")
_IN_URL = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>[01]\d)[/-]?(?P<day>[0-3]\d)(?=[/_.-]|$)")
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.*")


def find_publication(text: str, url: str = "") -> tuple[str, Evidence] | tuple[None, None]:
    """Return the day of publication with the evidence for it, or two `None`.

    In this order: the prefix ` date 2022-01-08 `, the address, a line near
    the top that holds a date only, a dateline. A dateline without a year takes
    the year that the text gives to the same month, else `XXXX-01-08`.

    Args:
        text: Text of the document; only its head is read.
        url: Where it was published, or an empty string.
    """
    prefix = _PREFIX.match(text)
    if prefix and (value := parse_published(prefix["value"])):
        return value, "prefix"
    if (value := _day(_IN_URL.search(url))) is not None:
        return value, "url"
    lines = _head(text)
    if (value := next(_stamps(lines), None)) is not None:
        return value, "byline"
    if (value := next(_datelines(lines, text), None)) is not None:
        return value, "dateline"
    return None, None


def parse_published(value: str) -> str | None:
    """Return `value` as EDTF if it is one or is an ISO 8601 time stamp, of which
    the day is kept as written (never shifted through UTC); else `None`.
    """
    value = value.strip()
    stamp = _TIMESTAMP.fullmatch(value)
    value = stamp[1] if stamp else value
    return value if is_edtf(value) and all(map(_exists, value.split("/"))) else None


def is_stamp(line: str) -> bool:
    """Tell whether a line holds nothing but a date."""
    return len(line) <= MAX_STAMP and any(pattern.fullmatch(line.strip()) for pattern in _STAMPS)


def _exists(part: str) -> bool:
    """Tell whether the month and the day of one EDTF date are in the calendar."""
    match = re.match(r"([\dX]{4})-(\d\d)(?:-(\d\d))?", part)
    if match is None:
        return not re.match(r"[\dX]{4}-", part) or "X" in part
    year = int(match[1]) if match[1].isdigit() else 2000
    return _iso(year, int(match[2]), int(match[3] or 1)) is not None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _head(text: str) -> list[str]:
    lines = (line.strip() for line in text[:8000].splitlines())
    return [line for line in lines if line][:HEAD_LINES]


def _stamps(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if len(line) > MAX_STAMP:
            continue
        for pattern in _STAMPS:
            match = pattern.fullmatch(line)
            if match and not _is_ambiguous(match) and (value := _day(match)):
                yield value


def _is_ambiguous(match: re.Match[str]) -> bool:
    """01/08/2022 is January in one country and August in another."""
    slashed = "/" in match.string[match.start("day") : match.end("year")] if match["year"] else False
    return slashed and int(match["day"]) <= 12 and match["day"] != match["month"]


def _datelines(lines: list[str], text: str) -> Iterator[str]:
    for line in lines:
        for pattern in _DATELINES:
            match = pattern.match(line[:200])
            if match and _is_dateline(match):
                value = _day(match) or _without_year(match, text)
                if value:
                    yield value


def _is_dateline(match: re.Match[str]) -> bool:
    place = match["place"]
    words = re.split(r"[\s,]+", place)
    if words[0].lower() in _DATA["words"]["not_places"] or not words[0][0].isupper():
        return False
    agency = match["agency"] or ""
    capital = agency.split(" ")[0].isupper() and bool(match["dash"] or place.isupper())
    signed = agency[:1] in {"/", "("} or capital
    dashed = (match["dash"] or "")[:1] in {"—", "–", "-"}
    return signed or (dashed and (place.isupper() or not agency or agency[0].isupper()))


def _day(match: re.Match[str] | None) -> str | None:
    if match is None or match["year"] is None or int(match["year"]) < FIRST_YEAR:
        return None
    return _iso(int(match["year"]), _month(match), int(match["day"]))


def _month(match: re.Match[str]) -> int:
    month = match["month"].lower()
    return int(month) if month.isdigit() else _MONTHS[month]


def _without_year(match: re.Match[str], text: str) -> str | None:
    if match["year"] is not None:
        return None
    month, day = _month(match), int(match["day"])
    names = _either([form for form, number in _MONTHS.items() if number == month])
    found = re.findall(rf"(?i)\b(?:{names})\b\.?(?:\s+\d\d?)?,?\s+((?:19|20)\d\d)\b", text)
    if len(set(found)) == 1:
        return _iso(int(found[0]), month, day)
    return f"XXXX-{month:02}-{day:02}" if _iso(2000, month, day) else None
