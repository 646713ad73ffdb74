"""Quotation marks: what they enclose, and which keep a distance."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.extraction.reading import Reading
from svod.extraction.voices import find_scare_quotes
from svod.extraction.voices.quotation import find_quotations

MARKS = (("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ('"', '"'), ("'", "'"))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “go home” twice.", ["go home"]),
        ("He said 'don't go' twice.", ["don't go"]),
        ("The workers' pay is Tom's.", []),
        ("Он сказал: «Газета «Утро» закрыта».", ["Газета «Утро» закрыта"]),
        ("Er sagte „geh“ leise.", ["geh"]),
        ('Она "устала" и ушла.', ["устала"]),
        ("“One.\n\n“Two.”", ["One.", "Two."]),
    ],
)
def test_outermost_quotations_are_found(text: str, inner: list[str]) -> None:
    assert [quotation.inner.of(text) for quotation in find_quotations(text, MARKS)] == inner


@given(st.text(alphabet="ab «»“”\"'\n.,", max_size=60))
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    found = list(find_quotations(text, MARKS))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(quotation.span.contains(quotation.inner) for quotation in found)


@pytest.mark.parametrize(
    ("tag", "text", "scare"),
    [
        ("en", "The 'safe' houses burned down.", ["'safe'"]),
        ("en", "The army began its “peacekeeping” operation.", ["“peacekeeping”"]),
        ("en", "They watched the film “casablanca” there.", []),
        ("ru", "Началась «миротворческая» операция.", ["«миротворческая»"]),
        ("ru", "Теплоход «Заря» вышел в море.", []),
        ("ru", "«Мы уходим отсюда навсегда», — сказал он.", []),
    ],
)
def test_scare_quotes_are_told_from_names_and_speech(
    tag: str, text: str, scare: list[str], reading: Callable[[str, str], Reading]
) -> None:
    assert [span.of(text) for span in find_scare_quotes(reading(text, tag))] == scare
