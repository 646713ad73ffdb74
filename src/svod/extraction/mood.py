"""Polarity and modality: whether a clause is told as fact, denial, doubt, plan or condition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from svod.extraction.lexicon import string_list
from svod.extraction.tree import Tree
from svod.lang import Language, load_language
from svod.model import Modality, Polarity


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of a language that turn a clause; all lemmas.

    Attributes:
        negation: Particles and determiners ("not", "no").
        negating: Governors whose complement did not happen ("deny", "refuse").
        confirming: Governors that, negated, say the same ("true").
        future: Auxiliaries of the future ("will").
        planning: Governors whose complement is not done yet ("plan", "try").
        purpose: Markers of a purpose clause ("to", "чтобы").
        condition: Conjunctions of a condition ("if").
        conditional: Auxiliaries and governors of a condition ("would", "threaten").
        doubt: Adverbs and auxiliaries of doubt ("allegedly", "may").
        doubting: Governors whose complement is not vouched for ("suspect").
        copula: Verbs that link a subject to a predicate ("be").
        states: Verbs that may stand for a copula ("remain", "leave").
        contents: Nouns for something said or counted ("report", "figure").
        particles: Adverbs that belong to a verb ("out"), also where they look like prepositions.
    """

    negation: frozenset[str]
    negating: frozenset[str]
    confirming: frozenset[str]
    future: frozenset[str]
    planning: frozenset[str]
    purpose: frozenset[str]
    condition: frozenset[str]
    conditional: frozenset[str]
    doubt: frozenset[str]
    doubting: frozenset[str]
    copula: frozenset[str]
    states: frozenset[str]
    contents: frozenset[str]
    particles: frozenset[str]


@cache
def load_cues(tag: str) -> Cues:
    """Return the cues of a language from its `clauses.toml`."""
    words = load_language(tag).words("clauses")
    return Cues(*(_words(words, field, tag) for field in Cues.__slots__))


def _words(words: Mapping[str, Any], key: str, tag: str) -> frozenset[str]:
    return frozenset(string_list(words, key, f"lang/{tag}/clauses.toml"))


def find_mood(tree: Tree, node: int, language: Language) -> tuple[Polarity, Modality]:
    """Return how the clause of `node` is told.

    The own clause is asked first: negation, auxiliaries, adverbs, conjunction.
    Then each governor up to the end of the sentence's main clause: "planned
    to seize", "denied that they seized". The strongest modality wins:
    conditional over planned over uncertain over actual.
    """
    cues = load_cues(language.tag)
    steps = list(_steps(tree, node, cues))
    denied = sum(_is_negated(tree, at, cues) for at, _ in steps[:1])
    denied += sum(_denies(tree, head, cues) for head, _ in steps[1:])
    return ("denied" if denied % 2 else "affirmed"), _modality(tree, steps, cues)


def _modality(tree: Tree, steps: list[tuple[int, str]], cues: Cues) -> Modality:
    own, governors = steps[0][0], steps[1:]
    around, above = _around(tree, own), _lemmas_above(tree, governors)
    reported = bool(around & cues.conditional) and _is_reported(tree, own)
    if (around | _marks(tree, own)) & cues.condition or above & cues.conditional:
        return "conditional"
    if around & cues.conditional and not reported:
        return "conditional"
    going = any(link == "xcomp" and tree[head].text.lower() in cues.future for head, link in governors)
    ahead = going or bool(around & cues.future) or _is_future(tree, own) or _is_purpose(tree, own, cues)
    if reported or ahead or above & cues.planning:
        return "planned"
    return "uncertain" if around & cues.doubt or above & cues.doubting else "actual"


def _lemmas_above(tree: Tree, governors: list[tuple[int, str]]) -> frozenset[str]:
    """Return the lemmas of governors and of the nouns that make one verb with them."""
    heads = [head for head, _ in governors]
    nouns = (n for head in heads for n in tree.children(head, "compound:lvc"))
    return frozenset(tree[n].lemma for n in (*heads, *nouns))


def _steps(tree: Tree, node: int, cues: Cues) -> Iterator[tuple[int, str]]:
    """Yield the predicate of the own clause, then each governor with the link down to it.

    The first step may be nominal ("plans for a strike"); above it only
    complement clauses carry a mood on ("he said that they planned to …"). A
    relative or finite adverbial clause stands on its own.
    """
    at, first = node, True
    yield at, ""
    while (head := tree.head(at)) is not None:
        link = tree[at].relation
        if link == "conj":
            at = head
            continue
        if not _carries(tree, at, first=first) and not _is_content(tree, at, cues):
            return
        yield head, link
        at, first = head, False


def _carries(tree: Tree, node: int, *, first: bool) -> bool:
    link = tree[node].relation
    if link in {"xcomp", "ccomp", "csubj"}:
        return True
    if link in {"acl", "advcl"}:
        that = tree.child(node, "mark") is not None and link == "acl"  # "rumours that …"
        return that or tree[node].feature("VerbForm") == "Inf"
    if link in {"nsubj", "obj", "nsubj:pass"}:
        return _is_nominal(tree, node)
    return first and link.split(":")[0] in {"obl", "nmod"} and _is_nominal(tree, node)


def _is_nominal(tree: Tree, node: int) -> bool:
    """Tell whether a word stands as a noun; a participle may ("*погибших* нет")."""
    standing = tree[node].feature("VerbForm") == "Part" and tree.is_a(node, "nsubj", "obj", "obl", "nmod")
    return tree[node].pos not in {"VERB", "AUX"} or standing


def _is_reported(tree: Tree, node: int) -> bool:
    """Tell whether a clause is reported speech, whose "would" is a future seen from then."""
    clause = tree.clause(node)
    return tree[clause].relation == "ccomp" or any(tree[n].relation == "ccomp" for n in tree.ancestors(node))


def _around(tree: Tree, node: int) -> frozenset[str]:
    """Return lemmas of the auxiliaries, adverbs and markers of a predicate.

    A conjunct without auxiliaries of its own shares those of the first.
    """
    below = tree.children(node, "aux", "advmod", "mark", "cop", "discourse", "parataxis", "det", "amod")
    words = {tree[n].lemma for n in below} | {tree[n].text.lower() for n in below}
    head = tree.head(node)
    if tree[node].relation == "conj" and head is not None and not tree.children(node, "aux", "nsubj"):
        words |= {tree[n].lemma for n in tree.children(head, "aux", "mark")}
    if tree[node].pos in {"NOUN", "PROPN", "ADJ"} and head is not None and tree[head].pos == "VERB":
        words |= {tree[n].lemma for n in tree.children(head, "aux", "advmod", "mark")}
    return frozenset(words)


def _marks(tree: Tree, node: int) -> frozenset[str]:
    clause = tree.clause(node)
    return frozenset(tree[n].lemma for n in tree.children(clause, "mark", "case"))


def _is_content(tree: Tree, node: int, cues: Cues) -> bool:
    """Tell whether a node says what a noun of saying or counting holds: "the figure of 40 killed"."""
    head = tree.head(node)
    if head is None or not tree.is_a(node, "acl", "nmod", "obl", "appos") or tree.is_a(node, "acl:relcl"):
        return False
    if tree[head].lemma in cues.contents or tree[node].pos == "PRON":
        return True
    return tree.is_a(node, "acl") and tree.is_a(head, "nmod") and _is_content(tree, head, cues)


def takes_back(tree: Tree, head: int, cues: Cues) -> bool:
    """Tell whether a governor, or a light verb with its noun ("called into doubt"), denies what hangs below it."""
    light = any(_is_word(tree, n, cues.negating) for n in tree.children(head, "obl", "compound"))
    return _denies(tree, head, cues) or (light and not _has_negation(tree, head, cues))


def _denies(tree: Tree, head: int, cues: Cues) -> bool:
    """Tell whether a governor takes back what hangs below it.

    It denies by itself ("deny", "нет", "turned out false") unless it is denied
    ("did not deny"), or a negated plan or order did not come to pass ("never
    ordered to shoot").
    """
    lemma, negated = tree[head].lemma, _has_negation(tree, head, cues)
    if lemma in cues.negation:
        return True
    predicates = tree.children(head, "xcomp") if lemma in cues.states else ()
    if lemma in cues.negating or any(tree[n].lemma in cues.negating for n in predicates):
        return not negated
    return negated and lemma in cues.planning | cues.confirming


def _is_negated(tree: Tree, node: int, cues: Cues) -> bool:
    """Tell whether the own clause is denied: by a particle, by "no" before a noun, or at its verb."""
    arguments = tree.children(node, "nsubj", "obj", "obl")
    if (
        tree[node].lemma in cues.negation
        or _has_negation(tree, node, cues)
        or any(_is_none(tree, n, cues) for n in arguments)
        or _is_neither(tree, node, cues)
    ):
        return True
    head = tree.head(node)
    if not _is_nominal(tree, node) or head is None or tree[head].pos not in {"VERB", "AUX"}:
        return False
    return tree.is_a(node, "nsubj", "obj", "xcomp") and _has_negation(tree, head, cues)


def _is_neither(tree: Tree, node: int, cues: Cues) -> bool:
    """Tell whether a predicate is one of "neither … nor"."""
    first = tree.head(node) if tree[node].relation == "conj" else node
    return first is not None and any(_is_word(tree, n, cues.negation) for n in tree.children(first, "cc"))


def _has_negation(tree: Tree, node: int, cues: Cues) -> bool:
    if tree[node].pos != "PART" and tree[node].feature("Polarity") == "Neg":
        return True  # languages whose verbs carry their negation
    below = tree.children(node, "advmod", "det", "aux", "cop", "nsubj", "obj", "discourse")
    return any(_is_word(tree, n, cues.negation) for n in below)


def _is_none(tree: Tree, node: int, cues: Cues) -> bool:
    return any(_is_word(tree, n, cues.negation) for n in tree.children(node, "det"))


def _is_word(tree: Tree, node: int, words: frozenset[str]) -> bool:
    return tree[node].lemma in words or tree[node].text.lower() in words


def _is_future(tree: Tree, node: int) -> bool:
    if tree[node].feature("Tense") == "Fut":
        return True
    auxiliaries = tree.children(node, "aux", "cop")
    return any(tree[n].feature("Tense") == "Fut" for n in auxiliaries)


def _is_purpose(tree: Tree, node: int, cues: Cues) -> bool:
    if tree[node].relation not in {"advcl", "acl", "ccomp", "xcomp"} or tree[node].pos != "VERB":
        return False
    marks = {tree[n].lemma for n in tree.children(node, "mark", "aux")}
    return bool(marks & cues.purpose) and tree[node].relation in {"advcl", "acl", "ccomp"}
