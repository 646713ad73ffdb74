"""What the clause of a counted noun tells of it, by the noun's role there."""

from collections.abc import Iterator
from dataclasses import replace

from svod.extraction.figures.lexicon import Predicates, fold
from svod.extraction.figures.site import Site, role_of
from svod.extraction.figures.told import (
    Told,
    forms_of,
    is_passive,
    told_by,
    told_by_any,
    told_by_pair,
    told_by_verb,
)
from svod.extraction.tree import Tree

LOOSE = "loose"
"""Rule of what is told where the parser hung a number on a verb in no role."""

_OBJECTS = frozenset({"obj", "iobj"})
_LOOSE = frozenset({"appos", "parataxis", "conj", "dep"})
_VERBS = frozenset({"VERB", "AUX"})


def told_by_predicate(tree: Tree, site: Site, words: Predicates, node: int, *, steps: int) -> Told | None:
    """Return what is told of a noun phrase by what it hangs on.

    Args:
        tree: The sentence.
        site: The number that counts.
        words: What is told of persons, or of things.
        node: Head of the noun phrase.
        steps: How many phrases upward may be asked ("among them", "including").
    """
    relation, head = role_of(tree, node)
    base = relation.split(":")[0]
    if told := _by_fronted_whole(tree, node, words) or _by_fronted_whole(tree, head, words):
        return told
    if head is None:
        return told_by_verb(tree, node, words, passive=True)
    if words.part & forms_of(tree, head):
        return _by_whole(tree, head, words)
    if base == "nsubj":
        return _by_subject(tree, head, node, words)
    if base in _OBJECTS:
        return _by_object(tree, site, head, words)
    return _by_oblique(tree, site, words, node, steps=steps) if steps else None


def _by_whole(tree: Tree, head: int, words: Predicates) -> Told | None:
    """Read "those arrested included two boys", "среди которых две женщины"."""
    for subject in tree.children(head, "nsubj"):
        for node in (subject, *tree.children(subject, "acl", "amod")):
            told = told_by(words.nouns, tree, node, "whole") or told_by(words.objects, tree, node, "whole")
            if told:
                return told
    above = tree.head(head)
    return None if above is None else told_by_any(tree, above, words)


def _by_fronted_whole(tree: Tree, predicate: int | None, words: Predicates) -> Told | None:
    """Read "among the dead were two boys": the predicate says no more than that there are."""
    if predicate is None or (tree[predicate].pos != "AUX" and tree.child(predicate, "cop") is None):
        return None
    for node in tree.children(predicate, "obl", "nmod"):
        wholes = words.part | words.subset if node < predicate else words.part  # "of the dead, eight are …"
        if wholes & {form for case in tree.children(node, "case") for form in forms_of(tree, case)}:
            return told_by(words.nouns, tree, node, "whole")
    return None


def _by_subject(tree: Tree, head: int, node: int, words: Predicates) -> Told | None:
    if any(words.part & forms_of(tree, case) for case in tree.children(head, "case")):
        return _by_whole(tree, head, words)
    passive = role_of(tree, node)[0] == "nsubj:pass"
    closer = [verb for verb in tree.children(head, "conj") if head < verb < node]
    for verb in _predicates(tree, closer[-1] if closer else head):
        told = told_by_verb(tree, verb, words, passive=passive or is_passive(tree, verb))
        if told:
            return told
    return None


def _by_object(tree: Tree, site: Site, head: int, words: Predicates) -> Told | None:
    for verb in _predicates(tree, head):
        told = told_by_pair(tree, verb, words, without=site.noun) or told_by(
            words.objects, tree, verb, "object"
        )
        if told:
            return told
        for child in tree.children(verb, "xcomp", "ccomp", "advmod", "acl"):
            told = told_by(words.states, tree, child, "state") or told_by(
                words.subjects, tree, child, "made to"
            )
            if told:
                return told
    return None


def _predicates(tree: Tree, head: int) -> Iterator[int]:
    """Yield a predicate and what completes it: "were left dead", "began to flee", "were in custody"."""
    yield head
    for child in tree.children(head, "xcomp"):
        yield child
        yield from tree.children(child, "xcomp")
    for child in tree.children(head, "obl", "advmod"):
        bare = tree.child(child, "case") is None
        if tree[child].pos in {"ADJ", "NOUN"} and (bare or tree[head].pos == "AUX"):
            yield child


def _by_oblique(tree: Tree, site: Site, words: Predicates, node: int, *, steps: int) -> Told | None:
    relation, head = role_of(tree, node)
    if head is None:
        return None
    base = relation.split(":", maxsplit=1)[0]
    if base == "nmod":
        told = _by_noun_above(tree, site, words, node, head)
        if told:
            return told
    if base in {"advmod", "nummod"} and node in site.nodes:  # "более", "11", hung on the verb itself
        loose = told_by_any(tree, head, words)
        return replace(loose, rule=LOOSE) if loose else None
    if _is_part(tree, site, words, node, base):
        above = told_by_any(tree, head, words)
        return above or told_by_predicate(tree, site, words, head, steps=steps - 1)
    told = told_by_pair(tree, head, words) if base == "obl" else None
    return told if told and told.measure == "affected" else None  # "cut power to 10 homes"


def _is_part(tree: Tree, site: Site, words: Predicates, node: int, base: str) -> bool:
    """Tell whether a phrase is a part of the one it hangs on: "including 10 children"."""
    cases = _cases(tree, site, node)
    if cases & words.part:
        return True
    head = tree.head(node)
    verbal = head is None or tree[head].pos in _VERBS
    return base != "obl" and not verbal and bool(cases & words.subset or base in _LOOSE)


def _by_noun_above(tree: Tree, site: Site, words: Predicates, node: int, head: int) -> Told | None:
    """Read "deaths of 10 people", "claimed the lives of ten"."""
    if _cases(tree, site, node) - words.of:
        return None
    told = told_by(words.nouns, tree, head, "noun of")
    relation, verb = role_of(tree, head)
    if told or verb is None or relation.split(":")[0] not in {*_OBJECTS, "nsubj", "obl"}:
        return told
    rows = words.pairs.get(fold(tree[verb].lemma), ())
    measure = next((measure for word, measure in rows if word == fold(tree[head].lemma)), None)
    return Told(measure, verb, "pair of") if measure else None


def _cases(tree: Tree, site: Site, node: int) -> frozenset[str]:
    held = (n for n in tree.children(node, "case", "mark", "advmod") if n not in site.nodes)
    return frozenset(fold(tree[n].text) for n in held)
