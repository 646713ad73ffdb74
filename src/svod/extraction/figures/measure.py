"""What is told of those counted: killed, injured, detained …"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from svod.extraction.figures.counted import look_up
from svod.extraction.figures.lexicon import FigureWords, Predicates, fold
from svod.extraction.figures.site import Site, role_of
from svod.extraction.tree import CLAUSES, Tree
from svod.model import Measure


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

    The noun itself is asked first ("ten dead"), then a verb right beside the
    number, the predicate that it is a subject or an object of, its participles
    ("ten people hurt in the crash"), and the phrase that it is a part of
    ("among them two children"). A death outweighs what the noun says ("two of
    the wounded died"), a participle outweighs a predicate that only says what
    the people did later.
    """
    noun = _of_noun(tree, site, words)
    predicate = _of_verb_beside(tree, site, words) or _of_predicate(tree, site, site.outer, words, steps=4)
    if noun and not (predicate and predicate.measure == "killed"):
        return noun
    if predicate and (predicate.measure in _HARM or noun):
        return predicate
    return _of_modifiers(tree, site, words) or predicate or _of_neighbour(tree, site, words)


_HARM: frozenset[Measure] = frozenset({"killed", "injured", "detained", "missing", "rescued", "damaged"})


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
        for child in tree.children(holder, "acl", "amod", "appos"):
            if child in site.nodes or tree.child(child, "mark", "case") is not None:
                continue
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


def _of_verb_beside(tree: Tree, site: Site, words: Predicates) -> Told | None:
    """Take the verb right before the number, or right behind a bare one."""
    before = site.nodes[0] - 1
    if before >= 0 and tree[before].pos == "VERB" and not _is_instrument(tree, site):
        told = _of_pair(tree, before, words, without=site.noun) or _get(
            words.objects, tree, before, "verb before"
        )
        if told is None and tree[before].feature("Number") and not tree[before].feature("Case"):
            told = _get(words.subjects, tree, before, "verb before")
        if told:
            return told
    after = site.nodes[-1] + 1
    while after < len(tree) and tree[after].pos in {"AUX", "ADV", "PART"}:
        after += 1
    if site.noun is None and after < len(tree) and tree[after].pos in {"VERB", "ADJ"}:
        return _of_verb(tree, after, words, passive=_is_passive(tree, after))
    return None


def _is_instrument(tree: Tree, site: Site) -> bool:
    held = {*site.nodes, site.outer, site.outer if site.noun is None else site.noun}
    return any(tree[n].relation == "obl:agent" or tree[n].feature("Case") == "Ins" for n in held)


def _of_predicate(tree: Tree, site: Site, node: int, words: Predicates, *, steps: int) -> Told | None:
    relation, head = role_of(tree, node)
    if head is None:
        return _of_verb(tree, node, words, passive=True)
    part = words.part & {fold(form) for form in (tree[head].lemma, tree[head].text)}
    if part:
        return _of_whole(tree, head, words)
    base = relation.split(":")[0]
    if base == "nsubj":
        return _of_subject(tree, head, node, words, passive=relation == "nsubj:pass")
    if base in {"obj", "iobj"}:
        return _of_object(tree, site, head, words)
    if steps:
        return _of_oblique(tree, site, node, relation, words, steps=steps)
    return None


def _of_whole(tree: Tree, head: int, words: Predicates) -> Told | None:
    """Read "those arrested included two boys", "среди которых две женщины"."""
    for subject in tree.children(head, "nsubj"):
        told = _get(words.nouns, tree, subject, "whole")
        if told:
            return told
        for child in tree.children(subject, "acl", "amod"):
            told = _of_verb(tree, child, words, passive=True)
            if told:
                return told
    above = tree.head(head)
    return None if above is None else _of_any(tree, above, words)


def _of_any(tree: Tree, verb: int, words: Predicates) -> Told | None:
    return _of_verb(tree, verb, words, passive=True) or _get(words.nouns, tree, verb, "noun above")


def _of_subject(tree: Tree, head: int, node: int, words: Predicates, *, passive: bool) -> Told | None:
    if any(words.part & {fold(tree[c].text)} for c in tree.children(head, "case")):
        return _of_whole(tree, head, words)
    closer = [verb for verb in tree.children(head, "conj") if head < verb < node]
    for verb in _predicates(tree, closer[-1] if closer else head):
        told = _of_verb(tree, verb, words, passive=passive or _is_passive(tree, verb))
        if told:
            return told
    return None


def _of_object(tree: Tree, site: Site, head: int, words: Predicates) -> Told | None:
    for verb in _predicates(tree, head):
        told = _of_pair(tree, verb, words, without=site.noun) or _get(words.objects, tree, verb, "object")
        if told:
            return told
        for child in tree.children(verb, "xcomp", "ccomp", "advmod", "acl"):
            told = _get(words.states, tree, child, "state") or _get(words.subjects, tree, child, "made to")
            if told:
                return told
    return None


def _of_oblique(
    tree: Tree, site: Site, node: int, relation: str, words: Predicates, *, steps: int
) -> Told | None:
    """Read "deaths of 10 people", "including 10 children", "cut power to 10 homes"."""
    _, head = role_of(tree, node)
    if head is None:
        return None
    cases = {fold(tree[c].text) for c in tree.children(node, "case", "mark", "advmod") if c not in site.nodes}
    base = relation.split(":")[0]
    if cases & words.part:
        return _of_any(tree, head, words) or _of_predicate(tree, site, head, words, steps=steps - 1)
    if base == "nmod" and not cases - _OF:
        told = _get(words.nouns, tree, head, "noun of") or _of_life(tree, head, words)
        if told:
            return told
    if base == "advmod" and node in site.nodes:  # "более" hung on the verb
        return _of_any(tree, head, words)
    if base == "obl":
        told = _of_pair(tree, head, words)
        return told if told and told.measure == "affected" else None
    if (cases & words.subset or base in {"appos", "parataxis", "conj", "dep"}) and tree[
        head
    ].pos not in _VERBS:
        return _of_any(tree, head, words) or _of_predicate(tree, site, head, words, steps=steps - 1)
    return None


_OF = frozenset({"of", "о", "об"})
_VERBS = frozenset({"VERB", "AUX"})


def _of_life(tree: Tree, noun: int, words: Predicates) -> Told | None:
    """Read "claimed the lives of ten": a verb and its object are a pair."""
    relation, verb = role_of(tree, noun)
    if verb is None or relation.split(":")[0] not in {"obj", "iobj", "nsubj", "obl"}:
        return None
    lemma = fold(tree[noun].lemma)
    rows = words.pairs.get(fold(tree[verb].lemma), ())
    measure = next((measure for word, measure in rows if word == lemma), None)
    return Told(measure, verb, "pair of") if measure else None


def _of_neighbour(tree: Tree, site: Site, words: Predicates) -> Told | None:
    """Take a state or the first verb behind the number and noun, where the tree says nothing."""
    after = max((*site.nodes, *([site.noun] if site.noun is not None else ()))) + 1
    if after < len(tree) and _is_state(tree, after, words):
        return _get(words.states, tree, after, "beside")
    for node in range(after, min(after + _REACH, len(tree))):
        if tree[node].pos == "PUNCT" or tree[node].relation in {"mark", "cc"}:
            return None
        if tree[node].pos == "VERB":
            return _of_verb(tree, node, words, passive=_is_passive(tree, node))
    return None


_REACH = 6  # words behind a noun in which its verb is looked for without a parse


def _of_verb(tree: Tree, node: int, words: Predicates, *, passive: bool) -> Told | None:
    told = _of_pair(tree, node, words)
    if told is None and passive:
        told = _get(words.objects, tree, node, "passive")
    return told or _get(words.subjects, tree, node, "subject")


def _of_pair(tree: Tree, node: int, words: Predicates, *, without: int | None = None) -> Told | None:
    rows = words.pairs.get(fold(tree[node].lemma), ())
    if not rows:
        return None
    nodes = (n for n in _clause(tree, node) if n not in {node, without})
    near = {fold(form) for n in nodes for form in (tree[n].lemma, tree[n].text)}
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
        bare = tree.child(child, "case") is None
        if tree[child].pos in {"ADJ", "NOUN"} and (bare or tree[head].pos == "AUX"):
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
    return fold(tree[node].lemma) in words.states or fold(tree[node].text) in words.states


def _get(table: Mapping[str, Measure], tree: Tree, node: int, rule: str) -> Told | None:
    measure = table.get(fold(tree[node].lemma)) or table.get(fold(tree[node].text))
    return Told(measure, node, rule) if measure else None


def coordinated(tree: Tree, node: int, words: Predicates) -> Iterator[Told]:
    """Yield what predicates coordinated with `node` tell of the same subject or object."""
    for other in tree.children(node, "conj"):
        if tree.child(other, "nsubj", "obj") is None and tree[other].pos in {"VERB", "ADJ"}:
            told = _of_verb(
                tree,
                other,
                words,
                passive=_is_passive(tree, other) or tree[other].feature("VerbForm") != "Fin",
            )
            if told:
                yield told


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
