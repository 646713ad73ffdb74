"""The words of a language that names are told by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from svod.errors import MalformedLexiconError
from svod.lang.protocol import Language

_INFLECTED_ABBREVIATION = re.compile(r"^([А-ЯЁӘҒҚҢӨҰҮҺІ]{2,})[а-яёәғқңөұүһі]{1,3}$")  # "МИДа", "ОБСЕнің"
_PART = re.compile(r"['’]s\b|\w+")


@dataclass(frozen=True, slots=True, eq=False)
class NameLexicon:
    """`names.toml` of one language, checked.

    Attributes:
        inflected: Whether known actors are looked up by dictionary form.
        titles: Titles and posts, each as lower-case words.
        title_openers: Words before a title that belong to it.
        forms_of_address: Titles that only open a name.
        particles: Small words inside a person's name.
        organisation_words: Words that tell an organisation.
        never_names: Capitalised words that begin no name.
        case_endings: Endings to strip before a look-up, longest first.
        possessed: Last letters of a possessed name, which `case_endings` take with them.
        oblique: Case endings that a word of `latin` may carry.
        masculine: Endings of men's surnames in an oblique case → nominative.
        latin: Lower-case words → how newspapers write them in Latin letters.
        endings: Endings of words → Latin, tried before letters.
        letters: Lower-case letter → Latin.
        softened: Letters written otherwise at the beginning of a word and
            after one of `softened_after`.
        softened_after: See `softened`.
        longest_title: Number of words of the longest title.
    """

    inflected: bool = False
    titles: frozenset[tuple[str, ...]] = frozenset()
    title_openers: frozenset[str] = frozenset()
    forms_of_address: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    organisation_words: frozenset[str] = frozenset()
    never_names: frozenset[str] = frozenset()
    case_endings: tuple[str, ...] = ()
    possessed: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    masculine: Mapping[str, str] = field(default_factory=dict)
    latin: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    softened: Mapping[str, str] = field(default_factory=dict)
    softened_after: str = ""
    longest_title: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest_title", max(map(len, self.titles), default=0))


@lru_cache(maxsize=32)
def load_lexicon(language: Language) -> NameLexicon:
    """Return the words that tell names in a language; an empty lexicon if it has none.

    Raises:
        MalformedLexiconError: If the data file breaks its schema.
    """
    words = language.words("names")
    softened = words.get("softened", {})
    inflected, case_endings = bool(words.get("inflected")), tuple(words.get("case_endings", ()))
    try:
        return NameLexicon(
            inflected=inflected,
            titles=frozenset(
                tuple(
                    look_up_key(part, language, inflected, case_endings)  # type: ignore[arg-type]
                    for part in split_words(title)
                )
                for title in words.get("titles", ())
            ),
            title_openers=_set(words, "title_openers"),
            forms_of_address=_set(words, "forms_of_address"),
            particles=_set(words, "particles"),
            organisation_words=_set(words, "organisation_words"),
            never_names=_set(words, "never_names"),
            case_endings=case_endings,
            possessed=tuple(words.get("possessed", ())),
            oblique=tuple(words.get("oblique", ())),
            masculine=dict(words.get("masculine", {})),
            latin=dict(words.get("latin", {})),
            endings=dict(words.get("endings", {})),
            letters=dict(words.get("letters", {})),
            softened=dict(softened.get("letters", {})),
            softened_after=str(softened.get("after", "")),
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise MalformedLexiconError(f"lang/{language.tag}/names.toml", str(error)) from error


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name; hyphens, stops and quotation marks part words."""
    return tuple(_PART.findall(text))


@lru_cache(maxsize=200_000)
def look_up_key(word: str, language: Language, inflected: bool, case_endings: tuple[str, ...]) -> str:  # noqa: FBT001
    """Return what a word is looked up by: folded, and its dictionary form where names are inflected.

    Args:
        word: As written; abbreviations in capitals keep their form.
        language: Whose dictionary forms.
        inflected: Whether the language changes the form of names.
        case_endings: Endings to strip in place of a dictionary, longest first.
    """
    word = _INFLECTED_ABBREVIATION.sub(r"\1", word)
    folded = word.casefold().replace("ё", "е").replace("’", "'")
    if not inflected or not word.isalpha() or word.isascii() or (word.isupper() and len(word) > 1):
        return folded
    if case_endings:
        return _bare(folded, case_endings)
    return language.lemma(word).casefold().replace("ё", "е")


def _bare(word: str, endings: tuple[str, ...]) -> str:
    found = next((end for end in endings if word.endswith(end) and len(word) - len(end) >= 4), "")
    return word.removesuffix(found)


def _set(words: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(str(word) for word in words.get(key, ()))
