"""Deeds laid to a crowd that disowns them, on composed accounts."""

from dataclasses import replace

from told import blame, document, event, record

from svod.model import Disagreement, Party, Span, Statement

CROWD = Party("the marchers", "protesters")
ARMED = Party("the gunmen", "armed_group")
US = Party("We", "unknown")
WORDS = "The dockers have no part in what was burned at the depot"


def denied(by: Party = US, **other: str) -> list[Statement]:
    """A denial in account b, and the fire that it speaks of."""
    at = WORDS.index("burned")
    deed = event(WORDS[at:], "arson", document="b", start=at)
    denial = blame(WORDS, by, "b", polarity="denied", **other)
    return [denial, replace(deed, trigger=Span(at, at + len("burned")))]


def found(told: Statement, *denial: Statement) -> list[Disagreement]:
    clusters = [[told], *([statement] for statement in denial)]
    documents = [document("a"), document("b")]
    return [d for d in record(*clusters, documents=documents).disagreements if d.kind == "agent"]


def test_a_crowd_that_disowns_a_fire_disputes_who_set_it() -> None:
    [only] = found(event("they burned the depot", "arson", actor=CROWD), *denied())
    assert only.why == (
        "Fire, Tarn, done by: Paper b says that they had no part in it; Paper a says the marchers."
    )


def test_the_fire_of_gunmen_is_not_what_a_crowd_disowns() -> None:
    assert found(event("they burned the depot", "arson", actor=ARMED), *denied()) == []


def test_another_deed_is_not_disowned() -> None:
    assert found(event("they took the depot", "seizure", actor=CROWD), *denied()) == []


def test_who_speaks_for_others_disowns_nothing() -> None:
    fire = event("they burned the depot", "arson", actor=CROWD)
    assert found(fire, *denied(Party("the army", "security_forces"))) == []


def test_a_fire_after_the_denial_is_not_disowned() -> None:
    assert found(event("they burned it", "arson", actor=CROWD, when="2031-05-06"), *denied()) == []
