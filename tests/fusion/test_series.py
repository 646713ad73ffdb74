"""Series made of composed figures: history, range, revision and withdrawal."""

from told import document, figure, record, voices

from svod.model import Series, Statement

MINISTRY = voices("Ministry")


def series(*said: Statement, days: dict[str, str] | None = None) -> Series:
    dates = days or {}
    keys = sorted({s.citation.document for s in said})
    [found] = record(list(said), documents=[document(k, dates.get(k, "2031-05-10")) for k in keys]).series
    return found


def statuses(found: Series) -> list[tuple[float | None, str]]:
    return [(reading.low, reading.status) for reading in found.readings]


def test_the_range_spans_the_standing_readings() -> None:
    found = series(figure(16), figure(18, document="b"))
    assert (found.low, found.high) == (16, 18)


def test_an_open_bound_leaves_the_range_open() -> None:
    found = series(figure(16), figure(10, high=None, bound="at_least", document="b"))
    assert (found.low, found.high) == (10, None)


def test_a_later_number_of_one_origin_revises_the_earlier() -> None:
    said = [figure(12, voice=MINISTRY), figure(18, voice=MINISTRY, document="b")]
    found = series(*said, days={"a": "2031-05-05", "b": "2031-05-06"})
    assert statuses(found) == [(12, "revised"), (18, "standing")]
    assert (found.low, found.high) == (18, 18)


def test_another_origin_revises_nothing() -> None:
    said = [figure(12, voice=MINISTRY), figure(18, document="b")]
    found = series(*said, days={"a": "2031-05-05", "b": "2031-05-06"})
    assert [status for _, status in statuses(found)] == ["standing", "standing"]


def test_a_late_reprint_revises_nothing() -> None:
    said = [figure(12), figure(18, voice=voices("Paper a"), document="b"), figure(12, document="c")]
    documents = [document("a", "2031-05-05"), document("b", "2031-05-06"), document("c", "2031-05-07", "a")]
    [found] = record(said, documents=documents).series
    assert [(r.document, r.status) for r in found.readings] == [
        ("a", "revised"),
        ("b", "standing"),
        ("c", "revised"),
    ]


def test_a_number_denied_later_is_withdrawn() -> None:
    said = [figure(164), figure(164, document="b", polarity="denied"), figure(20, document="c")]
    found = series(*said, days={"a": "2031-05-05", "b": "2031-05-06"})
    assert statuses(found) == [(164, "withdrawn"), (164, "withdrawn"), (20, "standing")]
    assert (found.low, found.high) == (20, 20)


def test_to_take_back_a_number_is_to_take_back_at_least_that_number() -> None:
    said = [figure(40, high=None, bound="at_least"), figure(40, document="b", polarity="denied")]
    found = series(*said, days={"a": "2031-05-05", "b": "2031-05-06"})
    assert statuses(found) == [(40, "withdrawn"), (40, "withdrawn")]


def test_a_denial_before_the_number_withdraws_nothing() -> None:
    said = [figure(164), figure(164, document="b", polarity="denied")]
    found = series(*said, days={"a": "2031-05-06", "b": "2031-05-05"})
    assert statuses(found) == [(164, "withdrawn"), (164, "standing")]


def test_readings_stand_in_order_of_publication() -> None:
    said = [figure(3), figure(1, document="b"), figure(2, document="c")]
    found = series(*said, days={"a": "2031-05-09", "b": "2031-05-05", "c": "2031-05-07"})
    assert [reading.low for reading in found.readings] == [1, 2, 3]
