"""What a number is a number of, as far as a sign or a unit word beside it says."""

from collections.abc import Sequence

from svod.annotation.numbers.lexicon import NumberWords
from svod.annotation.numbers.pieces import Piece


def unit_before(text: str, pieces: Sequence[Piece], at: int, words: NumberWords) -> tuple[int, str] | None:
    """Return where a currency sign or code right before `at` begins, and its ISO 4217 code."""
    found = words.symbols.match_before(pieces, at)
    if found:
        return found
    if at and (code := text[pieces[at - 1].start : pieces[at - 1].end]) in words.codes and code not in _WORDS:
        return at - 1, code
    return None


def unit_after(text: str, pieces: Sequence[Piece], at: int, words: NumberWords) -> tuple[int, str] | None:
    """Return the end and name of a unit, percent sign or currency that begins at `at`.

    A hyphen may stand before it ("2,000-mile").
    """
    hyphen = at + 1 < len(pieces) and pieces[at].text == "-" and pieces[at].glued and pieces[at + 1].glued
    start = at + 1 if hyphen else at
    found = words.units.match(pieces, start) or (None if hyphen else words.symbols.match(pieces, start))
    if found and not _is_longer_word(pieces, found[0], start):
        return found
    if start < len(pieces) and (code := text[pieces[start].start : pieces[start].end]) in words.codes:
        return start + 1, code
    return None


_WORDS = frozenset({"ALL", "TOP", "CUP"})  # codes that are English words in headlines


def _is_longer_word(pieces: Sequence[Piece], end: int, start: int) -> bool:
    """Tell whether a one-letter unit goes on as another word ("5 m-sized")."""
    letter = end == start + 1 and len(pieces[start].text) == 1 and pieces[start].text.isalpha()
    return letter and end < len(pieces) and pieces[end].glued and pieces[end].text in {"-", "'"}
