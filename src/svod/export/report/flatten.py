"""Overlapping spans as disjoint segments, in one sweep over a text."""

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from svod.model import Kind, Statement


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same statements throughout.

    Attributes:
        start: Offset of the first code point.
        end: Offset behind the last one.
        depth: How many statements cover it; 0 is plain text.
        kind: Kind of the shortest of them, or `None`.
        other: A kind beside it, or `None`.
        opens: Statements that begin here, the longest first.
        closes: Statements that end here, in the order of their beginning.
        denied: Whether one of them denies.
        by_hand: Whether people corrected one of them.
    """

    start: int
    end: int
    depth: int
    kind: Kind | None
    other: Kind | None
    opens: tuple[Statement, ...]
    closes: tuple[Statement, ...]
    denied: bool
    by_hand: bool = False


def segments(length: int, statements: Sequence[Statement]) -> Iterator[Segment]:
    """Yield segments in text order that cover a text of `length` exactly.

    Takes n log n steps for n statements, however they overlap.

    Args:
        length: Length of the text in code points.
        statements: Statements of this text, in any order.
    """
    starts, ends = _edges(statements)
    active = _Active()
    borders = sorted({0, length, *starts, *ends})
    for start, end in pairwise(borders):
        for said in starts.get(start, ()):
            active.add(said)
        closes = ends.get(end, ())
        yield active.segment(start, end, tuple(starts.get(start, ())), tuple(closes))
        for said in closes:
            active.remove(said)


_Edges = dict[int, list[Statement]]


def _edges(statements: Sequence[Statement]) -> tuple[_Edges, _Edges]:
    starts: _Edges = {}
    ends: _Edges = {}
    for said in sorted(statements, key=lambda s: (s.citation.span.start, -s.citation.span.end, s.id)):
        starts.setdefault(said.citation.span.start, []).append(said)
        ends.setdefault(said.citation.span.end, []).append(said)
    return starts, ends


class _Active:
    """The statements over the current stretch, the shortest at hand."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, str, Kind]] = []
        self._closed: set[str] = set()
        self._kinds: Counter[Kind] = Counter()
        self._denied = 0
        self._by_hand = 0

    def add(self, said: Statement) -> None:
        span = said.citation.span
        heapq.heappush(self._heap, (span.end - span.start, said.id, said.kind))
        self._kinds[said.kind] += 1
        self._denied += said.polarity == "denied"
        self._by_hand += said.by_hand is not None

    def remove(self, said: Statement) -> None:
        self._closed.add(said.id)
        self._kinds[said.kind] -= 1
        self._denied -= said.polarity == "denied"
        self._by_hand -= said.by_hand is not None

    def segment(
        self, start: int, end: int, opens: tuple[Statement, ...], closes: tuple[Statement, ...]
    ) -> Segment:
        while self._heap and self._heap[0][1] in self._closed:
            heapq.heappop(self._heap)
        kind = self._heap[0][2] if self._heap else None
        others = [k for k, n in self._kinds.items() if n > 0 and k != kind]
        depth = sum(self._kinds.values())
        other, denied, by_hand = min(others, default=None), self._denied > 0, self._by_hand > 0
        return Segment(start, end, depth, kind, other, opens, closes, denied, by_hand)
