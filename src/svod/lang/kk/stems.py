"""Stems of Kazakh words by part of speech, as `stems.toml` gives them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from svod.lang.words import load_words

_AFTER_VOWEL = re.compile(r"(?<=[аәеоөұүыіуиё])[юя]")
_LETTERS = {"ю": "йу", "я": "йа"}
_TOGETHER = {"йу": "ю", "йа": "я"}


def spread(word: str) -> str:
    """Return a word with "ю" and "я" behind a vowel as the two sounds they are ("қоя" → "қойа")."""
    return _AFTER_VOWEL.sub(lambda match: _LETTERS[match[0]], word)


def gathered(word: str) -> str:
    """Undo `spread`."""
    for two, one in _TOGETHER.items():
        word = word.replace(two, one)
    return word


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems known.

    Attributes:
        nominal: Spread stem → (lemma, part of speech): nouns, adjectives, numerals, pronouns.
        verbs: Spread stem → lemma.
        transitive: Lemmas of verbs that take an object.
        persons: Nouns of persons and bodies, which can act.
        closed: Whole word → (lemma, part of speech).
        cases: Whole word that is a pronoun in a case → that case.
        digits: Digit, or round number in digits → the word for it.
        light: Light verb → bare nouns that make one word with it.
        grammar: Name of a list → its words.
    """

    nominal: Mapping[str, tuple[str, str]]
    verbs: Mapping[str, str]
    transitive: frozenset[str]
    persons: frozenset[str]
    closed: Mapping[str, tuple[str, str]]
    cases: Mapping[str, str]
    digits: Mapping[str, str]
    light: Mapping[str, frozenset[str]]
    grammar: Mapping[str, frozenset[str]]


@cache
def load_stems() -> Stems:
    """Return the stems of `stems.toml`."""
    words = load_words("kk", "stems")
    transitive = frozenset(words["verbs"]["transitive"].split())
    verbs = transitive | frozenset(words["verbs"]["intransitive"].split())
    return Stems(
        nominal=_nominal(words),
        verbs={spread(verb): verb for verb in sorted(verbs)} | _irregular(words),
        transitive=transitive,
        persons=frozenset(words["persons"].split()),
        closed=_closed(words),
        cases={word: case for case, listed in words["cases"].items() for word in listed.split()},
        digits=words["digits"],
        light={verb: frozenset(nouns.split()) for verb, nouns in words["light"].items()},
        grammar={name: frozenset(listed.split()) for name, listed in words["grammar"].items()},
    )


def _nominal(words: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for short, full in words["syncope"].items():
        found[short] = (full, "NOUN")
    for word in words["grammar"]["pronouns"].split():
        found[word] = (word, "PRON")
    for word in words["closed"]["NUM"].split():
        found[word] = (word, "NUM")
    for word in (*words["persons"].split(), *words["nouns"].split()):
        pos = "PROPN" if word[0].isupper() else "NOUN"
        found[spread(word.lower())] = (word.lower(), pos)
        if word.endswith("ст"):  # журналист, журналистер
            found[word[:-1].lower()] = (word.lower(), pos)
    for word in words["adjectives"]["words"].split():
        found[spread(word)] = (word, "ADJ")
    return found


def _irregular(words: Mapping[str, Any]) -> dict[str, str]:
    """Stems in -п, which is "у" before -ып: тап, тауып."""
    verbs = (words["verbs"]["transitive"] + words["verbs"]["intransitive"]).split()
    return {verb[:-1] + "у": verb for verb in verbs if verb.endswith("п")}


def _closed(words: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Whole words; where one stands under several parts of speech, the one listed last counts."""
    found: dict[str, tuple[str, str]] = {}
    for pos, listed in words["closed"].items():
        if pos != "NUM":
            found |= {word: (word, pos) for word in listed.split()}
    found |= {word: (word, "PRON") for listed in words["cases"].values() for word in listed.split()}
    return found
