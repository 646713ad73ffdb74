"""The words of a language's `figures.toml`, checked and made ready for look-up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from svod.errors import MalformedLexiconError
from svod.extraction.lexicon import Phrase, phrase_list
from svod.lang.protocol import Language
from svod.model import MEASURES, Measure

FILE = "figures.toml"
Sort = Literal["persons", "items"]
T = TypeVar("T")

_SORTS: tuple[Sort, ...] = ("persons", "items")
_NOT_OF: Mapping[Sort, frozenset[Measure]] = {
    "persons": frozenset({"damaged"}),
    "items": frozenset({"killed", "injured", "detained", "displaced", "rescued", "participants"}),
}
_BY_MEASURE = ("nouns", "objects", "subjects", "pairs", "states", "toll")
_WORDS = (
    "bare",
    "before",
    "definite",
    "down",
    "fire",
    "part",
    "person_endings",
    "say",
    "skip",
    "subset",
    "tally",
    "up",
)
_KNOWN = frozenset((*_BY_MEASURE, "defaults", "persons", "items", "gauges", "words"))


@dataclass(frozen=True, slots=True)
class Thing:
    """Something counted.

    Attributes:
        of: Canonical English plural, e.g. `police_vehicles`.
        sort: Whether its unit is `persons` or `items`.
    """

    of: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class Gauge:
    """What a number with a unit is the value of.

    Attributes:
        measure: Measure of the codebook.
        of: Canonical English name, e.g. `temperature`.
    """

    measure: Measure
    of: str


Index = Mapping[str, tuple[tuple[Phrase, T], ...]]
"""Any word of a phrase → phrases with that word, longest first."""


@dataclass(frozen=True, slots=True)
class Predicates:
    """Words that tell what happened to those counted, for persons or for things.

    Attributes:
        nouns: Nouns that carry a measure ("deaths").
        objects: Verbs whose object is counted.
        subjects: Verbs and predicates whose subject is counted.
        pairs: Either word of a pair → the other, and the measure of both together.
        states: Words beside the noun ("ten people dead").
        of: Prepositions between a noun and those it is told of ("deaths of ten").
        subset: Prepositions that make the noun a part of another noun phrase.
        part: Those of them, and verbs, that do so in any place ("including").
    """

    nouns: Mapping[str, Measure]
    objects: Mapping[str, Measure]
    subjects: Mapping[str, Measure]
    pairs: Mapping[str, tuple[tuple[str, Measure], ...]]
    states: Mapping[str, Measure]
    of: frozenset[str]
    subset: frozenset[str]
    part: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """A language's words for figures.

    Attributes:
        things: What is counted, by phrase.
        persons: Canonical names of those things that are persons.
        gauges: What a value with a unit measures, by phrase.
        predicates: What is told of those counted, for persons and for items.
        defaults: Canonical name of a thing → what a number of it is where
            nothing is told of it.
        toll: Nouns that stand for a number ("the death toll"); `quantity`
            where the noun behind "of" says what.
        words: Plain lists by name.
    """

    things: Index[Thing]
    persons: frozenset[str]
    gauges: Index[Gauge]
    predicates: Mapping[Sort, Predicates]
    defaults: Mapping[str, Measure]
    toll: Index[Measure]
    words: Mapping[str, frozenset[str]]


_ready: dict[int, tuple[Mapping[str, Any], FigureWords]] = {}


def load_words(language: Language) -> FigureWords:
    """Return a language's words for figures; empty tables if it has none.

    Raises:
        MalformedLexiconError: If a key, a measure or a value is not allowed.
    """
    words = language.words("figures")
    known = _ready.get(id(words))
    if known is None or known[0] is not words:
        if len(_ready) >= 16:
            _ready.clear()
        known = _ready[id(words)] = (words, _read_words(words))
    return known[1]


def fold(lemma: str) -> str:
    """Return a lemma as the tables write it: lower case, "е" for "ё"."""
    return lemma.lower().replace("ё", "е")


def _read_words(words: Mapping[str, Any]) -> FigureWords:
    unknown = sorted(set(words) - _KNOWN)
    if unknown:
        raise MalformedLexiconError(FILE, f"unknown key {unknown[0]!r}")
    plain = _table(words, "words")
    return FigureWords(
        things=_index(_things(words)),
        persons=frozenset(thing.of for _, thing in _things(words) if thing.sort == "persons"),
        gauges=_index(_gauges(words)),
        predicates={sort: _predicates(words, sort) for sort in _SORTS},
        defaults={" ".join(phrase): measure for phrase, measure in _measured(words, "defaults")},
        toll=_index(_measured(words, "toll")),
        words={
            key: frozenset(" ".join(phrase) for phrase in phrase_list(plain, key, FILE)) for key in _WORDS
        },
    )


def _table(words: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = words.get(key, {})
    if not isinstance(table, Mapping):
        raise MalformedLexiconError(FILE, f"{key} is no table")
    return table


def _things(words: Mapping[str, Any]) -> Iterable[tuple[Phrase, Thing]]:
    for sort in _SORTS:
        table = _table(words, sort)
        for of in table:
            for phrase in phrase_list(table, of, FILE):
                yield phrase, Thing(of, sort)


def _gauges(words: Mapping[str, Any]) -> Iterable[tuple[Phrase, Gauge]]:
    gauges = _table(words, "gauges")
    for name in gauges:
        table = _table(gauges, name)
        for of in table:
            for phrase in phrase_list(table, of, FILE):
                yield phrase, Gauge(_measure(name), of)


def _measured(words: Mapping[str, Any], key: str) -> Iterable[tuple[Phrase, Measure]]:
    table = _table(words, key)
    for name in table:
        for phrase in phrase_list(table, name, FILE):
            yield phrase, _measure(name)


def _predicates(words: Mapping[str, Any], sort: Sort) -> Predicates:
    nouns, objects, subjects, states = (
        _single(words, key, sort) for key in ("nouns", "objects", "subjects", "states")
    )
    plain = _table(words, "words")
    of, subset, part = (
        frozenset(" ".join(phrase) for phrase in phrase_list(plain, key, FILE))
        for key in ("of", "subset", "part")
    )
    return Predicates(nouns, objects, subjects, _pairs(words, sort), states, of, subset, part)


def _single(words: Mapping[str, Any], key: str, sort: Sort) -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for phrase, measure in _measured(words, key):
        if measure not in _NOT_OF[sort]:
            found.setdefault(" ".join(phrase), measure)
    return found


def _pairs(words: Mapping[str, Any], sort: Sort) -> dict[str, tuple[tuple[str, Measure], ...]]:
    found: dict[str, list[tuple[str, Measure]]] = {}
    for phrase, measure in _measured(words, "pairs"):
        if len(phrase) != 2:
            raise MalformedLexiconError(FILE, f"pairs holds {' '.join(phrase)!r}, which is no pair")
        if measure not in _NOT_OF[sort]:
            found.setdefault(phrase[0], []).append((phrase[1], measure))
            found.setdefault(phrase[1], []).append((phrase[0], measure))
    return {verb: tuple(rows) for verb, rows in found.items()}


def _measure(name: str) -> Measure:
    for measure in MEASURES:
        if measure == name:
            return measure
    raise MalformedLexiconError(FILE, f"{name!r} is no measure")


def _index(rows: Iterable[tuple[Phrase, T]]) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    found: dict[str, list[tuple[Phrase, T]]] = {}
    for phrase, value in rows:
        for word in dict.fromkeys(phrase):
            found.setdefault(word, []).append((phrase, value))
    return {word: tuple(sorted(held, key=lambda row: -len(row[0]))) for word, held in found.items()}
