"""Content words: what meets across languages, and what says nothing."""

import pytest

from svod.resolution.content import content_keys, numbers

MEETING = [
    ("the airport was shut", "аэропорт закрыт", "@airport"),
    ("a hospital burned", "больница сгорела", "@hospital"),
    ("the hospital burned", "аурухана өртенді", "@hospital"),
    ("flood reached the dam", "паводок дошёл до плотины", "@dam"),
    ("террористы", "terrorists", "@militant"),
    ("guards opened fire", "охрана открыла огонь", "@shoot"),
    ("they fired on the march", "они стреляли по колонне", "@shoot"),
    ("the town hall was taken", "взят акимат", "@administration"),
]


@pytest.mark.parametrize(("one", "other", "concept"), MEETING)
def test_one_concept_in_two_languages_has_one_key(one: str, other: str, concept: str) -> None:
    assert concept in content_keys([one]) & content_keys([other])


def test_empty_words_and_numbers_have_no_key() -> None:
    assert content_keys(["the 12 of them were in it", "и в 2031 году он"]) == frozenset()


def test_numbers_are_read_without_leading_zeros() -> None:
    assert numbers("05 of 120 buses, 0 trains") == {"5", "120"}
