"""Kazakh in Latin letters, folded to Cyrillic for look-ups; offsets stay those of the text."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from svod.lang.kk.analyser import readings

_LATIN = re.compile(r"[a-zäñöūüğşıәâéáíńóúýǵ'’ʼ-]+", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]")
_DIGRAPHS = {
    "sh": "ш",
    "ch": "ч",
    "zh": "ж",
    "gh": "ғ",
    "kh": "х",
    "ts": "ц",
    "ya": "я",
    "yu": "ю",
    "yo": "ё",
}
# The alphabet of 2021, with the letters of those before it and of common transliteration.
_LETTERS = {
    "a": "а", "ä": "ә", "á": "ә", "â": "я", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "ğ": "ғ", "ǵ": "ғ",
    "h": "х", "ı": "ы", "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "ñ": "ң", "ń": "ң", "o": "о", "ö": "ө", "ó": "ө",
    "p": "п", "q": "қ", "r": "р", "s": "с", "ş": "ш", "t": "т", "u": "у", "ū": "ұ", "ü": "ү", "ú": "ү", "v": "в", "w": "у",
    "x": "х", "z": "з", "é": "е", "í": "и", "ý": "у", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_DOUBTFUL = {"i": "іи", "y": "ый", "ı": "ыі", "u": "уұ"}
_MOST_VARIANTS = 64  # of a word with six doubtful letters; longer ones take the first of each


def fold_latin(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence as they are looked up: lower case, and in Cyrillic
    where the sentence is written in Latin letters.

    A sentence counts as Latin if it has no Cyrillic word; a name in Latin
    letters inside Cyrillic stays as it is.
    """
    low = [word.lower() for word in words]
    if any(_CYRILLIC.search(word) for word in low) or not any(_LATIN.fullmatch(word) for word in low):
        return low
    return [_folded(word) if _LATIN.fullmatch(word) and word[0].isalpha() else word for word in low]


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """Return the reading in Cyrillic whose stem is known, else the first."""
    variants = list(_variants(word))
    return min(variants, key=lambda variant: (readings(variant)[0].cost, variants.index(variant)))


def _variants(word: str) -> Iterator[str]:
    letters = [_options(letter) for letter in re.findall("|".join(_DIGRAPHS) + "|.", word)]
    size = 1
    for at, options in enumerate(letters):
        size *= len(options)
        if size > _MOST_VARIANTS:
            letters[at] = options[:1]
            size //= len(options)
    for row in product(*letters):
        yield "".join(row)


def _options(letter: str) -> Sequence[str]:
    if letter in _DIGRAPHS:
        return (_DIGRAPHS[letter],)
    return tuple(_DOUBTFUL.get(letter, "")) or (_LETTERS.get(letter, letter),)
