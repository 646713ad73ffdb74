"""The days that an EDTF value may mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.model import edtf

DAYS = [
    ("2024-05-06", "2024-05-06", "2024-05-06"),
    ("2024-05-06T20:00", "2024-05-06", "2024-05-06"),
    ("2024-05-06~", "2024-05-06", "2024-05-06"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023", "2023-01-01", "2023-12-31"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("2024-05-06/2024-05-08", "2024-05-06", "2024-05-08"),
    ("2024-05-06/..", "2024-05-06", date.max.isoformat()),
    ("../2024-05-06", date.min.isoformat(), "2024-05-06"),
    ("2024-XX-XX", "2024-01-01", "2024-12-31"),
    ("XXXX-05-06", date.min.isoformat(), date.max.isoformat()),
    ("", date.min.isoformat(), date.max.isoformat()),
    (None, date.min.isoformat(), date.max.isoformat()),
]


@pytest.mark.parametrize(("value", "first", "last"), DAYS)
def test_first_and_last_day(value: str | None, first: str, last: str) -> None:
    assert edtf.days(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["2024-05-06", "2024-05", "2024/..", "../2024-05-06", "2024-05-06T07:30?"])
def test_what_is_edtf(value: str) -> None:
    assert edtf.is_edtf(value)


@pytest.mark.parametrize("value", ["", "/", "../..", "6 May", "2024-5-6", "2024/2025/2026", "24-05-06"])
def test_what_is_not(value: str) -> None:
    assert not edtf.is_edtf(value)


@given(st.dates(), st.dates())
def test_two_days_meet_if_no_day_lies_between(one: date, other: date) -> None:
    a, b = one.isoformat(), other.isoformat()
    assert edtf.gap_days(a, b) == edtf.gap_days(b, a) == abs((one - other).days)
    assert edtf.meets(a, b) is (one == other)


@given(st.dates(), st.integers(-(10**9), 10**9))
def test_a_shifted_day_stays_in_the_calendar(day: date, by: int) -> None:
    assert date.min <= edtf.shift(day, by) <= date.max
