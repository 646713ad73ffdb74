"""Cutting a stretch of text into the pieces that the number grammar reads."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_SPACES = "\u00a0\u2009\u202f"
_GROUPS = "{1,4}"  # at most 15 digits: longer runs are identifiers, not counts


@dataclass(frozen=True, slots=True)
class Piece:
    """A numeral, a word or a single mark.

    Attributes:
        text: Lower case; typographic hyphens, dashes, apostrophes and "ё" in plain form.
        start: Offset in the document's text.
        end: Offset behind it.
        digits: Whether it is a numeral in digits.
        glued: Whether no white space stands between it and the piece before.
        capital: Whether it begins with a capital letter.
    """

    text: str
    start: int
    end: int
    digits: bool
    glued: bool
    capital: bool


class Lexer:
    """Cuts text into pieces, reading numerals as one language writes them."""

    def __init__(self, group: str, decimal: str) -> None:
        """Take the marks between groups of three digits and the decimal marks."""
        self.group = group + _SPACES
        self.decimal = decimal
        self._pattern = _pattern(self.group, decimal)

    def pieces(self, text: str, start: int = 0, end: int | None = None) -> list[Piece]:
        """Return the pieces of `text[start:end]` in text order, white space left out."""
        found: list[Piece] = []
        last = -1
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            word = match.group()
            found.append(
                Piece(
                    plain(word),
                    match.start(),
                    match.end(),
                    match.lastgroup == "digits",
                    match.start() == last,
                    word[0].isupper(),
                )
            )
            last = match.end()
        return found

    def parse_digits(self, text: str) -> float:
        """Return the value of a numeral in digits that this lexer cut."""
        for mark in self.group:
            if mark not in self.decimal:
                text = text.replace(mark, "")
        *whole, tail = re.split(f"[{re.escape(self.decimal)}]", text)
        if not whole:
            return float(tail)
        if len(whole) > 1 or (len(tail) == 3 and not self._decimal_first(text)):
            return float("".join(whole) + tail)
        return float(f"{whole[0]}.{tail}")

    def _decimal_first(self, text: str) -> bool:
        return self.decimal[0] in text or text.startswith("0")


class Phrases(Generic[T]):
    """A table of phrases, matched word for word, longest first.

    Args:
        rows: Phrase and what it stands for; a later row wins over an earlier
            one with the same phrase.
        lexer: How phrases are cut, so that "кв. км" matches text.
        suffixes: Endings that the last word may carry beside its listed form.
        alike: Words that only look like a listed form with an ending.
    """

    def __init__(
        self,
        rows: Iterable[tuple[str, T]],
        lexer: Lexer,
        suffixes: Sequence[str] = (),
        alike: Iterable[str] = (),
    ) -> None:
        self._rows = {tuple(piece.text for piece in lexer.pieces(phrase)): value for phrase, value in rows}
        self._longest = max(map(len, self._rows), default=0)
        self._firsts = frozenset(key[0] for key in self._rows if key)
        self._suffixes = frozenset(suffixes)
        self._alike = frozenset(alike)
        self._longest_suffix = max(map(len, suffixes), default=0)

    def match(self, pieces: Sequence[Piece], at: int) -> tuple[int, T] | None:
        """Return the end and the value of the longest phrase that begins at `at`."""
        if at >= len(pieces) or not (self._suffixes or pieces[at].text in self._firsts):
            return None
        for length in range(min(self._longest, len(pieces) - at), 0, -1):
            key = tuple(piece.text for piece in pieces[at : at + length])
            value = self._lookup(key)
            if value is not None:
                return at + length, value
        return None

    def match_before(self, pieces: Sequence[Piece], at: int) -> tuple[int, T] | None:
        """Return the start and the value of the longest phrase that ends right before `at`."""
        for length in range(min(self._longest, at), 0, -1):
            value = self._lookup(tuple(piece.text for piece in pieces[at - length : at]))
            if value is not None:
                return at - length, value
        return None

    def _lookup(self, key: tuple[str, ...]) -> T | None:
        if key in self._rows or not self._suffixes:
            return self._rows.get(key)
        if len(key) > 1 and key[0] not in self._firsts:
            return None
        last = key[-1]
        if last in self._alike:
            return None
        for length in range(min(self._longest_suffix, len(last) - 1), 0, -1):
            if last[-length:] in self._suffixes:
                value = self._rows.get((*key[:-1], last[:-length]))
                if value is not None:
                    return value
        return None


_PLAIN = str.maketrans("ё’ʼ‐‑‒–—−", "е''------")


def plain(text: str) -> str:
    """Return `text` in lower case with plain hyphens, apostrophes and "е" for "ё"."""
    return text.lower().translate(_PLAIN)


@lru_cache(maxsize=16)
def _pattern(group: str, decimal: str) -> re.Pattern[str]:
    groups, decimals = f"[{re.escape(group)}]", f"[{re.escape(decimal)}]"
    return re.compile(
        rf"(?P<digits>[0-9]{{1,3}}(?:{groups}[0-9]{{3}}){_GROUPS}(?:{decimals}[0-9]{{1,6}})?(?![0-9])"
        rf"|[0-9]+(?:{decimals}[0-9]+)?)"
        r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)|(?P<mark>\S)"
    )
