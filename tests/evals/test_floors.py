"""Floors only rise, and say what fell; numbers are made up."""

from pathlib import Path

import pytest
from evals.floors import Measured, Section, below, load_floors, measured, raised, write_floors
from evals.score import score
from hypothesis import given
from hypothesis import strategies as st

ROW = {"doc": "d", "kind": "event", "start": 0, "end": 9, "type": "riot", "voice": ["police"]}


def value(number: float, slack: float = 0.01) -> Measured:
    return Measured(number, slack, "")


def test_a_missed_floor_is_named_with_what_was_measured_and_by_how_much() -> None:
    [line] = below({"event strict": value(0.65)}, {"event strict": 0.7})
    assert line == "event strict: 0.6500 is 0.0500 below the floor 0.7000"


def test_a_value_that_is_no_longer_measured_is_missed() -> None:
    assert list(below({}, {"event strict": 0.7}))


def test_a_met_floor_is_silent() -> None:
    assert not list(below({"event strict": value(0.7)}, {"event strict": 0.7}))


def test_a_floor_rises_to_what_was_measured_less_the_slack() -> None:
    assert raised({"a": value(0.8)}, {"a": 0.7}) == {"a": pytest.approx(0.79)}


def test_a_floor_does_not_sink_within_the_slack() -> None:
    assert raised({"a": value(0.705)}, {"a": 0.7}) == {"a": 0.7}


def test_a_missed_floor_sinks_only_when_allowed() -> None:
    assert raised({"a": value(0.5)}, {"a": 0.7}) == {"a": 0.7}
    assert raised({"a": value(0.5)}, {"a": 0.7}, lower=True) == {"a": pytest.approx(0.49)}


def test_a_floor_of_nothing_is_left_out() -> None:
    assert raised({"a": value(0.0)}, {}) == {}


NUMBERS = st.floats(0, 1)


@given(NUMBERS, NUMBERS)
def test_new_floors_hold_for_the_run_that_set_them(now: float, old: float) -> None:
    values = {"a": value(now)}
    assert not list(below(values, raised(values, {"a": old}, lower=True)))


def test_every_value_has_its_counts() -> None:
    values = measured(score([ROW], [ROW]))
    assert values["event strict"].counts == "1 of 1 found, 0 not in gold"
    assert values["event voice"].value == 1.0
    assert values["event strict"].slack == 1.0  # one of two statements may turn


def test_floors_survive_writing(tmp_path: Path) -> None:
    section = Section("ab12", {"event strict": 0.65, "event when (day)": 0.5}, {"event strict": "2 of 3"})
    write_floors({"golden-en": section}, tmp_path / "floors.toml")
    loaded = load_floors(tmp_path / "floors.toml")["golden-en"]
    assert (loaded.digest, loaded.floors) == (section.digest, section.floors)
    assert "# 2 of 3" in (tmp_path / "floors.toml").read_text("utf-8")


def test_no_file_is_no_floors(tmp_path: Path) -> None:
    assert load_floors(tmp_path / "none.toml") == {}
