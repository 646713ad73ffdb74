"""The words of a language that voices are told by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from svod.errors import MalformedLexiconError
from svod.lang.protocol import Language

Words = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class VoiceLexicon:
    """`voices.toml` of one language, checked; the file says what each list means."""

    say: Words
    clause_only: Words
    opinion: Words
    act: Words
    act_with: frozenset[tuple[str, str]]
    quote: Words
    impersonal: Words
    quoted_only: Words
    about: Words
    mute: Words
    back: Words
    with_infinitive: Words
    speak_from: Words
    carriers: Words
    cuts: Words
    remark: Words
    phrases: frozenset[tuple[str, str]]
    citing: frozenset[tuple[str, ...]]
    anaphora: Mapping[str, str]
    male_names: Words
    female_names: Words
    markers: tuple[tuple[str, ...], ...]
    relay: frozenset[tuple[str, ...]]
    parting: Words
    adjectives: Mapping[str, str]
    content_nouns: Words
    content_of: Words
    source_nouns: Words
    owner: Words
    unowned: Mapping[str, str]
    pronouns: Mapping[str, str]
    some: Mapping[str, str]
    people: Mapping[str, str]
    person_endings: tuple[str, ...]
    bodies: Words
    outlets: Words
    transparent: Words
    dropped: Words
    marks: tuple[tuple[str, str], ...]
    scare_words: int
    named_things: Words
    male: Words
    female: Words

    @property
    def verbs(self) -> Words:
        """All verbs that can bring in what somebody says."""
        return self.say | self.opinion | self.act | self.quote


@lru_cache(maxsize=32)
def load_lexicon(language: Language) -> VoiceLexicon | None:
    """Return the words that tell voices in a language, or `None` if it has none.

    Raises:
        MalformedLexiconError: If the data file breaks its schema.
    """
    words = language.words("voices")
    if not words:
        return None
    try:
        return _read(words)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise MalformedLexiconError(f"lang/{language.tag}/voices.toml", f"lacks or breaks {error}") from error


def _read(words: Mapping[str, Any]) -> VoiceLexicon:
    verbs, adverbials, nouns = words["verbs"], words["adverbials"], words["nouns"]
    roles, quotations, gender = words["roles"], words["quotations"], words["gender"]
    return VoiceLexicon(
        **{key: frozenset(verbs[key]) for key in _VERBS},
        act_with=frozenset((verb, particle) for verb, particle in verbs["act_with"]),
        phrases=frozenset((verb, noun) for verb, noun in verbs["phrases"]),
        citing=frozenset(tuple(marker.split()) for marker in adverbials["citing"]),
        anaphora=dict(roles["anaphora"]),
        male_names=frozenset(gender["male_names"]),
        female_names=frozenset(gender["female_names"]),
        markers=tuple(sorted((tuple(m.split()) for m in adverbials["before"]), key=lambda m: (-len(m), m))),
        relay=frozenset(tuple(marker.split()) for marker in adverbials["relay"]),
        parting=frozenset(adverbials["parting"]),
        adjectives=dict(adverbials["adjectives"]),
        content_nouns=frozenset(nouns["content"]),
        content_of=frozenset(nouns["content_of"]),
        source_nouns=frozenset(nouns["sources"]),
        owner=frozenset(nouns["owner"]),
        unowned=dict(nouns["unowned"]),
        pronouns=_pronouns(words["pronouns"]),
        some=dict(words["pronouns"]["some"]),
        people=_people(roles["people"]),
        person_endings=tuple(roles["person_endings"]),
        bodies=frozenset(roles["bodies"]),
        outlets=frozenset(roles["outlets"]),
        transparent=frozenset(roles["transparent"]),
        dropped=frozenset(roles["dropped"]),
        marks=tuple((opening, closing) for opening, closing in quotations["marks"]),
        scare_words=int(quotations["scare_words"]),
        named_things=frozenset(quotations["named_things"]),
        male=frozenset(gender["male"]),
        female=frozenset(gender["female"]),
    )


_VERBS = (
    "say",
    "clause_only",
    "opinion",
    "act",
    "quote",
    "impersonal",
    "quoted_only",
    "about",
    "mute",
    "back",
    "with_infinitive",
    "speak_from",
    "carriers",
    "cuts",
    "remark",
)


def _pronouns(table: Mapping[str, Any]) -> dict[str, str]:
    kinds = ("male", "female", "plural", "thing", "first", "relative", "nobody")
    return {word: kind for kind in kinds for word in table[kind]}


def _people(table: Any) -> dict[str, str]:
    """Return noun → English name; a list of English nouns stands for itself."""
    return dict(table) if isinstance(table, Mapping) else {str(noun): "" for noun in table}
