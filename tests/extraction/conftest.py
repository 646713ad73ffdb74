"""Texts read as the pipeline reads them, for the tests of extraction."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from composed import document
from svod.annotation import annotate
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.gazetteer import load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.lang import load_language


@cache
def _read(text: str, tag: str) -> Reading:
    language = load_language(tag)
    account = replace(document("d", "2023-05-10"), text=text, language=tag)
    annotation = annotate(account, language, load_gazetteer(), load_actors(), ())
    return Reading(annotation, tuple(map(Tree, annotation.sentences)), language)


@pytest.fixture(scope="session")
def annotated() -> Callable[[str, str], Reading]:
    """Annotates a text of a language, published on Wednesday, 10 May 2023."""
    return _read
