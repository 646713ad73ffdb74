"""The words of a language for parties, by class."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from svod.extraction.lexicon import Phrase, phrase_list, string_list
from svod.lang import load_language
from svod.model import GROUPS, Group


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words for parties, by class.

    Attributes:
        heads: Phrases of lemmas in text order → class; looked up longest first.
        modifiers: Lemmas of modifiers → class, for neutral heads.
        neutral: Heads without a class of their own.
        collective: Heads to look through ("a group of").
        pronouns: Words that stand for somebody named before.
        organisations: Lower-case words in proper names → class.
        participles: Verbs whose participle names persons ("the wounded") → class.
        nobody: Heads that name no party: happenings, means, measures.
    """

    heads: Mapping[Phrase, Group]
    modifiers: Mapping[str, Group]
    neutral: frozenset[str]
    collective: frozenset[str]
    pronouns: frozenset[str]
    organisations: Mapping[str, Group]
    participles: Mapping[str, Group]
    nobody: frozenset[str]


@cache
def load_actor_words(tag: str) -> ActorWords:
    """Return the party words of a language from its `actors.toml`."""
    words = load_language(tag).words("actors")
    file = f"lang/{tag}/actors.toml"
    groups, modifiers = words.get("groups", {}), words.get("modifiers", {})
    return ActorWords(
        heads={p: g for g in GROUPS for p in phrase_list(groups, g, file)},
        modifiers={w: g for g in GROUPS for w in string_list(modifiers, g, file)},
        neutral=_section(words, "neutral", file),
        collective=_section(words, "collective", file),
        pronouns=_section(words, "pronouns", file),
        organisations={
            w.lower(): g for g in GROUPS for w in string_list(words.get("org_words", {}), g, file)
        },
        participles={w: g for g in GROUPS for w in string_list(words.get("participles", {}), g, file)},
        nobody=_section(words, "no_party", file),
    )


def _section(words: Mapping[str, Any], name: str, file: str) -> frozenset[str]:
    return frozenset(string_list(words.get(name, {}), "words", file))
