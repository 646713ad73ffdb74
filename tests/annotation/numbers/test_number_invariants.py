"""What holds of numbers in any text."""

import math
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.annotation.numbers import find_numbers
from svod.lang.words import load_words
from svod.model import NumberMention, Sentence, Span, TimeMention

TAGS = ("en", "ru", "kk", "xx")
WORDS = [
    *(
        "twenty",
        "-",
        "four",
        "hundred",
        "and",
        "a",
        "half",
        "thousands",
        "of",
        "million",
        "$",
        "%",
        "more than",
        "from",
        "to",
    ),
    *("двух", "тысяч", "сотни", "с половиной", "около", "до", "рублей", "человек", "половина", "тыс", "."),
    *(
        "жүз",
        "мың",
        "жарым",
        "астам",
        "дейін",
        "теңге",
        "7",
        "1 204",
        "3,5",
        "1.5",
        "2019",
        "(",
        ")",
        "+",
        "/",
        ":",
        "№",
        "1e9",
        "٣",
        "½",
    ),
]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.text(alphabet="0123456789.,  -", max_size=60),
)


def numbers(text: str, tag: str, times: list[TimeMention] | None = None) -> tuple[NumberMention, ...]:
    return find_numbers(
        text, [Sentence(Span(0, len(text)), (), parsed=False)], times or [], load_words(tag, "numbers")
    )


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
def test_mentions_stand_in_order_and_quote_the_text(tag: str, text: str) -> None:
    found = numbers(text, tag)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    assert all(mention.text == mention.span.of(text) and mention.text.strip() for mention in found)


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
def test_bounds_are_finite_and_agree_with_their_kind(tag: str, text: str) -> None:
    for mention in numbers(text, tag):
        ends = [end for end in (mention.low, mention.high) if end is not None]
        assert ends
        assert all(math.isfinite(end) and end >= 0 for end in ends)
        assert ends == sorted(ends)
        assert (mention.high is None) == (mention.bound == "at_least") or mention.bound == "vague"
        assert (mention.low is None) == (mention.bound == "at_most")
        if mention.bound in {"exact", "approximate"}:
            assert mention.low == mention.high


@given(text=TEXTS, start=st.integers(0, 40), length=st.integers(1, 20))
def test_no_number_is_read_inside_a_time(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    found = numbers(text, "en", [TimeMention(span, span.of(text), None, duration=False, rule="")])
    inside = [mention for mention in found if span.contains(mention.span)]
    assert inside == []


def test_a_number_in_a_date_is_left_out() -> None:
    text = "On 5 January 12 boats sank."
    found = numbers(
        text, "en", [TimeMention(Span(3, 12), "5 January", "XXXX-01-05", duration=False, rule="")]
    )
    assert [mention.low for mention in found] == [12]


def test_no_number_crosses_sentences() -> None:
    text = "They counted twenty. Four sank."
    sentences = [Sentence(Span(0, 20), (), parsed=False), Sentence(Span(21, 31), (), parsed=False)]
    found = find_numbers(text, sentences, [], load_words("en", "numbers"))
    assert [mention.low for mention in found] == [20, 4]


HOSTILE = [
    "9" * 40_000,
    "1 000 " * 4_000,
    "twenty " * 4_000,
    "a hundred and " * 2_000,
    "-1" * 8_000,
    "тысяч " * 4_000,
    "(1) " * 4_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
@pytest.mark.parametrize("tag", ["en", "ru", "kk"])
def test_hostile_text_is_read_in_time(tag: str, text: str) -> None:
    start = time.perf_counter()
    assert all(math.isfinite(mention.low or 0) for mention in numbers(text, tag))
    assert time.perf_counter() - start < 20
