"""Whether the words around a time speak of the future: its clause, its verbs and their tenses."""

from bisect import bisect_left
from collections.abc import Sequence

from svod.annotation.times.grammar import Match
from svod.annotation.times.lexicon import Lexicon
from svod.annotation.times.pieces import Piece
from svod.model import Sentence, Token

_CLAUSE_PIECES = 14
_CLAUSE_MARKS = frozenset(',;:()[]«»"“”—–.!?')
_SENTENCE_MARKS = frozenset(".!?")
_UP_TO = 2
"""Value of the field `limit` for words that tell how long, not by when."""
_OPENING_PIECES = 2
"""A time behind so few words opens its clause: the verb is still to come."""


def is_ahead(match: Match, pieces: Sequence[Piece], sentence: Sentence | None, lexicon: Lexicon) -> bool:
    """Tell whether the clause of a time speaks of the future.

    Words for plans, modal verbs, future tenses and the present of verbs that
    follow a timetable ("schools reopen on Monday") do, where they stand before
    the time or, if it opens the clause, behind it. A limit ("by Friday") lies
    ahead unless the verb before it, or else the next, is in the past.

    Args:
        match: The expression.
        pieces: All pieces of the text.
        sentence: The one that it stands in, if known; UD features of its
            tokens are read, an unparsed one gives words only.
        lexicon: The words of the language.
    """
    first, end = _clause(match, pieces)
    before = _tokens(sentence, pieces, first, match.first)
    if "limit" in match.fields and sentence is not None and sentence.parsed:
        verbs = _verbs(before)[-1:] or _verbs(_tokens(sentence, pieces, match.end, end))[:1]
        lasting = match.fields["limit"] == _UP_TO
        return not any(_is_finite_past(verb) and not (lasting and _is_done(verb)) for verb in verbs)
    if match.first - first > _OPENING_PIECES or any(_is_finite_past(token) for token in before):
        end = match.first
    words = pieces[first:end]
    if _holds(words, lexicon.future):
        return True
    if _is_possible(words if _begins(pieces, first) else pieces[first : match.first], lexicon):
        return True
    tokens = _tokens(sentence, pieces, first, end)
    return any(_is_to_come(token, lexicon) for token in tokens) or _is_intended(tokens, lexicon)


def _is_intended(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether the last verb is an infinitive behind one that wants, promises or orders."""
    *verbs, last = _verbs(tokens) or (None,)
    if last is None or last.feature("VerbForm") != "Inf":
        return False
    return any(verb.lemma in lexicon.intends for verb in verbs)


def _holds(words: Sequence[Piece], phrases: frozenset[str]) -> bool:
    text = f" {' '.join(piece.low for piece in words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def is_perfect(match: Match, pieces: Sequence[Piece], sentence: Sentence | None) -> bool:
    """Tell whether the clause before a time has a present perfect ("has been rising for two weeks")."""
    tokens = _tokens(sentence, pieces, _clause(match, pieces)[0], match.first)
    return any(
        token.lemma == "have" and token.pos == "AUX" and token.feature("Tense") == "Pres" for token in tokens
    )


def is_put_off(match: Match, pieces: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Tell whether the clause before a time puts something off ("postponed the vote until Thursday")."""
    words = pieces[_clause(match, pieces)[0] : match.first]
    return any(piece.low in lexicon.puts_off for piece in words)


def _is_possible(words: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Tell whether a modal verb stands among words that no perfect follows ("may have died")."""
    return any(
        piece.text in lexicon.modals
        and not any(after.low in lexicon.perfect for after in words[n + 1 : n + 4])
        for n, piece in enumerate(words)
    )


def _is_to_come(token: Token, lexicon: Lexicon) -> bool:
    tense = token.feature("Tense")
    return tense == "Fut" or (
        tense == "Pres" and token.feature("VerbForm") == "Fin" and token.lemma in lexicon.scheduled
    )


def _is_finite_past(token: Token) -> bool:
    return token.feature("Tense") == "Past" and token.feature("VerbForm") == "Fin"


def _is_done(verb: Token) -> bool:
    """Tell whether a verb tells of what was done once: that may hold up to a time to come ("shut till Friday")."""
    return verb.feature("Aspect") == "Perf"


def _verbs(tokens: Sequence[Token]) -> list[Token]:
    """Return the verbs that have a tense of their own, and the infinitives."""
    return [token for token in tokens if token.feature("VerbForm") in {"Fin", "Inf"}]


def _begins(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a sentence begins at a piece."""
    return at == 0 or pieces[at - 1].kind == "gap" or pieces[at - 1].low in _SENTENCE_MARKS


def _tokens(sentence: Sentence | None, pieces: Sequence[Piece], first: int, end: int) -> Sequence[Token]:
    if sentence is None or first >= end:
        return ()
    tokens = sentence.tokens
    start = bisect_left(tokens, pieces[first].start, key=lambda token: token.span.start)
    stop = bisect_left(tokens, pieces[end - 1].end, key=lambda token: token.span.start)
    return tokens[start:stop]


def _clause(match: Match, pieces: Sequence[Piece]) -> tuple[int, int]:
    first, end = match.first, match.end
    least, most = max(0, first - _CLAUSE_PIECES), min(len(pieces), end + _CLAUSE_PIECES)
    while first > least and not _ends_clause(pieces[first - 1]):
        first -= 1
    while end < most and not _ends_clause(pieces[end]):
        end += 1
    return first, end


def _ends_clause(piece: Piece) -> bool:
    return piece.kind == "gap" or piece.low in _CLAUSE_MARKS
