"""Calendar arithmetic behind the times."""

from datetime import date

import pytest

from svod.annotation.times import reckoning

SHIFTS = [
    ("2023-03-15", -2, "day", "2023-03-13"),
    ("2023-03-15", 1, "week", "2023-03-22"),
    ("2023-03-15", -3, "month", "2022-12"),
    ("2023-03-15", -10, "year", "2013"),
    ("2023-03", -3, "month", "2022-12"),
    ("2023-03", 1, "day", None),
    ("2023-03-15T20:00", 1, "day", "2023-03-16"),
    ("XXXX-02-28", 1, "day", "XXXX-02-29"),
    ("0001-01-01", -1, "year", None),
]


@pytest.mark.parametrize(("value", "count", "unit", "expected"), SHIFTS)
def test_values_move_at_their_own_precision(value: str, count: int, unit: str, expected: str | None) -> None:
    assert reckoning.shifted(value, count, unit) == expected


FEASTS = [
    ("12-25", 2021, date(2021, 12, 25)),
    ("nth 9 1 1", 2020, date(2020, 9, 7)),
    ("nth 5 1 -1", 2021, date(2021, 5, 31)),
    ("easter 0", 2018, date(2018, 4, 1)),
    ("easter -2", 2022, date(2022, 4, 15)),
    ("orthodox 0", 2021, date(2021, 5, 2)),
]


@pytest.mark.parametrize(("how", "year", "expected"), FEASTS)
def test_feasts_fall_on_their_days(how: str, year: int, expected: date) -> None:
    assert reckoning.holiday(how, year) == expected


def test_a_weekday_is_the_nearest_past_one_and_publication_itself_counts() -> None:
    wednesday = date(2023, 3, 15)
    assert reckoning.weekday(wednesday, 3, ahead=False) == wednesday
    assert reckoning.weekday(wednesday, 4, ahead=False) == date(2023, 3, 9)
    assert reckoning.weekday(wednesday, 4, ahead=True) == date(2023, 3, 16)
    assert reckoning.weekday(wednesday, 3, ahead=False, strict=True) == date(2023, 3, 8)
    assert reckoning.weekday(wednesday, 3, ahead=True, strict=True) == date(2023, 3, 22)


def test_last_weekend_is_over() -> None:
    sunday = date(2023, 3, 12)
    assert reckoning.weekend(sunday, 0) == (date(2023, 3, 11), sunday)
    assert reckoning.weekend(sunday, -1) == (date(2023, 3, 4), date(2023, 3, 5))
    assert reckoning.weekend(sunday, 1) == (date(2023, 3, 18), date(2023, 3, 19))
