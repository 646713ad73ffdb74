"""What is told of those that a number counts: killed, injured, detained and so on."""

from collections.abc import Iterator

from svod.extraction.figures.counted import look_up
from svod.extraction.figures.lexicon import FigureWords, Predicates
from svod.extraction.figures.predicate import LOOSE, told_by_predicate
from svod.extraction.figures.site import Site
from svod.extraction.figures.told import (
    HARM,
    Told,
    forms_of,
    is_passive,
    told_by,
    told_by_pair,
    told_by_verb,
)
from svod.extraction.tree import Tree
from svod.model import Measure

_LAST: frozenset[Measure] = frozenset({"killed", "rescued"})  # what ends being hurt, held or missing
_STEPS = 4  # phrases upward that a part may take its measure from
_REACH = 6  # words behind a noun in which its verb is looked for without a parse


def measure_of(tree: Tree, site: Site, words: Predicates) -> Told | None:
    """Return what is told of those that a number counts, or `None` if nothing is.

    The noun itself is asked first ("ten dead"), then a verb right beside the
    number, the predicate that it is a subject or an object of, its participles
    ("ten people hurt in the crash"), and the phrase that it is a part of
    ("among them two children"). A death or rescue outweighs what the noun says
    ("two of the wounded died"), a participle outweighs a predicate that only says what
    the people did later.
    """
    noun = _by_noun(tree, site, words)
    predicate = _by_verb_beside(tree, site, words) or told_by_predicate(
        tree, site, words, site.outer, steps=_STEPS
    )
    if noun and not (predicate and predicate.measure in _LAST and predicate.rule != LOOSE):
        return noun
    if predicate and (predicate.measure in HARM or noun):
        return predicate
    return _by_modifier(tree, site, words) or predicate or _by_neighbour(tree, site, words)


def coordinated(tree: Tree, node: int, words: Predicates) -> Iterator[Told]:
    """Yield what predicates coordinated with `node` tell of the same subject or object."""
    for other in tree.children(node, "conj"):
        if tree.child(other, "nsubj", "obj") is None and tree[other].pos in {"VERB", "ADJ"}:
            passive = is_passive(tree, other) or tree[other].feature("VerbForm") != "Fin"
            told = told_by_verb(tree, other, words, passive=passive)
            if told:
                yield told


def toll_of(tree: Tree, node: int, words: FigureWords) -> Told | None:
    """Return the measure of a noun that stands for a number: "the death toll", "число погибших"."""
    nouns = words.predicates["persons"].nouns
    measure = look_up(tree, node, words.toll)
    if measure is None:
        return told_by(nouns, tree, node, "toll")
    if measure == "quantity":
        for child in tree.children(node, "nmod", "acl"):
            told = told_by(nouns, tree, child, "number of")
            if told:
                return told
    return Told(measure, node, "toll")


def _by_noun(tree: Tree, site: Site, words: Predicates) -> Told | None:
    if site.noun is None:
        return None
    for node in (site.noun, *tree.children(site.noun, "nmod")):
        if node == site.noun or tree.child(node, "case") is None:
            told = told_by(words.nouns, tree, node, "noun")
            if told:
                return told
    return None


def _by_verb_beside(tree: Tree, site: Site, words: Predicates) -> Told | None:
    """Take the verb right before the number, or right behind a bare one."""
    before, after = site.nodes[0] - 1, site.nodes[-1] + 1
    if before >= 0 and tree[before].pos == "VERB" and not _is_instrument(tree, site):
        told = _by_verb_before(tree, site, before, words)
        if told:
            return told
    while after < len(tree) and tree[after].pos in {"AUX", "ADV", "PART"}:
        after += 1
    if site.noun is None and after < len(tree) and tree[after].pos in {"VERB", "ADJ"}:
        return told_by_verb(tree, after, words, passive=is_passive(tree, after))
    return None


def _by_verb_before(tree: Tree, site: Site, verb: int, words: Predicates) -> Told | None:
    told = told_by_pair(tree, verb, words, without=site.noun) or told_by(
        words.objects, tree, verb, "verb before"
    )
    agrees = tree[verb].feature("Number") and not tree[verb].feature("Case")  # "погибли десять человек"
    return told or (told_by(words.subjects, tree, verb, "verb before") if agrees else None)


def _is_instrument(tree: Tree, site: Site) -> bool:
    held = {*site.nodes, site.outer} if site.noun is None else {*site.nodes, site.outer, site.noun}
    return any(tree[n].relation == "obl:agent" or tree[n].feature("Case") == "Ins" for n in held)


def _by_modifier(tree: Tree, site: Site, words: Predicates) -> Told | None:
    for holder in dict.fromkeys(n for n in (site.noun, site.outer) if n is not None):
        for child in tree.children(holder, "acl", "amod", "appos"):
            if child in site.nodes or tree.child(child, "mark", "case") is not None:
                continue
            passive = tree[child].relation != "acl:relcl" or is_passive(tree, child)
            told = told_by_verb(tree, child, words, passive=passive)
            if told and _is_about(tree, child):
                return told
    return None


def _is_about(tree: Tree, child: int) -> bool:
    """Tell whether a relative clause has its noun, and no other, for a subject."""
    subject = tree.child(child, "nsubj")
    return tree[child].relation != "acl:relcl" or subject is None or tree[subject].pos in {"PRON", "DET"}


def _by_neighbour(tree: Tree, site: Site, words: Predicates) -> Told | None:
    """Take a state or the first verb behind the number and noun, where the tree says nothing."""
    after = max((*site.nodes, *([] if site.noun is None else [site.noun]))) + 1
    if after < len(tree) and forms_of(tree, after) & words.states.keys():
        return told_by(words.states, tree, after, "beside")
    for node in range(after, min(after + _REACH, len(tree))):
        if tree[node].pos == "PUNCT" or tree[node].relation in {"mark", "cc"}:
            return None
        if tree[node].pos == "VERB":
            return told_by_verb(tree, node, words, passive=is_passive(tree, node))
    return None
