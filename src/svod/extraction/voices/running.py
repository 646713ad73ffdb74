"""Speech that runs on: cues that point back, and sentences that go on with a voice."""

from collections.abc import Iterator, Sequence

from svod.extraction.reading import Reading
from svod.extraction.voices.direct import HeardCue
from svod.extraction.voices.quotation import Quotation
from svod.extraction.voices.scope import VoiceScope
from svod.lang.paragraph import find_paragraphs
from svod.model import Sentence, Span

_BACK_SENTENCES = 2  # "this was announced by X" covers what its paragraph says before, no more


def run_on(
    reading: Reading, scopes: Sequence[VoiceScope], speech: Sequence[Quotation], heard: Sequence[HeardCue]
) -> list[VoiceScope]:
    """Return further scopes: sentences that a later cue points back at.

    Args:
        reading: The annotated document.
        scopes: What cues and quotations gave.
        speech: Quotations that are speech.
        heard: Cues with their chains.
    """
    del speech
    sentences = reading.annotation.sentences
    text = reading.annotation.document.text
    found: list[VoiceScope] = []
    for item in heard:
        if item.cue.back:
            for sentence in _pointed_at(text, sentences, item.cue.sentence, scopes):
                found.append(
                    VoiceScope(item.cue.sentence, sentence.span, item.chain, item.cue.span, "points back")
                )
    return found


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
