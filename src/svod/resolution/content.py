"""Content words of a quote, as keys that meet across languages where they can."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from svod.resolution.fold import fold_word, words
from svod.resolution.words import load_table

# A word without a concept is cut to its first letters, which drops most endings of English, Russian and
# Kazakh and lets cognates meet ("terrorist", "террористами").
_STEM_LETTERS = 6
_LEAST_LETTERS = 3


def content_keys(texts: Iterable[str]) -> frozenset[str]:
    """Return the keys of the words that tell what happened, without numbers
    and empty words: `@airport` for a word of a known concept, else the first
    letters of the folded word.
    """
    keys = (key for text in texts for key in _keys(words(text)))
    return frozenset(key for key in keys if key)


def is_concept(key: str) -> bool:
    """Tell whether a key stands for a known concept rather than for a word."""
    return key.startswith("@")


def numbers(text: str) -> frozenset[str]:
    """Return the numbers written in digits in `text`, without leading zeros."""
    return frozenset(word.lstrip("0") for word in words(text) if word.isdecimal() and word.strip("0"))


def has_word(text: str, wanted: frozenset[str]) -> bool:
    """Tell whether a word of `text`, in lower case, is among `wanted`."""
    return any(word.casefold() in wanted for word in words(text))


def _keys(text: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(text):
        yield _phrase_key(word, text[at + 1]) if at + 1 < len(text) else ""
        yield _key(word)


@lru_cache(maxsize=1 << 16)
def _phrase_key(word: str, after: str) -> str:
    one, other = _plain(word), _plain(after)
    return next(("@" + c for c, a, b in _PHRASES if one.startswith(a) and other.startswith(b)), "")


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    plain = _plain(word)
    if plain in _EMPTY or not any(c.isalpha() for c in plain):
        return ""
    for end in range(len(plain), 1, -1):
        if concept := _CONCEPTS.get(plain[:end]):
            if end >= 4 or end >= len(plain) - 2:
                return "" if concept in _GENERIC else "@" + concept
            break
    return fold_word(word)[:_STEM_LETTERS] if len(plain) >= _LEAST_LETTERS else ""


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))


_TABLE = load_table("concepts.toml")
_EMPTY = frozenset(_plain(word) for word in _TABLE["empty"]["words"])
_GENERIC = frozenset(_TABLE["generic"]["concepts"])
OWN_KEYS = {
    type_: frozenset("@" + concept for concept in concepts) for type_, concepts in _TABLE["own"].items()
}
"""Event type → keys that tell no more than the type."""

_LISTS = frozenset({"own", "generic", "empty", "phrases"})
_PHRASES = [
    (concept, *map(_plain, phrase.split()))
    for concept, phrases in sorted(_TABLE["phrases"].items())
    for phrase in phrases
]
_CONCEPTS = {
    _plain(start): concept for concept, starts in _TABLE.items() if concept not in _LISTS for start in starts
}
