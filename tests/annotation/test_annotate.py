"""Annotation of whole documents, composed for the tests."""

from dataclasses import replace
from itertools import pairwise

import pytest

from composed import document
from svod.annotation import annotate
from svod.gazetteer import load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.lang import load_language
from svod.model import Annotation

TEXTS = [
    (
        "en",
        "Two ferries sank off Lisbon on Monday. President Samia Hassan sent 40 divers.\n\nPolice in Dodoma wait.",
    ),
    (
        "ru",
        "В понедельник у Лиссабона затонули два парома. Президент Анна Берг направила 40 водолазов.\n\nВ Лионе ждут.",
    ),
    ("kk", "Дүйсенбіде Ақтөбеде екі көпір құлады. Полиция 12 адамды ұстады."),
    ("fi", "Kaksi laivaa upposi maanantaina. Poliisi odottaa Turussa."),
    ("en", ""),
    ("en", "!!! — 3"),
]


def annotated(text: str, tag: str, published: str | None = "2023-05-10") -> Annotation:
    account = replace(document("d", published), text=text, language=tag)
    return annotate(account, load_language(tag), load_gazetteer(), load_actors(), ())


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_mentions_stand_in_order_and_never_overlap(tag: str, text: str) -> None:
    found = annotated(text, tag)
    for mentions in (found.names, found.places, found.times, found.numbers, found.sentences):
        spans = [mention.span for mention in mentions]
        assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_mentions_and_words_are_what_the_text_says(tag: str, text: str) -> None:
    found = annotated(text, tag)
    words = [token for sentence in found.sentences for token in sentence.tokens]
    for mention in (*found.names, *found.places, *found.times, *found.numbers, *words):
        assert mention.span.of(text) == mention.text


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_every_word_stands_in_a_sentence_and_hangs_in_it(tag: str, text: str) -> None:
    found = annotated(text, tag)
    covered = "".join(sentence.span.of(text) for sentence in found.sentences)
    assert "".join(covered.split()) == "".join(text.split())
    for sentence in found.sentences:
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)


@pytest.mark.parametrize(("tag", "text"), TEXTS[:2])
def test_each_reader_gives_what_it_finds(tag: str, text: str) -> None:
    found = annotated(text, tag)
    assert {"Lisbon"} <= {mention.place.name for mention in found.places}
    assert "2023-05-08" in {mention.value for mention in found.times}
    assert {2.0, 40.0} <= {mention.low for mention in found.numbers}
    assert "person" in {name.kind for name in found.names}


def test_relative_days_count_from_publication() -> None:
    [later] = annotated("Floods came yesterday.", "en", "2024-03-01").times
    assert later.value == "2024-02-29"


def test_without_a_day_of_publication_relative_days_have_no_value() -> None:
    assert [t.value for t in annotated("Floods came yesterday.", "en", None).times] in ([], [None])


def test_the_prior_decides_between_places_of_one_name() -> None:
    account = replace(document("d"), text="Shops burned in Tripoli.", language="en")
    language, gazetteer = load_language("en"), load_gazetteer()
    in_lebanon = annotate(account, language, gazetteer, load_actors(), ("LB",))
    in_libya = annotate(account, language, gazetteer, load_actors(), ("LY",))
    assert [m.place.country for m in in_lebanon.places] == ["LB"]
    assert [m.place.country for m in in_libya.places] == ["LY"]
