"""What stands behind a word decides what it is: attribute, quotation, part of a name for something."""

from collections.abc import Sequence

from svod.lang.kk.word import Word

_OPENING = frozenset({"«", "“", '"'})
_CASES = frozenset({"Acc", "Loc", "Abl", "Dat", "Gen", "Ins"})
_HEADS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "VERB"})
THAT = frozenset({"деп", "деген", "дейтін"})
"""Conjunctions that close what is said, thought or called so."""


def is_attributive(words: Sequence[Word], at: int) -> bool:
    """Tell whether a participle belongs to a noun behind it."""
    word = words[at]
    if word.is_possessed or word.case in _CASES or "Number" in word.features:
        return False
    after = _next(words, at)
    return after is not None and words[after].pos in _HEADS


def is_named(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verbal noun stands as a noun: "емдеудің нәтижесі", "қамту мәселесі"."""
    word, after = words[at], _next(words, at)
    if word.case == "Gen":
        return True
    if word.is_possessed or word.case or after != at + 1:
        return False
    if words[after].lemma in {"жоқ", "бар"}:
        return True
    return words[after].pos == "NOUN" and words[after].is_possessed


def is_quoted(words: Sequence[Word], at: int) -> bool:
    """Tell whether a finite clause is followed by "деп" or by the verb "де", to say."""
    for word in words[at + 1 :]:
        if not word.relation and word.pos != "PUNCT":
            closes = word.pos == "SCONJ" and word.lemma in THAT
            return closes or (word.pos == "VERB" and word.lemma == "де")
    return False


def next_verb(words: Sequence[Word], at: int) -> str:
    """Return the lemma of the next verb, or an empty string."""
    return next((word.lemma for word in words[at + 1 :] if word.pos == "VERB"), "")


def end_of_verb(words: Sequence[Word], at: int) -> int:
    """Return the last word of a verb with its auxiliaries."""
    end = at
    while end + 1 < len(words) and words[end + 1].head == at and words[end + 1].relation in {"aux", "cop"}:
        end += 1
    return end


def _next(words: Sequence[Word], at: int) -> int | None:
    """Return the next word that is no auxiliary, or `None` before a mark."""
    for after in range(at + 1, len(words)):
        word = words[after]
        if word.pos == "PUNCT" and word.text not in _OPENING:
            return None
        if word.pos != "PUNCT" and word.relation != "aux":
            return after
    return None
