"""A naive reader: a few words for events, a pattern for numbers, nothing else.

What it reaches is what a figure of svod is worth: on a text where words alone
do, a high score says little.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evals.corpus import Row, Text

_WORDS = tomllib.loads((Path(__file__).parent / "baseline.toml").read_text("utf-8"))
_CLAUSE = re.compile(r"[^,.;:!?\n]+(?:[.,](?=\d)[^,.;:!?\n]+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[ ,\u00a0]\d{3})*(?:[.,]\d+)?(?!\w)")
_TIMES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "тыс": 1e3,
    "млн": 1e6,
    "миллион": 1e6,
    "млрд": 1e9,
}
_MEASURES = {
    "killing": "killed",
    "injury": "injured",
    "detention": "detained",
    "missing": "missing",
    "displacement": "displaced",
    "destruction": "damaged",
}
"""What a number in the clause of such a word counts; else it is a `quantity`."""


def read_naively(texts: Iterable[Text]) -> Iterator[Row]:
    """Yield the statements of the naive reader: at most one event per word and clause.

    Args:
        texts: Those of a language without words of its own yield figures only.
    """
    for text in texts:
        words = _WORDS.get(text.language, {})
        fields: Row = {"doc": text.id, "when": dict(text.facts).get("published"), "where": None, "voice": []}
        for clause in _CLAUSE.finditer(text.body):
            types = list(_types(clause[0], words))
            at = {"start": clause.start(), "end": clause.end(), "polarity": "affirmed", "modality": "actual"}
            yield from ({**fields, **at, "kind": "event", "type": type_} for type_ in types)
            for value in _numbers(clause[0]):
                yield {**fields, **at, "kind": "figure", **_figure(value, types)}


def _types(clause: str, words: Mapping[str, list[str]]) -> Iterator[str]:
    for type_, beginnings in words.items():
        if re.search(rf"\b(?:{'|'.join(beginnings)})", clause, re.IGNORECASE):
            yield type_


def _numbers(clause: str) -> Iterator[float]:
    for number in _NUMBER.finditer(clause):
        value = float(re.sub(r"[ \u00a0]|,(?=\d{3}\b)", "", number[0]).replace(",", "."))
        rest = clause[number.end() :].lstrip().casefold()
        yield value * next((times for word, times in _TIMES.items() if rest.startswith(word)), 1)


def _figure(value: float, types: list[str]) -> Row:
    measure = next((_MEASURES[type_] for type_ in types if type_ in _MEASURES), "quantity")
    return {
        "measure": measure,
        "of": "people",
        "low": value,
        "high": value,
        "bound": "exact",
        "unit": "persons",
    }
