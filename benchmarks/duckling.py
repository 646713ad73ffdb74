"""Phrases of time from Duckling's corpora: is the point exact at its grain?

python -m benchmarks.duckling [--data FOLDER]   (time_en.jsonl, time_ru.jsonl)
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.reading import longest
from benchmarks.table import NOT_INSTALLED, Row, path_of, percent, render, say
from svod.annotation.times import find_times
from svod.lang import load_language
from svod.lang.words import load_words
from svod.model import Span
from svod.model.edtf import days

TODAY = datetime(2013, 2, 12, 4, 30)  # noqa: DTZ001 - the set's reference time, local
_LENGTH = {"year": 4, "quarter": 7, "month": 7, "week": 10, "day": 10, "hour": 13, "minute": 16, "second": 16}
"""Code points of an ISO 8601 time by grain. Points told to the second are held to the
minute, which is as fine as any value of an account goes: all but seven of the two sets are whole minutes."""
_AHEAD = {"en": "We will come ", "ru": "Мы будем "}
"""Opens a clause about the future: the set reads what is ambiguous as the next to come."""

Reader = Callable[[str], str | None]
"""Phrase → ISO 8601 local time, as fine as it was told, or `None`."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the point that it names.

    Attributes:
        text: The phrase.
        start: Local time, ISO 8601, cut to the grain.
        grain: `year`, `quarter`, `month`, `week`, `day`, `hour`, `minute` or `second`.
    """

    text: str
    start: str
    grain: str


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """Return the points of a corpus in its order; phrases of intervals are left out."""
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    return tuple(
        Phrase(row["text"], row["start"][: _LENGTH[row["grain"]]], row["grain"])
        for row in rows
        if "end" not in row
    )


def exact(phrase: Phrase, value: str | None) -> bool:
    """Tell whether a value, cut to the grain of the phrase, is its point.

    Zero months and days, as some rows of the corpora have them, stand for the first.
    """
    if value is None:
        return False
    start = phrase.start.replace("-00", "-01")
    return value[: _LENGTH[phrase.grain]] == start and len(value) >= len(start)


def read_with_svod(language: str, phrase: str, *, ahead: bool) -> str | None:
    """Return the beginning of the longest expression that svod finds in a phrase.

    A value of svod is as fine as the text: that of a week is its days, of a
    quarter its months.

    Args:
        language: Tag of the language.
        phrase: The phrase.
        ahead: Whether it stands in a clause about the future.
    """
    lead = _AHEAD[language] if ahead else ""
    text = lead + phrase
    sentences = load_language(language).sentences(text)
    times = find_times(text, sentences, TODAY.isoformat(timespec="minutes"), load_words(language, "times"))
    best = longest(times, Span(len(lead), len(text)))
    return _start(best.value) if best and best.value else None


def load_dateparser(language: str) -> Reader | None:
    """Return dateparser as a reader that prefers the future, or `None` if it is not installed.

    It may take a phrase whole, and if it cannot, the first date that it finds in it.
    """
    try:
        import dateparser  # noqa: PLC0415 - a peer that need not be there
        from dateparser.search import search_dates  # noqa: PLC0415 - as above
    except ImportError:
        return None
    settings = {"RELATIVE_BASE": TODAY, "PREFER_DATES_FROM": "future"}

    def read(phrase: str) -> str | None:
        whole = dateparser.parse(phrase, languages=[language], settings=settings)
        parts = [] if whole else search_dates(phrase, languages=[language], settings=settings) or []
        return _iso(whole or next((found for _, found in parts), None))

    return read


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of all corpora in a folder."""
    folder = path_of("duckling", __doc__ or "", arguments, default="duckling")
    head = ("points exact at the grain", "phrases", "exact", "%")
    rows = [row for language in _AHEAD for row in _rows(language, folder / f"time_{language}.jsonl")]
    say(render("Duckling's corpora, reference time 2013-02-12 04:30", head, rows))


def _rows(language: str, path: Path) -> Iterator[Row]:
    if not path.exists():
        return
    phrases = read_phrases(path)
    yield _row(f"{language} svod, in a clause ahead", partial(read_with_svod, language, ahead=True), phrases)
    yield _row(f"{language} svod, phrase alone", partial(read_with_svod, language, ahead=False), phrases)
    peer = load_dateparser(language)
    yield _row(f"{language} dateparser", peer, phrases) if peer else (f"{language} dateparser", NOT_INSTALLED)


def _row(name: str, reader: Reader, phrases: Sequence[Phrase]) -> Row:
    right = sum(exact(phrase, reader(phrase.text)) for phrase in phrases)
    return (name, str(len(phrases)), str(right), percent(right / max(1, len(phrases))))


def _start(value: str) -> str | None:
    start = value.split("/", maxsplit=1)[0].rstrip("~?%")
    if start[5:7].isdigit() and int(start[5:7]) > 12:  # a season
        start = days(start)[0].isoformat()[:7]
    return start if start not in ("", "..") else None


def _iso(found: Any) -> str | None:
    return found.replace(tzinfo=None).isoformat() if isinstance(found, date) else None


if __name__ == "__main__":
    main()
