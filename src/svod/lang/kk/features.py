"""What the model of names sees of each word: its letters, shape and reading, its neighbours, the head to come."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from svod.lang.kk.analyser import readings

_AFFIXES = (1, 2, 4, 5)
_STEMS = (1, 2, 3, 5)
_REACH = 6
"""Words from a word to the possessed noun that may head it: "Сауда және интеграция *министрлігі*"."""
_QUOTES = frozenset('«»"“”')
_RUN = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a word is by itself.

    Attributes:
        own: Its features.
        around: Steps from another word to this one → the features which that one sees.
        shape: Its kinds of letters.
        lemma: Its likeliest dictionary form.
        owned: Whether it may carry the ending of what belongs to somebody.
    """

    own: tuple[str, ...]
    around: Mapping[int, tuple[str, ...]]
    shape: str
    lemma: str
    owned: bool


def sentence_features(words: Sequence[str]) -> list[list[str]]:
    """Return the features of each word of a sentence, in order.

    The same for training and for use: a change here needs a new model
    (`scripts/train_kazakh_names.py`), one of stems and endings is better with one.
    """
    seen = [_see(word) for word in words]
    return [[*_of_word(seen, at), *_of_head(words[at], head)] for at, head in enumerate(_heads(words, seen))]


def _of_word(seen: Sequence[_Seen], at: int) -> Iterator[str]:
    yield "bias"
    yield from seen[at].own
    for step in (-2, -1, 1, 2):
        there = at + step
        if 0 <= there < len(seen):
            yield from seen[there].around[step]
        elif abs(step) == 1:
            yield f"{step}:edge"
    if at:
        yield f"pair:{seen[at - 1].shape}:{seen[at].shape}"


def _of_head(word: str, head: str) -> Iterator[str]:
    if head:
        yield f"head={head}"
        yield f"headcap={word[0].isupper()}:{head}"


def _heads(words: Sequence[str], seen: Sequence[_Seen]) -> list[str]:
    """Return for each word the possessed noun behind it that may head its name, or an empty string."""
    heads, head, steps = [""] * len(words), "", 0
    for at in range(len(words) - 1, -1, -1):
        if not words[at][0].isalnum() and words[at] not in _QUOTES:
            head = ""
        heads[at] = head
        steps += 1
        if seen[at].owned:
            head, steps = seen[at].lemma, 0
        elif steps >= _REACH:
            head = ""
    return heads


@lru_cache(maxsize=50_000)
def _see(word: str) -> _Seen:
    low, shape = word.lower(), _shape(word)
    found = readings(low)
    near = (f"w={low}", f"s={shape}", f"-3={low[-3:]}", f"4={low[:4]}", *_reading_features(low))
    far = (near[0], near[1], near[4])
    own = [*near, *(f"-{size}={low[-size:]}" for size in _AFFIXES if len(low) >= size)]
    own += [f"{size}={low[:size]}" for size in _STEMS if len(low) >= size]
    if "-" in low:
        own.append(f"h={low.split('-', maxsplit=1)[0]}")
    around = {
        step: tuple(f"{step}:{feature}" for feature in (near if abs(step) == 1 else far))
        for step in (-2, -1, 1, 2)
    }
    owned = any(reading.has("Person[psor]=3") for reading in found[:2])
    return _Seen(tuple(own), around, shape, found[0].lemma, owned)


def _reading_features(low: str) -> tuple[str, str, str]:
    likeliest = readings(low)[0]
    cases = [pair for pair in likeliest.features.split("|") if pair.startswith(("Case", "Person["))]
    return f"l={likeliest.lemma}", f"p={likeliest.pos}", f"c={'|'.join(cases)}"


def _shape(word: str) -> str:
    """Return kinds of letters, runs shortened: "Хабар-24" → "Xx-d"."""
    return _RUN.sub(r"\1", "".join(_kind(letter) for letter in word))


def _kind(letter: str) -> str:
    if letter.isdigit():
        return "d"
    if letter.isalpha():
        return "X" if letter.isupper() else "x"
    return letter if letter in "-–«»\"'.,()" else "."
