"""Speech that runs on: cues that point back, and sentences that go on with a voice."""

from bisect import bisect_right
from collections import defaultdict
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
    paragraphs = tuple(find_paragraphs(reading.annotation.document.text))
    found: list[VoiceScope] = []
    for item in heard:
        if item.cue.back:
            found += [
                VoiceScope(item.cue.sentence, sentence.span, item.chain, item.cue.span, "points back")
                for sentence in _pointed_at(paragraphs, sentences, item.cue.sentence, scopes)
            ]
    return [*found, *_going_on(paragraphs, sentences, (*scopes, *found))]


def _going_on(
    paragraphs: Sequence[Span], sentences: Sequence[Sentence], scopes: Sequence[VoiceScope]
) -> Iterator[VoiceScope]:
    """Yield the sentences of a paragraph that no cue claims, behind one that a marker or a verb
    beside it gave to a voice ("according to X …", "…, said X").

    Sentences behind "X said that …" are the writer's: measured on English and
    Russian news, to go on there costs more than it gains.
    """
    before: VoiceScope | None = None
    paragraph = Span(0, 0)
    by_sentence = _by_sentence(sentences, scopes)
    for at, sentence in enumerate(sentences):
        inside = by_sentence.get(at)
        if inside:
            before, paragraph = _carrying(inside, sentence), _paragraph(paragraphs, sentence.span)
        elif before and paragraph.contains(sentence.span):
            yield VoiceScope(before.sentence, sentence.span, before.chain, before.cue, "goes on")


def _by_sentence(sentences: Sequence[Sentence], scopes: Sequence[VoiceScope]) -> dict[int, list[VoiceScope]]:
    """Return the scopes that share words with each sentence."""
    found: dict[int, list[VoiceScope]] = defaultdict(list)
    for scope in scopes:
        at = max(0, bisect_right(sentences, scope.span.start, key=lambda s: s.span.start) - 1)
        while at < len(sentences) and sentences[at].span.start < scope.span.end:
            if scope.span.overlaps(sentences[at].span):
                found[at].append(scope)
            at += 1
    return found


def _carrying(inside: Sequence[VoiceScope], sentence: Sentence) -> VoiceScope | None:
    """Return the scope that the sentences behind go on with, or `None`.

    Words between a subject and its verb ("X … dep ayttı") are told as by "X said that …".
    """
    outer = max(inside, key=lambda scope: (scope.span.end - scope.span.start, scope.span))
    fronted = outer.span.start <= sentence.span.start
    beside = outer.rule == "cue say" and outer.span.end <= outer.cue.start and fronted
    if outer.rule != "cue marker" and not beside:
        return None
    return outer if len({scope.chain[0].name for scope in inside}) == 1 else None


def _pointed_at(
    paragraphs: Sequence[Span], sentences: Sequence[Sentence], at: int, scopes: Sequence[VoiceScope]
) -> Iterator[Sentence]:
    own = _paragraph(paragraphs, sentences[at].span)
    inside = [s for s in sentences[max(0, at - _BACK_SENTENCES) : at] if own.contains(s.span)]
    for sentence in inside or list(sentences[max(0, at - 1) : at]):
        if not any(scope.span.overlaps(sentence.span) for scope in scopes):
            yield sentence


def _paragraph(paragraphs: Sequence[Span], span: Span) -> Span:
    at = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1
    return paragraphs[at] if at >= 0 and paragraphs[at].contains(span) else span
