"""Assertion: does a noun tell of one particular event, or only name a topic?"""

from collections.abc import Mapping
from dataclasses import dataclass

from svod.extraction.events.frames import Support
from svod.extraction.events.roles import Roles, find_subject, is_passive
from svod.extraction.lexicon import Phrase, companions
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree


@dataclass(frozen=True, slots=True)
class Asserted:
    """Why a noun counts as a statement.

    Attributes:
        why: The evidence, for people to read.
        clause: Predicate that the assertion comes from; the noun if itself.
        roles: Roles that the evidence adds.
    """

    why: str
    clause: int
    roles: Roles = Roles()


def asserted_by_verb(tree: Tree, node: int, support: Support) -> Asserted | None:
    """Return the assertion that a support verb lends to the noun `node`, if one does."""
    head = tree.head(node)
    if tree[node].relation == "conj" and head is not None:
        node, head = head, tree.head(head)
    if head is None or tree[head].pos not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return None
    subject = tree.is_a(node, "nsubj")
    obj = tree.is_a(node, "obj", "nsubj:pass", "obl", "xcomp", "nmod")
    if subject and _matches(tree, head, support.occurs):
        return Asserted(f'"{tree[head].lemma}"', head)
    if tree.is_a(node, "nsubj", "obj", "obl") and tree.child(head, "expl") is not None:
        return Asserted("existential", head)
    passive = is_passive(tree, head)
    held = passive if subject else obj
    if held and _matches(tree, head, support.held):
        actor = None if passive else find_subject(tree, head)
        return Asserted(f'"{tree[head].lemma}"', head, Roles(actor=actor))
    if obj and _matches(tree, head, support.undergone):
        return Asserted(f'"{tree[head].lemma}"', head, Roles(target=find_subject(tree, head)))
    if obj and _matches(tree, head, support.caused):
        return Asserted(f'"{tree[head].lemma}"', head)
    return None


def asserted_by_detail(reading: Reading, sentence: int, node: int, roles: Roles) -> Asserted | None:
    """Return the assertion that the noun carries in its own phrase, if it does.

    Its own party, time, place or number makes "the storming of the town hall
    on Friday" one particular event; a headline or a verbless sentence asserts
    its root.
    """
    tree = reading.trees[sentence]
    if roles.actor is not None or roles.target is not None:
        return Asserted("own party", node)
    span = tree.span(node, ("acl:relcl", "appos", "parataxis", "conj"))
    notes = reading.annotation
    if any(span.contains(m.span) and m.value for m in notes.times):
        return Asserted("own time", node)
    if any(span.contains(m.span) and not m.adjective for m in notes.places):
        return Asserted("own place", node)
    if any(span.contains(m.span) for m in notes.numbers):
        return Asserted("own number", node)
    if tree.head(node) is None:
        return Asserted("verbless sentence", node)
    return None


def _matches(tree: Tree, head: int, verbs: Mapping[str, tuple[Phrase, ...]]) -> bool:
    phrases = verbs.get(tree[head].lemma, ())
    return any(companions(tree, head, phrase) is not None for phrase in phrases)
