"""Golden figures: own sentences on crises that no development text tells of.

A line of a table is `sentence | figures`, a figure being `measure of low..high bound unit`
with an exact bound left out, `*` for an open end, `-` for no figure.
"""

from pathlib import Path

import pytest
from figure_rows import figures, written

FOLDER = Path(__file__).parent
ROWS = [
    (tag, *line.split(" | "))
    for tag in ("en", "ru")
    for line in (FOLDER / f"golden_figures_{tag}.txt").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("tag", "text", "expected"), ROWS)
def test_figures_are_read_as_the_table_says(tag: str, text: str, expected: str) -> None:
    assert ("; ".join(map(written, figures(text, tag))) or "-") == expected


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, text, _ in ROWS])
def test_quotes_hold_their_number_and_stay_in_the_sentence(tag: str, text: str) -> None:
    for finding in figures(text, tag):
        quote = finding.quote.of(text)
        assert quote == quote.strip()
        assert any(sign.isdigit() for sign in quote) or not any(
            sign.isdigit() for sign in finding.trigger.of(text)
        )
        assert 0 <= finding.quote.start < finding.quote.end <= len(text)


QUOTES = [
    (
        "en",
        "A landslide buried the road, and rescuers say that it killed nine hikers near the pass.",
        ["it killed nine hikers near the pass"],
    ),
    (
        "en",
        "The blast killed two clerks and wounded six guards.",
        ["The blast killed two clerks", "wounded six guards"],
    ),
    ("ru", "Мэр сообщил, что при пожаре погибли трое рабочих.", ["при пожаре погибли трое рабочих"]),
]


@pytest.mark.parametrize(("tag", "text", "expected"), QUOTES)
def test_a_quote_is_the_smallest_clause(tag: str, text: str, expected: list[str]) -> None:
    assert [finding.quote.of(text) for finding in figures(text, tag)] == expected


def test_one_number_told_of_twice_gives_two_figures() -> None:
    found = [written(finding) for finding in figures("Dozens were killed or injured.", "en")]
    assert found == ["killed people 20..100 vague persons", "injured people 20..100 vague persons"]


def test_a_number_inside_a_name_is_no_figure() -> None:
    assert figures("The 9/11 museum and Room 12 reopened.", "en") == []


def test_a_language_without_words_for_figures_gives_counts_by_their_nouns() -> None:
    assert figures("12", "xx") == []
