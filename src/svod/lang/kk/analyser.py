"""Readings of a Kazakh word: lemma, part of speech and UD features, the likeliest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from svod.lang.kk.endings import (
    Ending,
    denominal_endings,
    load_sounds,
    noun_endings,
    verb_endings,
    voice_endings,
)
from svod.lang.kk.stems import gathered, load_stems, spread

_LONGEST_ENDING = 14  # letters: "-ларыңыздағы" and a negated participle with case stay below
_SHORTEST_STEM = 3  # letters of a stem that no list knows; shorter ones were mostly parts of other words
_UNKNOWN = 4.0
"""Cost of a stem that no list knows, in endings: a known stem with three endings is still likelier."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word.

    Attributes:
        lemma: Dictionary form; of a verb its bare stem.
        pos: UD part of speech.
        features: UD features as in CoNLL-U.
        cost: How unlikely it is without its context; lower is likelier.
    """

    lemma: str
    pos: str
    features: str
    cost: float

    def has(self, *pairs: str) -> bool:
        """Tell whether the reading has one of the features."""
        held = self.features.split("|")
        return any(pair in held for pair in pairs)


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word in lower case, the likeliest first; never empty.

    Args:
        word: One word without punctuation; a hyphen may set off its endings
            ("АҚШ-тың" is read by its last part).
    """
    found: dict[tuple[str, str, str], Reading] = {}
    for reading in (*_closed(word), *_ordinal(word), *_nominal(word), *_verbal(word)):
        key = (reading.lemma, reading.pos, reading.features)
        if key not in found or reading.cost < found[key].cost:
            found[key] = reading
    if not found or min(r.cost for r in found.values()) >= _UNKNOWN:
        for reading in _guessed(word):
            found.setdefault((reading.lemma, reading.pos, reading.features), reading)
    return tuple(sorted(found.values(), key=lambda r: (r.cost, -len(r.lemma), r.lemma, r.pos, r.features)))


def _closed(word: str) -> Iterator[Reading]:
    stems = load_stems()
    known = stems.closed.get(word)
    if known:
        case = stems.cases.get(word)
        yield Reading(known[0], known[1], f"Case={case}" if case else "", 0.0)


_ORDINAL = re.compile(r"(.+?)(?:[ыі]?н(?:шы|ші))(.*)")


def _ordinal(word: str) -> Iterator[Reading]:
    """Yield "бесінші", "жетінші" as the adjectives they are, without their endings."""
    match = _ORDINAL.fullmatch(word)
    nominal = load_stems().nominal
    if match and any(
        nominal.get(base, ("", ""))[1] == "NUM" for base in (match[1], f"{match[1]}ы", f"{match[1]}і")
    ):
        yield Reading(word.removesuffix(match[2]), "ADJ", "NumType=Ord", 0.1)


def _splits(word: str) -> Iterator[tuple[str, str]]:
    for at in range(len(word), max(0, len(word) - _LONGEST_ENDING) - 1, -1):
        yield word[:at], word[at:]


def _nominal(word: str) -> Iterator[Reading]:
    """Yield the readings as a noun, adjective or numeral of the lists."""
    whole = spread(word)
    for stem, form in _splits(whole):
        endings = noun_endings().get(form, ()) if form else (_NONE,)
        if endings:
            for base, lemma, pos, cost, extra in _nominal_stems(stem, form):
                for ending in endings:
                    if not form or _suits(base, lemma, ending):
                        yield Reading(
                            lemma, pos, _nominal_features(pos, ending.features, extra), cost + _cost(ending)
                        )


def _suits(stem: str, lemma: str, ending: Ending) -> bool:
    sounds, soft = load_sounds(), load_stems().grammar["soft"]
    return sounds.follows(stem, ending) if lemma in soft else sounds.allows(stem, ending)


_NONE = Ending("", "", frozenset())


def _cost(ending: Ending) -> float:
    return 0.1 * (ending.features.count("=") + (1 if ending.features else 0))


def _nominal_features(pos: str, features: str, extra: str) -> str:
    pairs = {pair for part in (features, extra) for pair in part.split("|") if pair}
    if pos in {"NOUN", "PROPN"}:
        if not any(pair.startswith("Case=") for pair in pairs):
            pairs.add("Case=Nom")
        if not any(pair.startswith("Number=") for pair in pairs):
            pairs.add("Number=Sing")
    return "|".join(sorted(pairs))


def _nominal_stems(stem: str, form: str) -> Iterator[tuple[str, str, str, float, str]]:
    """Yield (stem as it sounds, lemma, part of speech, cost, features) for a known nominal stem."""
    nominal = load_stems().nominal
    for base in _unvoiced(stem, form):
        if base in nominal:
            lemma, pos = nominal[base]
            yield stem, lemma, pos, 0.0, ""
    for root, tail in _splits(stem):
        for ending in denominal_endings().get(tail, ()):
            if (
                root in nominal
                and nominal[root][1] in {"NOUN", "PROPN"}
                and load_sounds().allows(root, ending)
            ):
                yield stem, gathered(stem), "ADJ" if not form else "NOUN", 0.3, ""


def _unvoiced(stem: str, form: str) -> Iterator[str]:
    """Yield a stem, and before a vowel what it is without voicing: халығ-ы → халық."""
    yield stem
    sounds = load_sounds()
    if form[:1] and "vowel" in sounds.classes.get(form[0], ()) and stem[-1:] in sounds.voicing:
        yield stem[:-1] + sounds.voicing[stem[-1]]


def _verbal(word: str) -> Iterator[Reading]:
    """Yield the readings as a form of a known verb, with noun endings behind a participle."""
    whole = spread(word)
    yield from _present(word)
    for inner, outer in _splits(whole):
        nouns = noun_endings().get(outer, ()) if outer else (_NONE,)
        for noun in nouns:
            yield from _verb_forms(inner, noun)


_PERSONS = {
    "": "3",
    "мын": "1",
    "мін": "1",
    "мыз": "1",
    "міз": "1",
    "сың": "2",
    "сің": "2",
    "сыз": "2",
    "сіз": "2",
}


def _present(word: str) -> Iterator[Reading]:
    """Yield the present of the four verbs of being, which is their bare stem: отыр, жатырмыз."""
    for stem in sorted(load_stems().grammar["present"]):
        if word.startswith(stem) and (person := _PERSONS.get(word.removeprefix(stem))):
            lemma = "жат" if stem == "жатыр" else stem
            features = f"Mood=Ind|Person={person}|Tense=Pres|VerbForm=Fin|Voice=Act"
            yield Reading(lemma, "VERB", features, 0.3)


def _verb_forms(word: str, noun: Ending) -> Iterator[Reading]:
    sounds = load_sounds()
    for stem, form in _splits(word):
        for ending in verb_endings().get(form, ()) if form else ():
            if (noun.form and not (ending.nominal and _takes(word, noun))) or not stem:
                continue
            for base, lemma, voice, cost in _verb_stems(stem, form):
                if sounds.allows(base, ending):
                    features = "|".join(
                        sorted(
                            {
                                p
                                for part in (ending.features, noun.features, voice)
                                for p in part.split("|")
                                if p
                            }
                        )
                    )
                    yield Reading(lemma, "VERB", _told(features), cost + _cost(ending) + _cost(noun))


def _takes(word: str, noun: Ending) -> bool:
    sounds = load_sounds()
    if sounds.allows(word, noun):
        return True
    end = word[-1:]
    return end in sounds.voicing and sounds.allows(word[:-1] + sounds.voicing[end], noun)


def _told(features: str) -> str:
    """An active form says so: participles without a voice would pass for passive ones."""
    return features if "Voice=" in features else "|".join(sorted([*features.split("|"), "Voice=Act"]))


def _verb_stems(stem: str, form: str) -> Iterator[tuple[str, str, str, float]]:
    """Yield (stem as it sounds, lemma, voice, cost) of known verbs, bare or with endings of voice."""
    verbs = load_stems().verbs
    for base in (*_unvoiced(stem, form), *_with_vowel(stem, form)):
        if base in verbs:
            yield (base if base[-1:] != "у" else stem), verbs[base], "", 0.0
        yield from _voiced(base, 2)


def _with_vowel(stem: str, form: str) -> tuple[str, ...]:
    """Stems in -ы, -і lose it before -у: таны, тану."""
    return (f"{stem}ы", f"{stem}і") if form.startswith("у") else ()


def _voiced(stem: str, depth: int) -> Iterator[tuple[str, str, str, float]]:
    known = load_stems().verbs
    for root, tail in ((stem[:-n], stem[-n:]) for n in (1, 2, 3) if len(stem) > n + 1):
        for ending in voice_endings().get(tail, ()):
            for base in _unvoiced(root, tail):
                if not load_sounds().allows(base, ending):
                    continue
                if base in known:
                    yield stem, known[base], ending.features, 0.4
                elif depth > 1:
                    for _, lemma, inner, cost in _voiced(base, depth - 1):
                        yield stem, lemma, _outer(inner, ending.features), cost + 0.4


def _outer(inner: str, outer: str) -> str:
    """Of two voices the passive counts, else the last."""
    return inner if "Pass" in inner else outer


def _guessed(word: str) -> Iterator[Reading]:
    """Yield readings of a word whose stem no list knows: a noun without endings, with them, a verb."""
    whole = spread(word)
    yield Reading(word, "NOUN", "Case=Nom|Number=Sing", _UNKNOWN + 1.0)
    for stem, form in _splits(whole):
        if form and len(stem) >= _SHORTEST_STEM and _has_vowel(stem):
            for ending in noun_endings().get(form, ()):
                if load_sounds().allows(stem, ending):
                    yield _guessed_noun(stem, form, ending)
            for ending in verb_endings().get(form, ()):
                if len(form) > 1 and load_sounds().allows(stem, ending):
                    cost = _UNKNOWN + 1.6 - 0.12 * len(form)
                    yield Reading(gathered(stem), "VERB", _told(ending.features), cost)


def _guessed_noun(stem: str, form: str, ending: Ending) -> Reading:
    base = list(_unvoiced(stem, form))[-1] if len(stem) > _SHORTEST_STEM else stem
    features = _nominal_features("NOUN", ending.features, "")
    cost = _UNKNOWN + 1.1 - 0.15 * len(form) + _owned(ending.features)
    return Reading(gathered(base), "NOUN", features, cost)


def _owned(features: str) -> float:
    """A name nobody knows is seldom what is mine or yours: "Чилидің" is of Chile."""
    if "Person[psor]" not in features:
        return 0.0
    return 0.1 if "Person[psor]=3" in features else 0.5


def _has_vowel(stem: str) -> bool:
    return any("vowel" in load_sounds().classes.get(letter, ()) for letter in stem)
