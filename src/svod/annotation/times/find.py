"""Finds the time expressions of a text and tells what they mean where they stand."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from svod.annotation.times.discourse import Discourse, clock_of, published_as
from svod.annotation.times.grammar import Grammar, Match
from svod.annotation.times.pieces import Piece
from svod.annotation.times.rules import PASSING, RULES
from svod.annotation.times.slots import whole
from svod.annotation.times.tense import is_ahead, is_perfect, is_put_off
from svod.model import Sentence, Span, TimeMention

_APPOSITION = 6
"""Code points between "ten years ago" or a feast and the date that tells it exactly."""
_REACH = 7
"""Pieces between a business year or quarter and the date that it ends on ("… (ended June 30)")."""
_MAY_LAST = frozenset({"reported", "perfect_length"})
"""Rules that read a mere length of time where they find no value."""
_PERIODS = frozenset({"fiscal", "closed"})
_MOST_KNOWN = 64
_KNOWN: dict[int, tuple[Mapping[str, Any], Grammar]] = {}


def find_times(
    text: str, sentences: Sequence[Sentence], published: str | None, words: Mapping[str, Any]
) -> tuple[TimeMention, ...]:
    """Return the time expressions of a text with their values.

    Args:
        text: Document text; spans refer to this exact string.
        sentences: Its sentences in text order. Only their spans and the UD
            features `Tense` and `VerbForm` and the lemmas of their tokens are looked at.
        published: EDTF of publication, or `None`. Where it is not known, the
            first full date of the text stands in for it; where there is none,
            a bare day and month become `XXXX-10-24`.
        words: The parsed `times.toml` of the language; an empty one finds nothing.

    Returns:
        One mention per longest expression, in text order, never overlapping.
        Values are calendar days of the place as precise as the text allows;
        `None` for durations, habits and vague times.

    Raises:
        MalformedLexiconError: If `words` breaks the schema of `Lexicon`.

    Source:
        TIMEX3 of ISO 24617-1 for what counts as an expression; ISO 8601-2:2019
        (EDTF) for the values.
    """
    if not words:
        return ()
    grammar = _grammar(words)
    pieces = grammar.cut(text)
    matches = [match for match in grammar.matches(pieces) if not _is_other(match, pieces, grammar)]
    today = published_as(published) or _first_date(matches, grammar)
    discourse = Discourse(today, clock=clock_of(published), closing=_closing_month(matches, pieces, grammar))
    reader = _Reader(text, sentences, grammar, pieces, discourse)
    followers: list[Match | None] = [*matches[1:], None]
    return tuple(
        reader.mention(match, after)
        for match, after in zip(matches, followers, strict=False)
        if match.rule != "ignore"
    )


class _Reader:
    """Goes through the matches of one text in order."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        grammar: Grammar,
        pieces: Sequence[Piece],
        discourse: Discourse,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [sentence.span.start for sentence in sentences]
        self.grammar = grammar
        self.pieces = pieces
        self.discourse = discourse
        self.sentence = -1
        self.named: tuple[int, str] | None = None
        """Index behind the expression before, and its value."""

    def mention(self, match: Match, after: Match | None) -> TimeMention:
        """Tell what a match means and take note of it."""
        span = Span(self.pieces[match.first].start, self.pieces[match.end - 1].end)
        self._enter(span)
        sentence = self.sentences[self.sentence] if self.sentence >= 0 else None
        self.discourse.ahead = bool(match.fields.get("ahead")) or is_ahead(
            match, self.pieces, sentence, self.grammar.lexicon
        )
        self.discourse.perfect = is_perfect(match, self.pieces, sentence)
        self.discourse.put_off = is_put_off(match, self.pieces, self.grammar.lexicon)
        self.discourse.beside = self._beside(match)
        self.discourse.first_word = self._opens(span)
        value = RULES[match.rule](match.fields, self.discourse, self.grammar.lexicon)
        value = self._apposed(match, after) or value
        if match.rule not in PASSING and not _is_far_open(match):
            self.discourse.follow(value)
        if value and (match.rule in _PERIODS or "q.ordinal" in match.fields):
            self.discourse.period = value
        if value and _names_year(match):
            self.discourse.year = int(value[:4]) if value[:4].isdigit() else None
        self.named = (match.end, value) if value else None
        length = match.rule == "duration" or (match.rule in _MAY_LAST and value is None)
        return TimeMention(span, span.of(self.text), value, length, match.rule)

    def _beside(self, match: Match) -> str | None:
        """Return the day that was named just before, if only joining words stand between."""
        if self.named is None or match.first <= self.named[0]:
            return None
        end, value = self.named
        between = self.pieces[end : match.first]
        joined = all(piece.low in self.grammar.lexicon.day_joints for piece in between)
        return value if joined and len(value) == len("2022-01-05") else None

    def _enter(self, span: Span) -> None:
        sentence = bisect_right(self.starts, span.start) - 1
        if sentence != self.sentence:
            if self.sentence >= 0 and "\n" in self.text[self.sentences[self.sentence].span.end : span.start]:
                self.discourse.aside = None
            self.sentence = sentence
            self.discourse.year = None

    def _opens(self, span: Span) -> bool:
        if self.sentence < 0:
            return False
        return not self.text[self.starts[self.sentence] : span.start].strip(" «\"“„'—–-")

    def _apposed(self, match: Match, after: Match | None) -> str | None:
        """Return the date that stands in apposition to "ten years ago" or to a feast."""
        if after is None or after.rule not in {"moment", "since"}:
            return None
        if self.pieces[after.first].start - self.pieces[match.end - 1].end > _APPOSITION:
            return None
        if match.rule == "these" and after.rule == "since":
            return RULES["since"](after.fields, self.discourse, self.grammar.lexicon)
        if match.rule == "ago" and match.fields.get("unit") == "year" and "year" in after.fields:
            return str(after.fields["year"])
        if match.rule == "feast" and "month" in after.fields:
            return RULES["moment"](after.fields, self.discourse, self.grammar.lexicon)
        return None


def _grammar(words: Mapping[str, Any]) -> Grammar:
    known = _KNOWN.get(id(words))
    if known is None or known[0] is not words:
        known = words, Grammar(words)
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[id(words)] = known
    return known[1]


def _first_date(matches: Sequence[Match], grammar: Grammar) -> str | None:
    """Return the first date that the text gives in full, as a stand-in for publication."""
    for match in matches:
        for prefix in ("", "b."):
            fields = {key.removeprefix(prefix): value for key, value in match.fields.items()}
            if match.rule in {"moment", "night", "span"} and {"day", "month", "year"} <= fields.keys():
                return published_as(RULES["moment"](fields, Discourse(None), grammar.lexicon))
    return None


def _closing_month(matches: Sequence[Match], pieces: Sequence[Piece], grammar: Grammar) -> int | None:
    """Return the month that a business year ends in, by the first period whose end the text tells."""
    for match, after in pairwise(matches):
        between = pieces[match.end : after.first]
        month = whole(after.fields, "month")
        if match.rule != "fiscal" or month is None or len(between) > _REACH:
            continue
        if any(piece.low in grammar.lexicon.closes for piece in between):
            quarter = whole(match.fields, "q.ordinal")
            return month if quarter is None else (month + 3 * (4 - quarter) - 1) % 12 + 1
    return None


def _is_other(match: Match, pieces: Sequence[Piece], grammar: Grammar) -> bool:
    """Tell whether a bare number is a count rather than a year, or a word part of a name."""
    if match.end - match.first == 1 and pieces[match.first].low in grammar.lexicon.names:
        opens = match.first == 0 or pieces[match.first - 1].kind in {"mark", "gap"}
        return not opens and pieces[match.first].text[0].isupper()
    if match.rule != "moment" or match.fields.keys() != {"year", "bare"}:
        return False
    before = pieces[match.first - 1].low if match.first else ""
    if before in {"$", "€", "£", "₽", "₸", "№", "#", "/", "-", "+"}:
        return True
    after = pieces[match.end] if match.end < len(pieces) else None
    if after is None:
        return False
    lexicon = grammar.lexicon
    if (
        after.low in lexicon.counted
        or after.low in {"%", "/", "°", "-", "$", "€", "£"}
        or after.kind == "number"
    ):
        return True
    return after.kind == "word" and after.text.islower() and after.low.endswith(lexicon.counted_endings)


def _names_year(match: Match) -> bool:
    return match.rule == "ago" or (
        match.rule == "moment" and bool({"year", "short_year", "y.shift"} & match.fields.keys())
    )


def _is_far_open(match: Match) -> bool:
    coarse = "unit" in match.fields or ("year" in match.fields and "day" not in match.fields)
    return match.rule in {"since", "until", "span"} and coarse
