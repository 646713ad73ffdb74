"""The day of publication from the head of a text. Composed texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svod.ingest.publication import find_publication, parse_published
from svod.model.edtf import is_edtf

# The head of a text, and what it tells: value and evidence, or a dash.
CASES = """
 date 2024-04-09 The water is rising.               | 2024-04-09 prefix
 date 2024-04 The water is rising.                  | 2024-04 prefix
 date 2024-13-09 The water is rising.               | -
Flood~17 Apr 2024~Dear neighbours                   | 2024-04-17 byline
Flood~~April 17, 2024~~Dear neighbours              | 2024-04-17 byline
Flood~By A. Writer~17th of April, 2024~Text         | 2024-04-17 byline
Flood~Published: 17 April 2024, 14:05~Text          | 2024-04-17 byline
Flood~Posted on Apr. 17, 2024 at 2:05 pm EST~Text   | 2024-04-17 byline
Wednesday, 17 April 2024~Text                       | 2024-04-17 byline
Flood~2024-04-17 14:05~Text                         | 2024-04-17 byline
Flood~17/04/2024~Text                               | 2024-04-17 byline
Flood~04/05/2024~Text                               | -
Flood~05/05/2024~Text                               | 2024-05-05 byline
Паводок~17 апреля 2024~Текст                        | 2024-04-17 byline
Паводок~17 апреля 2024 года, 12:40~Текст            | 2024-04-17 byline
Паводок~12:40, 17 апреля 2024 г.~Текст              | 2024-04-17 byline
Паводок~17.04.2024 12:40~Текст                      | 2024-04-17 byline
Паводок~Опубликовано: 17 апреля 2024~Текст          | 2024-04-17 byline
Су тасқыны~2024 жылғы 17 сәуір~Мәтін                | 2024-04-17 byline
Су тасқыны~17 сәуір 2024 ж.~Мәтін                   | 2024-04-17 byline
Flood~31 April 2024~Text                            | -
Flood~17 April~Text                                 | -
One~Two~Three~Four~Five~Six~17 April 2024           | -
ORSK, April 7 (Agency) — A dam broke.               | XXXX-04-07 dateline
ORSK, April 7 (Agency) — It broke. April 2024 began.| 2024-04-07 dateline
ORSK, April 7, 2024 (Agency) — A dam broke.         | 2024-04-07 dateline
GENEVA, 7 April 2024 – A dam broke.                 | 2024-04-07 dateline
Orsk, Russia, April 7 — A dam broke.                | XXXX-04-07 dateline
Title of it~~ОРСК, 7 апреля. /АГЕНТСТВО/. Прорвало  | XXXX-04-07 dateline
ОРСК, 7 апреля 2024 года. /АГЕНТСТВО/. Прорвало     | 2024-04-07 dateline
Орск. 7 апреля. АГЕНТСТВО - Прорвало дамбу.         | XXXX-04-07 dateline
ОРСК, 7 апр - ВЕСТИ. Прорвало дамбу.                | XXXX-04-07 dateline
ОРСК, 7 апр ВЕСТИ. Прорвало дамбу.                  | XXXX-04-07 dateline
ОРАЛ, 7 сәуір. Хабар — Бөгет бұзылды.               | XXXX-04-07 dateline
On Sunday, April 7 - the day of the flood           | -
In Orsk, April 7 was a quiet day.                   | -
The mayor, 7 April, spoke of luck.                  | -
The dam broke on 7 April 2024.                      | -
                                                    | -
"""


def rows() -> list[tuple[str, str]]:
    pairs = (line.rsplit("|", 1) for line in CASES.strip("\n").split("\n"))
    return [(text.rstrip(" ").replace("~", "\n"), told.strip()) for text, told in pairs]


@pytest.mark.parametrize(("text", "told"), rows())
def test_the_head_tells_the_day(text: str, told: str) -> None:
    value, evidence = find_publication(text)
    assert (f"{value} {evidence}" if value else "-") == told


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://news.example/2024/04/07/dam", "2024-04-07"),
        ("https://news.example/world/20240407/812.html", "2024-04-07"),
        ("https://news.example/2024-04-07-dam", "2024-04-07"),
        ("https://news.example/2024/13/07/dam", None),
        ("https://news.example/id/20249999", None),
        ("https://news.example/202404071", None),
    ],
)
def test_the_address_tells_the_day(url: str, value: str | None) -> None:
    assert find_publication("A dam broke.", url) == ((value, "url") if value else (None, None))


@pytest.mark.parametrize(
    ("written", "parsed"),
    [
        ("2024-04-07", "2024-04-07"),
        ("2024-04", "2024-04"),
        ("2024-04-20~", "2024-04-20~"),
        ("XXXX-04-07", "XXXX-04-07"),
        ("2024-XX", "2024-XX"),
        ("../2024-04-07", "../2024-04-07"),
        ("2024-04-07T23:30:00+06:00", "2024-04-07"),
        ("2024-04-07 23:30", "2024-04-07"),
        ("2024-02-30", None),
        ("2024-13", None),
        ("2024-04-07/2024-02-31", None),
        ("7 April 2024", None),
        ("", None),
    ],
)
def test_dates_as_given_are_checked(written: str, parsed: str | None) -> None:
    assert parse_published(written) == parsed


@settings(deadline=None)
@given(st.text(alphabet="Aя1279 ,.:/-–()\n january апреля2024", max_size=200))
def test_any_text_tells_an_edtf_value_or_nothing(text: str) -> None:
    value, evidence = find_publication(text)
    assert (value is None) == (evidence is None)
    assert value is None or is_edtf(value)


def test_a_long_hostile_line_costs_little() -> None:
    assert find_publication("A, " * 200_000) == (None, None)
    assert find_publication("mon " * 200_000) == (None, None)
