"""Section: every account in full, with its statements marked."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from svod.export.report.accounts import AccountRow, account_rows
from svod.export.report.direction import direction
from svod.export.report.flatten import Segment, segments
from svod.export.report.index import Index, Item
from svod.export.report.quote import flags
from svod.model import Document, Span, Statement


@dataclass(frozen=True, slots=True)
class Reference:
    """The way from a statement's words to the item that holds it."""

    item: Item
    title: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of text, ready for a template.

    Attributes:
        text: The words.
        classes: CSS classes of its mark; empty for plain text.
        anchors: Fragments of the statements that begin here.
        references: Items of the statements that end here.
    """

    text: str
    classes: str
    anchors: tuple[str, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One account with its text in pieces, which together are the text."""

    row: AccountRow
    direction: str
    pieces: tuple[Piece, ...]


def marked_texts(index: Index) -> list[Text]:
    """Return every account's text in pieces, in the order of accounts."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in index.record.statements:
        said[statement.citation.document].append(statement)
    return [
        marked_text(index, row, document, said[document.id])
        for row, document in zip(account_rows(index), index.documents.values(), strict=True)
    ]


def marked_text(index: Index, row: AccountRow, document: Document, statements: list[Statement]) -> Text:
    """Return one account's text in pieces, with the statements that it makes marked."""
    return Text(row, direction(document.language), _pieces(index, document.text, statements))


def with_withheld(text: Text, spans: Sequence[Span]) -> Text:
    """Return a text in which the stretches that people withheld are marked, too."""
    if not spans:
        return text
    borders = [edge for span in spans for edge in (span.start, span.end)]
    return replace(text, pieces=tuple(_cut(text.pieces, borders)))


def _cut(pieces: Iterable[Piece], borders: Sequence[int]) -> Iterator[Piece]:
    """Yield pieces cut at borders, of which every second begins and every second ends what is withheld."""
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        inner = borders[bisect_right(borders, start) : bisect_left(borders, end)]
        for at, stop in pairwise((start, *inner, end)):
            is_withheld = bisect_right(borders, at) % 2 == 1
            yield Piece(
                text=piece.text[at - start : stop - start],
                classes=" ".join(filter(None, (piece.classes, "withheld" if is_withheld else ""))),
                anchors=piece.anchors if at == start else (),
                references=piece.references if stop == end else (),
            )
        start = end


def _pieces(index: Index, text: str, statements: list[Statement]) -> tuple[Piece, ...]:
    return tuple(_piece(index, text, segment) for segment in segments(len(text), statements))


def _piece(index: Index, text: str, segment: Segment) -> Piece:
    return Piece(
        text=text[segment.start : segment.end],
        classes=_classes(segment),
        anchors=tuple(f"s-{said.id}" for said in segment.opens),
        references=tuple(_reference(index, said) for said in segment.closes),
    )


def _classes(segment: Segment) -> str:
    if segment.kind is None:
        return ""
    classes = [f"k-{segment.kind}"]
    if segment.other:
        classes.append(f"u-{segment.other}")
    if segment.depth > 1:
        classes.append("deep")
    if segment.denied:
        classes.append("denied")
    if segment.by_hand:
        classes.append("hand")
    return " ".join(classes)


def _reference(index: Index, said: Statement) -> Reference:
    item = index.items[said.id]
    words = ", ".join((index.tongue.word("kind", said.kind), *flags(index, said)))
    return Reference(item, f"{words}: {item.title}")
