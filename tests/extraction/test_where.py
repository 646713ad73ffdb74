"""Where events were, in short accounts composed for the tests."""

import pytest

from svod.annotation.places import find_places
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.extraction.where import find_where
from svod.gazetteer import load_gazetteer
from svod.lang import load_language
from svod.model import Annotation, Document, EventClaim, Source, Span

# The account, the quote in it, and where it happened.
CASES = [
    ("en", "Crowds burned two buses in Tripoli.", "burned two buses in Tripoli", "Tripoli"),
    ("en", "Crowds burned two buses. In Tripoli, shops were looted.", "shops were looted", "Tripoli"),
    (
        "en",
        "A quake shook Nepal on Monday. In Kathmandu a temple fell. Dozens died.",
        "a temple fell",
        "Kathmandu",
    ),
    ("en", "A flood hit Dresden. Dresden was dark. Two men drowned.", "Two men drowned", "Dresden"),
    ("en", "Fighting broke out in Mali, in Gao.", "Fighting broke out in Mali, in Gao", "Gao"),
    ("en", "Two men drowned.", "Two men drowned", None),
    ("ru", "В Найроби сгорел рынок.", "сгорел рынок", "Nairobi"),
    ("ru", "В Кении бастуют врачи. В Найроби закрыты больницы.", "закрыты больницы", "Nairobi"),
    ("ru", "Шторм разрушил дома в Гаване. Погибли трое.", "Погибли трое", "Havana"),
]


def _reading(tag: str, text: str) -> Reading:
    language = load_language(tag)
    sentences = language.sentences(text)
    names = language.names(text, sentences)
    places = find_places(text, sentences, load_gazetteer(), (), language.words("places"), names)
    document = Document(
        "d",
        "d.txt",
        text,
        "",
        "",
        "text/plain",
        "utf-8",
        tag,
        "",
        None,
        None,
        "",
        "",
        Source("d", named=False),
    )
    annotation = Annotation(document, sentences, names, places, (), ())
    return Reading(annotation, tuple(Tree(sentence) for sentence in sentences), language)


def _finding(reading: Reading, words: str) -> Finding:
    start = reading.annotation.document.text.index(words)
    quote = Span(start, start + len(words))
    spans = [sentence.span for sentence in reading.annotation.sentences]
    at = next(n for n, span in enumerate(spans) if span.overlaps(quote))
    return Finding(
        EventClaim("riot", None, None), at, reading.trees[at].top(quote) or 0, quote, "test", quote
    )


@pytest.mark.parametrize(("tag", "text", "words", "name"), CASES)
def test_the_words_tell_where_it_was(tag: str, text: str, words: str, name: str | None) -> None:
    reading = _reading(tag, text)
    place = find_where(reading, _finding(reading, words))
    assert (place.name if place else None) == name


def test_a_dateline_is_not_where_it_happened() -> None:
    reading = _reading("en", "LONDON, 3 May. Crowds burned two buses in Tripoli. Shops were looted.")
    place = find_where(reading, _finding(reading, "burned two buses"))
    assert place is not None
    assert place.name == "Tripoli"
