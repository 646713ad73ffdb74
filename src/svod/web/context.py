"""Words in context: a statement's quote with what stands around it."""

from dataclasses import dataclass

from svod.model import Span

# Code points on each side: two or three lines, enough to judge a sentence by.
REACH = 220


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the words before and behind it."""

    before: str
    words: str
    after: str


def passage(text: str, at: Span, reach: int = REACH) -> Passage:
    """Return a stretch of text with what stands around it in its paragraph, cut between words."""
    before, after = text[max(0, at.start - reach) : at.start], text[at.end : at.end + reach]
    paragraph, rest = before.rpartition("\n")[2], after.partition("\n")[0]
    if len(paragraph) == reach:
        paragraph = f"…{paragraph.partition(' ')[2]}"
    if len(rest) == reach:
        rest = f"{rest.rpartition(' ')[0]}…"
    return Passage(paragraph, at.of(text), rest)
