import pytest
from trees import tree

from svod.errors import MalformedLexiconError
from svod.extraction.lexicon import companions, phrase_list, string_list

TAKE = tree(
    "Rebels NOUN 1 nsubj",
    "took VERB 1 root lemma=take",
    "control NOUN 1 obj",
    "of ADP 5 case",
    "a DET 5 det",
    "port NOUN 2 nmod",
    "and CCONJ 7 cc",
    "fled VERB 1 conj lemma=flee",
    "home NOUN 7 obl",
)


def test_words_are_read_from_a_table() -> None:
    assert string_list({"verbs": ["kill", "set fire"]}, "verbs", "f") == ("kill", "set fire")
    assert phrase_list({"verbs": ["kill", "set fire"]}, "verbs", "f") == (("kill",), ("set", "fire"))


def test_a_missing_list_is_empty() -> None:
    assert string_list({}, "verbs", "f") == ()


@pytest.mark.parametrize("value", ["kill", [1], [["kill"]], {"kill": 1}])
def test_anything_but_a_list_of_words_is_an_error_that_names_the_file(value: object) -> None:
    with pytest.raises(MalformedLexiconError) as raised:
        string_list({"verbs": value}, "verbs", "frames.toml")
    assert raised.value.file == "frames.toml"
    assert "verbs" in raised.value.reason


def test_a_single_word_has_no_companions() -> None:
    assert companions(TAKE, 1, ("take",)) == ()


def test_companions_come_in_the_order_of_the_phrase() -> None:
    assert companions(TAKE, 1, ("take", "control", "of")) == (2, 3)
    assert companions(TAKE, 1, ("take", "of", "control")) == (3, 2)


@pytest.mark.parametrize("word", ["hostage", "home", "rebels", "flee"])
def test_a_phrase_is_not_found_without_its_words_nor_in_another_clause(word: str) -> None:
    assert companions(TAKE, 1, ("take", word)) is None


def test_one_word_is_not_used_twice() -> None:
    assert companions(TAKE, 1, ("take", "control", "control")) is None
