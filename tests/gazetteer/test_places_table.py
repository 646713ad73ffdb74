"""The packed table of places, and how it is looked up."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.errors import MalformedLexiconError, UnknownReferenceError
from svod.gazetteer import country_prior, fold_name, load_gazetteer
from svod.gazetteer.table import Table, load_table

GAZETTEER = load_gazetteer()

NAMES = [
    ("Almaty", "Almaty", "city"), ("Алма-Ата", "Almaty", "city"), ("Nur-Sultan", "Astana", "city"),
    ("Қарағанды", "Karaganda", "city"), ("Маңғыстау облысы", "Mangystau Region", "region"),
    ("Мангистауская область", "Mangystau Region", "region"), ("Almaty Region", "Almaty Region", "region"),
    ("Kiev", "Kyiv", "city"), ("Ленинград", "Saint Petersburg", "city"), ("US", "United States", "country"),
    ("США", "United States", "country"), ("РФ", "Russia", "country"), ("АҚШ", "United States", "country"),
    ("Великобритания", "United Kingdom", "country"), ("Қазақстан", "Kazakhstan", "country"),
    ("Fresno County", "Fresno County", "district"), ("Техас", "Texas", "region"), ("St. Louis", "St. Louis", "city"),
    ("Восточная Гута", "Eastern Ghouta", "area"), ("Средиземное море", "Mediterranean Sea", "area"),
    ("Kagoshima Prefecture", "Kagoshima Prefecture", "region"), ("Ростовская область", "Rostov Oblast", "region"),
    ("Илийский район", "Ile District", "district"), ("СССР", "Soviet Union", "country"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "english", "kind"), NAMES)
def test_a_name_leads_to_its_place(name: str, english: str, kind: str) -> None:
    first = GAZETTEER.find(fold_name(name))[0]
    assert (first.name, first.kind) == (english, kind)


def test_a_city_lies_in_its_region_and_country() -> None:
    fresno = GAZETTEER.find("fresno")[0]
    assert [GAZETTEER.place(id_).name for id_ in fresno.within] == [
        "Fresno County",
        "California",
        "United States",
    ]


def test_every_country_has_a_name_in_russian_and_lies_somewhere() -> None:
    kazakhstan = GAZETTEER.country("KZ")
    assert kazakhstan is not None
    assert kazakhstan == GAZETTEER.find(fold_name("Казахстан"))[0]
    assert 40 < kazakhstan.latitude < 56
    assert 46 < kazakhstan.longitude < 88


def test_adjectives_lead_to_their_country() -> None:
    assert GAZETTEER.find_adjective("afghan")[0].country == "AF"
    assert GAZETTEER.find_adjective(fold_name("казахстанский"))[0].country == "KZ"
    assert GAZETTEER.find_adjective("no such word") == ()


def test_nothing_is_found_under_a_name_that_nobody_bears() -> None:
    assert GAZETTEER.find("qqqq zzzz") == ()
    with pytest.raises(UnknownReferenceError):
        GAZETTEER.place("geonames:0")


def test_the_table_is_read_in_a_second_and_a_half() -> None:
    start = time.process_time()
    assert len(load_table()) > 100_000
    assert time.process_time() - start < 1.5


def test_a_damaged_line_is_told_by_its_number() -> None:
    with pytest.raises(MalformedLexiconError, match="line 1 has 2 cells"):
        Table(["1\tNowhere"])


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Nagorno-Karabakh", "NAGORNO KARABAKH"), ("Bogotá", "bogota"), ("Орёл", "Орел"), ("Өскемен", "Оскемен"),
     ("Sana'a", "Sanaa"), ("St. John's", "Saint Johns"), ("U.S.", "US")],
)  # fmt: skip
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


TEXTS = [
    "Crowds in Beirut and Tripoli. Lebanon waits.",
    "Lebanon asked France for help.",
    "Nothing is named here.",
]


def test_the_prior_does_not_depend_on_the_order_of_documents() -> None:
    assert country_prior(TEXTS, GAZETTEER) == country_prior(reversed(TEXTS), GAZETTEER)
    assert country_prior(TEXTS, GAZETTEER)[0] == "LB"


def test_one_more_document_does_not_turn_the_prior() -> None:
    case = ["Strikes in Poland, in Warsaw and in Krakow."] * 6
    assert (
        country_prior([*case, "A visit to Spain."], GAZETTEER)[0] == country_prior(case, GAZETTEER)[0] == "PL"
    )


def test_a_case_that_names_no_country_has_no_prior() -> None:
    assert country_prior(["It rained."], GAZETTEER) == ()
