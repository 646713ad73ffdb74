"""Bars over words: finding every form of what is withheld, and moving what stands behind it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from svod.model import Span

BAR = "▇▇▇"
"""What stands in place of withheld words, of one length for all: a longer bar would tell a longer name."""

_LEAST_STEM = 4
"""Letters of a word from which on endings are withheld with it; shorter words stand for themselves."""
_ENDING = r"\w{0,4}"
_UNSEEN = "[\u00ad\u200b-\u200d\u2060]*"
_GAP = r"[\W_]{1,%d}"
_LEAST_GAP, _GAP_OF_LINES = 3, 24
"""Signs between two words: what parts a name in an address; behind a line that ends, indents and marks too."""
_EDGE = r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True, slots=True)
class Bars:
    """What is withheld, as one pattern.

    A word is found in any case, with any ending of up to four letters, and
    with any signs between it and the next: `Ann Roe`, `ANN_ROE`, `Roe's`; at
    most three, or as many as the words to withhold have there.
    """

    pattern: re.Pattern[str] | None

    def over(self, text: str) -> str:
        """Return a text with bars over what is withheld."""
        return text if self.pattern is None else self.pattern.sub(BAR, text)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where in a text something is withheld."""
        return () if self.pattern is None else tuple(Span(*m.span()) for m in self.pattern.finditer(text))


def make_bars(words: Iterable[str]) -> Bars:
    """Return bars over some words or phrases."""
    phrases = {tuple(_pieces(one.casefold())) for one in words} - {()}
    if not phrases:
        return Bars(None)
    return Bars(re.compile(f"{_EDGE[0]}{_tree(phrases)}{_EDGE[1]}", re.IGNORECASE))


def _pieces(phrase: str) -> Iterator[str]:
    """Yield patterns for the letters of a phrase, what may stand between its words, and their endings."""
    for at, (gap, word) in enumerate(re.findall(r"([\W_]*)([^\W_]+)", phrase)):
        if at:
            yield _GAP % (_GAP_OF_LINES if "\n" in gap else max(_LEAST_GAP, len(gap)))
        for place, letter in enumerate(word):
            yield (_UNSEEN if place else "") + ("[её]" if letter in "её" else re.escape(letter))
        if len(word) >= _LEAST_STEM and word[-1].isalpha():
            yield _ENDING


def _tree(phrases: Collection[tuple[str, ...]]) -> str:
    """Return one pattern for many phrases that walks what they share at their beginnings once."""
    ends = zip(min(phrases), max(phrases), strict=False)  # what these two share, all in between share
    shared = [piece for piece, _ in takewhile(lambda pair: pair[0] == pair[1], ends)]
    rests: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for phrase in phrases:
        if len(phrase) > len(shared):
            rests[phrase[len(shared)]].add(phrase[len(shared) :])
    branches = "|".join(_tree(rests[piece]) for piece in sorted(rests))
    stops = "?" if any(len(phrase) == len(shared) for phrase in phrases) else ""
    return "".join(shared) + (f"(?:{branches}){stops}" if branches else "")


@dataclass(frozen=True, slots=True)
class Shift:
    """How offsets move when bars are put over spans of a text."""

    spans: tuple[Span, ...]

    def touches(self, span: Span) -> bool:
        """Tell whether some of the words of a span are withheld."""
        return any(span.overlaps(bar) for bar in self.spans)

    def move(self, span: Span) -> Span:
        """Return where the words of a span stand with the bars; a bar is never cut."""
        return Span(self._at(span.start, end=False), self._at(span.end, end=True))

    def _at(self, offset: int, *, end: bool) -> int:
        moved = offset
        for bar in self.spans:
            if bar.start >= offset:
                break
            if bar.end > offset:  # inside a bar: its beginning, or behind it
                return moved - (offset - bar.start) + (len(BAR) if end else 0)
            moved += len(BAR) - (bar.end - bar.start)
        return moved
