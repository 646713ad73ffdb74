"""Spans: where words stand in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, half open, in Unicode code points.

    Attributes:
        start: Offset of the first code point.
        end: Offset behind the last one.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that stand here in `text`."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> "Span":
        """Return this span moved `by` code points to the right."""
        return Span(self.start + by, self.end + by)


def cover(first: Span, *others: Span) -> Span:
    """Return the smallest span that holds all the given ones."""
    spans = (first, *others)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
