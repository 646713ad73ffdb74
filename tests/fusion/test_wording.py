"""Titles for people."""

import pytest

from svod.fusion.wording import event_title
from svod.model import Place


def place(name: str, kind: str) -> Place:
    return Place(f"area:{name}", name, kind, "XX", 1.0, 2.0, 3.0, ())  # type: ignore[arg-type]  # any kind


@pytest.mark.parametrize(
    ("target", "where", "title"),
    [
        (
            "Tarn airport",
            place("Tarn International Airport", "facility"),
            "Seizure of Tarn International Airport",
        ),
        ("airport of Tarn", place("Tarn", "city"), "Seizure of airport of Tarn"),
        ("Tarn", place("Tarn", "city"), "Seizure of Tarn"),
        ("Tarn", place("Upper Tarn", "region"), "Seizure of Tarn, Upper Tarn"),
        ("security_forces", place("Tarn", "city"), "Seizure of security forces, Tarn"),
        ("", place("Tarn", "city"), "Seizure, Tarn"),
    ],
)
def test_a_title_does_not_say_a_place_twice(target: str, where: Place, title: str) -> None:
    assert event_title("seizure", target, where) == title
