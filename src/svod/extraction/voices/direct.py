"""Direct speech: quotations tied to the verbs beside them."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from svod.extraction.reading import Reading
from svod.extraction.voices.cues import Cue
from svod.extraction.voices.quotation import Quotation
from svod.extraction.voices.scope import VoiceScope
from svod.model import Span, Voice

_MAX_GAP_BEHIND = (
    90  # code points between a quotation and a verb behind it: room for a speaker with a long title
)
_MAX_GAP_BEFORE = 60
_MAX_INSIDE = 40
_DASH = re.compile(r"[,!?….]\s*[—–-]\s+[^.!?…—–]{0,30}$")
_STOP = re.compile(r"[.!?…][»”\"’')]*\s")


class HeardCue(Protocol):
    """A cue with the chain that it was resolved to."""

    @property
    def cue(self) -> Cue:
        """The cue."""
        ...

    @property
    def chain(self) -> tuple[Voice, ...]:
        """Who is behind it."""
        ...


def attribute(
    text: str, reading: Reading, speech: Sequence[Quotation], heard: Sequence[HeardCue]
) -> Iterator[VoiceScope]:
    """Yield one scope for each quotation that has a speaker.

    The verb right behind a quotation wins, then the one right before it; one
    that has neither goes on with the speaker of the quotation before, if both
    stand in one paragraph or nothing but quotations lies between.

    Args:
        text: The document's text.
        reading: The annotated document.
        speech: Quotations that are speech, in text order.
        heard: Cues with their chains, in text order.
    """
    verbs = [
        item
        for item in heard
        if item.cue.kind in {"say", "act", "quote", "opinion", "marker", "citing", "impersonal"}
    ]
    before: VoiceScope | None = None
    for at, quotation in enumerate(speech):
        item = (
            _inside(text, quotation, verbs)
            or _behind(text, quotation, verbs, speech)
            or _ahead(text, quotation, verbs, speech)
        )
        if item:
            before = VoiceScope(item.cue.sentence, quotation.span, item.chain, item.cue.span, "quotation")
            yield before
        elif before and _goes_on(text, reading, speech, at):
            before = VoiceScope(
                before.sentence, quotation.span, before.chain, before.cue, "quotation goes on"
            )
            yield before
        elif is_sentence(text, quotation):
            later = _in_next_sentence(text, quotation, verbs)
            before = later and VoiceScope(
                later.cue.sentence, quotation.span, later.chain, later.cue.span, "quotation"
            )
            if before:
                yield before
        else:
            before = None


def _inside(text: str, quotation: Quotation, verbs: Sequence[HeardCue]) -> HeardCue | None:
    """Return the verb of the writer's words between dashes inside a quotation ("«A, — said X. — B»")."""
    for item in verbs:
        if quotation.inner.contains(item.cue.span):
            before = text[max(quotation.inner.start, item.cue.span.start - _MAX_INSIDE) : item.cue.span.start]
            if _DASH.search(before):
                return item
    return None


def is_sentence(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence of its own rather than a phrase in one."""
    inner = quotation.inner.of(text)
    return len(inner.split()) > 3 and not inner[:1].islower()


def _behind(
    text: str, quotation: Quotation, verbs: Sequence[HeardCue], speech: Sequence[Quotation]
) -> HeardCue | None:
    for item in verbs:
        gap = Span(quotation.span.end, item.cue.span.start)
        if 0 <= gap.end - gap.start <= _MAX_GAP_BEHIND and _is_clear(text, gap, speech):
            opened = text[quotation.span.end : quotation.span.end + 3].strip()[:1]
            if (
                quotation.inner.of(text)[-1:] in {",", "!", "?", "…", "."}
                or opened in {",", "—", "–", "-"}
                or not opened
            ):
                return item
            return None if _ahead(text, quotation, verbs, speech) else item
    return None


def _ahead(
    text: str, quotation: Quotation, verbs: Sequence[HeardCue], speech: Sequence[Quotation]
) -> HeardCue | None:
    for item in reversed(verbs):
        gap = Span(item.cue.span.end, quotation.span.start)
        if gap.end < gap.start:
            continue
        if gap.end - gap.start > _MAX_GAP_BEFORE and not gap.of(text).rstrip().endswith(":"):
            return None
        return item if _is_clear(text, gap, speech) else None
    return None


def _is_clear(text: str, gap: Span, speech: Sequence[Quotation]) -> bool:
    between = gap.of(text)
    return not _STOP.search(between) and "\n" not in between and not any(gap.overlaps(q.span) for q in speech)


def _goes_on(text: str, reading: Reading, speech: Sequence[Quotation], at: int) -> bool:
    del reading
    quotation, last = speech[at], speech[at - 1] if at else None
    if last is None or not is_sentence(text, quotation):
        return False
    between = text[last.span.end : quotation.span.start]
    if last.run_on:
        return not between.strip()
    return "\n" not in between and len(between) < 200


def _in_next_sentence(text: str, quotation: Quotation, verbs: Sequence[HeardCue]) -> HeardCue | None:
    return next(
        (
            item
            for item in verbs
            if 0 <= item.cue.span.start - quotation.span.end <= _MAX_GAP_BEHIND
            and "\n" not in text[quotation.span.end : item.cue.span.start]
            and not item.cue.contents
        ),
        None,
    )
