"""Attributions of PolNeAR: cues and what is said, by their words.

python -m benchmarks.polnear [--data FOLDER]   (text/*.txt, attributions/*.ann in brat's format)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.marks import Marks, count_overlaps, count_pairs
from benchmarks.reading import annotation_of, document_of, reading_of
from benchmarks.table import Row, path_of, percent, render, say
from svod.extraction.voices import find_voices
from svod.model import Span

_KINDS = ("Cue", "Content", "Source")
_BARE = re.compile(r"(?:that\b)?\W*(.*?)\W*", re.DOTALL)
_LINE = re.compile(r"T\d+\t(\w+) ([\d; ]+)\t")


@dataclass(frozen=True, slots=True)
class Attributions:
    """The parts of all attributions of a text, each part in text order.

    A part in pieces ("told … on Monday") is the stretch from its first to its last.
    """

    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    sources: tuple[Span, ...]


Pair = tuple[str, Attributions, Attributions]
"""A text with its gold and what was found."""


def read_brat(lines: str) -> Attributions:
    """Return the cues, contents and sources of a brat file; other kinds are left out."""
    spans: dict[str, set[Span]] = {kind: set() for kind in _KINDS}
    for kind, edges in _LINE.findall(lines):
        if kind in spans:
            numbers = [int(number) for number in re.findall(r"\d+", edges)]
            spans[kind].add(Span(min(numbers), max(numbers)))
    return Attributions(*(tuple(sorted(spans[kind])) for kind in _KINDS))


def read_with_svod(text: str) -> Attributions:
    """Return the cues and passages of the voices that svod hears, and the words that name the innermost."""
    scopes = find_voices(reading_of(annotation_of(document_of(text, "en"))))
    sources = {scope.chain[0].span for scope in scopes if scope.chain[0].span}
    return Attributions(
        tuple(sorted({scope.cue for scope in scopes})),
        tuple(sorted({scope.span for scope in scopes})),
        tuple(sorted(sources)),
    )


def bare(text: str, span: Span) -> Span:
    """Return a span without "that" before it and marks at its edges, which the set takes in and svod leaves out."""
    words = _BARE.fullmatch(span.of(text))
    return Span(*words.span(1)).shift(span.start) if words else span


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of all texts in a folder."""
    folder = path_of("polnear", __doc__ or "", arguments, default="polnear/dev")
    pairs = [_pair(path) for path in sorted(folder.glob("text/*.txt"))]
    rows = [row for kind in ("cues", "contents", "sources") for row in _rows(kind, pairs)]
    head = ("spans, per cent", "gold", "found", "precision", "recall", "F1")
    say(render(f"PolNeAR: {len(pairs)} texts", head, rows))


def _pair(path: Path) -> Pair:
    # Its offsets count code points of the file as it stands; no line end may be changed.
    text = path.read_bytes().decode("utf-8")
    gold = "".join(
        file.read_text("utf-8") for file in sorted(path.parents[1].glob(f"attributions/{path.stem}*.ann"))
    )
    return text, read_brat(gold), read_with_svod(text)


def _rows(kind: str, pairs: Sequence[Pair]) -> Iterator[Row]:
    exact, words, partial = Marks(), Marks(), Marks()
    for text, *both in pairs:
        sides = [getattr(side, kind) for side in both]
        exact += count_pairs(*sides, lambda one, other: one == other)
        words += count_pairs(*([bare(text, span) for span in side] for side in sides), Span.__eq__)
        partial += count_overlaps(*sides)
    yield _row(f"{kind}, exact", exact)
    yield _row(f"{kind}, same words", words)
    yield _row(f"{kind}, any overlap", partial)


def _row(name: str, marks: Marks) -> Row:
    shares = map(percent, (marks.precision, marks.recall, marks.f1))
    return (name, str(marks.gold), str(marks.found), *shares)


if __name__ == "__main__":
    main()
