"""Spans count code points, half open."""

from hypothesis import given
from hypothesis import strategies as st

from svod.model import Span, cover

SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, 50), st.integers(0, 50))


def test_a_span_counts_code_points_whatever_the_script() -> None:
    assert Span(2, 5).of("🔥 дом") == "дом"


@given(SPANS, SPANS)
def test_a_cover_holds_all_that_it_covers(one: Span, other: Span) -> None:
    both = cover(one, other)
    assert both.contains(one)
    assert both.contains(other)
    assert {both.start, both.end} <= {one.start, one.end, other.start, other.end}


@given(SPANS, SPANS)
def test_overlapping_is_mutual_and_means_a_shared_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one)
    assert not shared or one.overlaps(other)


@given(SPANS, st.integers(0, 9))
def test_a_shift_keeps_the_length(span: Span, by: int) -> None:
    assert span.shift(by).end - span.shift(by).start == span.end - span.start
