"""The phrase book: titles, values and reasons that a record words in English, said anew.

A record holds some sentences for people ("Killing of civilians, Almaty", "at
least 10", "they speak for different days"). They are made by patterns, and the
patterns are here too, as data: whatever fits one is taken apart, its slots are
said anew in turn, and the whole is put together in the other language. What
fits none (names, the words of accounts) stays as it is.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, zip_longest

from babel import Locale

from svod.tongue.catalogue import SOURCE

_DEPTH = 6  # slots within slots; no honest sentence goes deeper
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_AMOUNT = re.compile(rf"({_NUMBER.pattern}) (\S+)")
_SLOT = re.compile(r"\{[=;]?\}")
_FITS = {"{}": "((?:(?!; ).)+?)", "{=}": "(.+?)", "{;}": "(.+?)"}


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An English pattern.

    Attributes:
        english: The pattern, `{}` where a slot is.
        shape: What fits it, a group a slot.
        verbatim: Which slots hold words of accounts, which are never said anew.
    """

    english: str
    shape: re.Pattern[str]
    verbatim: frozenset[int]


class PhraseBook:
    """Says what a record words in English in another language.

    Args:
        translate: Returns a pattern in the other language, its slots `{}` in
            the same order or numbered (`{0}`).
        locale: The other language; names of countries are its own.
    """

    def __init__(self, translate: Callable[[str], str], locale: Locale) -> None:
        self._translate = translate
        self._locale = locale
        self.resay = lru_cache(maxsize=65_536)(self._resay)

    def _resay(self, english: str) -> str:
        return self._said(english, _DEPTH)

    def _said(self, english: str, depth: int) -> str:
        if not english or not depth:
            return english
        if _NUMBER.fullmatch(english):
            return self._number(english)
        if amount := _AMOUNT.fullmatch(english):
            return f"{self._number(amount[1])} {self._said(amount[2].replace('_', ' '), depth - 1)}"
        if found := _fitting(english):
            pattern, slots = found
            words = (s if at in pattern.verbatim else self._said(s, depth - 1) for at, s in enumerate(slots))
            return self._translate(pattern.english).format(*words)
        for mark in ("; ", ", "):
            parts = english.split(mark)
            if len(parts) > 1:
                return mark.join(self._said(part, depth - 1) for part in parts)
        return self._country(english)

    def _number(self, english: str) -> str:
        symbols = self._locale.number_symbols["latn"]
        marks = str.maketrans({",": symbols["group"], ".": symbols["decimal"]})
        return english.translate(marks)

    def _country(self, name: str) -> str:
        code = _countries().get(name)
        return name if code is None else str(self._locale.territories.get(code, name))


def patterns() -> tuple[str, ...]:
    """Return all English patterns, in the order of the data file; it tells what its marks mean."""
    shelves = tomllib.loads(files("svod.tongue").joinpath("phrases.toml").read_text("utf-8"))
    return tuple(pattern for shelf in shelves.values() for pattern in shelf["patterns"])


@cache
def _patterns() -> tuple[dict[str, _Pattern], list[_Pattern]]:
    """Return the patterns without slots by their words, and those with slots."""
    made = [_pattern(english) for english in patterns()]
    plain = {one.english: one for one in made if "{}" not in one.english}
    return plain, [one for one in made if "{}" in one.english]


def _pattern(written: str) -> _Pattern:
    pieces, slots = _SLOT.split(written), _SLOT.findall(written)
    shape = "".join(
        chain(*zip_longest(map(re.escape, pieces), (_FITS[slot] for slot in slots), fillvalue=""))
    )
    verbatim = frozenset(at for at, slot in enumerate(slots) if slot == "{=}")
    return _Pattern(plain(written), re.compile(shape, re.DOTALL), verbatim)


def plain(written: str) -> str:
    """Return a pattern as the catalogues hold it, every slot as `{}`."""
    return _SLOT.sub("{}", written)


def _fitting(english: str) -> tuple[_Pattern, tuple[str, ...]] | None:
    plain, slotted = _patterns()
    if english in plain:
        return plain[english], ()
    for pattern in slotted:
        if match := pattern.shape.fullmatch(english):
            return pattern, match.groups()
    return None


@cache
def _countries() -> Mapping[str, str]:
    territories: Mapping[str, str] = Locale.parse(SOURCE).territories
    return {name: code for code, name in territories.items() if len(code) == 2}
