"""Entities out of composed mentions: which names are one, and which stay two."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said import OREL, TARN, name, place

from svod.model import Mention
from svod.resolution import resolve_names
from svod.resolution.person import compatible, parse_person


def entities(*mentions: Mention) -> list[set[str]]:
    return [set(entity.names) for entity in resolve_names(mentions)]


PARSED = [
    ("Ivan Petrov", "petrov", ("ivan",)),
    ("Петров Иван Сергеевич", "petrov", ("ivan",)),
    ("Петров И. С.", "petrov", ("i", "s")),
    ("President Petrov", "petrov", ()),
    ("Maria van der Berg", "vanderberg", ("mara",)),
    ("Petrov", "petrov", ()),
    ("Раиса Рабинович", "rabinovich", ("raisa",)),
    ("Роман Ильич Рабинович", "rabinovich", ("roman",)),
]


@pytest.mark.parametrize(("text", "surname", "given_names"), PARSED)
def test_the_surname_is_told_from_given_names(text: str, surname: str, given_names: tuple) -> None:
    person = parse_person(text)
    assert (person.surname, person.given) == (surname, given_names)


COMPATIBLE = [
    ("Ivan Petrov", "И. Петров", True),
    ("Ivan Petrov", "Igor Petrov", False),
    ("Алексей Петров", "Alexei Petrov", True),
    ("Marat Petrov", "Murat Petrov", False),
    ("Anna-Maria Petrova", "Annamaria Petrova", True),
    ("Иван Ильич Петров", "Иван Сергеевич Петров", False),
    ("Ivan Petrov", "Ivan Petrova", False),
    ("Pavel Alekseyev", "Павел Алексеев", True),
    ("Kassym-Jomart Tokayev", "Kassym-Zhomart Tokayev", True),
    ("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев", True),
    ("Kassym-Jomart Tokayev", "Қасым-Жомарт Тоқаев", True),
    ("Kassym-Jomart Tokayev", "К.-Ж. Токаев", True),
    ("Kassym-Jomart Tokayev", "Касым-Жомарт Токарев", False),
]


@pytest.mark.parametrize(("one", "other", "same"), COMPATIBLE)
def test_given_names_must_be_able_to_be_one(one: str, other: str, same: bool) -> None:  # noqa: FBT001  # a column of the table
    assert compatible(parse_person(one), parse_person(other)) is same


def test_a_name_in_two_scripts_is_one_person() -> None:
    [found] = resolve_names([name("Болат Сериков", "a"), name("Bolat Serikov", "b")])
    assert found.name == "Bolat Serikov"
    assert found.documents == ("a", "b")
    assert found.why == ("Bolat Serikov = Болат Сериков: same name under the folding key",)


def test_near_spellings_stay_two_people() -> None:
    assert len(resolve_names([name("Tokayev", "a"), name("Tokarev", "b")])) == 2


def test_a_bare_surname_joins_the_only_bearer() -> None:
    assert entities(name("Bolat Serikov", "a"), name("Сериков", "b")) == [{"Bolat Serikov", "Сериков"}]


def test_a_bare_surname_with_two_bearers_joins_the_one_of_its_document() -> None:
    mentions = [name("Bolat Serikov", "a"), name("Dana Serikov", "b"), name("Serikov", "b", start=9)]
    assert {"Dana Serikov", "Serikov"} in entities(*mentions)


def test_a_bare_surname_that_could_be_two_people_stays_alone() -> None:
    mentions = [name("Bolat Serikov", "a"), name("Dana Serikov", "b"), name("Serikov", "c")]
    assert {"Serikov"} in entities(*mentions)


def test_initials_stand_for_the_only_full_name() -> None:
    mentions = [name("Road Safety Board", kind="organisation"), name("RSB", "b", kind="organisation")]
    assert entities(*mentions) == [{"RSB", "Road Safety Board"}]


def test_a_state_body_is_one_in_three_languages() -> None:
    named = ("Ministry of Internal Affairs", "МВД", "Ішкі істер министрлігі", "Ishki ister ministrligi")
    [found] = resolve_names([name(n, d, kind="organisation") for n, d in zip(named, "abcd", strict=True)])
    assert found.name == "Ministry of Internal Affairs"
    assert [why.rpartition(": ")[2] for why in found.why] == [
        "names of one body, the Ministry of Internal Affairs"
    ]


def test_places_are_one_by_their_gazetteer_entry_alone() -> None:
    found = resolve_names([place("Tarn", TARN), place("Тарн", TARN, "b"), place("Orel", OREL)])
    assert [(entity.name, entity.mentions) for entity in found] == [("Orel", 1), ("Tarn", 2)]


def test_a_name_that_is_a_place_of_the_gazetteer_counts_as_the_place_alone() -> None:
    [found] = resolve_names([place("Tarn", TARN), name("Tarn", kind="organisation")])
    assert (found.kind, found.mentions) == ("place", 1)


def test_one_name_found_as_two_sorts_is_one_entity() -> None:
    said = [name("Valley Union", "a"), name("Valley Union", "b", kind="organisation")]
    [found] = resolve_names(said)
    assert (found.kind, found.mentions) == ("organisation", 2)


def test_a_publisher_taken_for_a_person_is_an_organisation() -> None:
    [found] = resolve_names([name("Hill Post")], ["Hill Post"])
    assert found.kind == "organisation"


MENTIONS = st.lists(
    st.builds(
        name,
        st.sampled_from(["Ivan Petrov", "И. Петров", "Petrov", "Igor Petrov", "RSB", "Tarn"]),
        st.sampled_from("abc"),
        start=st.integers(0, 5),
    )
)


@settings(deadline=None)  # the first draw loads the actors
@given(MENTIONS, st.randoms(use_true_random=False))
def test_order_of_mentions_does_not_matter(mentions: list, rng: random.Random) -> None:
    assert resolve_names(rng.sample(mentions, len(mentions))) == resolve_names(mentions)


@settings(deadline=None)  # the first draw loads the actors
@given(MENTIONS)
def test_every_mention_counts_once(mentions: list) -> None:
    assert sum(entity.mentions for entity in resolve_names(mentions)) == len(mentions)


PUBLISHERS = [
    ("Gorniy vestnik", "Горный вестник", True),
    ("Gornyy Vestnik", "Горный вестник", True),
    ("Valley Wire", "Valley Wire", True),
    ("Valley Wire", "Hill Post", False),
]


@pytest.mark.parametrize(("said", "publisher", "same"), PUBLISHERS)
def test_a_publisher_joins_the_entity_of_its_name(said: str, publisher: str, *, same: bool) -> None:
    [entity] = resolve_names([name(said, kind="organisation")], [publisher])
    assert (publisher in entity.names) is same
    assert entity.mentions == 1


def test_publishers_that_nobody_names_are_no_entities() -> None:
    assert resolve_names([], ["Hill Post"]) == ()
