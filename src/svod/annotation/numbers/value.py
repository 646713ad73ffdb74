"""Reading the value of a number, in digits, in words or both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from svod.annotation.numbers.lexicon import NumberWords
from svod.annotation.numbers.pieces import Piece

_LONGEST = 15  # digits; longer runs are identifiers, and past what a float holds
_DOZENS = 100  # multipliers up to this build a group ("two hundred"), above it close one ("two thousand")


@dataclass(frozen=True, slots=True)
class Value:
    """A value read off pieces.

    Attributes:
        start: Index of the first piece.
        end: Index behind the last one.
        low: Least value meant.
        high: Greatest value meant, or `None` if open.
        rule: `digits`, `words`, `one`, `zero`, `collective`, `fraction` or `vague`.
        unit: `percent` for parts of a whole, else empty.
        scale: Last multiplier of a thousand or more, or 1.
    """

    start: int
    end: int
    low: float
    high: float | None
    rule: str
    unit: str = ""
    scale: float = 1.0


def read_value(pieces: Sequence[Piece], at: int, words: NumberWords, *, compared: bool) -> Value | None:
    """Return the longest value that begins at a piece, or `None`.

    Args:
        pieces: Pieces of one sentence.
        at: Index of the first piece of the value.
        words: Words of the language.
        compared: Whether a comparator stands before, which turns "сотни" into
            one hundred and lets "half" stand without "of".
    """
    return (
        _half(pieces, at, words, compared=compared)
        or _vague(pieces, at, words, compared=compared)
        or _collective(pieces, at, words)
        or _fraction(pieces, at, words)
        or read_cardinal(pieces, at, words, compared=compared)
    )


def read_cardinal(
    pieces: Sequence[Piece], at: int, words: NumberWords, *, compared: bool = False
) -> Value | None:
    """Return the longest sum of cardinals and multipliers that begins at a piece, or `None`."""
    sum_ = _Sum(pieces, words)
    end = sum_.read(at, compared=compared)
    if end == at:
        return None
    value = sum_.total + (sum_.group or 0.0)
    digits = any(piece.digits for piece in pieces[at:end])
    rule = "digits" if digits else {0.0: "zero", 1.0: "one"}.get(value, "words")
    return Value(at, end, value, value, rule, scale=sum_.scale)


class _Sum:
    """A running sum: a closed total, and an open group that a multiplier may close."""

    def __init__(self, pieces: Sequence[Piece], words: NumberWords) -> None:
        self.pieces, self.words = pieces, words
        self.total = 0.0
        self.group: float | None = None
        self.room = float("inf")  # the next cardinal must be smaller
        self.scale = 1.0
        self.last_scale = float("inf")

    def read(self, at: int, *, compared: bool) -> int:
        end = self._article(at)
        while end < len(self.pieces):
            after = (
                self._digits(end)
                or self._cardinal(end, at)
                or self._half_more(end)
                or self._multiplier(end, at, compared=compared)
            )
            if after is None:
                break
            end = after
        return end if self.group is not None or self.total else at

    def _article(self, at: int) -> int:
        is_one = self.pieces[at].text in self.words.lists["articles"]
        if is_one and self.words.numbers["multipliers"].match(self.pieces, at + 1):
            self.group, self.room = 1.0, 0.0
            return at + 1
        return at

    def _digits(self, at: int) -> int | None:
        piece = self.pieces[at]
        if not piece.digits or self.group is not None or sum(map(str.isdecimal, piece.text)) > _LONGEST:
            return None
        self.group, self.room = self.words.lexer.parse_digits(piece.text), 0.0
        if self.total and self.group >= self.last_scale:
            self.group = None
            return None
        if self.last_scale == float("inf") and self._scale_follows(at + 1):
            self.group = float(piece.text.replace(",", ".")) if piece.text.count(".") == 1 else self.group
        return at + 1

    def _scale_follows(self, at: int) -> bool:
        decimal = "," in self.words.lexer.decimal
        return decimal and self.words.numbers["multipliers"].match(self.pieces, at) is not None

    def _cardinal(self, at: int, start: int) -> int | None:
        at = self._skip(at, start)
        found = self.words.numbers["cardinals"].match(self.pieces, at)
        if found is None or found[1] >= self.room or found[1] >= self.last_scale:
            return None
        end, value = found
        self.group = (self.group or 0.0) + value
        self.room = 100.0 if value >= 100 else 10.0 if value >= 10 and value % 10 == 0 else 0.0
        return end

    def _skip(self, at: int, start: int) -> int:
        """Step over the hyphen of "twenty-four" and the "and" of "a hundred and four"."""
        pieces = self.pieces
        if at == start or at + 1 >= len(pieces):
            return at
        hyphen = pieces[at].text == "-" and pieces[at].glued and pieces[at + 1].glued
        link = pieces[at].text in self.words.lists["links"] and self.room not in (0.0, 10.0)
        return at + 1 if hyphen or link else at

    def _multiplier(self, at: int, start: int, *, compared: bool) -> int | None:
        found = self.words.numbers["multipliers"].match(self.pieces, at) or self._short(at)
        if found is None:
            return None
        end, scale = found
        implied = not self.words.lists["articles"] and (at == start or self.total > 0)
        if self.group is None and not implied:
            return None
        if self.group is None and not compared and at == start and self.words.vague.match(self.pieces, at):
            return None
        return self._multiply(end, scale)

    def _multiply(self, end: int, scale: float) -> int | None:
        factor = 1.0 if self.group is None else self.group
        if scale <= _DOZENS:
            if factor >= 100:
                return None
            self.group, self.room = factor * scale, scale
            return end
        if scale >= self.last_scale:
            return None
        self.total += round(factor * scale, 3)
        self.group, self.room = None, scale
        self.scale = self.last_scale = scale
        return end

    def _half_more(self, at: int) -> int | None:
        found = self.words.phrases["half_more"].match(self.pieces, at)
        if found is None or self.group is None:
            return None
        self.group, self.room = self.group + 0.5, 0.0
        return found[0]

    def _short(self, at: int) -> tuple[int, float] | None:
        """Read "20k"; "m" and "b" are scales behind money only."""
        if not (0 < at < len(self.pieces) and self.pieces[at].glued and self.pieces[at - 1].digits):
            return None
        scale = self.words.short_scales.get(self.pieces[at].text)
        money = at > 1 and self.words.symbols.match_before(self.pieces, at - 1)
        return (at + 1, scale) if scale and (scale < 1e6 or money) else None


def _half(pieces: Sequence[Piece], at: int, words: NumberWords, *, compared: bool) -> Value | None:
    found = words.phrases["half"].match(pieces, at)
    if found is None or _is_other_half(pieces, at, found[0], words):
        return None
    end = found[0]
    scaled = end + 1 if end < len(pieces) and pieces[end].text in words.lists["articles"] else end
    scale = words.numbers["multipliers"].match(pieces, scaled)
    if scale:
        return Value(at, scale[0], scale[1] / 2, scale[1] / 2, "words", scale=scale[1])
    follows = pieces[end].text if end < len(pieces) else ""
    quoted = follows in {'"', "'", "”", "»"} and end + 1 < len(pieces)
    link = pieces[end + 1].text if quoted else follows
    if compared or link in words.lists["fraction_links"]:
        return Value(at, end, 50.0, 50.0, "fraction", "percent")
    return None


def _is_other_half(pieces: Sequence[Piece], at: int, end: int, words: NumberWords) -> bool:
    around = [pieces[at - 1].text] if at else []
    around += [piece.text for piece in pieces[end : end + 2]]
    return bool(words.lists["not_halves"].intersection(around))


def _vague(pieces: Sequence[Piece], at: int, words: NumberWords, *, compared: bool) -> Value | None:
    found = words.vague.match(pieces, at)
    if found is None:
        return None
    if compared and words.numbers["genitive_singular"].match(pieces, at):
        return None  # read as a multiplier: "более сотни"
    if words.before.match_before(pieces, at + 1):
        return None  # "at most"
    end, vague = found
    inverted = words.phrases["inversion"].match(pieces, at)
    if inverted and words.numbers["cardinals"].match(pieces, end):
        return None  # "тысяч пять"
    value = Value(at, end, vague.low, vague.high, "vague", vague.unit)
    return value if vague.unit else _scaled(pieces, value, words)


def _scaled(pieces: Sequence[Piece], value: Value, words: NumberWords) -> Value:
    """Multiply an interval by the scale behind it: "tens of thousands", "несколько тысяч"."""
    at = value.end
    if at < len(pieces) and pieces[at].text in words.lists["fraction_links"]:
        at += 1
    found = words.numbers["multipliers"].match(pieces, at)
    if found is None:
        plural = words.vague.match(pieces, at)
        found = (
            (plural[0], plural[1].low / 2) if plural and not plural[1].unit and plural[1].low >= 200 else None
        )
    if found is None:
        return value
    end, scale = found
    high = None if value.high is None else value.high * scale
    return replace(value, end=end, low=value.low * scale, high=high, scale=scale)


def _collective(pieces: Sequence[Piece], at: int, words: NumberWords) -> Value | None:
    found = words.numbers["collectives"].match(pieces, at)
    if found is None:
        return None
    value = Value(at, found[0], found[1], found[1], "collective")
    scaled = _scaled(pieces, value, words)
    return scaled if scaled.scale > 1 else value


def _fraction(pieces: Sequence[Piece], at: int, words: NumberWords) -> Value | None:
    """Read "two thirds", "a quarter of", "треть", "үштен екісі"."""
    if whole := words.numbers["wholes"].match(pieces, at):
        part = words.numbers["cardinals"].match(pieces, whole[0])
        return _part(at, part[0], part[1], whole[1]) if part and part[1] < whole[1] else None
    denominators, links = words.numbers["denominators"], words.lists["fraction_links"]
    bare = denominators.match(pieces, at) if not links else None
    if bare:
        return None if _is_other_half(pieces, at, bare[0], words) else _part(at, bare[0], 1.0, bare[1])
    if pieces[at].text in words.lists["articles"]:
        found = denominators.match(pieces, at + 1)
        linked = found and found[0] < len(pieces) and pieces[found[0]].text in links
        return _part(at, found[0], 1.0, found[1]) if found and linked else None
    number = words.numbers["cardinals"].match(pieces, at)
    if number is None or number[1] >= 20:
        return None
    after = number[0] + (number[0] < len(pieces) and pieces[number[0]].text == "-")
    found = denominators.match(pieces, after)
    return _part(at, found[0], number[1], found[1]) if found and number[1] < found[1] else None


def _part(start: int, end: int, numerator: float, denominator: float) -> Value:
    share = round(100 * numerator / denominator, 2)
    return Value(start, end, share, share, "fraction", "percent")
