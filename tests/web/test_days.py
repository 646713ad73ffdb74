"""The slider over the days of a case."""

from datetime import date, timedelta

import httpx
import pytest

from svod.web.days import MOST_STOPS, slider

DAYS = [date(2024, 5, day) for day in (6, 7, 12)]


@pytest.mark.parametrize(
    ("as_of", "at", "earlier", "later"),
    [
        (None, 3, None, None),
        (date(2024, 5, 12), 2, DAYS[1], None),
        (date(2024, 5, 9), 1, DAYS[1], DAYS[2]),
        (date(2024, 5, 1), 0, None, DAYS[0]),
    ],
)
def test_it_stands_on_the_last_day_that_told_something(
    as_of: date | None, at: int, earlier: date | None, later: date | None
) -> None:
    found = slider(DAYS, as_of)
    assert (found.stops, found.at, found.earlier, found.later) == (DAYS, at, earlier, later)


def test_a_long_case_stops_at_few_days_with_both_ends() -> None:
    many = [date(2020, 1, 1) + timedelta(days=n) for n in range(2000)]
    stops = slider(many, None).stops
    assert (len(stops), stops[0], stops[-1]) == (MOST_STOPS, many[0], many[-1])
    assert len(set(stops)) == MOST_STOPS
    assert slider(many, many[700]).later == many[701]


def test_every_view_has_the_days_and_none_without_script(reader: httpx.Client) -> None:
    page = reader.get("/figures", params={"as_of": "2022-01-06"}).text
    assert '<p hidden><label class="hide" for="day-by-day">' in page
    assert 'data-day="2022-01-06"' in page
    assert 'rel="prev" href="/figures?as_of=2022-01-05"' in page
