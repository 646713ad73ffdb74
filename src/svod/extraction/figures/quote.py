"""Quotes: the smallest clause that carries a figure."""

from svod.extraction.figures.site import Site, role_of
from svod.extraction.tree import CLAUSES, Tree
from svod.model import Span, cover

_CUT = frozenset({"conj", "parataxis", "discourse", "cc", "punct", "mark", *CLAUSES})


def quote_of(tree: Tree, site: Site, told: int | None) -> Span:
    """Return the words from the first to the last that belong to a figure.

    Args:
        tree: Its sentence.
        site: Where the number stands.
        told: The word that gives the measure, or `None` if there is none.

    Returns:
        The clause of that word if the number stands in it, else the number's
        own phrase; without coordinated and subordinate clauses.
    """
    phrase = cover(site.number.span, tree.span(site.outer, _CUT | {"appos"}))
    if told is None:
        told = _predicate(tree, site)
    if told is None or told in site.nodes or told == site.noun:
        return phrase
    clause = tree.clause(told)
    if tree[told].relation in {"acl", "acl:relcl", "amod"} and site.outer in tree.ancestors(told):
        return cover(phrase, tree.span(told, _CUT))
    below = set(tree.subtree(clause, _CUT))
    if site.outer in below or site.outer == clause:
        return cover(phrase, tree.span(clause, _CUT))
    return cover(phrase, tree[told].span) if abs(told - site.outer) <= _NEAR else phrase


def _predicate(tree: Tree, site: Site) -> int | None:
    """Return the verb that a number with nothing told of it is subject, object or value of."""
    relation, head = role_of(tree, site.outer)
    core = {"nsubj", "nsubj:pass", "obj", "xcomp"} | ({"obl"} if site.number.unit else set())
    if head is None or relation not in core or tree[head].pos != "VERB":
        return None
    span = tree.span(head, _CUT)
    return head if span.end - span.start <= _LONGEST else None


_LONGEST = 160  # code points of a clause that is still a quote for one value
_NEAR = 6  # words between a number and its predicate over which a quote may reach
