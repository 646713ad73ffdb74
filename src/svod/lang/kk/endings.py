"""Endings of Kazakh words: the tables of `morphology.toml` put together into chains."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from svod.lang.words import load_words

_NOUN_SLOTS = ("number", "possessive", "case")
_AFTER_POSSESSIVE = "possessed"
_AFTER_OWN = "owned"


@dataclass(frozen=True, slots=True)
class Ending:
    """A chain of endings as it stands behind a stem.

    Attributes:
        form: Its letters.
        features: UD features that it gives, sorted, as in CoNLL-U.
        after: Classes of sounds that it may stand behind, or other conditions
            (`negated`).
        nominal: Whether noun endings may follow.
    """

    form: str
    features: str
    after: frozenset[str]
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Sounds:
    """What the sounds of Kazakh are.

    Attributes:
        classes: Letter → classes of sounds it may be of.
        harmony: Vowel → `back` or `front`; neutral vowels are not in it.
        voicing: Voiced consonant → the voiceless one it stands for before a vowel.
    """

    classes: Mapping[str, frozenset[str]]
    harmony: Mapping[str, str]
    voicing: Mapping[str, str]

    def allows(self, stem: str, ending: Ending, *, negated: bool = False) -> bool:
        """Tell whether an ending can stand behind a stem: by its last sound and its last vowel."""
        fits = self.follows(stem, ending) or (negated and "negated" in ending.after)
        return fits and self.agree(stem, ending.form)

    def follows(self, stem: str, ending: Ending) -> bool:
        """Tell whether an ending can stand behind the last sound of a stem."""
        return bool(self.classes.get(stem[-1:], frozenset()) & ending.after)

    def agree(self, stem: str, form: str) -> bool:
        """Tell whether the first vowel of `form` is of the harmony of the last vowel of `stem`."""
        last = next((letter for letter in reversed(stem) if "vowel" in self.classes.get(letter, ())), "")
        first = next((letter for letter in form if letter in self.harmony), "")
        if form in _UNHARMONIC or last not in self.harmony or not first:
            return True
        return self.harmony[last] == self.harmony[first]


_UNHARMONIC = frozenset({"мен", "бен", "пен", "менен"})


@cache
def load_sounds() -> Sounds:
    """Return the sounds as `morphology.toml` gives them."""
    words = load_words("kk", "morphology")
    classes: dict[str, set[str]] = defaultdict(set)
    for name, letters in words["sounds"].items():
        for letter in letters:
            classes[letter].add(name)
    harmony = {letter: name for name, letters in words["harmony"].items() for letter in letters}
    voicing = {voiced: plain for plain, voiced in words["voicing"].items()}
    return Sounds({k: frozenset(v) for k, v in classes.items()}, harmony, voicing)


@cache
def noun_endings() -> Mapping[str, tuple[Ending, ...]]:
    """Return all chains of noun endings by their letters; the empty chain is none of them."""
    chains: list[Ending] = [*_chains(_NOUN_SLOTS), *_chains(("number", "possessive", "attributive"))]
    return _by_form(chain for chain in chains if chain.form)


def without_case(word: str, case: str) -> str:
    """Return a possessed noun without its case: "министрлігінің" → "министрлігі"."""
    forms = [e.form for e in (*_rows("case"), *_rows("attributive")) if f"Case={case}" in e.features]
    ends = sorted((form for form in forms if word.endswith(form)), key=len, reverse=True)
    stems = (word.removesuffix(form) for form in ends)
    return next((stem for stem in stems if stem.endswith(("ы", "і"))), word)


@cache
def denominal_endings() -> Mapping[str, tuple[Ending, ...]]:
    """Return the endings that make adjectives of nouns ("-лы", "-сыз", "-лық")."""
    return _by_form(ending for ending in _rows("denominal"))


@cache
def voice_endings() -> Mapping[str, tuple[Ending, ...]]:
    """Return the endings of voice."""
    return _by_form(_rows("voice"))


@cache
def verb_endings() -> Mapping[str, tuple[Ending, ...]]:
    """Return the chains behind a verb stem: negation, then tense and person or a non-finite form."""
    tails = [*_finite(), *_nonfinite()]
    chains = [tail for tail in tails if tail.after - {"negated"}]
    for negation, tail in product(_rows("negation"), tails):
        if load_sounds().allows(negation.form, tail, negated=True) and not _is_future_after(tail):
            chains.append(_joined(negation, tail))
    chains += _rows("negation")
    return _by_form(chains)


def _is_future_after(tail: Ending) -> bool:
    """Behind the negation the future ends in -с, never in -р."""
    return "Tense=Fut" in tail.features and tail.form.startswith("р")


def _finite() -> Iterator[Ending]:
    words = load_words("kk", "morphology")
    for row in words["finite"]:
        for base in _forms(row):
            for person, forms in words["persons"][row["persons"]]:
                for form in forms.split():
                    tail = "" if form == "-" else form
                    if load_sounds().agree(base.form, tail):
                        features = _merged(base.features, f"Person={person}")
                        yield Ending(base.form + tail, features, base.after)


def _nonfinite() -> Iterator[Ending]:
    for row in load_words("kk", "morphology")["nonfinite"]:
        yield from _forms(row)


def _rows(slot: str) -> list[Ending]:
    return [ending for row in load_words("kk", "morphology")[slot] for ending in _forms(row)]


def _forms(row: Mapping[str, Any]) -> Iterator[Ending]:
    for after, forms in row["forms"]:
        for form in forms.split():
            yield Ending(form, row["features"], frozenset(after.split()), bool(row.get("nominal")))


def _chains(slots: Sequence[str]) -> Iterator[Ending]:
    """Yield every chain that takes at most one ending of each slot, in their order."""
    yield from _extended(Ending("", "", frozenset(_CLASSES)), slots)


_CLASSES = ("vowel", "glide", "yod", "lateral", "nasal", "buzz", "voiceless")


def _extended(chain: Ending, slots: Sequence[str]) -> Iterator[Ending]:
    if not slots:
        yield chain
        return
    yield from _extended(chain, slots[1:])
    for ending in _rows(slots[0]):
        if _follows(chain, ending):
            yield from _extended(_joined(chain, ending), slots[1:])


def _follows(chain: Ending, ending: Ending) -> bool:
    if not chain.form:
        return not ending.after <= {_AFTER_POSSESSIVE, _AFTER_OWN}
    third = "Person[psor]=3" in chain.features
    own = "Person[psor]" in chain.features and not third
    if (
        third
        and ending.features.startswith("Case=")
        and not ending.features.startswith(("Case=Gen", "Case=Ins"))
    ):
        return _AFTER_POSSESSIVE in ending.after and load_sounds().agree(chain.form, ending.form)
    if own and ending.features == "Case=Dat":
        return (_AFTER_OWN in ending.after or chain.form.endswith(("з",))) and load_sounds().allows(
            chain.form,
            Ending(ending.form, "", ending.after | {"nasal"} if _AFTER_OWN in ending.after else ending.after),
        )
    if ending.after <= {_AFTER_POSSESSIVE, _AFTER_OWN}:
        return False
    return load_sounds().allows(chain.form, ending)


def _joined(first: Ending, second: Ending) -> Ending:
    after = second.after if not first.form else first.after
    return Ending(first.form + second.form, _merged(first.features, second.features), after, second.nominal)


def _merged(*features: str) -> str:
    return "|".join(sorted({pair for part in features for pair in part.split("|") if pair}))


def _by_form(endings: Iterator[Ending] | list[Ending]) -> Mapping[str, tuple[Ending, ...]]:
    index: dict[str, dict[Ending, None]] = defaultdict(dict)
    for ending in endings:
        index[ending.form][ending] = None
    return {form: tuple(found) for form, found in index.items()}
