"""Assertion: does a noun tell of one particular event, or only name a topic?"""

from collections.abc import Mapping
from dataclasses import dataclass

from svod.extraction.events.frames import Support
from svod.extraction.events.roles import Roles, find_subject, is_passive
from svod.extraction.lexicon import Phrase, companions
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree

_NO_ROLES = Roles()


@dataclass(frozen=True, slots=True)
class Asserted:
    """Why a noun counts as a statement.

    Attributes:
        why: Kind of the evidence; empty if there is none.
        clause: Predicate that the assertion comes from; the noun if itself.
        roles: Roles that the evidence adds.
        by: Word that lends the assertion, or an empty string.
    """

    why: str
    clause: int = 0
    roles: Roles = _NO_ROLES
    by: str = ""


NOTHING = Asserted("")
"""What a verb needs: it asserts itself."""


def asserted_by_verb(tree: Tree, node: int, support: Support) -> Asserted | None:
    """Return the assertion that a support verb lends to the noun `node`, if one does."""
    head = tree.head(node)
    if tree.child(node, "expl") is not None:
        return Asserted("exists", node, by=tree[node].lemma)
    if tree[node].relation == "conj" and head is not None:
        node, head = head, tree.head(head)
    if head is None or tree[head].pos not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return None
    if tree.is_a(node, "nsubj", "obj", "obl") and tree.child(head, "expl") is not None:
        return Asserted("exists", head, by=tree[head].lemma)
    return _lent(tree, node, head, support)


def _lent(tree: Tree, node: int, head: int, support: Support) -> Asserted | None:
    """What the verb itself lends: that the noun occurs, is held, undergone or caused."""
    subject, passive, lemma = tree.is_a(node, "nsubj"), is_passive(tree, head), tree[head].lemma
    below = tree.is_a(node, "obj", "nsubj:pass", "obl", "xcomp", "nmod")
    doer, sufferer = (None if passive else find_subject(tree, head)), find_subject(tree, head)
    kinds = (
        ("occurs", subject, support.occurs, Roles()),
        ("held", passive if subject else below, support.held, Roles(actor=doer)),
        ("undergone", below, support.undergone, Roles(target=sufferer)),
        ("caused", below, support.caused, Roles()),
    )
    found = (
        Asserted(why, head, roles, lemma)
        for why, fits, verbs, roles in kinds
        if fits and _matches(tree, head, verbs)
    )
    return next(found, None)


def asserted_by_detail(reading: Reading, sentence: int, node: int, roles: Roles) -> Asserted:
    """Return the assertion that the noun carries in its own phrase, if it does.

    Its own party, time, place or number makes "the storming of the town hall
    on Friday" one particular event; a headline or a verbless sentence asserts
    its root.
    """
    tree, notes = reading.trees[sentence], reading.annotation
    span = tree.span(node, ("acl:relcl", "appos", "parataxis", "conj"))
    evidence = {
        "own time": any(span.contains(m.span) and m.value for m in notes.times),
        "own place": any(span.contains(m.span) and not m.adjective for m in notes.places),
        "own number": any(span.contains(m.span) for m in notes.numbers),
        "own party": roles.actor is not None or roles.target is not None,
        "own circumstance": any(
            tree.child(n, "case") is not None for n in tree.children(node, "nmod", "obl")
        ),
        "something new": any(tree[n].feature("Definite") == "Ind" for n in tree.children(node, "det")),
        "verbless": tree.head(node) is None,
    }
    return next((Asserted(why, node) for why, holds in evidence.items() if holds), Asserted("", node))


def _matches(tree: Tree, head: int, verbs: Mapping[str, tuple[Phrase, ...]]) -> bool:
    phrases = verbs.get(tree[head].lemma, ())
    return any(companions(tree, head, phrase) is not None for phrase in phrases)
