"""Dictionary forms of Russian words, chosen among pymorphy3's readings."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pymorphy3 import MorphAnalyzer

from svod.model import Token

_ANALYZER = MorphAnalyzer(lang="ru")

# UD part of speech → OpenCorpora grammemes that agree with it, best first.
_GRAMMEMES = {
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN", "PRTF", "GRND"),
    "NOUN": ("NOUN", "ADJF", "NUMR", "PRTF"),
    "PROPN": ("NOUN", "ADJF"),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF"),
    "NUM": ("NUMR", "ADJF"),
    "PRON": ("NPRO", "ADJF"),
    "DET": ("ADJF", "NPRO"),
    "ADV": ("ADVB", "COMP", "PRED"),
}
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_TENSES = {"Past": "past", "Pres": "pres", "Fut": "futr"}
_VARIANTS = {"loct": ("loc1", "loc2"), "gent": ("gen1", "gen2")}
_MISTAKABLE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "X"})  # what the tagger takes rare verbs for
_HOMONYMS = {"лагер": "лагерь"}  # forms that two words share, of which news has but one
_UNLIKELY = 0.1  # share of a reading below which pymorphy3's own corpus hardly knows it
_NAMES = {"PER": ("Surn", "Name", "Patr"), "LOC": ("Geox",), "ORG": ("Orgn",)}


@lru_cache(maxsize=200_000)
def lemma_of(word: str, pos: str, features: str) -> str:
    """Return the dictionary form of a word, lower case.

    Args:
        word: As written.
        pos: UD part of speech, or empty if not known; participles that stand
            as verbs give the infinitive, those that stand as nouns or
            adjectives their own nominative.
        features: UD features, to choose among readings of one part of speech.
    """
    readings = _ANALYZER.parse(word)
    best = max(readings, key=lambda reading: _fit(reading, pos, features))
    if pos in {"NOUN", "ADJ"} and best.tag.POS in {"PRTF", "PRTS"}:
        full = best.inflect({"PRTF", "masc", "sing", "nomn"})
        return str(full.word if full else best.normal_form)
    return _HOMONYMS.get(str(best.normal_form), str(best.normal_form))


def mended(word: str, pos: str, features: str) -> tuple[str, str]:
    """Return part of speech and features of a word, where the tagger is wrong for sure.

    Short participles come as adjectives ("введён"), and rare verbs as any part
    of speech ("Спаслись"); the dictionary knows nothing but a verb of that form.
    """
    if pos not in _MISTAKABLE or not _ANALYZER.word_is_known(word):
        return pos, features
    readings = [reading for reading in _ANALYZER.parse(word) if reading.score > _UNLIKELY]
    parts = {str(reading.tag.POS) for reading in readings}
    if parts == {"PRTS"}:
        kept = [pair for pair in _told(readings[0]) if pair.split("=")[0] in {"Gender", "Number"}]
        return "VERB", "|".join(sorted([*kept, "Tense=Past", "Variant=Short", "VerbForm=Part", "Voice=Pass"]))
    if parts == {"VERB"}:
        return "VERB", features if pos == "ADJ" else "|".join(sorted([*_told(readings[0]), "VerbForm=Fin"]))
    return pos, features


def is_common(token: Token) -> bool:
    """Tell whether the dictionary knows a word, and no name that is written like it."""
    if not _ANALYZER.word_is_known(token.text) or token.text.isupper():
        return False
    marks = (*_NAMES["PER"], *_NAMES["LOC"], *_NAMES["ORG"], "Abbr")
    return not any(mark in reading.tag for reading in _ANALYZER.parse(token.text) for mark in marks)


def _told(reading: Any) -> list[str]:
    """Return what the dictionary says of a form, as UD features."""
    tables = (("Gender", _GENDERS), ("Number", _NUMBERS), ("Tense", _TENSES))
    return [f"{key}={ud}" for key, table in tables for ud, mark in table.items() if mark in reading.tag]


def nominative(words: str, tokens: Sequence[Token], label: str) -> str:
    """Return a name in the nominative, in the case of letters that it came in.

    Only the words that agree are inflected: up to the head noun and the
    adjectives before it; the genitives behind it ("Министерство обороны
    России") stay. Persons are inflected word by word.
    """
    if label == "PER":
        return " ".join(_person_word(token.text, token.feature("Gender")) for token in tokens) or words
    head = next((at for at, token in enumerate(tokens) if token.pos in {"NOUN", "PROPN"}), -1)
    if head < 0 or (head and tokens[head].feature("Case") == "Gen" and tokens[0].feature("Case") != "Gen"):
        return words
    shown = [_inflected(t, tokens[head], label) if at <= head else t.text for at, t in enumerate(tokens)]
    return _joined(words, tokens, shown)


def _joined(words: str, tokens: Sequence[Token], shown: Sequence[str]) -> str:
    start = tokens[0].span.start
    pieces, at = [], 0
    for token, text in zip(tokens, shown, strict=True):
        pieces += [words[at : max(at, token.span.start - start)], text]
        at = token.span.end - start
    return "".join(pieces).strip() or words


def _person_word(word: str, gender: str) -> str:
    if "." in word or word.isupper():
        return word
    readings = [r for r in _ANALYZER.parse(word) if any(mark in r.tag for mark in _NAMES["PER"])]
    sex = _GENDERS.get(gender, "")
    reading = next((r for r in readings if not sex or sex in r.tag), readings[0] if readings else None)
    if reading is None:
        return word
    wanted = {"nomn", "sing"} | ({sex} if sex and reading.tag.POS == "ADJF" else set())
    return _cased(reading.inflect(wanted), word)


def _inflected(token: Token, head: Token, label: str) -> str:
    readings = _ANALYZER.parse(token.text)
    best = max(
        readings,
        key=lambda r: (any(mark in r.tag for mark in _NAMES[label]), _fit(r, token.pos, token.features)),
    )
    wanted = {"nomn"} | {value for value in (_NUMBERS.get(head.feature("Number")),) if value}
    if best.tag.POS in {"ADJF", "PRTF"} and "plur" not in wanted:
        wanted |= {value for value in (_GENDERS.get(head.feature("Gender")),) if value}
    return _cased(best.inflect(wanted), token.text)


def _cased(form: Any, word: str) -> str:
    # pymorphy3 answers with its own untyped reading, or None where it has no such form.
    if form is None:
        return word
    inflected = str(form.word)
    if word.isupper():
        return inflected.upper() if len(word) > 1 else word
    parts = zip(inflected.split("-"), word.split("-"), strict=False)
    return "-".join(i[:1].upper() + i[1:] if w[:1].isupper() else i for i, w in parts)


def _fit(reading: Any, pos: str, features: str) -> tuple[int, int, float]:
    grammemes = _GRAMMEMES.get(pos, ())
    part = str(reading.tag.POS)
    rank = -grammemes.index(part) if part in grammemes else -len(grammemes) - 1
    tables = (("Case", _CASES), ("Number", _NUMBERS), ("Gender", _GENDERS))
    pairs = dict(pair.split("=") for pair in features.split("|") if "=" in pair)
    wanted = [table[pairs[key]] for key, table in tables if pairs.get(key) in table]
    agreeing = sum(any(g in reading.tag for g in (mark, *_VARIANTS.get(mark, ()))) for mark in wanted)
    return rank, agreeing, reading.score
