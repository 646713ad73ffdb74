"""Bars over words: every form, any signs between, offsets that still fit. Composed words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.model import Span
from svod.publishing import BAR, make_bars
from svod.publishing.bars import Shift


@pytest.mark.parametrize(
    "text",
    ["Ann Roe", "ANN ROE", "ann-roe.txt", "Ann\nRoe", "Ann_Roe", "Ann  Roe’s", "Ann Ro\u00ade"],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert "roe" not in make_bars(["Ann Roe", "Roe"]).over(text).casefold()


def test_a_name_is_found_with_its_endings_and_not_inside_other_words() -> None:
    bars = make_bars(["Серик Арман"])
    assert bars.over("Сообщил Серику Арману вчера.") == f"Сообщил {BAR} вчера."
    assert make_bars(["Roe"]).over("Roes are deer; Monroe is not.") == "Roes are deer; Monroe is not."


def test_a_russian_name_is_found_with_and_without_its_dots() -> None:
    assert make_bars(["Алёна Королёва"]).over("Алена Королева и АЛЁНА КОРОЛЁВА") == f"{BAR} и {BAR}"


def test_a_long_passage_is_withheld_beside_one_that_begins_alike() -> None:
    long, short = "the water rose " * 400 + "again", "the water rose and fell"
    assert (
        make_bars([long, short]).over(f"Then {long}; {short}; the water rose.")
        == f"Then {BAR}; {BAR}; the water rose."
    )


def test_nothing_withheld_changes_nothing() -> None:
    assert make_bars([]).over("Ann Roe") == "Ann Roe"


@given(st.text("ab roe.", max_size=60), st.data())
def test_offsets_lead_to_the_same_words_behind_the_bars(text: str, data: st.DataObject) -> None:
    bars = make_bars(["roe"])
    covered, shift = bars.over(text), Shift(bars.spans(text))
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    moved = shift.move(span)
    assert 0 <= moved.start <= moved.end <= len(covered)
    if not shift.touches(span) and span.start < span.end:
        assert moved.of(covered) == span.of(text)
