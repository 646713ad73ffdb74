"""The number words of a language, checked and made ready for the grammar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from svod.annotation.numbers.pieces import Lexer, Phrases, plain
from svod.errors import MalformedLexiconError
from svod.model import Bound

_FILE = "numbers.toml"
_WORD_LISTS = (
    "articles",
    "change",
    "digit_endings",
    "fillers",
    "fraction_links",
    "links",
    "not_halves",
    "ordinal_endings",
    "range_and",
    "range_between",
    "range_from",
    "range_or",
    "range_to",
    "suffixes_approximate",
    "until",
    "year_links",
)
_PHRASES = ("durations", "half", "half_more", "inversion", "labels")
_NUMBERS = ("cardinals", "collectives", "denominators", "genitive_singular", "multipliers", "wholes")
_OTHER = (
    "after",
    "alike",
    "before",
    "blockers",
    "currencies",
    "decimal",
    "group",
    "short_scales",
    "suffixes",
    "units",
    "vague",
)
_KNOWN = frozenset((*_WORD_LISTS, *_PHRASES, *_NUMBERS, *_OTHER))
_BOUNDS = frozenset({"approximate", "at_least", "at_most"})


@dataclass(frozen=True, slots=True)
class Vague:
    """A word that stands for an interval: "dozens", "most"."""

    low: float
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A language's number words, ready to match.

    Attributes:
        lexer: Cuts text as the language writes numerals.
        lists: Plain word lists, by their key in `numbers.toml`.
        phrases: Phrases without a value, by their key.
        numbers: Phrases with a value, by their key: `cardinals` add up,
            `multipliers` multiply what stands before, `denominators` divide,
            `collectives` count persons or pairs, `genitive_singular` are one
            scale behind a comparator and an interval elsewhere ("около сотни"),
            `wholes` are denominators that stand before ("үштен екісі").
        short_scales: Letters for scales, glued to digits ("5bn").
        vague: Words for intervals.
        blockers: Comparator → words before it that make it a preposition ("talks about 20").
        before: Comparators that stand before a number.
        after: Comparators that stand behind it.
        units: Units of measure, percent and names of currencies.
        symbols: Currency signs.
        codes: ISO 4217 codes, upper case.
    """

    lexer: Lexer
    lists: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases[bool]]
    numbers: Mapping[str, Phrases[float]]
    short_scales: Mapping[str, float]
    vague: Phrases[Vague]
    blockers: Mapping[str, frozenset[str]]
    before: Phrases[Bound]
    after: Phrases[Bound]
    units: Phrases[str]
    symbols: Phrases[str]
    codes: frozenset[str]


_ready: dict[int, tuple[Mapping[str, Any], NumberWords]] = {}


def load_words(words: Mapping[str, Any]) -> NumberWords:
    """Return the words of `numbers.toml` ready for matching.

    The same mapping is made ready once.

    Args:
        words: What `Language.words("numbers")` gives.

    Raises:
        MalformedLexiconError: If a key is unknown or a value is of the wrong type.
    """
    known = _ready.get(id(words))
    if known is None or known[0] is not words:
        if len(_ready) >= 16:
            _ready.clear()
        known = _ready[id(words)] = (words, _read_words(words))
    return known[1]


def _read_words(words: Mapping[str, Any]) -> NumberWords:
    unknown = sorted(set(words) - _KNOWN)
    if unknown:
        raise MalformedLexiconError(_FILE, f"unknown key {unknown[0]!r}")
    lexer = Lexer(_text(words, "group"), _text(words, "decimal") or ".")
    suffixes, alike = _strings(words, "suffixes"), _strings(words, "alike")
    names = [*_rows(words, "units"), *_rows(words, "currencies")]
    return NumberWords(
        lexer=lexer,
        lists={key: frozenset(map(plain, _strings(words, key))) for key in _WORD_LISTS},
        phrases={
            key: Phrases(((w, True) for w in _strings(words, key)), lexer, suffixes) for key in _PHRASES
        },
        numbers={
            key: Phrases(((w, _number(key, n)) for n, w in _rows(words, key)), lexer, suffixes, alike)
            for key in _NUMBERS
        },
        short_scales={w: _number("short_scales", n) for n, w in _rows(words, "short_scales")},
        vague=Phrases(_vague(words), lexer, suffixes),
        blockers=_blockers(words),
        before=Phrases(_comparators(words, "before"), lexer),
        after=Phrases(_comparators(words, "after"), lexer),
        units=Phrases(((w, name) for name, w in names), lexer, suffixes),
        symbols=Phrases(_symbols(), lexer),
        codes=frozenset(code for code, _ in _currencies()),
    )


def _text(words: Mapping[str, Any], key: str) -> str:
    value = words.get(key, "")
    if not isinstance(value, str):
        raise MalformedLexiconError(_FILE, f"{key} must be a string")
    return value


def _strings(table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise MalformedLexiconError(_FILE, f"{key} must be a list of words")
    return value


def _rows(words: Mapping[str, Any], key: str) -> Iterator[tuple[str, str]]:
    table = words.get(key, {})
    if not isinstance(table, Mapping):
        raise MalformedLexiconError(_FILE, f"{key} must be a table")
    for name in table:
        for word in _strings(table, name):
            yield name, word


def _number(key: str, name: str) -> float:
    try:
        return float(name)
    except ValueError:
        raise MalformedLexiconError(_FILE, f"{key} has {name!r} where a number belongs") from None


def _vague(words: Mapping[str, Any]) -> Iterator[tuple[str, Vague]]:
    rows = words.get("vague", [])
    if not isinstance(rows, list):
        raise MalformedLexiconError(_FILE, "vague must be an array of tables")
    for row in rows:
        low, high, unit = row.get("low"), row.get("high"), row.get("unit", "")
        if not isinstance(low, int | float) or not isinstance(high, int | float | None):
            raise MalformedLexiconError(_FILE, "vague needs low, and high if it is not open")
        for word in _strings(row, "words"):
            yield word, Vague(float(low), None if high is None else float(high), unit)


def _comparators(words: Mapping[str, Any], key: str) -> Iterator[tuple[str, Bound]]:
    for name, word in _rows(words, key):
        if name not in _BOUNDS:
            raise MalformedLexiconError(_FILE, f"{key} has unknown bound {name!r}")
        yield word, name  # type: ignore[misc]  # checked against the closed list above


def _blockers(words: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for comparator, word in _rows(words, "blockers"):
        found.setdefault(comparator, set()).add(plain(word))
    return {comparator: frozenset(blocked) for comparator, blocked in found.items()}


@cache
def _currencies() -> tuple[tuple[str, str], ...]:
    with files("svod.lang").joinpath("currencies.tsv").open(encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return tuple((code, symbols) for code, symbols in rows)


def _symbols() -> Iterator[tuple[str, str]]:
    return ((symbol, code) for code, symbols in _currencies() for symbol in symbols.split())
