"""Places in sentences composed for the tests, one a line in `golden_*.txt`."""

import re
from functools import cache
from pathlib import Path

import pytest

from svod.annotation.places import find_places
from svod.gazetteer import load_gazetteer
from svod.lang import Language, load_language

_MARK = re.compile(r"\[([^\]>]+)(?:>([^\]]+))?\]")
_HERE = Path(__file__).parent


def _cases() -> list[tuple[str, str]]:
    rows = []
    for tag in ("en", "ru", "kk"):
        lines = (_HERE / f"golden_{tag}.txt").read_text("utf-8").splitlines()
        rows += [(tag, line) for line in lines if line and not line.startswith("#")]
    return rows


@cache
def _language(tag: str) -> Language:
    return load_language(tag)


def _found(tag: str, text: str, prior: tuple[str, ...]) -> list[str]:
    language = _language(tag)
    sentences = language.sentences(text)
    names = language.names(text, sentences)
    mentions = find_places(text, sentences, load_gazetteer(), prior, language.words("places"), names)
    return [mention.place.name for mention in mentions if not mention.adjective]


@pytest.mark.parametrize(("tag", "case"), _cases())
def test_golden_places(tag: str, case: str) -> None:
    countries = re.match(r"([A-Z]{2}(?: [A-Z]{2})*): ", case)
    marked = case[countries.end() :] if countries else case
    text = _MARK.sub(r"\1", marked)
    prior = tuple(countries[1].split()) if countries else ()
    assert _found(tag, text, prior) == [mark[2] or mark[1] for mark in _MARK.finditer(marked)]
