"""Roles: which words fill actor and target, through voice, relative clauses and nouns."""

from dataclasses import dataclass

from svod.extraction.events.frames import Pattern
from svod.extraction.tree import Tree

_PARTICIPLES = ("acl", "amod")
_AGAINST = frozenset({"on", "against", "upon", "at", "на", "против", "по"})
_BY = frozenset({"by", "со"})
_BETWEEN = frozenset({"between", "между"})
_OF = frozenset({"of", "among", "среди", *_BETWEEN})
_TO = frozenset({"to"})
_WITH = frozenset({"with", "с"})
_AT = frozenset({"у"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Nodes that fill the roles of an event; `None` where nobody is told."""

    actor: int | None = None
    target: int | None = None


def verb_roles(tree: Tree, node: int, pattern: Pattern, marked: int | None) -> Roles:
    """Return the roles around a verb.

    Args:
        tree: The sentence.
        node: The verb.
        pattern: `verbs` (subject acts, object suffers), `undergone` (subject
            suffers) or `acts` (subject acts, nothing need suffer).
        marked: The noun that the phrase's own preposition marks ("break into
            *the hall*"), which is then the target.
    """
    subject = find_subject(tree, node)
    if pattern == "undergone":
        return Roles(actor=_agent(tree, node), target=subject)
    if is_passive(tree, node):
        suffered = subject if marked is None or pattern == "verbs" else marked
        told = suffered if suffered is not None else marked
        return Roles(actor=_agent(tree, node), target=told if told is not None else tree.child(node, "iobj"))
    target = marked if marked is not None else _object(tree, node)
    if target is None and pattern == "verbs":
        target = _governed(tree, node)
    return Roles(actor=subject, target=target)


def noun_roles(tree: Tree, node: int, pattern: Pattern) -> Roles:
    """Return the roles around a noun that names an event.

    `of`, a bare genitive, a possessor or a compound is the target of `nouns`
    and the actor of `agent_nouns`; `by`, a bare instrumental is the actor;
    `on`, `against`, `at` mark a target.
    """
    own = _possessed(tree, node)
    by = _agent(tree, node)
    if by is None and own is not None:
        by = _agent(tree, own)  # "задержание блогера полицией": the parser hangs it lower
    on = next((n for n in tree.children(node, "nmod", "obl") if _case(tree, n) & _AGAINST), None)
    if pattern == "agent_nouns":
        return Roles(actor=by if by is not None else own, target=on)
    return Roles(actor=by, target=own if own is not None else on)


def mutual_roles(tree: Tree, node: int, roles: Roles) -> Roles:
    """Return the roles where both sides stand in one phrase: "clashes between X and Y"."""
    one = roles.actor if roles.actor is not None else roles.target
    if one is None:
        one = _between(tree, node)
    elif roles.actor is not None and roles.target is not None:
        return roles
    other = next((n for n in tree.children(node, "nmod", "obl") if _case(tree, n) & _WITH), None)
    sides = () if one is None else tree.conjuncts(one)
    if len(sides) > 1:
        return Roles(sides[0], sides[1])
    return roles if other is None or one is None else Roles(one, other)


def _between(tree: Tree, node: int) -> int | None:
    """The sides that the verb of a subject keeps ("clashes erupted between X and Y")."""
    head = tree.head(node)
    if head is None or not tree.is_a(node, "nsubj"):
        return None
    return next((n for n in tree.children(head, "obl", "obj", "nmod") if _case(tree, n) & _BETWEEN), None)


def adjective_roles(tree: Tree, node: int) -> Roles:
    """Return the noun that an adjective belongs to as its target."""
    head = tree.head(node)
    if tree[node].relation == "amod":
        return Roles(target=head)
    return Roles(target=find_subject(tree, node))


def find_subject(tree: Tree, node: int, depth: int = 0) -> int | None:
    """Return the subject of a predicate, also where it stands elsewhere.

    A coordinated verb shares the subject of the first; an infinitive takes
    its governor's; a participle belongs to the noun that it modifies.
    """
    own = tree.child(node, "nsubj", "nsubj:pass", "csubj")
    head = tree.head(node)
    if own is not None or head is None or depth > 6:
        return own
    relation = tree[node].relation
    if relation in _PARTICIPLES and tree[node].feature("VerbForm") != "Inf":
        return head
    if relation == "conj" and tree[head].pos in {"VERB", "AUX", "ADJ", "NOUN"}:
        return find_subject(tree, head, depth + 1)
    if relation in {"xcomp", "advcl", "ccomp"} and not _has_mark_that(tree, node):
        return find_subject(tree, head, depth + 1)
    return None


def find_receiver(tree: Tree, node: int) -> int | None:
    """Return to whom something is given: "delivered blankets *to the evacuees*"."""
    if (given := tree.child(node, "iobj")) is not None:
        return given
    for child in tree.children(node, "obl"):
        case = _case(tree, child)
        if case & _TO or (not case and tree[child].feature("Case") == "Dat"):
            return child
    return None


def _object(tree: Tree, node: int) -> int | None:
    """Return what a verb is done to: its object, else its receiver. Beside an infinitive the receiver is told to
    do something, and an object is the infinitive's ("поручил *правительству* создать фонд").
    """
    thing, receiver = tree.child(node, "obj"), tree.child(node, "iobj")
    told = receiver is not None and tree.child(node, "xcomp") is not None
    return receiver if thing is None or told else thing


def find_affected(tree: Tree, node: int) -> int | None:
    """Return whose body or thing is told of: "сломали *ему* руку", "*у двоих* сломаны рёбра"."""
    given = tree.child(node, "iobj")
    at = (n for n in tree.children(node, "obl", "nmod", "nummod") if _case(tree, n) & _AT)
    return given if given is not None else next(at, None)


def is_passive(tree: Tree, node: int) -> bool:
    """Tell whether a verb's subject suffers what it names."""
    token = tree[node]
    if tree.child(node, "nsubj:pass", "aux:pass") is not None:
        return True
    if token.feature("Voice") == "Pass":
        return True
    participle = token.feature("VerbForm") == "Part" and token.feature("Tense") == "Past"
    if participle and token.feature("Voice") == "" and token.relation in _PARTICIPLES:
        return True
    head = tree.head(node)
    shared = token.relation == "conj" and head is not None and tree.child(node, "nsubj", "obj", "aux") is None
    return shared and participle and head is not None and is_passive(tree, head)


def _agent(tree: Tree, node: int) -> int | None:
    for child in tree.children(node, "obl", "nmod"):
        if tree[child].relation == "obl:agent" or _case(tree, child) & _BY:
            return child
    for child in tree.children(node, "obl", "nmod"):
        if tree[child].feature("Case") == "Ins" and not _case(tree, child):
            return child
    return None


def _possessed(tree: Tree, node: int) -> int | None:
    for child in tree.children(node, "nmod"):
        case = _case(tree, child)
        if tree[child].relation == "nmod:poss" or case & _OF:
            return child
        if not case and tree[child].feature("Case") == "Gen":
            return child
    return tree.child(node, "compound", "nmod:poss")


def _governed(tree: Tree, node: int) -> int | None:
    """A bare oblique that Russian verbs govern in place of an object ("руководить отрядом").

    A genitive that the parser takes for an attribute of the verb is one as well.
    """
    bare = (n for n in tree.children(node, "obl", "nmod") if not _case(tree, n))
    return next((n for n in bare if tree[n].feature("Case") in {"Dat", "Gen"}), None)


def _case(tree: Tree, node: int) -> frozenset[str]:
    return frozenset(tree[n].lemma for n in tree.children(node, "case"))


def _has_mark_that(tree: Tree, node: int) -> bool:
    finite = tree[node].feature("VerbForm") == "Fin"
    return finite and tree.child(node, "mark") is not None
