"""Verbs of several words made one: converb and auxiliary, participle and "еді", "емес", "керек"."""

from svod.lang.kk.stems import load_stems
from svod.lang.kk.word import Word

_TAKEN = (
    "VerbForm",
    "Mood",
    "Tense",
    "Aspect",
    "Person",
    "Case",
    "Number",
    "Person[psor]",
    "Attributive",
    "Evident",
)
_NEGATIVE = frozenset({"жоқ", "емес"})
_THAT = {"екенін": "Acc", "екендігін": "Acc", "екені": "Nom", "екеніне": "Dat", "екенінен": "Abl"}
_DUTY = frozenset({"керек", "тиіс", "қажет", "мүмкін"})
_PAST = frozenset({"еді", "болатын"})


def merge_verbs(words: list[Word]) -> None:
    """Hang auxiliaries on their verbs, which take over form, tense, person and case.

    "қашып кетті" is one verb, "қаш" in the past; "келген жоқ" is denied;
    "болуы керек", "екенін айтты" likewise.
    """
    main = 0
    for at in range(1, len(words)):
        if _is_single(words, main) and _joins(words, main, at):
            _merge(words, main, at)
        else:
            main = at


def _is_single(words: list[Word], at: int) -> bool:
    return words[at].pos in {"VERB", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV"}


def _joins(words: list[Word], main: int, at: int) -> bool:
    verb, word = words[main], words[at]
    if verb.form == "Vnoun" and verb.case in {"", "Nom"} and not verb.is_possessed and word.lemma == "жоқ":
        return False  # "азаптау жоқ": a thing that there is not
    if word.pos == "AUX":
        return (
            verb.form in {"Part", "Fin", "Vnoun"}
            or word.lemma in _THAT
            or (verb.form == "Conv" and word.lemma not in _DUTY)
        )
    if word.pos != "VERB":
        return False
    if verb.form == "Conv":
        return word.lemma in load_stems().grammar["auxiliary"] and verb.features.get("Limit") is None
    perfect = verb.pos == "VERB" and verb.features.get("Aspect") == "Perf" and verb.form == "Fin"
    return (
        word.lemma == "бол"
        and (perfect or verb.form == "Part")
        and verb.case in {"", "Nom"}
        and not verb.is_possessed
    )


def _merge(words: list[Word], main: int, at: int) -> None:
    verb, word = words[main], words[at]
    word.head, word.relation, word.pos = main, "aux" if verb.pos == "VERB" else "cop", "AUX"
    if word.lemma in _NEGATIVE:
        verb.features["Polarity"] = "Neg"
    if word.lemma in _THAT:
        verb.features |= {"Case": _THAT[word.lemma], "Person[psor]": "3", "VerbForm": "Part"}
        if verb.pos != "VERB":
            verb.features["Predicate"] = "Yes"
        word.lemma = "е"
    elif (
        word.lemma in _DUTY
        or word.lemma in _PAST
        or word.lemma in {"екен", "шығар", "едім", "едік", *_NEGATIVE}
    ):
        _make_finite(verb)
    elif word.form:
        own = verb.features.get("Voice", "Act")
        verb.features = {k: v for k, v in verb.features.items() if k not in _TAKEN}
        verb.features |= {k: v for k, v in word.features.items() if k in (*_TAKEN, "Polarity")}
        verb.features["Voice"] = "Pass" if word.is_passive else own


def _make_finite(verb: Word) -> None:
    if verb.pos == "VERB":
        for name in ("Case", "Person[psor]", "Number"):
            verb.features.pop(name, None)
        verb.features["VerbForm"] = "Fin"
    verb.features["Predicate"] = "Yes"
