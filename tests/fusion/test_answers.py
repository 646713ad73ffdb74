"""Which answer is shown first, on composed events."""

import pytest
from told import document, event, record, voices

from svod.fusion.answers import Candidate, choose
from svod.fusion.case import make_case
from svod.model import Answer, Party, Resolution, ShownFirst, Statement

GATE = {"target": Party("the gate", "infrastructure")}


def answers(attribute: str, *said: Statement) -> list[tuple[str, bool, str]]:
    [found] = record(list(said)).events
    return [(a.value, a.shown, a.why) for a in found.answers if a.attribute == attribute]


def test_most_origins_win() -> None:
    said = [event("gate taken", when="2031-05-04", document=key) for key in "ab"]
    rival = event("gate taken", when="2031-05-05", document="c")
    assert answers("when", *said, rival) == [
        ("2031-05-04", True, "most independent origins"),
        ("2031-05-05", False, "fewer independent origins"),
    ]


def test_outlets_that_quote_one_voice_are_one_origin() -> None:
    quoted = [event("gate taken", when="2031-05-04", document=key, voice=voices("Ministry")) for key in "abc"]
    own = [event("gate taken", when="2031-05-05", document=key) for key in "de"]
    assert answers("when", *quoted, *own)[0][0] == "2031-05-05"


def test_the_more_specific_of_equals_wins() -> None:
    said = [event("gate taken", where="depot"), event("gate taken", where="land", document="b")]
    assert answers("where", *said)[0] == ("Tarn Depot", True, "most specific")


def test_a_date_that_publication_only_bounds_loses_to_one_that_is_told() -> None:
    bound = [event("gate taken", when="2031-05-01/2031-05-09", document=k, dated_by="bounds") for k in "abc"]
    told = event("gate taken", when="2031-05-04", document="d")
    assert answers("when", *bound, told)[0] == ("2031-05-04", True, "told by the text")


def test_denials_answer_only_whether_it_happened() -> None:
    denied = event("gate not taken", document="b", when="2031-05-06", polarity="denied")
    said = [event("gate taken"), denied]
    assert [value for value, _, _ in answers("occurred", *said)] == ["did not happen", "happened"]
    assert [value for value, _, _ in answers("when", *said)] == ["2031-05-04"]


@pytest.mark.parametrize(("shown_first", "value"), [("origins", "x"), ("specific", "y"), ("latest", "z")])
def test_the_rule_can_be_switched(shown_first: ShownFirst, value: str) -> None:
    one, other = event("gate taken", document="a"), event("gate taken", document="b")
    sharp, late = event("gate taken", document="c"), event("gate taken", document="d")
    documents = [document(key, "2031-05-05") for key in "abc"] + [document("d", "2031-05-09")]
    case = make_case(documents, [one, other, sharp, late], [], Resolution((), (), ()), shown_first)
    candidates = [
        Candidate("x", (one, other), 1.0),
        Candidate("y", (sharp,), 9.0),
        Candidate("z", (late,), 1.0),
    ]
    found = choose(candidates, case)
    assert (found[0][0].value, len(found)) == (value, 3)


def test_an_answer_keeps_its_statements_and_origins() -> None:
    said = [event("gate taken", document="a"), event("gate taken", document="b")]
    [found] = record(said).events
    [when] = [a for a in found.answers if a.attribute == "when"]
    assert isinstance(when, Answer)
    assert (set(when.statements), when.origins) == ({s.id for s in said}, ("Paper a", "Paper b"))
