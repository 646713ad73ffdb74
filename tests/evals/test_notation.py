"""Short forms of golden statements; all examples are composed."""

import pytest
from evals.notation import parse_number, parse_party, statement_rows

DEFAULTS = {"id": "x", "when": "2019-05-14", "where": "Calama"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("14", (14, 14, "exact")),
        ("~130", (130, 130, "approximate")),
        (">=9", (9, None, "at_least")),
        ("<=190", (None, 190, "at_most")),
        ("6..10", (6, 10, "range")),
        ("vague 20..100", (20, 100, "vague")),
        ("5.9", (5.9, 5.9, "exact")),
    ],
)
def test_a_number_has_bounds(given: str, expected: tuple[float | None, float | None, str]) -> None:
    assert parse_number(given) == expected


@pytest.mark.parametrize("given", ["", "many", "14 people", "..5"])
def test_words_are_no_number(given: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        parse_number(given)


def test_a_party_has_words_and_a_class() -> None:
    assert parse_party("the crowd | protesters") == {
        "text": "the crowd",
        "class": "protesters",
        "scare_quotes": False,
    }


def test_a_party_may_be_implied_or_quoted() -> None:
    implied, scared = parse_party("| authorities"), parse_party("“rioters” | armed_group | scare")
    assert implied is not None
    assert implied["text"] is None
    assert scared is not None
    assert scared["scare_quotes"]
    assert parse_party(None) is None


def test_one_line_can_say_an_event_and_a_figure() -> None:
    line = {"event": "killing", "figure": "killed", "of": "people", "number": "2", "quote": "two died"}
    event, figure = statement_rows(line, DEFAULTS, 1)
    assert (event["type"], figure["measure"], figure["low"]) == ("killing", "killed", 2)
    assert event["id"] != figure["id"]


def test_what_a_line_does_not_tell_comes_from_its_text() -> None:
    [row] = statement_rows({"event": "riot", "quote": "q", "where": "-"}, DEFAULTS, 1)
    assert (row["when"], row["where"], row["voice"]) == ("2019-05-14", None, [])
    assert (row["polarity"], row["modality"]) == ("affirmed", "actual")


def test_a_promise_is_planned() -> None:
    [row] = statement_rows({"commitment": "pay", "quote": "q", "amount": 5}, DEFAULTS, 1)
    assert (row["modality"], row["amount"]) == ("planned", 5)


@pytest.mark.parametrize("line", [{"quote": "q"}, {"event": "riot", "number": "2", "quote": "q"}])
def test_a_line_without_a_kind_or_with_a_foreign_field_is_refused(line: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="no kind, or unknown fields"):
        list(statement_rows(line, DEFAULTS, 1))
