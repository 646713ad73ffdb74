"""Sentences as rows of words with the keys that known names are looked up by."""

import re
from dataclasses import dataclass

from svod.annotation.names.lexicon import NameLexicon, look_up_key, split_words
from svod.lang.protocol import Language
from svod.model import Sentence, Span

_PART = re.compile(r"['’]s\b|\w+")
_JOINING = frozenset("-‐‑.'’«»„“”\"")
BREAK = "\0"
"""Key of punctuation that no name runs over."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, or a part of one that a hyphen or stop sets apart.

    Attributes:
        span: Where it stands.
        text: As written.
        key: What it is looked up by; `BREAK` for punctuation that ends names.
        token: Index of its token in the sentence.
        verb: Whether it is a verb.
    """

    span: Span
    text: str
    key: str
    token: int
    verb: bool = False


def words_of(sentence: Sentence, language: Language, lexicon: NameLexicon) -> tuple[Word, ...]:
    """Return the words of a sentence in text order."""
    words: list[Word] = []
    for at, token in enumerate(sentence.tokens):
        parts = list(_PART.finditer(token.text))
        if not parts and not set(token.text) <= _JOINING:
            words.append(Word(token.span, token.text, BREAK, at))
        for part in parts:
            span = Span(*part.span()).shift(token.span.start)
            words.append(Word(span, part[0], _key(part[0], language, lexicon), at, token.pos == "VERB"))
    return tuple(words)


def keys_of(name: str, language: Language, lexicon: NameLexicon) -> tuple[str, ...]:
    """Return the keys of a name's words."""
    return tuple(_key(part, language, lexicon) for part in split_words(name))


def _key(word: str, language: Language, lexicon: NameLexicon) -> str:
    return look_up_key(word, language, lexicon.inflected, lexicon.case_endings)  # type: ignore[arg-type]
