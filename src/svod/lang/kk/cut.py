"""Sentences and words of Kazakh prose."""

import re
from collections.abc import Iterator
from functools import cache

from svod.lang.paragraph import find_paragraphs
from svod.lang.words import load_words
from svod.model import Span

_STOP = re.compile(r"""[.!?…]+["'»”’)\]]*(?=\s)""")
_TOKEN = re.compile(
    r"""\d+(?:[.,:]\d+)*(?:[-–’]?[^\W\d_]+)?      # 2,5; 2019-жылы; 31-інші
    | (?:[^\W\d_]\.)(?=\s?[^\W\d_a-zа-яёәғқңөұүһі]) # an initial
    | [^\W_]+(?:[-–’'][^\W_]+)*                    # words, joined by hyphens
    | [^\s]""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"(?:^|[\s(«])((?:[^\W\d_]+\.)*[^\W\d_]+|\d+)\.$")


def find_sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text in order, trimmed, never empty.

    A stop ends a sentence unless an abbreviation or initial stands before it or
    the next word goes on in lower case.
    """
    for paragraph in find_paragraphs(text):
        start = paragraph.start
        for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
            if stop.start() >= start and not _goes_on(text, start, stop, paragraph):
                yield Span(start, stop.end())
                start = stop.end()
                while start < paragraph.end and text[start].isspace():
                    start += 1
        if start < paragraph.end:
            yield Span(start, paragraph.end)


def find_tokens(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the words and marks of a sentence in order, none holding white space."""
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        yield Span(*match.span())


def _goes_on(text: str, start: int, stop: re.Match[str], paragraph: Span) -> bool:
    following = text[stop.end() : paragraph.end].lstrip()[:1]
    if following.islower():
        return True
    before = _BEFORE.search(text, max(start, stop.start() - 20), stop.start() + 1)
    if stop[0] != "." or before is None:
        return False
    word = before[1].lower()
    return word in _abbreviations() or (len(word) == 1 and before[1].isupper())


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load_words("kk", "sentences")["abbreviations"])
