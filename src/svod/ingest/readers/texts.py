"""Putting texts together, with parts that tell where each line came from."""

import re
from collections.abc import Sequence

from svod.ingest.readers.protocol import About, Content
from svod.model import Part, PartKind, Span

Block = tuple[str, tuple[tuple[PartKind, str], ...]]
"""A text with the places it is in, each a kind and a name."""

_BETWEEN = "\n\n"
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean(text: str) -> str:
    """Return a text that UTF-8 can hold, without control characters but tab and line ends."""
    return _UNWANTED.sub("", text)


def joined(blocks: Sequence[Block]) -> tuple[str, tuple[Part, ...]]:
    """Return blocks as one text, an empty line between them, and their parts.

    Args:
        blocks: Pairs of a text and the places it is in, each a kind and a name.
            Blocks that follow each other in the same place make one part.
    """
    places_at: dict[tuple[PartKind, str], tuple[int, int]] = {}
    at = 0
    for words, places in blocks:
        for place in places:
            first = places_at[place][0] if place in places_at else at
            places_at[place] = first, at + len(words)
        at += len(words) + len(_BETWEEN)
    parts = (Part(Span(*span), kind, name) for (kind, name), span in places_at.items())
    return _BETWEEN.join(words for words, _ in blocks), tuple(parts)


def with_head(head: str, body: str, encoding: str, about: About, field: str) -> Content:
    """Return a document that begins with its head, unless the body does: the head of a
    message or post is part of what it says.
    """
    head, body = clean(head), clean(body).strip()
    blocks: list[Block] = []
    if head and not body.startswith(head):
        blocks.append((head, (("header", field),)))
    paragraphs = [one.strip("\n") for one in re.split(r"\n[ \t]*\n", body)]
    numbered = enumerate((one for one in paragraphs if one.strip()), 1)
    blocks += [(words, (("paragraph", str(number)),)) for number, words in numbered]
    text, parts = joined(blocks)
    return Content(text, encoding, about, parts=parts)
