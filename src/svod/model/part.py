"""Parts: which page, paragraph, element or row of an original a stretch of text came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from svod.model.span import Span

PartKind = Literal["page", "scan", "table", "row", "header", "paragraph", "element"]
"""What may hold what, the outermost first. `scan`: a page without a text layer, read by
OCR; `element`: an XPath; `header`: the name of a field; the rest are counted from 1."""

_NESTING = get_args(PartKind)


@dataclass(frozen=True, slots=True)
class Part:
    """Where in its original a stretch of a document's text stands.

    Attributes:
        span: The stretch.
        kind: What sort of place it is.
        name: Which: a number, a path or a name.
    """

    span: Span
    kind: PartKind
    name: str

    @property
    def label(self) -> str:
        """The place for people, in English: `page 3`."""
        return f"scanned page {self.name} (OCR)" if self.kind == "scan" else f"{self.kind} {self.name}"


def locate(parts: Iterable[Part], span: Span) -> tuple[Part, ...]:
    """Return the parts that hold the first character of `span`, the widest first."""
    holding = (part for part in parts if part.span.start <= span.start < part.span.end)
    return tuple(sorted(holding, key=_width))


def _width(part: Part) -> tuple[int, int]:
    return -(part.span.end - part.span.start), _NESTING.index(part.kind)


def location(parts: Iterable[Part], span: Span) -> str:
    """Return where the words of `span` stand, for people: `page 3, paragraph 2`; empty if not known."""
    return ", ".join(part.label for part in locate(parts, span))
