"""A corpus of any size from composed sentences; the same every time."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

from benchmarks.reading import document_of
from svod.model import Document

_WORDS = Path(__file__).with_name("composed.toml")
_SENTENCES = 24
"""Sentences of a document: about 2,000 code points, the length of a wire report."""
_PARAGRAPH = 3
_STRIDE = 7
"""Steps between the fillings of one slot; shares no factor with the lists' lengths, so all come to pass."""


def compose(language: str, count: int) -> tuple[Document, ...]:
    """Return `count` documents of a language; the n-th is the same whatever `count` is."""
    words = tomllib.loads(_WORDS.read_text("utf-8"))[language]
    return tuple(
        document_of(_text(words, number), language, "2019-03-07", f"{language}-{number:05d}")
        for number in range(count)
    )


def _text(words: Mapping[str, Any], number: int) -> str:
    told = list(_sentences(words, number))
    paragraphs = (told[at : at + _PARAGRAPH] for at in range(0, len(told), _PARAGRAPH))
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs) + "\n"


def _sentences(words: Mapping[str, Any], number: int) -> Iterator[str]:
    rows: Sequence[str] = words["sentences"]
    for at in range(_SENTENCES):
        row = rows[(number * 5 + at) % len(rows)]
        filling = {
            slot: _pick(words["fillings"][slot], number * _STRIDE + at * 3 + place)
            for place, (_, slot, _, _) in enumerate(Formatter().parse(row))
            if slot
        }
        told = row.format(**filling)
        yield told[0].upper() + told[1:]


def _pick(choices: Sequence[str], at: int) -> str:
    return choices[at % len(choices)]
