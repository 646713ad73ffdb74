"""Quotes: the smallest clause that carries an event."""

from svod.extraction.events.roles import Roles
from svod.extraction.reading import Reading
from svod.extraction.tree import CLAUSES, Tree
from svod.model import Span, cover

_CUT = frozenset({"conj", "parataxis", "discourse", "cc", "punct", "mark", *CLAUSES})
"""Branches that carry statements of their own, or none."""


def quote_of(reading: Reading, sentence: int, node: int, clause: int, roles: Roles) -> Span:
    """Return the words from the first to the last that belong to the event.

    The clause of its verb, or the noun's own phrase where the noun asserts
    itself; with the noun that a participle or relative clause belongs to, and
    without coordinated and subordinate clauses. Parties that stand in another
    clause (a shared subject) stay outside.
    """
    tree = reading.trees[sentence]
    spans = [tree.span(clause, _CUT), tree[node].span]
    head = tree.head(clause)
    if head is not None and tree[clause].relation in {"acl", "acl:relcl", "amod"}:
        spans.append(tree.span(head, _CUT | {"nmod", "appos"}))
    spans += [_phrase(tree, role) for role in (roles.actor, roles.target) if _belongs(tree, clause, role)]
    return cover(*spans)


def _phrase(tree: Tree, node: int | None) -> Span:
    return tree.span(node or 0, _CUT - {"conj", "cc"})


def _belongs(tree: Tree, clause: int, role: int | None) -> bool:
    return role is not None and clause in {role, *tree.ancestors(role)}
