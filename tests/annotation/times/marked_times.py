"""Texts with their times marked, as files that a linguist can edit.

`On the [evening of 4 March=2023-03-04] crowds gathered.` One case a line; a
line `@ 2023-03-15` gives the day of publication for those below (`@ -` for
none), `#` opens a comment. An empty value means that none can be told, `*`
that the words are a length of time.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from svod.annotation.times import find_times
from svod.model import Sentence, Span, TimeMention, Token

MARK = re.compile(r"\[([^\[\]=]+)=([^\[\]]*)\]")
SENTENCE = re.compile(r"[^\s](?:[^.!?\n]|[.](?=\S))*[.!?]*")


@dataclass(frozen=True, slots=True)
class Case:
    """A text, when it was published, and the words and values of its times."""

    text: str
    published: str | None
    times: tuple[tuple[str, str], ...]


@cache
def words(tag: str) -> Mapping[str, Any]:
    return tomllib.loads(files("svod.lang").joinpath(tag, "times.toml").read_text("utf-8"))


def cases(name: str) -> Iterator[Case]:
    published = None
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("@"):
            published = None if line == "@ -" else line[1:].strip()
        elif line and not line.startswith("#"):
            yield Case(MARK.sub(r"\1", line), published, tuple(MARK.findall(line)))


def vocabulary(name: str) -> list[str]:
    """Words that the texts of a file are made of."""
    return sorted({word for case in cases(name) for word in case.text.split()})


def sentences(text: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(Span(*found.span()), _tokens(found[0], found.start()), parsed=False)
        for found in SENTENCE.finditer(text)
    )


def read(text: str, published: str | None, tag: str) -> tuple[TimeMention, ...]:
    return find_times(text, sentences(text), published, words(tag))


def shown(mention: TimeMention) -> tuple[str, str]:
    return mention.text, "*" if mention.duration else mention.value or ""


def _tokens(text: str, start: int) -> tuple[Token, ...]:
    found = enumerate(re.finditer(r"\w+|[^\w\s]", text))
    return tuple(
        Token(Span(*match.span()).shift(start), match[0], match[0].lower(), "X", "", node, "dep")
        for node, match in found
    )
