"""Telling numbers that count from numbers that name, order or time."""

from collections.abc import Sequence

from svod.annotation.numbers.comparison import follows_change
from svod.annotation.numbers.lexicon import NumberWords
from svod.annotation.numbers.pieces import Piece
from svod.annotation.numbers.value import Value

_JOINED = frozenset(":/.-")
_TIED = frozenset("#@_+\\/=*^№")
_PHONE = 12  # pieces of the longest telephone number
_OLDEST = 110  # years of age


def is_no_count(pieces: Sequence[Piece], value: Value, words: NumberWords) -> bool:
    """Tell whether a value is an ordinal, a label, a date, an age, a score, a
    code, a list number or a length of time.
    """
    return (
        _is_ordinal(pieces, value, words)
        or _is_part_of_code(pieces, value)
        or _is_label(pieces, value, words)
        or _is_list_number(pieces, value)
        or _is_apposed_age(pieces, value)
        or _is_score(pieces, value, words)
        or _is_year(pieces, value, words)
        or _is_length(pieces, value, words)
    )


def ending(pieces: Sequence[Piece], value: Value, words: NumberWords) -> int:
    """Return the index behind a case ending of digits ("73-х"), or the end of the value."""
    at = value.end
    if not pieces[at - 1].digits or not _glued(pieces, at, at + 1) or pieces[at].text != "-":
        return at
    return at + 2 if pieces[at + 1].text in words.lists["digit_endings"] else at


def _is_ordinal(pieces: Sequence[Piece], value: Value, words: NumberWords) -> bool:
    at, endings = value.end, words.lists["ordinal_endings"]
    if not pieces[at - 1].digits or not _glued(pieces, at):
        return False
    if pieces[at].text in endings:
        return True
    return pieces[at].text == "-" and _glued(pieces, at + 1) and pieces[at + 1].text in endings


def _is_part_of_code(pieces: Sequence[Piece], value: Value) -> bool:
    """Find "A320", "Covid-19", "+7", "3:2", "1.2.3" and phone numbers."""
    first, at = pieces[value.start], value.start - 1
    if first.glued and at > 0 and pieces[at].text == "-" and pieces[at].glued and not first.digits:
        return True  # "father-of-two"
    if first.digits and len(first.text) > 1 and first.text.isdecimal() and first.text[0] == "0":
        return True
    if first.digits and first.glued and at >= 0:
        before = pieces[at]
        if before.text in _TIED or before.text[-1].isalpha():
            return True
        if before.text in _JOINED and before.glued and at and pieces[at - 1].text[-1].isalnum():
            return True
    return _is_phone(pieces, value.start) or _goes_on(pieces, value.end)


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether digits go on behind a mark that does not make a range."""
    if not pieces[at - 1].digits or not _glued(pieces, at, at + 1):
        return False
    mark, second = pieces[at].text, pieces[at + 1]
    if mark not in _JOINED or not second.digits:
        return False
    return mark != "-" or not _is_range(pieces[at - 1].text, second.text) or _goes_on(pieces, at + 2)


def _is_range(first: str, second: str) -> bool:
    if len(first) == len(second) == 4 and first[:2] in {"19", "20"} and second[:2] in {"19", "20"}:
        return False  # years
    return (len(first), first) < (len(second), second)


def _is_phone(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a run of digits and marks leads back to a plus sign, or holds an area code."""
    for first in (at, at - 2):
        run = pieces[max(0, first) : first + 5]
        if [piece.text if not piece.digits else "0" for piece in run] == ["0", "(", "0", ")", "0"]:
            return True
    for before in range(at - 1, max(-1, at - _PHONE), -1):
        if pieces[before].text == "+":
            return pieces[before + 1].digits and pieces[before + 1].glued
        if not pieces[before].digits and pieces[before].text not in "-()":
            return False
    return False


def _is_label(pieces: Sequence[Piece], value: Value, words: NumberWords) -> bool:
    named = words.phrases["labels"].match_before(pieces, value.start)
    return named is not None and value.rule in {"digits", "words", "one"} and value.scale == 1


def _is_list_number(pieces: Sequence[Piece], value: Value) -> bool:
    if value.start or value.rule != "digits" or value.end >= len(pieces):
        return False
    mark = pieces[value.end]
    return mark.glued and mark.text in {".", ")"} and (value.high or 0) < 100


def _is_apposed_age(pieces: Sequence[Piece], value: Value) -> bool:
    """Find the age in "Ann Brown, 25, said" and "Ann Brown (25)"."""
    at, end = value.start, value.end
    if at < 2 or end >= len(pieces) or value.rule != "digits" or not 0 < value.low <= _OLDEST:
        return False
    fence = (pieces[at - 1].text, pieces[end].text)
    return pieces[at - 2].capital and fence in {(",", ","), ("(", ")")}


def _is_score(pieces: Sequence[Piece], value: Value, words: NumberWords) -> bool:
    """Find "won 112 to 98": a first number that is not below the second."""
    if value.rule != "digits" or value.scale > 1:
        return False
    for first, link, second in (
        (value.start, value.end, value.end + 1),
        (value.start - 2, value.start - 1, value.start),
    ):
        if first < 0 or second >= len(pieces) or pieces[link].text not in words.lists["range_to"]:
            continue
        opened = first > 0 and pieces[first - 1].text in words.lists["range_from"]
        if (
            pieces[first].digits
            and pieces[second].digits
            and not opened
            and _is_not_less(pieces[first], pieces[second], words)
        ):
            return not follows_change(pieces, first, words)
    return False


def _is_not_less(first: Piece, second: Piece, words: NumberWords) -> bool:
    return words.lexer.parse_digits(first.text) >= words.lexer.parse_digits(second.text)


def _is_year(pieces: Sequence[Piece], value: Value, words: NumberWords) -> bool:
    text = pieces[value.start].text
    if value.end - value.start > 1 or not (text.isdecimal() and len(text) == 4 and 1900 <= value.low <= 2100):
        return False
    before = pieces[value.start - 1].text if value.start else ""
    return before in words.lists["year_links"]


def _is_length(pieces: Sequence[Piece], value: Value, words: NumberWords) -> bool:
    at = ending(pieces, value, words)
    hyphen = at < len(pieces) and pieces[at].text == "-" and _glued(pieces, at, at + 1)
    if hyphen and words.units.match(pieces, at + 1) is None and not pieces[at + 1].digits:
        return pieces[at + 1].text.isalpha() and read_no_number(pieces, at + 1, words)
    if words.phrases["durations"].match(pieces, at) is None:
        return False
    return words.units.match(pieces, at) is None


def read_no_number(pieces: Sequence[Piece], at: int, words: NumberWords) -> bool:
    """Tell whether no number word begins at a piece."""
    names = ("cardinals", "multipliers", "collectives")
    return all(words.numbers[name].match(pieces, at) is None for name in names)


def _glued(pieces: Sequence[Piece], *at: int) -> bool:
    return all(n < len(pieces) and pieces[n].glued for n in at)
