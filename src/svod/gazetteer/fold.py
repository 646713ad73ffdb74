"""A folding key for names of places, the same for every spelling of one name."""

import re
import unicodedata
from functools import lru_cache

_SPACE = re.compile(r"[\s\-‐-―_/,]+")
_SAINT = re.compile(r"\bst(e?)\b")
_DROP = re.compile(r"[.'`´‘’ʼʻʹʺˈ′\"«»“”„]+")
# Letters that do not decompose: Latin to ASCII, Kazakh, Ukrainian and Belarusian to Russian.
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
    "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и", "ї": "и",
    "є": "е", "ґ": "г", "ў": "у", "ӣ": "и", "ҳ": "х", "ҷ": "ч",
})  # fmt: skip


@lru_cache(maxsize=1 << 16)  # the words of a language recur
def fold_name(text: str) -> str:
    """Return the key under which the gazetteer keeps a name.

    Case, diacritics, full stops, apostrophes and quotation marks go; hyphens,
    slashes, commas and runs of white space become one space; "st" is "saint"; "ё" and "й" fall
    together with "е" and "и", and letters that only Kazakh, Ukrainian or Belarusian
    Cyrillic has with their Russian neighbours ("Қарағанды" → "караганды").
    Folding twice changes nothing.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    letters = _DROP.sub("", bare.casefold().translate(_LETTERS))
    return _SAINT.sub(r"saint\1", _SPACE.sub(" ", letters).strip())
