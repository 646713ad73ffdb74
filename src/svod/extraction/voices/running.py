"""Speech that runs on: cues that point back, and sentences that go on with a voice."""

from collections.abc import Iterator, Sequence

from svod.extraction.reading import Reading
from svod.extraction.voices.direct import HeardCue
from svod.extraction.voices.scope import VoiceScope
from svod.lang.paragraph import find_paragraphs
from svod.model import Sentence, Span

_BACK_SENTENCES = 2  # "this was announced by X" covers what its paragraph says before, no more


def run_on(reading: Reading, scopes: Sequence[VoiceScope], heard: Sequence[HeardCue]) -> list[VoiceScope]:
    """Return further scopes: sentences that a later cue points back at or that go on with a voice.

    Args:
        reading: The annotated document.
        scopes: What cues and quotations gave.
        heard: Cues with their chains.
    """
    sentences = reading.annotation.sentences
    text = reading.annotation.document.text
    found: list[VoiceScope] = []
    for item in heard:
        if item.cue.back:
            found += [
                VoiceScope(item.cue.sentence, sentence.span, item.chain, item.cue.span, "points back")
                for sentence in _pointed_at(text, sentences, item.cue.sentence, scopes)
            ]
    return [*found, *_going_on(text, sentences, (*scopes, *found))]


def _going_on(text: str, sentences: Sequence[Sentence], scopes: Sequence[VoiceScope]) -> Iterator[VoiceScope]:
    """Yield the sentences of a paragraph that no cue claims, behind one that a marker or a verb
    beside it gave to a voice ("according to X …", "…, said X").

    Sentences behind "X said that …" are the writer's: measured on English and
    Russian news, to go on there costs more than it gains.
    """
    before: VoiceScope | None = None
    paragraph = Span(0, 0)
    for sentence in sentences:
        inside = [scope for scope in scopes if scope.span.overlaps(sentence.span)]
        if inside:
            before, paragraph = _carrying(inside), _paragraph(text, sentence.span)
        elif before and paragraph.contains(sentence.span):
            yield VoiceScope(before.sentence, sentence.span, before.chain, before.cue, "goes on")


def _carrying(inside: Sequence[VoiceScope]) -> VoiceScope | None:
    """Return the scope that the sentences behind go on with, or `None`."""
    outer = max(inside, key=lambda scope: (scope.span.end - scope.span.start, scope.span))
    beside = outer.rule == "cue say" and outer.span.end <= outer.cue.start
    if outer.rule != "cue marker" and not beside:
        return None
    return outer if len({scope.chain[0].name for scope in inside}) == 1 else None


def _pointed_at(
    text: str, sentences: Sequence[Sentence], at: int, scopes: Sequence[VoiceScope]
) -> Iterator[Sentence]:
    own = _paragraph(text, sentences[at].span)
    inside = [s for s in sentences[:at] if own.contains(s.span)][-_BACK_SENTENCES:]
    for sentence in inside or list(sentences[max(0, at - 1) : at]):
        if not any(scope.span.overlaps(sentence.span) for scope in scopes):
            yield sentence


def _paragraph(text: str, span: Span) -> Span:
    return next((p for p in find_paragraphs(text) if p.contains(span)), span)
