"""Dates and numbers as people write them."""

import pytest

from svod.export.report.figures import axis_ticks
from svod.model import Bound
from svod.tongue import ENGLISH
from svod.tongue.dates import render_short, render_when
from svod.tongue.numbers import render_figure, render_number, render_range

WHEN = [
    ("2022-01-05", "5 January 2022"),
    ("2022-01-04T20:00", "4 January 2022, 20:00"),
    ("2022-01-05~", "about 5 January 2022"),
    ("2022-01-05?", "perhaps 5 January 2022"),
    ("2022-01", "January 2022"),
    ("2022", "2022"),
    ("201X", "the 2010s"),
    ("2022-01-XX", "a day in January 2022"),
    ("XXXX-10-24", "24 October, year not told"),
    ("2022-01-04/2022-01-05", "night of 4–5 January 2022"),
    ("2021-12-31/2022-01-01", "night of 31 December 2021 – 1 January 2022"),
    ("2022-01-02/2022-01-08", "2–8 January 2022"),
    ("2022-02-27/2022-03-02", "27 February – 2 March 2022"),
    ("2022-01-04/..", "from 4 January 2022 on"),
    ("../2022-01-08", "by 8 January 2022"),
    ("2011/2013", "2011 to 2013"),
    (None, "date not told"),
    ("some time ago", "some time ago"),
    ("2022-13-01", "2022-13-01"),
]


@pytest.mark.parametrize(("value", "text"), WHEN)
def test_times_read_as_people_write_them(value: str | None, text: str) -> None:
    assert render_when(ENGLISH, value) == text


def test_an_interval_that_only_bounds_a_moment_is_no_night() -> None:
    assert render_when(ENGLISH, "2022-01-04/2022-01-05", bounds=True) == "between 4 and 5 January 2022"
    assert render_when(ENGLISH, "2022-01/2022-02", bounds=True) == "between January 2022 and February 2022"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2022-01-05", "5 Jan"),
        ("2022-01", "Jan 2022"),
        ("2022", "2022"),
        (None, "undated"),
        ("2022-99", "2022-99"),
    ],
)
def test_short_dates_fit_narrow_places(value: str | None, text: str) -> None:
    assert render_short(ENGLISH, value) == text


FIGURES = [
    (9.0, None, "at_least", "persons", "at least 9"),
    (None, 50.0, "at_most", "items", "at most 50"),
    (140.0, 140.0, "approximate", "persons", "about 140"),
    (20.0, 100.0, "vague", "persons", "20–100 (loosely)"),
    (12.0, 12.0, "exact", "persons", "12"),
    (3e6, 3e6, "exact", "KZT", "3 million KZT"),
    (2.5, 2.5, "exact", "percent", "2.5%"),
    (None, None, "exact", "persons", "not told"),
]


@pytest.mark.parametrize(("low", "high", "bound", "unit", "text"), FIGURES)
def test_figures_keep_their_comparator(
    low: float | None, high: float | None, bound: Bound, unit: str, text: str
) -> None:
    assert render_figure(ENGLISH, low, high, bound, unit) == text


def test_large_numbers_are_readable() -> None:
    assert [render_number(ENGLISH, n) for n in (2400, 1_250_000, 7e9, 0.5)] == [
        "2,400",
        "1.25 million",
        "7 billion",
        "0.5",
    ]
    assert render_range(ENGLISH, 12, None) == "12 or more"


@pytest.mark.parametrize(
    ("low", "high"), [(0, 0), (12, 19), (0, 1), (200, 1000), (1e6, 9e9), (-5, 5), (0.1, 0.2)]
)
def test_an_axis_spans_its_values_with_few_ticks(low: float, high: float) -> None:
    ticks = axis_ticks(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= 6
