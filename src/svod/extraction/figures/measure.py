"""What is told of those counted: killed, injured, detained …"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from svod.extraction.figures.counted import look_up
from svod.extraction.figures.lexicon import FigureWords, Predicates, fold
from svod.extraction.figures.site import Site, role_of
from svod.extraction.tree import CLAUSES, Tree
from svod.model import Measure

_LIGHT = frozenset({"xcomp", "ccomp", "aux", "aux:pass", "cop"})


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


def measure_of(tree: Tree, site: Site, words: Predicates) -> Told | None:
    """Return what is told of those that a number counts, or `None` if nothing is.

    The noun itself is asked first ("ten dead"), then its participles ("ten
    people killed in the crash"), then the predicate that it is a subject or an
    object of, then the phrase that it is a part of ("among them two children").
    """
    return (
        _of_noun(tree, site, words)
        or _of_modifiers(tree, site, words)
        or _of_predicate(tree, site.outer, words, steps=4)
        or _of_neighbour(tree, site, words)
    )


def _of_noun(tree: Tree, site: Site, words: Predicates) -> Told | None:
    if site.noun is None:
        return None
    for node in (site.noun, *tree.children(site.noun, "nmod")):
        if tree[node].relation != "nmod" or not tree.child(node, "case"):
            measure = words.nouns.get(fold(tree[node].lemma))
            if measure:
                return Told(measure, node, "noun")
    return None


def _of_modifiers(tree: Tree, site: Site, words: Predicates) -> Told | None:
    for holder in dict.fromkeys(n for n in (site.noun, site.outer) if n is not None):
        for child in tree.children(holder, "acl", "amod", "appos", "advcl"):
            told = _of_verb(
                tree, child, words, passive=tree[child].relation != "acl:relcl" or _is_passive(tree, child)
            )
            if told and _fits_clause(tree, child, holder):
                return told
    return None


def _fits_clause(tree: Tree, child: int, holder: int) -> bool:
    """Tell whether a relative clause is about its noun: subject or nothing else before the verb."""
    subject = tree.child(child, "nsubj")
    if tree[child].relation != "acl:relcl" or subject is None:
        return True
    return tree[subject].pos in {"PRON", "DET"} or subject == holder


def _of_predicate(tree: Tree, node: int, words: Predicates, *, steps: int) -> Told | None:
    relation, head = role_of(tree, node)
    if head is None:
        return _of_verb(tree, node, words, passive=True)
    base = relation.split(":")[0]
    if base == "nsubj" or relation == "csubj":
        return _of_subject(tree, head, words, passive=relation == "nsubj:pass")
    if base in {"obj", "iobj"}:
        return _of_object(tree, head, words)
    if base in {"nmod", "obl", "appos", "conj", "parataxis", "dep", "acl", "xcomp"} and steps:
        return _of_oblique(tree, node, relation, head, words, steps=steps)
    return None


def _of_subject(tree: Tree, head: int, words: Predicates, *, passive: bool) -> Told | None:
    for verb in _predicates(tree, head):
        told = _of_verb(tree, verb, words, passive=passive or _is_passive(tree, verb))
        if told:
            return told
    return None


def _of_object(tree: Tree, head: int, words: Predicates) -> Told | None:
    for verb in _predicates(tree, head):
        told = _of_pair(tree, verb, words) or _get(words.objects, tree, verb, "object")
        if told:
            return told
        state = next(
            (n for n in tree.children(verb, "xcomp", "ccomp", "advmod") if _is_state(tree, n, words)), None
        )
        if state is not None:
            return Told(words.states[fold(tree[state].lemma)], state, "state")
    return None


def _of_oblique(
    tree: Tree, node: int, relation: str, head: int, words: Predicates, *, steps: int
) -> Told | None:
    """Read "deaths of 10 people", "including 10 children", "rose to 10"."""
    cases = {fold(tree[c].text) for c in tree.children(node, "case", "mark", "advmod")}
    if relation == "nmod" and not cases - {"of", "о", "об"}:
        told = _get(words.nouns, tree, head, "noun of")
        if told:
            return told
    inherits = bool(cases & words.subset) or relation.split(":")[0] in {"appos", "parataxis", "conj", "dep"}
    if inherits and tree[head].pos not in {"VERB", "AUX"}:
        return (
            _get(words.nouns, tree, head, "noun above")
            or next(
                (
                    t
                    for c in tree.children(head, "acl", "amod")
                    if (t := _get(words.objects, tree, c, "part of"))
                ),
                None,
            )
            or _of_predicate(tree, head, words, steps=steps - 1)
        )
    return None


def _of_neighbour(tree: Tree, site: Site, words: Predicates) -> Told | None:
    """Take a state right beside the number or noun, where the tree says nothing: "5 injured"."""
    after = max((*site.nodes, *([site.noun] if site.noun is not None else ()))) + 1
    if after < len(tree) and _is_state(tree, after, words):
        return Told(words.states[fold(tree[after].lemma)], after, "beside")
    return None


def _of_verb(tree: Tree, node: int, words: Predicates, *, passive: bool) -> Told | None:
    told = _of_pair(tree, node, words)
    if told is None and passive:
        told = _get(words.objects, tree, node, "passive")
    return told or _get(words.subjects, tree, node, "subject")


def _of_pair(tree: Tree, node: int, words: Predicates) -> Told | None:
    rows = words.pairs.get(fold(tree[node].lemma), ())
    if not rows:
        return None
    near = {fold(form) for n in _clause(tree, node) for form in (tree[n].lemma, tree[n].text)}
    measure = next((measure for word, measure in rows if word in near), None)
    return Told(measure, node, "pair") if measure else None


def _clause(tree: Tree, node: int) -> tuple[int, ...]:
    return tree.subtree(node, {"conj", "parataxis", *CLAUSES} - {"ccomp"})


def _predicates(tree: Tree, head: int) -> Iterator[int]:
    """Yield a predicate and what completes it: "were left dead", "began to flee"."""
    yield head
    for child in tree.children(head, "xcomp"):
        yield child
        yield from tree.children(child, "xcomp")
    for child in tree.children(head, "obl", "advmod"):
        if tree[child].pos in {"ADJ", "NOUN"} and not tree.child(child, "case"):
            yield child


def _is_passive(tree: Tree, node: int) -> bool:
    token = tree[node]
    return (
        token.feature("Voice") == "Pass"
        or tree.child(node, "aux:pass") is not None
        or (
            token.feature("VerbForm") == "Part"
            and token.feature("Tense") == "Past"
            and tree.child(node, "aux") is None
        )
    )


def _is_state(tree: Tree, node: int, words: Predicates) -> bool:
    return fold(tree[node].lemma) in words.states


def _get(table: Mapping[str, Measure], tree: Tree, node: int, rule: str) -> Told | None:
    measure = table.get(fold(tree[node].lemma))
    return Told(measure, node, rule) if measure else None


def toll_of(tree: Tree, node: int, words: FigureWords) -> Told | None:
    """Return the measure of a noun that stands for a number: "the death toll", "число погибших"."""
    nouns = words.predicates["persons"].nouns
    measure = look_up(tree, node, words.toll)
    if measure is None:
        return _get(nouns, tree, node, "toll")
    if measure == "quantity":
        for child in tree.children(node, "nmod", "acl"):
            told = _get(nouns, tree, child, "number of")
            if told:
                return told
    return Told(measure, node, "toll")
