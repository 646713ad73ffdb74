"""Folding: one key for a word however it is spelt, in Latin or Cyrillic script."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")

_LETTERS = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіўѓґ", "abvgdeziiklmnoprstufieivgg", strict=True))
    | dict(zip("әғқңөұүһ", "agknouuh", strict=True))
    | {"ё": "e", "ж": "j", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": ""}
    | {
        "ю": "yu",
        "я": "ya",
        "є": "ye",
        "ї": "yi",
        "ј": "y",
        "љ": "l",
        "њ": "n",
        "ћ": "ch",
        "ђ": "dj",
        "џ": "dj",
    }
    | {"ø": "o", "ł": "l", "ß": "ss", "æ": "e", "œ": "e", "ı": "i", "đ": "d", "ð": "d", "þ": "t"}
    | dict.fromkeys("ʼʻ’'`´‘ʹʺ", "")
)

# Spellings of one sound by rival romanisations (BGN/PCGN, ISO 9, passports, the press), longest first;
# a pair of letters is rewritten before its parts. Own list.
_SOUNDS = (
    ("shch", "sh"),
    ("tsch", "ch"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("sch", "sh"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("tz", "ts"),
    ("ks", "x"),
    ("qu", "k"),
    ("q", "k"),
    ("w", "v"),
    ("oo", "u"),
    ("ou", "u"),
    ("yu", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ye", "e"),
    ("ie", "e"),
    ("yo", "e"),
    ("io", "e"),
    ("y", "i"),
)
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return the key of one word: what is left when script, case, accents and
    the rival romanisations of one sound are taken away.

    `Токаев`, `Tokayev` and `Tokaev` share a key; `Tokarev` has another. The
    key is for comparing only and is no transliteration. Letters of other
    scripts stay as they are.
    """
    letters = word.casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    for spelling, sound in _SOUNDS:
        plain = plain.replace(spelling, sound)
    return _TWICE.sub(r"\1", plain)


def fold_words(text: str) -> tuple[str, ...]:
    """Return the keys of the words of `text`, in text order, none empty."""
    keys = (fold_word(word) for word in words(text))
    return tuple(key for key in keys if key)


def words(text: str) -> list[str]:
    """Return the words of `text` as written; a hyphen parts two words, an
    apostrophe inside a word does not.
    """
    return _WORD.findall(re.sub(r"(?<=\w)[ʼʻ’'`](?=\w)", "", text))
