"""The word data of events keeps its schema and the lemmas of its plug-in.

Checked on the data alone, so that a wrong word is found without reading a text.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pymorphy3 import MorphAnalyzer

from svod.lang import load_language
from svod.lang.words import load_words
from svod.model import EVENT_TYPES, GROUPS

TAGS = ("en", "ru")
VERBS = ("verbs", "undergone", "acts", "occurs", "held", "caused")
NOUNS = ("nouns", "agent_nouns", "topics")
SIDES = ("actor", "target", "not_actor", "not_target")
KEYS = {"verbs", "undergone", "acts", "adjectives", *NOUNS}

TEXT_FORMS = {"собой", "ко"}
"""Words of Russian set phrases that are matched as written, not as lemmas."""

UNKNOWN = {"хезболла", "харам", "коп"}
"""Russian words that the dictionary does not know, or reads otherwise out of a sentence."""

MODEL_LEMMAS = {
    # The small English model's own lemmas for "raged", "staged", "waged", "fined", "raped", …
    *("rag", "stag", "wag", "fin", "rap", "tasere", "waterboarde", "cordone", "reconnecte"),
    *("relaunche", "rearreste", "reoccupie", "reappointe", "fulfil", "re", "co"),
    # and for "clothes", "measles" (it finds either) and "reconquest".
    *("clothe", "clothes", "measle", "measles", "reconquest"),
}
"""English entries that are no fixed point on purpose."""

PARTICIPLE = re.compile(r"(ed|en|ing|burnt|slain|torn|shut)$")
"""Adjectives that are participles: the model takes them now for one, now for the other."""


def tables(tag: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each event type with its table and with each of its limited tables."""
    for name, table in load_words(tag, "frames").items():
        if name in EVENT_TYPES:
            yield name, table
            yield from ((name, limited) for limited in table.get("limited", ()))


def listed(tag: str, *keys: str) -> set[str]:
    return {phrase for _, table in tables(tag) for key in keys for phrase in table.get(key, ())}


def supporting(tag: str) -> set[str]:
    return {phrase for phrases in load_words(tag, "frames")["support"].values() for phrase in phrases}


def parties(tag: str) -> set[str]:
    actors = load_words(tag, "actors")
    sections = ("groups", "modifiers", "neutral", "collective")
    return {word for section in sections for words in actors[section].values() for word in words}


@pytest.mark.parametrize("tag", TAGS)
def test_every_event_type_has_words(tag: str) -> None:
    frames = load_words(tag, "frames")
    assert set(frames) == {*EVENT_TYPES, "classes", "support"}
    assert all(KEYS & set(frames[name]) for name in EVENT_TYPES)


@pytest.mark.parametrize("tag", TAGS)
def test_tables_hold_only_known_lists(tag: str) -> None:
    unknown = {(name, key) for name, table in tables(tag) for key in set(table) - KEYS - {"limited", *SIDES}}
    assert not unknown


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("topic", ["frames", "actors"])
def test_no_word_stands_twice_in_one_list(tag: str, topic: str) -> None:
    lists = list(_lists(load_words(tag, topic)))
    assert lists
    for words in lists:
        assert len(words) == len(set(words)), sorted({w for w in words if words.count(w) > 1})


@pytest.mark.parametrize("tag", TAGS)
def test_limits_name_classes_and_groups_that_exist(tag: str) -> None:
    classes = load_words(tag, "frames")["classes"]
    for name, table in tables(tag):
        for word in (word for side in SIDES for word in table.get(side, ())):
            known = {"@": classes, "#": GROUPS}.get(word[0])
            assert known is None or word[1:] in known, (name, word)


@pytest.mark.parametrize("tag", TAGS)
def test_every_limited_table_has_words_and_a_limit(tag: str) -> None:
    for name in EVENT_TYPES:
        for limited in load_words(tag, "frames")[name].get("limited", ()):
            assert KEYS & set(limited), name
            assert any(limited.get(side) for side in SIDES), name


@pytest.mark.parametrize("tag", TAGS)
def test_limits_are_single_words(tag: str) -> None:
    assert not [word for word in listed(tag, *SIDES) if " " in word]


@pytest.mark.parametrize("tag", TAGS)
def test_party_words_belong_to_groups_of_the_codebook(tag: str) -> None:
    actors = load_words(tag, "actors")
    for section in ("groups", "modifiers", "org_words"):
        assert set(actors[section]) <= set(GROUPS), section
    heads = [word for words in actors["groups"].values() for word in words]
    assert len(heads) == len(set(heads)), sorted({w for w in heads if heads.count(w) > 1})


def test_russian_words_are_dictionary_forms() -> None:
    analyzer = MorphAnalyzer(lang="ru")
    phrases = listed("ru", *KEYS, *SIDES) | supporting("ru") | parties("ru")
    words = {word for phrase in phrases for word in phrase.split() if word[0] not in "@#"}
    assert not {w for w in words - TEXT_FORMS - UNKNOWN if not _is_dictionary_form(analyzer, w)}


def test_english_heads_of_verb_phrases_are_lemmas() -> None:
    heads = {phrase.split()[0] for phrase in listed("en", *VERBS) | supporting("en")}
    assert not _changed("They will {} it.", heads - MODEL_LEMMAS)


def test_english_heads_of_noun_phrases_and_limits_are_lemmas() -> None:
    heads = {phrase.split()[0] for phrase in listed("en", *NOUNS, *SIDES) if phrase[0] not in "@#"}
    plain = {word for word in heads - MODEL_LEMMAS if not PARTICIPLE.search(word) or word.endswith("ing")}
    assert not _changed("The {} was reported.", plain)


def test_english_adjectives_are_lemmas_or_participles() -> None:
    adjectives = {phrase.split()[0] for phrase in listed("en", "adjectives")}
    assert not _changed("It is {}.", {word for word in adjectives if not PARTICIPLE.search(word)})


def _lists(table: Mapping[str, Any]) -> Iterator[list[str]]:
    for value in table.values():
        if isinstance(value, Mapping):
            yield from _lists(value)
        elif value and isinstance(value[0], Mapping):
            yield from (words for limited in value for words in _lists(limited))
        else:
            yield value


def _is_dictionary_form(analyzer: MorphAnalyzer, word: str) -> bool:
    readings = analyzer.parse(word)
    own = {reading.normal_form for reading in readings}
    participles = {reading.word for reading in readings if reading.tag.POS in {"PRTF", "PRTS"}}
    return word in own | participles


def _changed(frame: str, words: set[str]) -> set[str]:
    """Return the words that the English plug-in gives another lemma in a frame."""
    text = "\n\n".join(frame.format(word) for word in sorted(words))
    lemmas = {token.lemma for sentence in load_language("en").sentences(text) for token in sentence.tokens}
    return words - lemmas
