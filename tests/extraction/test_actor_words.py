import pytest

from svod.extraction.actor_words import load_actor_words
from svod.model import GROUPS


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_every_class_but_the_unknown_has_heads(tag: str) -> None:
    assert set(load_actor_words(tag).heads.values()) == set(GROUPS) - {"unknown"}


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_the_words_of_organisations_are_looked_up_in_lower_case(tag: str) -> None:
    words = load_actor_words(tag).organisations
    assert words
    assert all(word == word.lower() for word in words)


def test_a_language_without_words_for_parties_has_none() -> None:
    words = load_actor_words("fi")
    assert (words.heads, words.nobody) == ({}, frozenset())
