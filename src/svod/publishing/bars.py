"""Bars over words: finding every form of what is withheld, and moving what stands behind it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from svod.model import Span

BAR = "▇▇▇"
"""What stands in place of withheld words, of one length for all: a longer bar would tell a longer name."""

_LEAST_STEM = 4
"""Letters of a word from which on endings are withheld with it; shorter words stand for themselves."""
_ENDING = r"\w{0,4}"
_EDGE = r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True, slots=True)
class Bars:
    """What is withheld, as one pattern.

    A word is found in any case, with any ending of up to four letters, and
    with any signs between it and the next: `Ann Roe`, `ANN_ROE`, `Roe's`.
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
    phrases = sorted({" ".join(one.split()).casefold() for one in words} - {""}, key=lambda w: (-len(w), w))
    if not phrases:
        return Bars(None)
    inner = "|".join(map(_phrase, phrases))
    return Bars(re.compile(f"{_EDGE[0]}(?:{inner}){_EDGE[1]}", re.IGNORECASE))


def _phrase(phrase: str) -> str:
    return r"[\W_]{1,3}".join(
        re.escape(word) + (_ENDING if len(word) >= _LEAST_STEM and word[-1].isalpha() else "")
        for word in re.findall(r"[^\W_]+|[^\w\s]+", phrase)
        if re.search(r"\w", word)
    )


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
