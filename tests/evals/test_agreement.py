"""When attributes agree; values are made up."""

import pytest
from evals.agreement import AGREES, same_day, same_name, same_number, same_time, same_voice


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("2019-05-14", "2019-05-14", True),
        ("2019-05-14", "2019-05-15", False),
        ("2019-05-14", "2019-05-10/2019-05-16", True),  # six days more: still an answer
        ("2019-05-14", "2019-05", False),  # meets, but says too little
        ("2019-05-14", None, False),
        ("../2019-05-14", "2019-05-02", True),  # undated: only bars what it excludes
        ("../2019-05-14", "2019-05-20", False),
        (None, "2019-05-20", True),
        ("2018-21", "2018-04-09", True),  # a season is its months
        ("2018-21", "2018-07-01", False),
        ("2018-24", "2019-02-28", True),  # winter ends in the next year
        ("2019-05-14T20:00", "2019-05-14~", True),
        ("XXXX-10-24", "2015-10-24", True),
    ],
)
def test_a_date_answers_another(gold: str | None, predicted: str | None, *, expected: bool) -> None:
    assert same_time(gold, predicted) is expected


def test_a_day_is_the_same_without_clock_and_doubt() -> None:
    assert same_day("2019-05-14T20:00~/..", "2019-05-14/..")
    assert same_day(None, "")
    assert not same_day("2019-05", "2019-05-14")


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ([], [], True),
        ([], ["police"], False),
        (["police"], [], False),
        (["Rosa Quispe", "Radio One"], ["Quispe"], True),
        (["Lae police commander"], ["police"], True),
        (["Kenya"], ["Kenyan government"], True),
        (["residents"], ["governor"], False),
    ],
)
def test_the_innermost_voice_counts(gold: list[str], predicted: list[str], *, expected: bool) -> None:
    assert same_voice(gold, predicted) is expected


def test_names_are_the_same_in_other_clothes() -> None:
    assert same_name("The Hague", "hague")
    assert same_name("Орёл", "орел")
    assert same_name("Alma-Ata", "Almaty")
    assert not same_name("Lae", None)
    assert same_name(None, None)


def test_open_bounds_equal_open_bounds_only() -> None:
    assert same_number(None, None)
    assert not same_number(None, 0)
    assert same_number(1e9, 1e9 + 1)
    assert not same_number(10, 11)


def test_a_missing_party_has_no_class() -> None:
    assert AGREES["actor class"]({"actor": None}, {})
    assert not AGREES["actor class"]({"actor": {"class": "media"}}, {"actor": None})
