"""Readings of single texts, for the tests of voices."""

from collections.abc import Callable

import pytest

from svod.annotation.names import find_names
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.gazetteer.actors import load_actors
from svod.lang.registry import load_language
from svod.model import Annotation, Document, Source


def read(text: str, tag: str) -> Reading:
    language = load_language(tag)
    sentences = language.sentences(text)
    document = Document(
        id="d",
        file="d.txt",
        text=text,
        sha256="",
        text_sha256="",
        media_type="text/plain",
        encoding="utf-8",
        language=tag,
        title="",
        published=None,
        published_from=None,
        genre="",
        url="",
        source=Source("d", named=False),
    )
    names = find_names(text, sentences, language, load_actors())
    return Reading(
        Annotation(document, sentences, names, (), (), ()),
        tuple(Tree(sentence) for sentence in sentences),
        language,
    )


@pytest.fixture(scope="session")
def reading() -> Callable[[str, str], Reading]:
    return read
