"""What holds of the times of any text, however strange."""

import re
from itertools import pairwise
from time import process_time

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_times import cases, read, vocabulary

from svod.model.edtf import is_edtf

VOCABULARY = {
    "en": vocabulary("english.txt"),
    "ru": vocabulary("russian.txt"),
    "kk": vocabulary("kazakh.txt"),
}
DAYS = st.sampled_from(["2022-01-08", "2024-02-29", "2022-01", "2022", "2022-01-20~", None])
TAGS = ("en", "ru", "kk")


def texts(tag: str) -> st.SearchStrategy[str]:
    word = (
        st.sampled_from(VOCABULARY[tag]) | st.integers(0, 3000).map(str) | st.sampled_from(list(",.-–:/()\n"))
    )
    return st.lists(word, max_size=30).map(" ".join)


@pytest.mark.parametrize("tag", TAGS)
@given(data=st.data(), published=DAYS)
@settings(deadline=None, max_examples=60)
def test_spans_are_ordered_disjoint_and_show_their_words(
    tag: str, data: st.DataObject, published: str | None
) -> None:
    text = data.draw(texts(tag))
    found = read(text, published, tag)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(mention.span.of(text) == mention.text != "" for mention in found)


@pytest.mark.parametrize("tag", TAGS)
@given(data=st.data(), published=DAYS)
@settings(deadline=None, max_examples=60)
def test_values_are_edtf(tag: str, data: st.DataObject, published: str | None) -> None:
    for mention in read(data.draw(texts(tag)), published, tag):
        assert mention.value is None or is_edtf(mention.value), mention
        assert not (mention.duration and mention.value)


@given(text=st.text(max_size=200), published=DAYS)
@settings(deadline=None)
def test_any_text_is_read(text: str, published: str | None) -> None:
    for tag in TAGS:
        read(text, published, tag)


@pytest.mark.parametrize(
    ("name", "tag"), [("english.txt", "en"), ("russian.txt", "ru"), ("kazakh.txt", "kk")]
)
def test_values_are_edtf_to_the_library_too(name: str, tag: str) -> None:
    for case in cases(name):
        for mention in read(case.text, case.published, tag):
            if mention.value:
                edtf.parse_edtf(re.sub(r"T\d\d:\d\d", "", mention.value))


HOSTILE = [
    "1 " * 5000,
    "of " * 5000,
    "4 and " * 4000,
    "7" * 20000,
    "one hundred " * 3000,
    "(" * 9000,
    "\n \n" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_costs_linear_time(text: str) -> None:
    started = process_time()
    for tag in TAGS:
        read(text, "2022-01-08", tag)
    assert process_time() - started < 5


def test_numbers_too_long_to_count_are_no_times() -> None:
    assert read("9" * 5000 + " days ago", "2022-01-08", "en") != ()
    assert all(mention.value is None for mention in read("9" * 5000 + " days ago", "2022-01-08", "en"))


def test_the_same_text_gives_the_same_times_whatever_was_read_before() -> None:
    text = "On Monday it rained. The next day it snowed."
    first = read(text, "2022-01-08", "en")
    read("In 2011 it burned.", "2012-01-08", "en")
    assert read(text, "2022-01-08", "en") == first
