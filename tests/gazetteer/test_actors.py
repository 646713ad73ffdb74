"""Known actors: the data files hold together and are found by any of their names."""

import re

import pytest

from svod.gazetteer.actors import fold_name, load_actors


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TASS", "TASS"),
        ("ИТАР-ТАСС", "TASS"),
        ("the Associated Press", "Associated Press"),
        ("Agence France Presse", "Agence France-Presse"),
        ("ОДКБ", "CSTO"),
        ("ҰҚШҰ", "CSTO"),
        ("Collective Security Treaty Organization", "CSTO"),
        ("«Хабар 24»", "Khabar 24"),
        ("Всемирная организация здравоохранения", "World Health Organization"),
        ("БҰҰ", "United Nations"),
        ("Лента.ру", "Lenta.ru"),
    ],
)
def test_an_actor_is_found_by_any_of_its_names(written: str, name: str) -> None:
    actor = load_actors().find(fold_name(written))
    assert actor is not None
    assert actor.name == name


@pytest.mark.parametrize(
    ("written", "name"),
    [("РФ", "Russia"), ("казахстанский", "Kazakhstan"), ("U.K.", "United Kingdom"), ("ҚР", "Kazakhstan")],
)
def test_a_country_is_found_by_name_adjective_and_abbreviation(written: str, name: str) -> None:
    country = load_actors().find_country(fold_name(written))
    assert country is not None
    assert country.name == name


def test_a_capital_stands_for_its_government() -> None:
    country = load_actors().find_government("ankara")
    assert country is not None
    assert country.adjective == "Turkish"


def test_a_state_body_takes_the_name_of_its_country_or_place() -> None:
    actors = load_actors()
    bodies = {body.name: body for body in actors.bodies}
    peru = actors.find_country("peru")
    assert bodies["Foreign Ministry"].named(peru) == "Peruvian Foreign Ministry"
    assert bodies["Ministry of Health"].named(peru) == "Ministry of Health of Peru"
    assert bodies["police"].named(place="Leeds") == "Leeds police"
    assert bodies["police"].named() == "police"


def test_nobody_is_found_by_a_name_that_is_not_known() -> None:
    assert load_actors().find("no such agency") is None


def test_wikidata_ids_are_well_formed_and_unique() -> None:
    ids = [actor.wikidata for actor in load_actors().actors if actor.wikidata]
    assert all(re.fullmatch(r"Q[1-9]\d*", wikidata) for wikidata in ids)
    assert len(ids) == len(set(ids))


def test_canonical_names_are_unique() -> None:
    actors = load_actors()
    for rows in (actors.actors, actors.bodies, actors.countries):
        names = [row.name for row in rows]
        assert len(names) == len(set(names))
