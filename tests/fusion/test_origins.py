"""Who stands behind a composed statement."""

import pytest
from told import document, event, voices

from svod.fusion import origin_of
from svod.fusion.origins import shared_names
from svod.model import Entity

DOCUMENTS = {
    "a": document("a"),
    "b": document("b", reprint_of="a"),
    "c": document("c", reprint_of="b"),
    "x": document("x", reprint_of="y"),
    "y": document("y", reprint_of="x"),
}

CASES = [
    (("Ministry", "Agency"), "a", "Ministry"),
    (("residents", "Agency"), "a", "Agency"),
    (("residents",), "a", "Paper a"),
    ((), "a", "Paper a"),
    ((), "b", "Paper a"),
    ((), "c", "Paper a"),
    (("Ministry",), "c", "Ministry"),
    (("interior ministry", "Agency"), "a", "Ministry of Internal Affairs"),
    (("Министерство внутренних дел",), "a", "Ministry of Internal Affairs"),
    (("МВД",), "a", "Ministry of Internal Affairs"),
    (("Interior Ministry",), "c", "Ministry of Internal Affairs"),
    (("police", "prosecutor's office"), "a", "Paper a"),
    (("Интерфакс",), "a", "Interfax"),
    ((), "y", "Paper x"),
]


@pytest.mark.parametrize(("chain", "where", "origin"), CASES)
def test_the_innermost_named_voice_or_the_account_behind(chain: tuple, where: str, origin: str) -> None:
    statement = event("gates taken", document=where, voice=voices(*chain))
    assert origin_of(statement, DOCUMENTS) == origin


def test_one_voice_in_two_spellings_is_one_origin() -> None:
    entity = Entity("1", "person", "Bolat Serikov", ("Bolat Serikov", "Болат Сериков"), ("a",), 2, ())
    statement = event("gates taken", voice=voices("Болат Сериков"))
    assert origin_of(statement, DOCUMENTS, shared_names([entity])) == "Bolat Serikov"


def test_a_form_that_two_people_have_is_left_alone() -> None:
    both = [Entity(n, "person", f"{n} Serikov", ("Serikov",), ("a",), 1, ()) for n in ("Bolat", "Dana")]
    assert "serikov" not in shared_names(both)
