"""Which element of a page each line of its extracted text stands in."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from svod.model import Part, Span

_PASSED_OVER = frozenset({"script", "style", "noscript", "template", "head"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong"}
)


def element_parts(text: str, tree: Any) -> tuple[Part, ...]:
    """Return one part a line of `text` that is found in the page, named by XPath.

    White space is passed over on both sides: extraction changes it. Lines are
    looked for in order, each behind the one before; a line that does not stand
    in the page as it is gets no part.

    Args:
        text: Extracted text.
        tree: The page, parsed by lxml.
    """
    if tree is None:
        return ()
    page = _Page(tree)
    parts, reached = [], 0
    for span in _lines(text):
        words = "".join(span.of(text).split()).lstrip("-•|")
        at = page.text.find(words, reached)
        at = page.text.find(words) if at < 0 else at
        if words and at >= 0:
            reached = at + len(words)
            parts.append(Part(span, "element", page.path(at, reached - 1)))
    return tuple(parts)


class _Page:
    """The text of a page without white space, and the element of each stretch of it."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree.getroottree()
        pieces, self._starts, self._elements, length = [], [], [], 0
        for element, text in _texts(tree):
            squeezed = "".join(text.split())
            if squeezed:
                self._starts.append(length)
                self._elements.append(element)
                pieces.append(squeezed)
                length += len(squeezed)
        self.text = "".join(pieces)

    def path(self, first: int, last: int) -> str:
        """Return the XPath of the innermost block that holds two characters."""
        one, other = self._block(first), self._block(last)
        above = {one, *one.iterancestors()}
        shared = next((x for x in (other, *other.iterancestors()) if x in above), one)
        return str(self._tree.getpath(shared))

    def _block(self, at: int) -> Any:
        element = self._elements[bisect_right(self._starts, at) - 1]
        while element.tag in _INLINE and element.getparent() is not None:
            element = element.getparent()
        return element


def _texts(tree: Any) -> Iterator[tuple[Any, str]]:
    """Yield text in document order with the element it stands in."""
    waiting: list[tuple[Any, Any]] = [(tree, None)]
    while waiting:
        node, tail_of = waiting.pop()
        if tail_of is not None:
            yield node, tail_of
            continue
        if not isinstance(node.tag, str) or node.tag in _PASSED_OVER:
            continue
        if node.text:
            yield node, node.text
        for child in reversed(node):
            if child.tail:
                waiting.append((node, child.tail))
            waiting.append((child, None))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip("\r\n")))
        start += len(line)
