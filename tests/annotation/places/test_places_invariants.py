"""What holds for places of any text; sentences are composed for the tests."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from svod.annotation.places import find_places
from svod.gazetteer import load_gazetteer
from svod.lang import load_language
from svod.model import PlaceMention, Span

WORDS = st.sampled_from(
    ["Paris", "in", "Texas", ",", "Lake", "Chad", "the", "port", "of", "Beirut", "northern", "France", "I", "US",
     "Georgia", "Kazakhstani", "region", "'s", "Square", "Almaty", "airport", "—", "Алматы", "область", ".", "\n"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)
FALLBACK = load_language("und")
ENGLISH = load_language("en").words("places")


def places(
    text: str, prior: tuple[str, ...] = (), words: Mapping[str, Any] = ENGLISH
) -> tuple[PlaceMention, ...]:
    return find_places(text, FALLBACK.sentences(text), load_gazetteer(), prior, words)


@settings(deadline=None)
@given(TEXTS)
def test_mentions_are_ordered_disjoint_and_quote_the_text(text: str) -> None:
    found = places(text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    assert all(mention.text == mention.span.of(text) and mention.rule for mention in found)


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_places(text: str) -> None:
    assert places(text) == places(text)


@settings(deadline=None)
@given(TEXTS)
def test_a_winner_is_never_among_its_losers(text: str) -> None:
    for mention in places(text):
        assert mention.place not in mention.candidates
        assert len(set(mention.candidates)) == len(mention.candidates)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read_without_words_of_its_language(text: str) -> None:
    for mention in places(text, words={}):
        assert Span(0, len(text)).contains(mention.span)


def test_the_country_of_the_case_decides_between_namesakes() -> None:
    text = "The vote in Georgia was close."
    assert places(text)[0].place.kind == "country"
    told = places("The vote in Georgia was close. Alabama and Florida voted too.", ("US",))
    assert told[0].place.country == "US"


def test_a_place_right_behind_decides_between_namesakes() -> None:
    paris, texas = places("They stopped in Paris, Texas.")
    assert paris.place.within[-1] == texas.place.within[-1]
    assert texas.place.id in paris.place.within
    assert any(other.country == "FR" for other in paris.candidates)


def test_adjectives_are_evidence_and_marked() -> None:
    (mention,) = places("The Kazakhstani team left.")
    assert mention.adjective
    assert mention.place.name == "Kazakhstan"


def test_a_facility_stands_where_its_town_does() -> None:
    (mention,) = places("They met at the port of Beirut.")
    assert mention.place.id == "facility:port-of-beirut"
    assert mention.place.kind == "facility"
    town = load_gazetteer().place(mention.place.within[0])
    assert (town.name, town.latitude) == ("Beirut", mention.place.latitude)
