"""Comparators: "more than", "около", "астам"."""

from collections.abc import Sequence

from svod.annotation.numbers.lexicon import NumberWords
from svod.annotation.numbers.pieces import Piece
from svod.model import Bound

_STOPS = frozenset(";:.!?")
_REACH = 14  # pieces back in which a verb of change governs "до" or "to"; longer reaches crossed clauses


def comparator_before(pieces: Sequence[Piece], at: int, words: NumberWords) -> tuple[int, Bound] | None:
    """Return where the comparator before `at` begins, and its bound.

    Words such as "another" or "the" may stand between. Of two in a row the
    first wins ("at least about 40").
    """
    found: tuple[int, Bound] | None = None
    for _ in range(2):
        match = _nearest(pieces, found[0] if found else at, words)
        if match is None:
            break
        found = match
    return found


def comparator_after(pieces: Sequence[Piece], at: int, words: NumberWords) -> tuple[int, Bound] | None:
    """Return the end and the bound of a comparator that begins at `at` ("or more")."""
    return words.after.match(pieces, at)


def follows_change(pieces: Sequence[Piece], at: int, words: NumberWords) -> bool:
    """Tell whether a word of change ("rose") stands not far before `at`, in the same clause."""
    for piece in reversed(pieces[max(0, at - _REACH) : at]):
        if piece.text in words.lists["change"]:
            return True
        if piece.text in _STOPS:
            return False
    return False


def _nearest(pieces: Sequence[Piece], at: int, words: NumberWords) -> tuple[int, Bound] | None:
    for skipped in range(3):
        start = at - skipped
        if skipped and (start < 0 or pieces[start].text not in words.lists["fillers"]):
            return None
        match = words.before.match_before(pieces, start)
        if match:
            return None if _is_preposition(pieces, match[0], words) else match
    return None


def _is_preposition(pieces: Sequence[Piece], at: int, words: NumberWords) -> bool:
    if pieces[at].text in words.lists["until"]:
        return follows_change(pieces, at, words) or (at > 0 and _is_number_end(pieces, at, words))
    blockers = words.blockers.get(pieces[at].text, frozenset())
    return at > 0 and pieces[at - 1].text in blockers


def _is_number_end(pieces: Sequence[Piece], at: int, words: NumberWords) -> bool:
    """Tell whether the pieces right before `at` are a number, with or without its unit."""
    unit = words.units.match_before(pieces, at) or words.symbols.match_before(pieces, at)
    last = (unit[0] if unit else at) - 1
    tables = (words.numbers["cardinals"], words.numbers["multipliers"])
    return last >= 0 and (
        pieces[last].digits or any(table.match_before(pieces, last + 1) for table in tables)
    )
