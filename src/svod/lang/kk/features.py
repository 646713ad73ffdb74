"""What the model of names sees of each word: its letters, its shape and its neighbours."""

import re
from collections.abc import Sequence

WINDOW = 2
"""Words to either side that are looked at."""
_AFFIXES = (1, 2, 3, 4, 5)


def sentence_features(words: Sequence[str]) -> list[list[str]]:
    """Return the features of each word of a sentence, in order.

    The same for training and for use: a change here needs a new model
    (`scripts/train_kazakh_names.py`).
    """
    own = [_of_word(word) for word in words]
    return [_in_context(own, words, at) for at in range(len(words))]


def _in_context(own: Sequence[Sequence[str]], words: Sequence[str], at: int) -> list[str]:
    found = ["bias", *own[at]]
    for step in range(-WINDOW, WINDOW + 1):
        there = at + step
        if step and 0 <= there < len(words):
            found += [f"{step}:{feature}" for feature in own[there][: 4 if abs(step) == 1 else 2]]
        elif step and abs(step) == 1:
            found.append(f"{step}:edge")
    if at:
        found.append(f"pair:{_shape(words[at - 1])}:{_shape(words[at])}")
    return found


def _of_word(word: str) -> list[str]:
    """Features of a word by itself; the first ones are seen by its neighbours as well."""
    low = word.lower()
    found = [f"w={low}", f"s={_shape(word)}", f"-3={low[-3:]}", f"4={low[:4]}"]
    found += [f"-{size}={low[-size:]}" for size in _AFFIXES if size != 3 and len(low) >= size]
    found += [f"{size}={low[:size]}" for size in _AFFIXES if size != 4 and len(low) >= size]
    if "-" in low:
        found.append(f"h={low.split('-', maxsplit=1)[0]}")
    return found


def _shape(word: str) -> str:
    """Return kinds of letters, runs shortened: "Хабар-24" → "Xx-d"."""
    kinds = "".join(_kind(letter) for letter in word)
    return re.sub(r"(.)\1+", r"\1", kinds)


def _kind(letter: str) -> str:
    if letter.isdigit():
        return "d"
    if letter.isalpha():
        return "X" if letter.isupper() else "x"
    return letter if letter in "-–«»\"'.,()" else "."
