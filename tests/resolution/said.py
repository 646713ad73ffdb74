"""Composed statements for tests of resolution, and mentions."""

from composed import DEPOT, LAND, NORTH, OREL, PLACES, TARN, blame, document, event, figure
from svod.model import Mention, Place, Span

__all__ = [
    "DEPOT",
    "LAND",
    "NORTH",
    "OREL",
    "PLACES",
    "TARN",
    "blame",
    "document",
    "event",
    "figure",
    "name",
    "place",
]


def name(
    text: str, document: str = "a", value: str | None = None, kind: str = "person", start: int = 0
) -> Mention:
    """A mention of a person, or of another kind of name."""
    span = Span(start, start + len(text))
    return Mention(document, "name", span, text, value or text, kind, "test")


def place(text: str, of: Place | None, document: str = "a") -> Mention:
    """A mention of a place."""
    return Mention(document, "place", Span(0, len(text)), text, of.name if of else text, "city", "test", of)
