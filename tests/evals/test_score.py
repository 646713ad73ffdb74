"""The scorer on cases small enough to count by hand; all rows are made up."""

from typing import Any

import pytest
from evals.corpus import Row
from evals.score import Tally, cluster_score, pair, score
from hypothesis import given
from hypothesis import strategies as st


def event(start: int, end: int, type_: str = "riot", doc: str = "d", **fields: Any) -> Row:
    return {"doc": doc, "kind": "event", "start": start, "end": end, "type": type_, **fields}


def figure(start: int, end: int, low: float | None, high: float | None, measure: str = "killed") -> Row:
    ends = {"start": start, "end": end, "low": low, "high": high}
    return {"doc": "d", "kind": "figure", "measure": measure, **ends}


def test_half_of_the_shorter_quote_is_enough() -> None:
    gold = [event(0, 10)]
    assert score(gold, [event(5, 40)])["event"].detect.hit == 1
    assert score(gold, [event(6, 40)])["event"].detect.hit == 0


def test_a_gold_statement_is_matched_once() -> None:
    result = score([event(0, 10)], [event(0, 10), event(0, 10)])["event"]
    assert (result.detect.hit, result.detect.missed, result.detect.wrong) == (1, 0, 1)
    assert result.detect.f1 == pytest.approx(2 / 3)


def test_agreement_goes_before_overlap() -> None:
    [match] = pair([event(0, 10, "arson")], [event(0, 10, "riot"), event(4, 14, "arson")])
    assert match.agreed
    assert match.predicted["start"] == 4


def test_strict_wants_the_type() -> None:
    result = score([event(0, 9, "arson")], [event(0, 9, "riot")])["event"]
    assert (result.detect.hit, result.strict.hit) == (1, 0)


@pytest.mark.parametrize(
    ("predicted", "hits"),
    [
        (figure(0, 9, 10, None), 1),
        (figure(0, 9, 10, 10), 0),
        (figure(0, 9, None, 10), 0),
        (figure(0, 9, 10, None, "injured"), 0),
    ],
)
def test_strict_wants_measure_and_both_bounds(predicted: Row, hits: int) -> None:
    assert score([figure(0, 9, 10, None)], [predicted])["figure"].strict.hit == hits


def test_attributes_are_told_over_strict_matches() -> None:
    gold = [event(0, 9, where="Lae"), event(20, 29, where="Lae"), event(40, 49, "arson", where="Lae")]
    predicted = [event(0, 9, where="lae"), event(20, 29), event(40, 49, "riot", where="Lae")]
    result = score(gold, predicted)["event"]
    assert result.strict.hit == 2
    assert result.accuracy("where") == 0.5


def test_documents_without_gold_are_not_looked_at() -> None:
    result = score([event(0, 9)], [event(0, 9, doc="other"), event(0, 9)])["event"]
    assert result.detect == Tally(gold=1, predicted=1, hit=1)


def test_mentions_are_scored_where_there_are_gold_mentions() -> None:
    place = {"doc": "d", "kind": "place", "start": 0, "end": 3, "name": "Lae"}
    result = score([place], [{**place, "name": "lae"}, {**place, "doc": "other"}])
    assert result["place"].strict == Tally(gold=1, predicted=1, hit=1)
    assert "time" not in result


def test_a_kind_that_only_the_reader_has_is_all_wrong() -> None:
    demand = {"doc": "d", "kind": "demand", "start": 0, "end": 3}
    result = score([event(0, 9)], [demand])
    assert result["demand"].detect == Tally(gold=0, predicted=1, hit=0)
    assert result["demand"].detect.f1 == 0.0


def test_clusters_that_split_one_event_lose_recall() -> None:
    gold = [event(n, n + 5, cluster="one") for n in (0, 10)]
    predicted = [event(0, 5, cluster="a"), event(10, 15, cluster="b")]
    cubes = cluster_score(score(gold, predicted))
    assert cubes is not None
    assert (cubes.precision, cubes.recall) == (1.0, 0.5)
    assert cubes.f1 == pytest.approx(2 / 3)


def test_without_clusters_there_is_no_cluster_score() -> None:
    assert cluster_score(score([event(0, 9)], [event(0, 9)])) is None


SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from(["riot", "arson"])), max_size=8
)


@given(SPANS, SPANS)
def test_nobody_is_matched_twice_and_nobody_is_lost(gold: list[Any], predicted: list[Any]) -> None:
    ours = [event(start, start + length, type_) for start, length, type_ in gold]
    theirs = [event(start, start + length, type_) for start, length, type_ in predicted]
    result = score(ours, theirs).get("event")
    if result is not None:
        assert result.detect.hit <= min(len(ours), len(theirs))
        assert result.strict.hit <= result.detect.hit
        assert len(result.matches) + len(result.missed) == len(ours)


@given(SPANS)
def test_gold_against_itself_is_perfect(gold: list[Any]) -> None:
    rows = [event(start, start + length, type_) for start, length, type_ in gold]
    assert all(result.strict.f1 == 1.0 for result in score(rows, rows).values())
