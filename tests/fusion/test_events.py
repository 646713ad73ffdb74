"""Events made of composed clusters: titles, identity, silence."""

import pytest
from told import document, event, figure, record

from svod.model import Party

TITLES = [
    ("killing", Party("guards", "security_forces"), "land", "Killing of security forces, Land"),
    ("seizure", Party("the gate", "infrastructure"), "depot", "Seizure, Tarn Depot"),
    ("detention", Party("Dana", "civilians", name="Dana Serik"), "", "Detention of Dana Serik"),
    ("arson", None, "tarn", "Fire, Tarn"),
    ("legal_action", None, "", "Legal action"),
    ("request", None, "", "Request"),
]


@pytest.mark.parametrize(("type_", "target", "where", "title"), TITLES)
def test_titles_are_made_from_the_data(type_: str, target: Party | None, where: str, title: str) -> None:
    [found] = record([event("so it was", type_, where=where, target=target)]).events
    assert found.title == title


def test_a_series_has_a_title_too() -> None:
    [found] = record([figure(16, of="security_forces", where="land")]).series
    assert found.title == "Number of security forces killed, Land"


def test_an_event_counts_origins_and_names_who_denies_it() -> None:
    denied = event("gate not taken", document="b", polarity="denied")
    [found] = record([event("gate taken"), denied]).events
    assert (found.origins, found.denied_by) == (("Paper a", "Paper b"), ("b",))


def test_the_id_is_made_from_the_statements_alone() -> None:
    first, second = event("gate taken"), event("gate seized", document="b")
    ids = {record(cluster).events[0].id for cluster in ([first, second], [second, first])}
    assert len(ids) == 1
    assert ids != {record([first]).events[0].id}


def silent(published: str | None, where: str, reprint_of: str | None = None) -> tuple[str, ...]:
    told, other = event("gate taken"), event("smoke", "arson", where=where, document="b")
    documents = [document("a"), document("b", published, reprint_of)]
    found = record([told], [other], documents=documents).events
    return next(e.silent for e in found if told.id in e.statements)


SILENCE = [
    ("2031-05-05", "tarn", ("b",)),
    ("2031-05-04", "depot", ("b",)),
    ("2031-05-05", "north", ("b",)),
    ("2031-05-05", "land", ("b",)),
    ("2031-05-03", "tarn", ()),
    (None, "tarn", ()),
    ("2031-05-05", "orel", ("b",)),
    ("2031-05-05", "", ()),
]


@pytest.mark.parametrize(("published", "where", "expected"), SILENCE)
def test_silent_is_who_could_have_told(published: str | None, where: str, expected: tuple) -> None:
    assert silent(published, where) == expected


def test_a_reprint_of_who_told_is_not_silent() -> None:
    assert silent("2031-05-05", "tarn", reprint_of="a") == ()
