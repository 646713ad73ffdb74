"""Words as the finder of places sees them."""

from collections.abc import Sequence
from dataclasses import dataclass

from svod.gazetteer import fold_name
from svod.model import Sentence, Span


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a sentence, folded.

    Attributes:
        span: Where it stands.
        text: As written.
        key: Folded.
        lemma: Folded dictionary form.
        base: Dictionary form with all its letters.
        pos: Universal part of speech.
        relation: UD relation to its head.
        capital: Whether it begins with a capital letter, or one of a script without capitals.
        first: Whether it is the first word of its sentence.
        plural: Whether it is in the plural.
    """

    span: Span
    text: str
    key: str
    lemma: str
    base: str
    pos: str
    relation: str
    capital: bool
    first: bool
    plural: bool


def words_of(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words of a sentence in text order, punctuation too."""
    words: list[Word] = []
    first = True
    for token in sentence.tokens:
        capital = token.text[:1].isupper() or _is_caseless(token.text[:1])
        key = fold_name(token.text)
        lemma, plural = fold_name(token.lemma), token.feature("Number") == "Plur"
        word = Word(
            token.span, token.text, key, lemma, token.lemma, token.pos, token.relation, capital, first, plural
        )
        words.append(word)
        first = first and not token.text[:1].isalnum()
    return tuple(words)


def _is_caseless(letter: str) -> bool:
    return letter.isalpha() and letter.upper() == letter.lower()


def span_of(words: Sequence[Word]) -> Span:
    """Return the stretch of text from the first word to the last."""
    return Span(words[0].span.start, words[-1].span.end)
