"""TimeML: a document composed here, and the measures of TempEval-3."""

import pytest
from benchmarks.timeml import Timex, measure, read_article, read_with_svod, same_value, timex_value

from svod.model import Span

MARKUP = """<?xml version="1.0"?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-03-15">2023-03-15</TIMEX3></DCT>
<TEXT>The dam <EVENT eid="e1">burst</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2023-03-04">4 March</TIMEX3>.
It followed <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3> of rain &amp; hail.</TEXT>
</TimeML>"""


def test_a_document_is_read_with_its_offsets() -> None:
    article = read_article(MARKUP)
    assert article.text.endswith("of rain & hail.")
    assert [time.span.of(article.text) for time in article.times] == ["4 March", "three days"]
    assert [time.dated for time in article.times] == [True, False]


def test_a_document_without_a_creation_time_is_refused() -> None:
    with pytest.raises(ValueError, match="DCT"):
        read_article("<TimeML><TEXT>Rain.</TEXT></TimeML>")


@pytest.mark.parametrize(
    ("edtf", "timex"),
    [
        ("2023-03-04", "2023-03-04"),
        ("2023-03-13/2023-03-19", "2023-W11"),
        ("2023-03-18/2023-03-19", "2023-W11-WE"),
        ("2023-04/2023-06", "2023-Q2"),
        ("2023-22", "2023-SU"),
        ("2023-03~", "2023-03"),
        ("2023-03-04/..", "2023-03-04"),
        ("../2023-03-04", "2023-03-04"),
        ("2023-03-04/2023-03-09", "2023-03-04"),
        (None, ""),
    ],
)
def test_values_are_written_as_timex3(edtf: str | None, timex: str) -> None:
    assert timex_value(edtf) == timex


def test_unknown_digits_at_the_end_are_as_good_as_none() -> None:
    assert same_value("2023-XX", "2023")
    assert not same_value("2023-03", "2023")


def test_svod_reads_the_document_to_the_letter() -> None:
    strict, relaxed, value, dated = measure([read_article(MARKUP)], read_with_svod)
    assert (strict, relaxed, dated) == (1.0, 1.0, 1.0)
    assert value == 0.5  # a length of time has no value in svod


def test_a_touch_is_relaxed_and_not_strict() -> None:
    measured = measure([read_article(MARKUP)], lambda _: [Timex(Span(19, 24), "2023-03-05")])
    assert measured == (0.0, pytest.approx(2 / 3), 0.0, 0.0)
