"""Where events were, in short accounts composed for the tests."""

from collections.abc import Callable

import pytest

from svod.annotation.places import find_places
from svod.extraction.linear import load_model
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.extraction.where import find_where, why_where
from svod.extraction.where.find import MODEL, SHORT
from svod.extraction.where.lexicon import where_words
from svod.extraction.where.rule import where_by_rule
from svod.extraction.where.scene import SceneMemo, lay_out
from svod.extraction.where.sighting import find_sightings
from svod.gazetteer import load_gazetteer
from svod.lang import load_language
from svod.model import Annotation, Document, EventClaim, Place, Source, Span

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


Find = Callable[[Reading, Finding], Place | None]


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


@pytest.mark.parametrize("find", [find_where, where_by_rule])
@pytest.mark.parametrize(("tag", "text", "words", "name"), CASES)
def test_the_words_tell_where_it_was(find: Find, tag: str, text: str, words: str, name: str | None) -> None:
    reading = _reading(tag, text)
    place = find(reading, _finding(reading, words))
    assert (place.name if place else None) == name


@pytest.mark.parametrize("find", [find_where, where_by_rule])
def test_a_dateline_is_not_where_it_happened(find: Find) -> None:
    reading = _reading("en", "LONDON, 3 May. Crowds burned two buses in Tripoli. Shops were looted.")
    place = find(reading, _finding(reading, "burned two buses"))
    assert place is not None
    assert place.name == "Tripoli"


ROLES = [
    ("en", "Troops came from Chad.", "Chad", "from"),
    ("en", "A bus burned near Gao.", "Gao", "near"),
    ("en", "Shops closed in Peru and Chile.", "Chile", "inside"),
    ("en", "Kenya closed its schools.", "Kenya", "subject"),
    ("en", "Kenyan doctors are on strike.", "Kenya", "adjective"),
    ("en", "LONDON, 3 May. Crowds burned two buses.", "London", "dateline"),
    ("ru", "В Найроби сгорел рынок.", "Nairobi", "inside"),
    ("ru", "Беженцы бегут из Судана.", "Sudan", "from"),
]


@pytest.mark.parametrize(("tag", "text", "place", "role"), ROLES)
def test_the_words_around_a_place_tell_its_role(tag: str, text: str, place: str, role: str) -> None:
    reading = _reading(tag, text)
    sightings = find_sightings(reading, where_words(reading.language))
    assert {s.mention.place.name: s.stands for s in sightings}[place] == role


def test_a_place_weighs_more_where_things_happen() -> None:
    reading = _reading("en", "A flood hit Dresden. In Dresden two men drowned. Berlin sent boats.")
    scene = lay_out(reading)
    assert [scene.candidates[id_].place.name for id_ in scene.heaviest][:2] == ["Dresden", "Berlin"]


def test_a_scene_is_laid_out_once_a_document() -> None:
    one, other = _reading("en", "A flood hit Dresden."), _reading("en", "A flood hit Dresden.")
    memo = SceneMemo()
    scene = memo.scene(one)
    assert memo.scene(one) is scene
    assert memo.scene(other) is not scene


def test_the_place_found_is_explained_by_its_features() -> None:
    reading = _reading("en", "Shops stayed open. " * SHORT + "Crowds burned two buses in Tripoli.")
    reasons = why_where(reading, _finding(reading, "burned two buses in Tripoli"))
    assert any(reason.startswith("nearest located +") for reason in reasons)


def test_in_a_short_text_the_rule_answers() -> None:
    reading = _reading("en", "Crowds burned two buses in Tripoli.")
    assert why_where(reading, _finding(reading, "burned two buses in Tripoli")) == ()


def test_the_weights_are_few_sorted_and_rounded() -> None:
    model = load_model(MODEL)
    assert model is not None
    assert list(model.weights) == sorted(model.weights)
    assert all(weight == round(weight, 3) for weight in model.weights.values())
    assert 50 < len(model.weights) < 300


def test_no_place_is_found_where_none_is_named() -> None:
    reading = _reading("en", "Two men drowned.")
    assert find_where(reading, _finding(reading, "Two men drowned")) is None
