"""Which statements are placed by the text itself, and which only by what surrounds it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from svod.model import Document, Mention, Place, Span, Statement

_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*\s+|\n")
# No sentence of the press is longer; what is, is a table or a list.
_REACH = 1000


def find_placed(
    statements: Iterable[Statement], documents: Mapping[str, Document], mentions: Sequence[Mention]
) -> frozenset[str]:
    """Return the ids of statements whose place, or a place inside it, is named in their own sentence.

    The place of any other statement is a guess from the rest of the text: good
    enough for a map, no ground for setting two accounts against each other. A
    statement of a document without text counts as placed, and so does one that people placed.
    """
    named: dict[str, list[tuple[int, Place]]] = defaultdict(list)
    for mention in mentions:
        if mention.place is not None:
            named[mention.document].append((mention.span.start, mention.place))
    ordered = {key: sorted(found, key=lambda entry: entry[0]) for key, found in named.items()}
    return frozenset(
        statement.id
        for statement in statements
        if statement.where is not None
        and _is_placed(
            statement,
            statement.where,
            documents.get(statement.citation.document),
            ordered.get(statement.citation.document, []),
        )
    )


def _is_placed(
    statement: Statement, where: Place, document: Document | None, named: Sequence[tuple[int, Place]]
) -> bool:
    if document is None or not document.text or _is_by_hand(statement):
        return True
    sentence = _sentence(document.text, statement.citation.span)
    first = bisect_left(named, sentence.start, key=lambda entry: entry[0])
    last = bisect_left(named, sentence.end, key=lambda entry: entry[0])
    return any(_tells(place, where) for _, place in named[first:last])


def _is_by_hand(statement: Statement) -> bool:
    return statement.by_hand is not None and "where" in statement.by_hand.fields


def _tells(named: Place, where: Place) -> bool:
    """Tell whether a place that is named is the one meant, lies in it, or has it for a facility."""
    return where.holds(named) or (where.kind == "facility" and where.within[:1] == (named.id,))


def _sentence(text: str, at: Span) -> Span:
    """Return the sentence or sentences that a quote stands in, by their marks alone."""
    floor = max(0, at.start - _REACH)
    before = [m.end() for m in _SENTENCE_END.finditer(text, floor, at.start)]
    behind = _SENTENCE_END.search(text, at.end, at.end + _REACH)
    start = max((end for end in before if end <= at.start), default=floor)
    return Span(start, behind.start() if behind else min(len(text), at.end + _REACH))
