"""What single words and pairs of words tell: "killed", "lost their lives"."""

from collections.abc import Mapping
from dataclasses import dataclass

from svod.extraction.figures.lexicon import Predicates, fold
from svod.extraction.tree import CLAUSES, Tree
from svod.model import Measure

HARM: frozenset[Measure] = frozenset({"killed", "injured", "detained", "missing", "rescued", "damaged"})
"""Measures that say what was done to those counted, rather than what they did."""


@dataclass(frozen=True, slots=True)
class Told:
    """A measure with the word that gives it.

    Attributes:
        measure: The measure.
        node: The word.
        rule: How it was found.
    """

    measure: Measure
    node: int
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What a number was taken for.

    Attributes:
        measure: What it measures.
        of: What is counted or valued, canonical.
        unit: `persons`, `items`, `percent`, an ISO 4217 code or a unit of measure.
        told: The word that gives the measure, or `None`.
        rule: How it was found, for people to read.
    """

    measure: Measure
    of: str
    unit: str
    told: int | None
    rule: str


def forms_of(tree: Tree, node: int) -> frozenset[str]:
    """Return the lemma and the word itself, as the tables write them."""
    return frozenset({fold(tree[node].lemma), fold(tree[node].text)})


def told_by(table: Mapping[str, Measure], tree: Tree, node: int, rule: str) -> Told | None:
    """Return what one table says of a word, by its lemma or else as it stands."""
    measure = table.get(fold(tree[node].lemma)) or table.get(fold(tree[node].text))
    return Told(measure, node, rule) if measure else None


def told_by_verb(tree: Tree, node: int, words: Predicates, *, passive: bool) -> Told | None:
    """Return what a predicate tells of its subject: by a pair, as passive, as active."""
    told = told_by_pair(tree, node, words)
    if told is None and passive:
        told = told_by(words.objects, tree, node, "passive")
    return told or told_by(words.subjects, tree, node, "subject")


def told_by_pair(tree: Tree, node: int, words: Predicates, *, without: int | None = None) -> Told | None:
    """Return what a word tells together with another of its clause ("lost their lives").

    Args:
        tree: The sentence.
        node: The word.
        words: What is told of persons, or of things.
        without: The noun counted, which makes no pair but for harm: "fought 22
            fires" deploys no fires, "took 20 hostages" takes hostages.
    """
    rows = words.pairs.get(fold(tree[node].lemma), ())
    if not rows:
        return None
    clause = tree.subtree(node, {"conj", "parataxis", *CLAUSES} - {"ccomp", "csubj"})
    near = frozenset[str]().union(*(forms_of(tree, n) for n in clause if n != node))
    own = frozenset[str]() if without is None else forms_of(tree, without)
    measure = next((m for word, m in rows if word in near and (m in HARM or word not in own)), None)
    return Told(measure, node, "pair") if measure else None


def told_by_any(tree: Tree, node: int, words: Predicates) -> Told | None:
    """Return what a word tells of those in its clause, whatever their role."""
    return told_by_verb(tree, node, words, passive=True) or told_by(words.nouns, tree, node, "noun above")


def is_passive(tree: Tree, node: int) -> bool:
    """Tell whether a verb's subject is what the verb is done to."""
    token = tree[node]
    if token.feature("Voice") == "Pass" or tree.child(node, "aux:pass") is not None:
        return True
    past = token.feature("VerbForm") == "Part" and token.feature("Tense") == "Past"
    return past and tree.child(node, "aux") is None
