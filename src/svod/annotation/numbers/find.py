"""Finding the numbers of a text with their comparators and units."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from svod.annotation.numbers.comparison import comparator_after, comparator_before, follows_change
from svod.annotation.numbers.context import ending, is_no_count, read_no_number
from svod.annotation.numbers.lexicon import NumberWords, load_words
from svod.annotation.numbers.pieces import Piece
from svod.annotation.numbers.unit import unit_after, unit_before
from svod.annotation.numbers.value import Value, read_value
from svod.model import Bound, NumberMention, Sentence, Span, TimeMention, Token

_SHARED_SCALE = 1000  # "from 5 to 10 million": a first number below this shares the scale of the second
_YEARS = (1900, 2100)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it is being put together; `start` and `end` count pieces."""

    start: int
    end: int
    value: Value
    bound: Bound = "exact"
    unit: str = ""


def find_numbers(
    text: str, sentences: Sequence[Sentence], times: Sequence[TimeMention], words: Mapping[str, Any]
) -> tuple[NumberMention, ...]:
    """Return the numbers of a text that count, measure or price something.

    Left out are numbers inside time expressions, lengths of time, ages,
    ordinals, scores, list and house numbers, codes and years.

    Args:
        text: The document's text.
        sentences: Its sentences, in text order; no number crosses their borders.
        times: Its time expressions, in text order.
        words: The language's `numbers` data; empty if it has none, then only
            digits are read.

    Returns:
        Mentions in text order, never overlapping. Values are finite; `low` is
        never above `high`. Shares are in percent, 0 to 100 and beyond.

    Raises:
        MalformedLexiconError: If the data breaks its schema.

    Source:
        Own grammar; intervals of vague words from the codebook.
    """
    known = load_words(words)
    busy: list[tuple[int, ...]] = sorted((time.span.start, time.span.end) for time in times)
    return tuple(mention for sentence in sentences for mention in _in_sentence(text, sentence, busy, known))


def _in_sentence(
    text: str, sentence: Sentence, busy: Sequence[tuple[int, ...]], words: NumberWords
) -> Iterator[NumberMention]:
    pieces = words.lexer.pieces(text, sentence.span.start, sentence.span.end)
    at = floor = 0
    while at < len(pieces):
        number = _read(text, pieces, at, floor, words)
        if number is None:
            at += 1
            continue
        at = floor = max(number.end, at + 1)
        span = Span(pieces[number.start].start, pieces[number.end - 1].end)
        core = Span(pieces[number.value.start].start, pieces[number.value.end - 1].end)
        if not _is_busy(core, busy) and not _is_superlative(number, core, sentence):
            yield _mention(text, span, number)


def _read(text: str, pieces: Sequence[Piece], at: int, floor: int, words: NumberWords) -> _Number | None:
    compared = comparator_before(pieces, at, words)
    value = read_value(pieces, at, words, compared=compared is not None and compared[0] >= floor)
    if value is None:
        return None
    if is_no_count(pieces, value, words):
        return None
    value = replace(value, end=ending(pieces, value, words))
    number = _with_unit(text, pieces, _Number(value.start, value.end, value, unit=value.unit), floor, words)
    number = _with_second(text, pieces, number, floor, words)
    number = _with_comparator(pieces, number, floor, words)
    return _inverted(pieces, number, floor, words)


def _with_unit(
    text: str, pieces: Sequence[Piece], number: _Number, floor: int, words: NumberWords
) -> _Number:
    if number.unit:
        return number
    if after := unit_after(text, pieces, number.end, words):
        number = replace(number, end=after[0], unit=after[1])
    if (before := unit_before(text, pieces, number.start, words)) and before[0] >= floor:
        number = replace(number, start=before[0], unit=before[1])
    return number


def _with_second(
    text: str, pieces: Sequence[Piece], first: _Number, floor: int, words: NumberWords
) -> _Number:
    """Join the second number of a range, or take over what it says of the first."""
    link = _link(pieces, first, floor, words)
    if link is None:
        return first
    at, start, joins = link
    sign = words.symbols.match(pieces, at)
    value = read_value(pieces, sign[0] if sign else at, words, compared=False)
    if value is None or value.high is None or value.rule == "vague" or first.value.rule == "vague":
        return first
    second = _with_unit(text, pieces, _Number(value.start, value.end, value, unit=value.unit), at, words)
    if first.unit not in {"", second.unit}:
        return first
    low = _shared(first.value, value)
    if not joins:
        return replace(first, unit=second.unit, value=replace(first.value, low=low, high=low))
    joined = replace(first.value, end=value.end, low=low, high=value.high, rule="range")
    if low >= value.high or is_no_count(pieces, joined, words):
        return first
    return _Number(min(start, first.start), second.end, joined, "range", second.unit)


def _link(
    pieces: Sequence[Piece], first: _Number, floor: int, words: NumberWords
) -> tuple[int, int, bool] | None:
    """Return where a second number begins, where the range begins, and whether the two are one range."""
    at, lists = first.end, words.lists
    if at + 1 >= len(pieces):
        return None
    text = pieces[at].text
    opener = pieces[first.start - 1].text if first.start > floor else ""
    if text in lists["range_and"] and opener in lists["range_between"]:
        return at + 1, first.start - 1, True
    changed = follows_change(pieces, first.start, words)
    if text in lists["range_to"] and opener in lists["range_from"]:
        return at + 1, first.start - 1, not changed
    if text in lists["range_to"]:
        return at + 1, first.start, text in lists["range_or"] and not changed
    dash = text == "-" and pieces[at].glued == pieces[at + 1].glued
    return (at + 1, first.start, True) if dash or text in lists["range_or"] else None


def _shared(first: Value, second: Value) -> float:
    scaled = first.low * second.scale
    shares = first.scale == 1 and first.low < _SHARED_SCALE and second.scale > 1
    return scaled if shares and scaled < 100 * second.low else first.low


def _with_comparator(pieces: Sequence[Piece], number: _Number, floor: int, words: NumberWords) -> _Number:
    before = comparator_before(pieces, number.start, words)
    if before and before[0] >= floor:
        return replace(number, start=before[0], bound=before[1])
    after = comparator_after(pieces, number.end, words)
    if after:
        return replace(number, end=after[0], bound=after[1])
    last = pieces[number.value.end - 1]
    endings = tuple(words.lists["suffixes_approximate"])
    if endings and not last.digits and number.bound == "exact" and last.text.endswith(endings):
        return replace(number, bound="approximate")
    return number


def _inverted(pieces: Sequence[Piece], number: _Number, floor: int, words: NumberWords) -> _Number:
    """Read "человек двадцать" and "тысяч пять" as approximate."""
    found = words.phrases["inversion"].match_before(pieces, number.start)
    plain = number.bound == "exact" and number.value.rule == "words" and number.value.scale == 1
    if not (found and plain) or found[0] < floor or number.unit:
        return number
    if found[0] and not read_no_number(pieces, found[0] - 1, words):
        return number
    scale = words.numbers["multipliers"].match(pieces, found[0])
    unit = words.units.match(pieces, found[0])
    times = scale[1] if scale else 1.0
    value = replace(number.value, low=number.value.low * times, high=number.value.low * times)
    return replace(number, start=found[0], value=value, bound="approximate", unit=unit[1] if unit else "")


def _is_busy(span: Span, busy: Sequence[tuple[int, ...]]) -> bool:
    at = bisect_left(busy, (span.end,)) - 1
    return at >= 0 and busy[at][1] > span.start


def _is_superlative(number: _Number, core: Span, sentence: Sentence) -> bool:
    """Tell "the most important" from "most people", where there is a parse."""
    if number.value.rule != "vague" or number.unit != "percent" or not sentence.parsed:
        return False
    for token in sentence.tokens:
        if token.span.start == core.start:
            head: Token = sentence.tokens[token.head]
            return token.relation == "advmod" and head.pos in {"ADJ", "ADV"} and head is not token
    return False


def _mention(text: str, span: Span, number: _Number) -> NumberMention:
    low: float | None = number.value.low
    high = number.value.high
    bound = number.bound
    if number.value.rule == "range":
        bound = "range"
    elif number.value.rule == "vague" and bound in {"exact", "approximate"}:
        bound = "vague"
    elif bound == "at_least":
        high = None
    elif bound == "at_most":
        low = None
    return NumberMention(span, span.of(text), low, high, bound, number.unit, number.value.rule)
