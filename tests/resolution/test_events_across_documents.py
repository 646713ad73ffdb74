"""Composed event statements: which are of one event."""

from dataclasses import replace

import pytest
from said import document, event

from svod.model import Constraints, Party, Resolution, Statement
from svod.resolution import explain, resolve

FREE = Constraints()
CROWD = Party("the crowd", "protesters")
DEPOT_EN = Party("the bus station", "infrastructure")
DEPOT_RU = Party("автовокзал и станцию", "infrastructure")

TAKEN = event("the crowd took the bus station", document="a", actor=CROWD, target=DEPOT_EN)
TAKEN_RU = event("толпа захватила автовокзал и станцию", document="b", target=DEPOT_RU)


def clusters(*statements: Statement, constraints: Constraints = FREE) -> list[set[str]]:
    documents = [document(key) for key in sorted({s.citation.document for s in statements})]
    return [set(c.statements) for c in resolve(statements, [], documents, constraints).events]


def test_one_event_is_found_across_languages() -> None:
    assert clusters(TAKEN, TAKEN_RU) == [{TAKEN.id, TAKEN_RU.id}]


APART = {
    "another place": event("толпа захватила станцию", document="b", target=DEPOT_RU, where="orel"),
    "another month": event("толпа захватила станцию", document="b", target=DEPOT_RU, when="2031-06-20"),
    "another type": event("станция сгорела", "arson", document="b", target=DEPOT_RU),
    "another thing": event("толпа взяла тюрьму", document="b", target=Party("тюрьма", "authorities")),
}


@pytest.mark.parametrize("other", APART.values(), ids=APART)
def test_other_events_stay_apart(other: Statement) -> None:
    assert len(clusters(TAKEN, other)) == 2


def test_a_denial_is_of_the_event_that_it_denies() -> None:
    denied = event(
        "the crowd did not take the bus station",
        document="b",
        actor=CROWD,
        target=DEPOT_EN,
        polarity="denied",
    )
    assert len(clusters(TAKEN, denied)) == 1


def test_two_mentions_of_one_document_join() -> None:
    again = event("seized the bus station in Tarn", target=DEPOT_EN, start=500)
    assert clusters(TAKEN, again) == [{TAKEN.id, again.id}]


def test_rival_words_for_the_doers_do_not_part_an_event() -> None:
    armed = event(
        "armed men took the bus station",
        document="b",
        actor=Party("armed men", "armed_group"),
        target=DEPOT_EN,
    )
    assert len(clusters(TAKEN, armed)) == 1


def test_a_body_and_its_house_are_one_thing() -> None:
    taken = event("the crowd took the town hall", target=Party("the town hall", "authorities"))
    hall = Party("здание мэрии", "infrastructure")
    assert len(clusters(taken, event("толпа захватила здание мэрии", document="b", target=hall))) == 1


def test_things_of_two_kinds_are_not_one_thing_in_two_languages() -> None:
    airport = event(
        "толпа захватила аэропорт",
        document="b",
        actor=Party("толпа", "protesters"),
        target=Party("аэропорт", "infrastructure"),
    )
    assert len(clusters(replace(TAKEN, where=None), airport)) == 2


def test_a_denial_of_a_later_day_joins_unless_it_says_the_day_itself() -> None:
    denied = event(
        "the crowd never took the bus station",
        document="b",
        when="2031-05-20",
        actor=CROWD,
        target=DEPOT_EN,
        polarity="denied",
    )
    assert len(clusters(TAKEN, denied)) == 2
    assert len(clusters(TAKEN, replace(denied, dated_by="context"))) == 1


def test_people_can_part_what_the_scores_join() -> None:
    assert (
        len(clusters(TAKEN, TAKEN_RU, constraints=Constraints(cannot_link=((TAKEN_RU.id, TAKEN.id),)))) == 2
    )


def test_people_can_join_what_the_scores_part() -> None:
    other = APART["another place"]
    assert len(clusters(TAKEN, other, constraints=Constraints(must_link=((TAKEN.id, other.id),)))) == 1


def test_people_can_part_word_for_word_copies() -> None:
    copy = replace(TAKEN, citation=replace(TAKEN.citation, document="b"))
    assert len(clusters(TAKEN, copy)) == 1
    assert len(clusters(TAKEN, copy, constraints=Constraints(cannot_link=((TAKEN.id, copy.id),)))) == 2


def test_a_score_is_the_sum_of_what_it_tells() -> None:
    pair = explain(TAKEN, TAKEN_RU, [], [document("a"), document("b")])
    assert pair is not None
    assert pair.score == sum(comparison.weight for comparison in pair.comparisons)
    assert {"prior", "type", "when", "where", "target", "words"} <= {c.name for c in pair.comparisons}


def test_a_cluster_keeps_the_links_that_hold_it() -> None:
    result: Resolution = resolve([TAKEN, TAKEN_RU], [], [document("a"), document("b")])
    [found] = result.events
    [pair] = found.pairs
    assert {pair.one, pair.other} == {TAKEN.id, TAKEN_RU.id}
