"""Overlapping statements become disjoint marks that together are the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from svod.export.report.flatten import segments
from svod.model import Citation, DemandClaim, EventClaim, Span, Statement

LENGTH = 40


def said(start: int, end: int, *, event: bool = True) -> Statement:
    claim = EventClaim("protest", None, None) if event else DemandClaim(None, "bread")
    span = Span(start, end)
    return Statement(
        Citation("d", span, "x" * (end - start)), claim, "affirmed", "actual", None, "", None, (), "", span
    )


SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 12), st.booleans()).map(
    lambda s: said(s[0], min(LENGTH, s[0] + s[1]), event=s[2])
)
STATEMENTS = st.lists(SPANS, max_size=12, unique_by=lambda s: s.id)


@given(STATEMENTS)
def test_segments_cover_the_text_once_and_in_order(statements: list[Statement]) -> None:
    edges = [(s.start, s.end) for s in segments(LENGTH, statements)]
    assert edges[0][0] == 0
    assert edges[-1][1] == LENGTH
    assert all(before[1] == after[0] for before, after in pairwise(edges))


@given(STATEMENTS)
def test_every_statement_opens_and_closes_once(statements: list[Statement]) -> None:
    found = list(segments(LENGTH, statements))
    assert sorted(s.id for segment in found for s in segment.opens) == sorted(s.id for s in statements)
    assert sorted(s.id for segment in found for s in segment.closes) == sorted(s.id for s in statements)


@given(STATEMENTS)
def test_depth_and_kind_are_those_of_the_statements_over_it(statements: list[Statement]) -> None:
    for segment in segments(LENGTH, statements):
        over = [s for s in statements if s.citation.span.contains(Span(segment.start, segment.end))]
        assert segment.depth == len(over)
        shortest = min(over, key=lambda s: (s.citation.span.end - s.citation.span.start, s.id), default=None)
        assert segment.kind == (shortest and shortest.kind)


def test_a_text_without_statements_is_one_plain_segment() -> None:
    [only] = segments(5, [])
    assert (only.start, only.end, only.kind) == (0, 5, None)


def test_an_empty_text_has_no_segment() -> None:
    assert list(segments(0, [])) == []


def test_thousands_of_nested_statements_give_a_segment_an_edge() -> None:
    nested = [said(i, 20_000 - i) for i in range(5_000)]
    assert sum(1 for _ in segments(20_000, nested)) == 9_999
