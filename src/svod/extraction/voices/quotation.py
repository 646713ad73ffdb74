"""Words in quotation marks: speech, names, and distance kept."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svod.extraction.reading import Reading
from svod.extraction.voices.lexicon import VoiceLexicon, load_lexicon
from svod.lang.paragraph import find_paragraphs
from svod.model import Span

_SPEECH_END = frozenset(",.!?…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks.

    Attributes:
        span: With the marks.
        inner: Without them.
        run_on: Whether no closing mark stands at its end, so that the next
            paragraph goes on with the same speaker.
    """

    span: Span
    inner: Span
    run_on: bool = False


def find_quotations(text: str, marks: Sequence[tuple[str, str]]) -> Iterator[Quotation]:
    """Yield the outermost quotations in text order, never overlapping.

    A quotation that is not closed ends with its paragraph, if it opens the
    paragraph or its mark cannot be an apostrophe.

    Args:
        text: The document's text.
        marks: Opening and closing marks; a straight mark closes itself.
    """
    openings = {opening for opening, _ in marks}
    for paragraph in find_paragraphs(text):
        at = paragraph.start
        while at < paragraph.end:
            found = _opened_at(text, at, paragraph, marks) if text[at] in openings else None
            if found:
                yield found
            at = found.span.end if found else at + 1


def find_scare_quotes(reading: Reading) -> tuple[Span, ...]:
    """Return the words that the account puts in quotation marks to keep its distance, marks included.

    One to three words inside a sentence, beginning with a small letter, that
    are no name and behind no noun that names things ("the film “…”").
    """
    lexicon = load_lexicon(reading.language)  # type: ignore[arg-type]  # plug-ins hash by identity
    if lexicon is None:
        return ()
    text = reading.annotation.document.text
    lemmas = lemmas_before(reading)
    return tuple(
        quotation.span
        for quotation in find_quotations(text, lexicon.marks)
        if is_scare(text, quotation, lemmas, lexicon) and not names_something(reading, quotation)
    )


def lemmas_before(reading: Reading) -> tuple[tuple[int, str], ...]:
    """Return where each word of the document ends, with its lemma, in text order."""
    return tuple((t.span.end, t.lemma) for sentence in reading.annotation.sentences for t in sentence.tokens)


def is_scare(
    text: str, quotation: Quotation, lemmas: Sequence[tuple[int, str]], lexicon: VoiceLexicon
) -> bool:
    """Tell whether a quotation is too short and too much part of its sentence to be speech.

    Args:
        text: The document's text.
        quotation: The quotation.
        lemmas: As `lemmas_before` gives them.
        lexicon: Words of the language.
    """
    inner = quotation.inner.of(text)
    words = inner.split()
    if not 0 < len(words) <= lexicon.scare_words or not inner[:1].islower() or inner[-1:] in _SPEECH_END:
        return False
    at = bisect_right(lemmas, quotation.span.start, key=lambda row: row[0]) - 1
    before = lemmas[at][1] if at >= 0 else ""
    return before != ":" and before not in lexicon.named_things


def names_something(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a name stands in a quotation."""
    names = reading.annotation.names
    at = bisect_left(names, quotation.inner.end, key=lambda name: name.span.start) - 1
    return at >= 0 and names[at].span.overlaps(quotation.inner)


def _opened_at(text: str, at: int, paragraph: Span, marks: Sequence[tuple[str, str]]) -> Quotation | None:
    for opening, closing in marks:
        if text[at] == opening and _can_open(text, at, opening, closing):
            end = _closing(text, at, paragraph.end, opening, closing)
            if end is not None:
                return Quotation(Span(at, end + 1), Span(at + 1, end))
            follows = text[paragraph.end :].lstrip()[:1] == opening
            if at == paragraph.start or follows or opening not in "'‘\"":
                return Quotation(Span(at, paragraph.end), Span(at + 1, paragraph.end), run_on=True)
    return None


def _can_open(text: str, at: int, opening: str, closing: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if opening in {closing, "‘"}:
        return not before.isalnum() and bool(after.strip()) and before not in tuple(".,!?%)")
    return bool(after)


def _closing(text: str, at: int, limit: int, opening: str, closing: str) -> int | None:
    depth = 1
    for place in range(at + 1, limit):
        if text[place] == closing and _can_close(text, place, closing):
            depth -= 1
            if not depth:
                return place
        elif text[place] == opening and opening not in {closing, "‘"}:
            depth += 1
    return None


def _can_close(text: str, at: int, closing: str) -> bool:
    if closing not in "'’\"":
        return True
    return not text[at + 1 : at + 2].isalnum() and not text[at - 1].isspace()
