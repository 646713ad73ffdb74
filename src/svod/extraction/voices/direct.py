"""Direct speech: quotations tied to the verbs beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from svod.extraction.voices.cues import Cue
from svod.extraction.voices.quotation import Quotation
from svod.extraction.voices.scope import VoiceScope
from svod.model import Span, Voice

_BESIDE = frozenset({"say", "act", "quote", "opinion", "marker", "citing", "impersonal"})
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
    text: str, speech: Sequence[Quotation], heard: Sequence[HeardCue], told: Sequence[VoiceScope]
) -> Iterator[VoiceScope]:
    """Yield one scope for each quotation that has a speaker.

    The verb right behind a quotation wins, then the one right before it; one
    that has neither goes on with the speaker of the quotation before, if both
    stand in one paragraph or nothing but quotations lies between.

    Args:
        text: The document's text.
        speech: Quotations that are speech, in text order.
        heard: Cues with their chains, in text order.
        told: Passages that the cues gave to voices.
    """
    verbs = [item for item in heard if item.cue.kind in _BESIDE]
    before: VoiceScope | None = None
    for at, quotation in enumerate(speech):
        item = (
            _inside(text, quotation, verbs)
            or _behind(text, quotation, verbs, speech)
            or _ahead(text, quotation, verbs, speech)
        )
        begun = None if item else _begun_in(quotation, told)
        if item:
            before = VoiceScope(item.cue.sentence, quotation.span, item.chain, item.cue.span, "quotation")
        elif begun:
            before = replace(begun, span=quotation.span, rule="quotation begun in a report")
        elif before and _goes_on(text, speech, at):
            before = replace(before, span=quotation.span, rule="quotation goes on")
        else:
            before = _from_next(text, quotation, verbs)
        if before:
            yield before


def _from_next(text: str, quotation: Quotation, verbs: Sequence[HeardCue]) -> VoiceScope | None:
    """Return the scope of a quotation whose speaker the next sentence names ("… ” This is what X wrote.")."""
    item = _in_next_sentence(text, quotation, verbs) if is_sentence(text, quotation) else None
    if item is None:
        return None
    return VoiceScope(item.cue.sentence, quotation.span, item.chain, item.cue.span, "quotation")


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


def _begun_in(quotation: Quotation, told: Sequence[VoiceScope]) -> VoiceScope | None:
    """Return the passage of a voice that a quotation begins in and runs out of."""
    holding = [s for s in told if s.span.start < quotation.span.start < s.span.end < quotation.span.end - 2]
    return min(holding, key=lambda s: (s.span.end - s.span.start, s.span), default=None)


def _goes_on(text: str, speech: Sequence[Quotation], at: int) -> bool:
    quotation, last = speech[at], speech[at - 1] if at else None
    if last is None or not is_sentence(text, quotation):
        return False
    between = text[last.span.end : quotation.span.start]
    if last.run_on:
        return not between.strip()
    if between.count("\n\n") == 1 and between.endswith("\n"):
        rest = text[quotation.span.end :].split("\n", 1)[0]
        return not rest.strip(" .,;") and len(between) < 200
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
