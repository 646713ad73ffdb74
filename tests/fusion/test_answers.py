"""Which answer is shown first, on composed events."""

from told import document, event, record, voices

from svod.fusion.answers import Candidate, choose
from svod.fusion.case import make_case
from svod.model import Answer, Party, Resolution, Statement

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


def test_the_rules_can_be_switched() -> None:
    early, late = event("gate taken", document="a"), event("gate taken", document="b", start=5)
    documents = [document("a", "2031-05-05"), document("b", "2031-05-09")]
    case = make_case(documents, [early, late], [], Resolution((), (), ()))
    candidates = [Candidate("x", (early,), 9.0), Candidate("y", (late,), 1.0)]
    first = [choose(candidates, case, rules)[0][0].value for rules in (("specific",), ("latest",))]
    assert first == ["x", "y"]


def test_an_answer_keeps_its_statements_and_origins() -> None:
    said = [event("gate taken", document="a"), event("gate taken", document="b")]
    [found] = record(said).events
    [when] = [a for a in found.answers if a.attribute == "when"]
    assert isinstance(when, Answer)
    assert (set(when.statements), when.origins) == ({s.id for s in said}, ("Paper a", "Paper b"))
