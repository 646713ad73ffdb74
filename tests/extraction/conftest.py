"""Texts read as the pipeline reads them, for the tests of extraction."""

from collections.abc import Callable
from functools import cache

import pytest

from svod.annotation import annotate
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.gazetteer import load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.lang import load_language
from svod.model import Document, Source

Read = Callable[[str, str], Reading]


@cache
def _read(text: str, tag: str) -> Reading:
    language = load_language(tag)
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
        published="2023-05-10",
        published_from=None,
        genre="",
        url="",
        source=Source("d", named=False),
    )
    annotation = annotate(document, language, load_gazetteer(), load_actors(), ())
    return Reading(annotation, tuple(map(Tree, annotation.sentences)), language)


@pytest.fixture(scope="session")
def annotated() -> Read:
    """Annotates a text of a language, published on Wednesday, 10 May 2023."""
    return _read
