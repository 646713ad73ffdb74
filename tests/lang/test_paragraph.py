"""Paragraphs: where no sentence may cross. All texts are composed."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.lang.paragraph import find_paragraphs

CASES = [
    ("One line.\nAnother line.", ["One line.", "Another line."]),
    ("A line that goes on\nin lower case.", ["A line that goes on\nin lower case."]),
    ("A title\n\nin lower case after a gap", ["A title", "in lower case after a gap"]),
    ("  trimmed \r\n\r\n  here  ", ["trimmed", "here"]),
    ("OSLO, May 5 (North Wire) - Crowds came.", ["OSLO, May 5 (North Wire) -", "Crowds came."]),
    ("ОСЛО, 5 мая /Север/ — Вышли люди.", ["ОСЛО, 5 мая /Север/ —", "Вышли люди."]),
    ("The NBC (Norway) - a channel - said so.", ["The NBC (Norway) - a channel - said so."]),
    (" \n\t\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_paragraphs_of_composed_texts(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_paragraphs(text)] == expected


@given(st.text(alphabet="Аb \n\r.(/)-,é", max_size=80))
def test_paragraphs_are_ordered_disjoint_and_lose_no_letter(text: str) -> None:
    spans = list(find_paragraphs(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
