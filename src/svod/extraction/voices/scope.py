"""Passages of a text and who says them."""

from collections.abc import Sequence
from dataclasses import dataclass

from svod.model import Span, Voice

LEAST_SHARE = 0.5
"""Share of a quote that must lie in a scope for it to be in force: the scorer's own measure of a match."""

_EDGE = 2  # code points: a stop and a closing mark


@dataclass(frozen=True, slots=True)
class VoiceScope:
    """A passage that somebody else than the document says.

    Attributes:
        sentence: Index of the sentence where the cue stands.
        span: The passage.
        chain: Who says it, innermost first; never empty.
        cue: The words that tell so.
        rule: Which rule found it, for people to read.
    """

    sentence: int
    span: Span
    chain: tuple[Voice, ...]
    cue: Span
    rule: str


def voice_at(scopes: Sequence[VoiceScope], span: Span, deed: Span | None = None) -> tuple[Voice, ...]:
    """Return the chain in force for a stretch of the text, innermost first.

    Args:
        scopes: As `find_voices` gives them.
        span: The stretch; scopes that hold more than half of it count, and
            those that lie in it together with their cue and end where it
            ends ("X said that …").
        deed: The words that tell an event. Where they are the speaking itself
            ("officials *warned* residents"), not the speaker tells of it.

    Returns:
        The chains of all such scopes, the smallest first, each voice once;
        empty where the document speaks for itself.
    """
    holding = [
        scope
        for scope in scopes
        if (_share(scope.span, span) > LEAST_SHARE or _is_told_in(scope, span))
        and not (deed and scope.cue.overlaps(deed))
    ]
    chain: dict[str, Voice] = {}
    for scope in sorted(holding, key=lambda scope: (scope.span.end - scope.span.start, scope.span)):
        for voice in scope.chain:
            chain.setdefault(voice.name, voice)
    return tuple(chain.values())


def _is_told_in(scope: VoiceScope, span: Span) -> bool:
    inside = span.contains(scope.cue) and span.start <= scope.span.start
    return inside and abs(scope.span.end - span.end) <= _EDGE


def _share(scope: Span, span: Span) -> float:
    shared = min(scope.end, span.end) - max(scope.start, span.start)
    return max(0, shared) / max(1, span.end - span.start)
