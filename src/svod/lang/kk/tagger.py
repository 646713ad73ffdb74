"""Choosing a reading for every word by the words around it."""

import re
from collections.abc import Sequence

from svod.lang.kk.analyser import Reading, readings
from svod.lang.kk.latin import fold_latin
from svod.lang.kk.stems import load_stems
from svod.lang.kk.word import Word
from svod.model import Span

_ENDS = frozenset(".!?…;:")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_ORDINAL = re.compile(r"[-–]?(?:ыншы|інші|ншы|нші|шы|ші|сыншы|сінші)\w*$")
_TOGETHER = 2.0  # in endings
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_MISPLACED = 2.0  # in endings: no nominal reading with known stem costs more than that


def tag_words(text: str, spans: Sequence[Span]) -> list[Word]:
    """Return the words of a sentence with lemma, part of speech and features.

    Args:
        text: The document's text.
        spans: The sentence's words and marks.
    """
    written = [span.of(text) for span in spans]
    looked = fold_latin(written)
    words = [Word(span, span.of(text), low, "X") for span, low in zip(spans, looked, strict=True)]
    for at, word in enumerate(words):
        _tag(words, at, looked)
        word.head = at
    return words


def _tag(words: list[Word], at: int, looked: Sequence[str]) -> None:
    word, low = words[at], looked[at]
    if not any(letter.isalnum() for letter in low):
        word.lemma, word.pos = low, "PUNCT"
    elif low[0].isdigit():
        _tag_number(word, low)
    else:
        rows = readings(low)
        word.take(
            min(
                rows,
                key=lambda r: (
                    r.cost + _penalty(r, looked, at) - _union(r, looked, at),
                    r.cost,
                    -len(r.lemma),
                    r.lemma,
                    r.features,
                ),
            )
        )
        _name(word, rows[0].cost, first=at == 0 or looked[at - 1] in {"«", '"', "“", "–", "—"})
        _settle(word)


def _settle(word: Word) -> None:
    """An adjective with endings of a noun stands as one: "әскерилер"."""
    if word.pos == "NUM":
        word.features.setdefault("NumType", "Card")
    elif word.pos == "ADJ" and word.features.keys() & {"Case", "Number", "Person[psor]"}:
        word.pos = "NOUN"
        word.features = {"Case": "Nom", "Number": "Sing"} | word.features


def _tag_number(word: Word, low: str) -> None:
    number = _NUMBER.match(low)
    assert number
    tail = low[number.end() :]
    word.lemma, word.pos = number[0], "ADJ" if _ORDINAL.match(tail) else "NUM"
    letters = tail.lstrip("-–’")
    if letters and word.pos == "NUM":
        read = (r for word_ in _spoken(number[0]) for r in readings(f"{word_}{letters}") if r.pos == "NUM")
        if case := next(read, None):
            word.features = dict(pair.split("=", 1) for pair in case.features.split("|") if pair)


def _spoken(number: str) -> tuple[str, ...]:
    """Return the words that a number may end in when it is read out: its last digit that is none, or what zeros make it."""
    names = load_stems().digits
    bare = number.rstrip("0").rstrip(".,:")
    zeros = len(number) - len(number.rstrip("0"))
    if not bare or not bare[-1].isdigit() or not zeros:
        return (names.get(number[-1], ""),)
    if zeros == 1:
        return (names.get(f"{bare[-1]}0", ""),)
    return (names["100"] if zeros == 2 else names["1000"], names["1000000"])


def _name(word: Word, cost: float, *, first: bool) -> None:
    """A word in capitals that no list knows is a proper noun."""
    capital = word.text[:1].isupper()
    if (
        capital
        and word.pos in {"NOUN", "VERB"}
        and (cost >= 4.0 or (word.text.isupper() and len(word.text) > 1))
    ):
        if word.pos == "VERB" and first and cost < 5.2:
            return
        word.pos = "PROPN"
        word.features = {k: v for k, v in word.features.items() if k in {"Case", "Number", "Person[psor]"}}
        word.features.setdefault("Case", "Nom")
        word.features.setdefault("Number", "Sing")
    elif word.pos == "PROPN" and not capital and cost < 4.0:
        word.pos = "NOUN"


def _union(reading: Reading, looked: Sequence[str], at: int) -> float:
    """Return how much speaks for a verb right behind the noun that it makes one word with: "оқ атады" is no naming."""
    joined = at > 0 and reading.pos == "VERB" and looked[at - 1] in load_stems().light.get(reading.lemma, ())
    return _TOGETHER if joined else 0.0


def _penalty(reading: Reading, looked: Sequence[str], at: int) -> float:
    """Return how badly a reading stands where it stands."""
    ends, verb_next, nominal_next = _around(looked, at)
    if reading.pos == "VERB":
        if reading.has("VerbForm=Fin") and not reading.has("Mood=Cnd"):
            return (
                -1.0
                if ends
                else _MISPLACED
                if nominal_next and reading.has("Aspect=Perf", "Tense=Fut")
                else 0.0
            )
        if reading.has("Aspect=Imp"):
            return 0.0 if verb_next else _MISPLACED
        if reading.has("VerbForm=Part") and not reading.has(
            "Case=Acc", "Case=Loc", "Case=Abl", "Number=Plur"
        ):
            return 0.5 if ends else 0.0
        if reading.has("VerbForm=Vnoun") and reading.has("Case=Loc") and ends:
            return 0.5
    elif ends and reading.pos in {"NOUN", "ADJ"} and reading.cost < 4.0:
        return 0.4
    return 0.0


def _around(looked: Sequence[str], at: int) -> tuple[bool, bool, bool]:
    """Return whether a clause may end behind a word, a verb or a nominal follows."""
    if at + 1 >= len(looked):
        return True, False, False
    after = looked[at + 1]
    if not any(letter.isalnum() for letter in after):
        return after in _ENDS or after in {",", "»", "”", "–", "—", '"', ")"}, False, False
    if after[0].isdigit():
        return False, False, True
    known = load_stems().closed.get(after)
    if known and known[1] in {"AUX", "SCONJ"}:
        return True, False, False
    best = readings(after)[0]
    quoting = best.lemma == "де" and best.pos == "VERB"
    return (
        quoting or (known is not None and known[1] == "CCONJ"),
        best.pos == "VERB",
        best.pos in _NOMINALS | {"ADP"},
    )
