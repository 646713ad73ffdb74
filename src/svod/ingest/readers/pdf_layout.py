"""Lines of printed pages to paragraphs of running text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from svod.ingest.readers.texts import clean

MIN_PAGES = 3
"""Pages that a head must be repeated on before it is taken for one."""
HEAD_LINES = 2
FEW_STEPS = 10
FULL_LINE = 0.85
"""Share of the widest line; a shorter one ends its paragraph if it ends a sentence."""
GAP = 1.32
"""Distance of two lines, in usual distances, that parts paragraphs; set by eye on pages printed by a
browser and by typesetters: within a paragraph it stays under 1.2, between two it is 1.42 and more."""

_HYPHENS = "\x02\ufffe\u00ad"
_BROKEN_WORD = re.compile(rf"[{_HYPHENS}]\s*\n\s*")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zа-яёәғқңөұүһі])")
_CLOSED = re.compile(r"[.!?…:;][\"'»”’)\]]*$")
_PAGE_NUMBER = re.compile(r"^[\W\d]+|[\W\d]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page with the box around it, in points from the lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[list[str]]:
    """Return the paragraphs of each page in reading order.

    Heads and feet that many pages repeat are left out. Lines of a paragraph are
    joined by spaces, a word broken at a line's end is made whole again.
    """
    heads = _running_heads(pages)
    return [_page(_without(page, heads)) for page in pages]


def _running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    met = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    needed = max(MIN_PAGES, len(pages) / 2)
    return frozenset(key for key, times in met.items() if times >= needed)


def _edges(page: Sequence[Line]) -> Iterable[Line]:
    return [*page[:HEAD_LINES], *page[-HEAD_LINES:]]


def _key(line: Line) -> str:
    """Return a line as it is on every page: without the number of the page at its ends."""
    return _PAGE_NUMBER.sub("", line.text)


def _without(page: Sequence[Line], heads: frozenset[str]) -> list[Line]:
    edge = {id(line) for line in _edges(page)}
    return [line for line in page if not (id(line) in edge and _key(line) in heads)]


def _page(lines: Sequence[Line]) -> list[str]:
    if not lines:
        return []
    widest = max(line.right for line in lines)
    pitch = _pitch(lines)
    made = [[lines[0].text]]
    for before, line in pairwise(lines):
        if _parts(before, line, widest, pitch):
            made.append([])
        made[-1].append(line.text)
    texts = (_joined(group) for group in made)
    return [text for text in texts if text]


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines, 0 if there is none; of few lines the
    smaller one of two, since there may be more gaps than lines that follow on each other.
    """
    steps = Counter(
        round(before.bottom - line.bottom) for before, line in pairwise(lines) if before.bottom > line.bottom
    )
    least = max(steps.values(), default=0) / (2 if steps.total() < FEW_STEPS else 1)
    return min((step for step, times in steps.items() if times >= least), default=0)


def _parts(before: Line, line: Line, widest: float, pitch: float) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if not line.top or not before.top:
        return False
    step = before.bottom - line.bottom
    if step < 0 or (pitch and step > GAP * pitch):  # another column, or a gap
        return step >= 0 or bool(_CLOSED.search(before.text.strip()))
    if abs((before.top - before.bottom) - (line.top - line.bottom)) > 0.35 * (line.top - line.bottom):
        return before.right < FULL_LINE * widest
    return before.right < FULL_LINE * widest and bool(_CLOSED.search(before.text.strip()))


def _joined(lines: Sequence[str]) -> str:
    text = _HYPHENATED.sub("", _BROKEN_WORD.sub("", "\n".join(line.strip(" \t") for line in lines)))
    return clean(" ".join(text.translate(dict.fromkeys(map(ord, _HYPHENS))).split()))
