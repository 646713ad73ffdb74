"""The words of a language for times, checked and spelt out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from svod.annotation.times.pieces import fold, parts
from svod.errors import MalformedLexiconError

Value = int | str
Forms = Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]
"""First word of a form → all forms that begin with it, with what they mean."""

_SECTIONS = {
    "language",
    "day_first",
    "weak",
    "weak_capital",
    "weak_after",
    "names",
    "ordinal_suffixes",
    "decade_suffixes",
    "number_joints",
    "day_joints",
    "endings",
    "classes",
    "numbers",
    "ordinals",
    "symbols",
    "rules",
    "future",
    "modals",
    "perfect",
    "intends",
    "closes",
    "puts_off",
    "scheduled",
    "counted",
    "counted_endings",
    "holidays",
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `times.toml` of a language says.

    Attributes:
        language: Tag of the language.
        day_first: Whether 04/01 is the fourth of January.
        weak: Forms that are mostly other words ("may"): they count only where
            other words of a date stand beside them.
        weak_capital: Whether weak forms must also have a capital letter.
        weak_after: Words that stand before such a form where it is meant ("in").
        names: Words that stand in names ("Daily"): inside a sentence they count
            only without a capital letter.
        ordinal_suffixes: Endings of ordinals written in digits.
        decade_suffixes: Endings of decades written in digits.
        number_joints: Words between number words ("and").
        day_joints: Words between two weekdays that follow each other.
        classes: Slot name → forms and their meanings.
        numbers: Cardinal words → their values.
        ordinals: Ordinal words → their values.
        symbols: Name → templates that other templates refer to.
        rules: Name of a rule → templates of whole expressions.
        future: Words that put their clause into the future.
        modals: Verbs that do so unless a word of `perfect` follows them.
        perfect: Words that make a modal verb speak of the past ("have").
        intends: Lemmas of verbs that do so with an infinitive behind them.
        puts_off: Words for giving something a later date.
        closes: Words before the date on which a business period ends.
        scheduled: Lemmas of verbs whose present tense tells what a timetable says.
        counted: Words after a bare number that show it to be no year.
        counted_endings: Endings of such words, in lower case.
        holidays: Name → how its day is reckoned (see `reckoning.holiday`).
    """

    language: str
    day_first: bool
    weak: frozenset[str]
    weak_capital: bool
    weak_after: frozenset[str]
    names: frozenset[str]
    ordinal_suffixes: tuple[str, ...]
    decade_suffixes: tuple[str, ...]
    number_joints: frozenset[str]
    day_joints: frozenset[str]
    classes: Mapping[str, Forms]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    symbols: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, tuple[str, ...]]
    future: frozenset[str]
    modals: frozenset[str]
    perfect: frozenset[str]
    intends: frozenset[str]
    puts_off: frozenset[str]
    closes: frozenset[str]
    scheduled: frozenset[str]
    counted: frozenset[str]
    counted_endings: tuple[str, ...]
    holidays: Mapping[str, str]


def read_lexicon(words: Mapping[str, Any]) -> Lexicon:
    """Check the parsed `times.toml` of a language and spell out its forms.

    A form `стем~name` stands for the stem with every ending of
    `[endings] name`; several endings may follow each other (`a~b~c`).

    Raises:
        MalformedLexiconError: If a section is unknown, missing or of the
            wrong shape.
    """
    check = _Checker(words)
    endings = {name: check.strings(forms, name) for name, forms in check.table(words, "endings").items()}
    spell = _Speller(check, endings)
    return Lexicon(
        language=check.name,
        day_first=bool(words.get("day_first", True)),
        weak=frozenset(spell.words(check.list("weak"))),
        weak_capital=bool(words.get("weak_capital", True)),
        weak_after=frozenset(check.list("weak_after")),
        names=frozenset(map(fold, check.list("names"))),
        ordinal_suffixes=tuple(spell.words(check.list("ordinal_suffixes"))),
        decade_suffixes=tuple(spell.words(check.list("decade_suffixes"))),
        number_joints=frozenset(check.list("number_joints")),
        day_joints=frozenset(check.list("day_joints")),
        classes={name: spell.forms(table, name) for name, table in check.table(words, "classes").items()},
        numbers=spell.numbers(check.table(words, "numbers"), "numbers"),
        ordinals=spell.numbers(check.table(words, "ordinals"), "ordinals"),
        symbols={name: check.strings(rows, name) for name, rows in check.table(words, "symbols").items()},
        rules={name: check.strings(rows, name) for name, rows in check.table(words, "rules").items()},
        future=frozenset(spell.words(check.list("future"))),
        modals=frozenset(check.list("modals")),
        perfect=frozenset(check.list("perfect")),
        intends=frozenset(check.list("intends")),
        puts_off=frozenset(spell.words(check.list("puts_off"))),
        closes=frozenset(check.list("closes")),
        scheduled=frozenset(check.list("scheduled")),
        counted=frozenset(spell.words(check.list("counted"))),
        counted_endings=check.list("counted_endings"),
        holidays={name: str(how) for name, how in check.table(words, "holidays").items()},
    )


class _Checker:
    """Takes sections out of the parsed file or says what is wrong with them."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.name = str(words.get("language", "unknown"))
        self.words = words
        if unknown := sorted(set(words) - _SECTIONS):
            raise self.error(f"unknown section {unknown[0]!r}")
        if not words.get("rules"):
            raise self.error("no rules")

    def error(self, reason: str) -> MalformedLexiconError:
        return MalformedLexiconError(f"lang/{self.name}/times.toml", reason)

    def table(self, owner: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        table = owner.get(key, {})
        if not isinstance(table, Mapping):
            raise self.error(f"{key} is not a table")
        return table

    def list(self, key: str) -> tuple[str, ...]:
        return self.strings(self.words.get(key, []), key)

    def strings(self, value: Any, key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(row, str) for row in value):
            raise self.error(f"{key} is not a list of words")
        return tuple(value)


class _Speller:
    """Spells out forms with their endings."""

    def __init__(self, check: _Checker, endings: Mapping[str, tuple[str, ...]]) -> None:
        self.check = check
        self.endings = endings

    def forms(self, table: Any, name: str) -> Forms:
        if not isinstance(table, Mapping):
            raise self.check.error(f"class {name} is not a table")
        by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        for key, rows in table.items():
            for form in self.words(self.check.strings(rows, name)):
                words = parts(form)
                by_first.setdefault(words[0], {})[words] = _value(key)
        return {first: tuple(forms.items()) for first, forms in by_first.items()}

    def numbers(self, table: Mapping[str, Any], name: str) -> Mapping[str, int]:
        try:
            return {
                form: int(key)
                for key, rows in table.items()
                for form in self.words(self.check.strings(rows, name))
            }
        except ValueError as error:
            raise self.check.error(f"{name} has a key that is no number") from error

    def words(self, rows: tuple[str, ...]) -> Iterator[str]:
        for row in rows:
            stem, *names = row.split("~")
            for name in names:
                if name not in self.endings:
                    raise self.check.error(f"no endings {name!r} for {row!r}")
            for tail in product(*(self.endings[name] for name in names)):
                if form := fold(stem + "".join(tail)):
                    yield form


def _value(key: str) -> Value:
    return int(key) if key.lstrip("-").isdigit() else key
