"""What `figures.toml` may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from svod.errors import MalformedLexiconError
from svod.extraction.figures.lexicon import load_words
from svod.lang.registry import load_language
from svod.model import MEASURES


@dataclass(frozen=True)
class Speech:
    """A language of which only its words for figures matter."""

    table: Mapping[str, Any]

    def words(self, topic: str) -> Mapping[str, Any]:
        return self.table


MALFORMED = {
    "an unknown key": {"things": {}},
    "an unknown measure": {"nouns": {"slain": ["dead"]}},
    "a pair of three words": {"pairs": {"killed": ["lose their life"]}},
    "words that are no list": {"persons": {"people": "person"}},
    "a table that is a list": {"gauges": ["price"]},
    "an unknown gauge": {"gauges": {"weight": {"load": ["load"]}}},
}


@pytest.mark.parametrize("table", MALFORMED.values(), ids=MALFORMED)
def test_malformed_words_are_refused(table: dict[str, Any]) -> None:
    with pytest.raises(MalformedLexiconError, match=r"figures\.toml"):
        load_words(Speech(table))  # type: ignore[arg-type]  # only `words` is asked


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_every_measure_that_counts_has_words(tag: str) -> None:
    words = load_words(load_language(tag))
    tables = [words.predicates[sort] for sort in ("persons", "items")]
    known = {m for p in tables for table in (p.nouns, p.objects, p.subjects) for m in table.values()}
    known |= {gauge.measure for rows in words.gauges.values() for _, gauge in rows} | {"share"}
    assert known >= set(MEASURES)


@pytest.mark.parametrize("sort", ["persons", "items"])
def test_both_languages_know_the_same_things(sort: str) -> None:
    english, russian = (
        {
            thing.of
            for rows in load_words(load_language(tag)).things.values()
            for _, thing in rows
            if thing.sort == sort
        }
        for tag in ("en", "ru")
    )
    assert len(english & russian) > 0.7 * min(len(english), len(russian))
