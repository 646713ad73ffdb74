"""Time expressions of TimeML texts: the measures of TempEval-3, task A.

python -m benchmarks.timeml [--data FOLDER]   (*.tml)
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from benchmarks.marks import Marks, count_pairs, pair
from benchmarks.table import NOT_INSTALLED, Row, path_of, percent, render, say
from svod.annotation.times import find_times
from svod.lang import load_language
from svod.lang.words import load_words
from svod.model import Span
from svod.model.edtf import days

_POINTS = frozenset({"DATE", "TIME"})
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_MARKS = str.maketrans("", "", "~?%")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression.

    Attributes:
        span: Where it stands in the text.
        value: Its TIMEX3 value ("1998-W32"); empty if none is told.
        point: Whether it is a date or time of day, not a length or habit.
    """

    span: Span
    value: str
    point: bool = True

    @property
    def dated(self) -> bool:
        """Tell whether it is a point with a place in the calendar ("1998-08", not "PRESENT_REF")."""
        return self.point and self.value[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold expressions, the day that it was written on the first ten code points of `published`."""

    text: str
    published: str
    times: tuple[Timex, ...]


Reader = Callable[[Article], Sequence[Timex]]


def read_article(markup: str) -> Article:
    """Return the text inside TEXT with the TIMEX3 elements in it.

    Raises:
        ValueError: If the document has no TEXT or no creation time.
    """
    root = ElementTree.fromstring(markup)
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or created is None:
        raise ValueError("a TimeML document wants TEXT and DCT")
    parts: list[str] = []
    times = tuple(_times_in(body, parts))
    return Article("".join(parts), created.get("value", ""), times)


def timex_value(edtf: str | None) -> str:
    """Write a value of svod as TIMEX3 writes it: its weeks, quarters, seasons and parts of a day.

    An interval with an open end stands at its known end; one that is neither
    week nor quarter at its beginning.
    """
    if not edtf:
        return ""
    first, _, last = edtf.translate(_MARKS).partition("/")
    if "" in (first, last) or ".." in (first, last):
        return _season(last if first in ("", "..") else first)
    return _week(first, last) or _quarter(first, last) or first


def same_value(gold: str, found: str) -> bool:
    """Tell whether two TIMEX3 values are the same; unknown digits at the end are as good as none."""
    return re.sub(r"(-XX)+$", "", gold) == re.sub(r"(-XX)+$", "", found)


def read_with_svod(article: Article) -> tuple[Timex, ...]:
    """Return the expressions that svod finds; lengths of time have no value."""
    sentences = load_language("en").sentences(article.text)
    found = find_times(article.text, sentences, article.published, load_words("en", "times"))
    return tuple(Timex(time.span, timex_value(time.value), not time.duration) for time in found)


def load_dateparser() -> Reader | None:
    """Return dateparser's search as a reader that prefers the past, or `None` if it is not installed."""
    try:
        from dateparser.search import search_dates  # noqa: PLC0415 - a peer that need not be there
    except ImportError:
        return None

    def read(article: Article) -> tuple[Timex, ...]:
        settings = {"RELATIVE_BASE": _noon(article), "PREFER_DATES_FROM": "past"}
        return tuple(
            _located(article.text, search_dates(article.text, languages=["en"], settings=settings) or ())
        )

    return read


def load_recognizers() -> Reader | None:
    """Return recognizers-text as a reader that takes the past reading, or `None` if it is not installed."""
    try:
        from recognizers_date_time import recognize_datetime  # noqa: PLC0415 - a peer that need not be there
    except ImportError:
        return None

    def read(article: Article) -> tuple[Timex, ...]:
        found = recognize_datetime(article.text, "en-us", reference=_noon(article))
        return tuple(
            Timex(
                Span(one.start, one.end + 1),
                _timex_of(one.resolution),
                "set" not in one.type_name and "duration" not in one.type_name,
            )
            for one in found
        )

    return read


def measure(articles: Sequence[Article], read: Reader) -> tuple[float, float, float, float]:
    """Return the strict, relaxed, value and dated-value F1 of a reader, 0..1.

    The value F1 of TempEval-3 is the relaxed F1 times the share of right values
    among the matched. The last one is held to expressions with a place in the
    calendar, on both sides.
    """
    strict, relaxed, right, dated = Marks(), Marks(), 0, Marks()
    for article in articles:
        gold, found = article.times, read(article)
        strict += count_pairs(gold, found, lambda one, other: one.span == other.span)
        matched = pair(gold, found, _touch)
        relaxed += Marks(len(gold), len(found), len(matched), len(matched))
        right += sum(same_value(one.value, other.value) for one, other in matched)
        dated += _dated(gold, found)
    values = right / relaxed.hit if relaxed.hit else 0.0
    return strict.f1, relaxed.f1, relaxed.f1 * values, dated.f1


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of all documents below a folder."""
    folder = path_of("timeml", __doc__ or "", arguments, default="timeml")
    articles = [read_article(path.read_text("utf-8")) for path in sorted(folder.rglob("*.tml"))]
    expressions = sum(len(article.times) for article in articles)
    readers = {
        "svod": read_with_svod,
        "recognizers-text": load_recognizers(),
        "dateparser": load_dateparser(),
    }
    rows: list[Row] = [_row(name, reader, articles) for name, reader in readers.items()]
    title = f"TempEval-3: {len(articles)} documents, {expressions} time expressions"
    say(render(title, ("F1, per cent", "strict", "relaxed", "value", "value of dates"), rows))


def _row(name: str, reader: Reader | None, articles: Sequence[Article]) -> Row:
    return (name, *map(percent, measure(articles, reader))) if reader else (name, NOT_INSTALLED)


def _dated(gold: Sequence[Timex], found: Sequence[Timex]) -> Marks:
    return count_pairs(
        [one for one in gold if one.dated],
        [one for one in found if one.dated],
        lambda one, other: _touch(one, other) and same_value(one.value, other.value),
    )


def _touch(one: Timex, other: Timex) -> bool:
    return one.span.overlaps(other.span)


def _times_in(element: Element, parts: list[str]) -> Iterator[Timex]:
    """Yield the TIMEX3 below an element and gather its text."""
    start = sum(map(len, parts))
    parts.append(element.text or "")
    inner = [time for child in element for time in _with_tail(child, parts)]
    if element.tag == "TIMEX3":
        end = sum(map(len, parts))
        yield Timex(Span(start, end), element.get("value", ""), element.get("type") in _POINTS)
    yield from inner


def _with_tail(child: Element, parts: list[str]) -> tuple[Timex, ...]:
    times = tuple(_times_in(child, parts))
    parts.append(child.tail or "")
    return times


def _season(value: str) -> str:
    year, _, month = value.partition("-")
    return f"{year}-{_SEASONS[month]}" if month in _SEASONS else value


def _week(first: str, last: str) -> str | None:
    if len(first) != 10 or len(last) != 10:
        return None
    (start, _), (end, _) = days(first), days(last)
    year, week, weekday = start.isocalendar()
    if weekday == 6 and end - start == timedelta(1):
        return f"{year}-W{week:02d}-WE"
    return f"{year}-W{week:02d}" if weekday == 1 and end - start == timedelta(6) else None


def _quarter(first: str, last: str) -> str | None:
    if len(first) != 7 or len(last) != 7 or int(last[5:]) - int(first[5:]) != 2 or int(last[5:]) % 3:
        return None
    return f"{first[:4]}-Q{int(last[5:]) // 3}"


def _noon(article: Article) -> datetime:
    """Return the day of an article at noon, so that no rounding leaves it."""
    return datetime.fromisoformat(article.published[:10]).replace(hour=12)


def _located(text: str, found: Iterable[tuple[str, date]]) -> Iterator[Timex]:
    """Yield the phrases that dateparser names without saying where, one after the other."""
    at = 0
    for phrase, value in found:
        start = text.find(phrase, at)
        if start >= 0:
            at = start + len(phrase)
            yield Timex(Span(start, at), value.isoformat()[:10])


def _timex_of(resolution: dict[str, list[dict[str, str]]] | None) -> str:
    """Return the first value of recognizers-text, which puts the past before the future."""
    values = (resolution or {}).get("values") or [{}]
    value = values[0].get("value") or values[0].get("start") or ""
    timex = values[0].get("timex", "")
    return timex if timex[:4].isdigit() and not timex.startswith("(") else value


if __name__ == "__main__":
    main()
