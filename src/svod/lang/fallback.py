"""Any language without a plug-in of its own: sentences and words by their shape."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from svod.lang.paragraph import find_paragraphs
from svod.lang.protocol import Level, Topic
from svod.lang.words import load_words
from svod.model import Name, Sentence, Span, Token

# Stops of the scripts in use: Latin and Cyrillic, CJK, Arabic, Devanagari, Armenian, Ethiopic.
_STOP = re.compile(r"""[.!?…]+["'»”’)\]]*(?=\s)|[。！？؟۔।։።]+["'»”’)\]]*""")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-'’]\w+)*|[^\w\s]")
# An initial or the number of a day; or a short word before a small letter or a number, as in "approx. 5".
_INITIAL = re.compile(r"(?:^|\s)(?:[^\W\d_]|\d{1,2})\.$")
_SHORT = re.compile(r"(?:^|\s)[^\W\d_]{2,4}\.$")


class Fallback:
    """Sentences and tokens for a language that nothing else is known of.

    Tokens head themselves; lemmas are the words in lower case. If the package
    holds data files for the tag, the grammars of times, numbers and places
    use them.
    """

    def __init__(self, tag: str) -> None:
        self._tag = tag

    @property
    def tag(self) -> str:
        """BCP 47 tag that it was made for."""
        return self._tag

    @property
    def name(self) -> str:
        """The tag itself: no name is known."""
        return self._tag

    @property
    def level(self) -> Level:
        """Always `coarse`."""
        return "coarse"

    @property
    def models(self) -> tuple[str, ...]:
        """None."""
        return ()

    def words(self, topic: Topic) -> Mapping[str, Any]:
        """Return the data file on a topic, if the package has one for the tag."""
        return load_words(self._tag, topic)

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """Return sentences by punctuation, with bare tokens."""
        return tuple(
            Sentence(span, tuple(_tokens(text, span)), parsed=False)
            for paragraph in find_paragraphs(text)
            for span in _sentences(text, paragraph)
        )

    def names(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
        """Return nothing: there is no model."""
        del text, sentences
        return ()

    def lemma(self, word: str) -> str:
        """Return the word in lower case."""
        return word.lower()


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _abbreviates(text, max(start, stop.end() - 6), stop.end()):
            continue
        yield Span(start, stop.end())
        start = stop.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _abbreviates(text: str, start: int, end: int) -> bool:
    if _INITIAL.search(text, start, end):
        return True
    after = text[end : end + 2].lstrip()[:1]
    return (after.islower() or after.isdigit()) and _SHORT.search(text, start, end) is not None


def _tokens(text: str, sentence: Span) -> Iterator[Token]:
    for index, match in enumerate(_TOKEN.finditer(text, sentence.start, sentence.end)):
        word = match[0]
        yield Token(Span(*match.span()), word, word.lower(), _shape(word), "", index, "dep")


def _shape(word: str) -> str:
    if word[0].isdigit():
        return "NUM"
    if not word[0].isalnum():
        return "PUNCT"
    return "PROPN" if word[0].isupper() else "X"
