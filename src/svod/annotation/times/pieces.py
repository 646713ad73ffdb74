"""Text as pieces that the grammar of times reads: words, numbers, marks."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_DATES = (
    r"(?P<iso>[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)?(?![\w-]))"
    r"|(?P<dotted>[0-9]{1,2}(?P<sign>[./])[0-9]{1,2}(?P=sign)(?:[0-9]{4}|[0-9]{2})(?![\w/]|\.[0-9]))"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]|[.,][0-9]))"
)
_NUMBER = r"(?P<number>[0-9]+(?:[.,][0-9]+)*)"
_REST = (
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<gap>\n[^\S\n]*\n)"
    r"|(?P<mark>[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a number or a mark.

    Attributes:
        kind: `word`, `number`, `iso`, `dotted`, `clock`, `mark` or `gap` (a
            blank line, which no expression runs across).
        text: As written; a number without its suffix.
        low: In lower case, `ё` as `е`, curly apostrophes straight.
        start: Offset of its first code point.
        end: Offset behind its last one.
        suffix: `ordinal` or `decade` for a number that carries such an ending
            ("5th", "1990s"), else empty.
    """

    kind: str
    text: str
    low: str
    start: int
    end: int
    suffix: str


def scanner(ordinals: Collection[str], decades: Collection[str]) -> re.Pattern[str]:
    """Return the pattern that cuts a language's text into pieces.

    Args:
        ordinals: Endings that make a number an ordinal, with or without a hyphen.
        decades: Endings that make a number a decade.
    """
    endings = "".join(
        f"(?P<{name}>-?(?:{_longest_first(forms)})(?!\\w))?"
        for name, forms in (("ordinal", ordinals), ("decade", decades))
        if forms
    )
    return re.compile(f"{_DATES}|{_NUMBER}{endings}{_REST}")


def cut(text: str, pattern: re.Pattern[str]) -> list[Piece]:
    """Cut a text into pieces, in text order; white space is left out."""
    return [_piece(match) for match in pattern.finditer(text)]


def fold(word: str) -> str:
    """Return a word as the lexicons write it."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def parts(form: str) -> tuple[str, ...]:
    """Cut a form of a lexicon as a text is cut: words, digits, marks."""
    return tuple(_PARTS.findall(fold(form)))


def _piece(match: re.Match[str]) -> Piece:
    kind, suffix = match.lastgroup or "mark", ""
    if kind in ("ordinal", "decade"):
        kind, suffix = "number", kind
    text = match[kind]
    return Piece(kind, text, fold(text), match.start(), match.end(), suffix)


def _longest_first(forms: Collection[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_PARTS = re.compile(r"[^\W\d_]+|[0-9]+|[^\w\s]")
