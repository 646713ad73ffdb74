"""Parts that claims share: complements, their words, and who stands behind them."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from svod.extraction.parties import find_party
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import CLAUSES, Tree
from svod.model import Claim, Party, Span, cover

_LOOSE = frozenset({"punct", "parataxis", "discourse", "cc", "conj", "appos"})
_COMPLEMENTS = ("ccomp", "xcomp", "obj", "obl", "acl", "advcl", "nmod")


def complements(tree: Tree, node: int, used: Collection[int] = ()) -> tuple[int, ...]:
    """Return the nodes that say what is wanted, promised or blamed, one a conjunct.

    The best kind of complement is taken (a clause before a noun), and what is
    coordinated with it. Words that the trigger itself uses up are passed over.
    """
    for relation in _COMPLEMENTS:
        for child in tree.children(node, relation):
            if child in used or _is_empty(tree, child, used):
                continue
            return tree.conjuncts(child)
    return ()


def _is_empty(tree: Tree, node: int, used: Collection[int]) -> bool:
    """A complement that only names a time, or whose head stands before the verb it belongs to."""
    return tree[node].pos in {"PUNCT", "ADV"} or (node in used)


def words_of(reading: Reading, tree: Tree, node: int) -> str:
    """Return the words of a complement without its conjuncts."""
    return tree.span(node, _LOOSE).of(reading.annotation.document.text)


def span_of(tree: Tree, node: int) -> Span:
    """Return the span of a complement without its conjuncts."""
    return tree.span(node, _LOOSE)


def clause_span(tree: Tree, node: int, *parts: int) -> Span:
    """Return the clause of `node` with the given parts, without coordinated clauses."""
    clause = tree.span(node, _LOOSE | (set(CLAUSES) - {"ccomp", "acl", "advcl"}))
    return cover(clause, *(tree.span(part, _LOOSE) for part in parts))


def party_or_none(reading: Reading, sentence: int, node: int | None) -> Party | None:
    """Return the party headed by `node`, or `None` if there is none."""
    return None if node is None else find_party(reading, sentence, node)


def distinct(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield findings whose quotes do not hold one another, the first one found winning."""
    kept: list[tuple[Span, str]] = []
    for finding in findings:
        key = (finding.quote, _content(finding.claim))
        if any(_doubles(key, other) for other in kept):
            continue
        kept.append(key)
        yield finding


def _doubles(one: tuple[Span, str], other: tuple[Span, str]) -> bool:
    same = one[0].overlaps(other[0]) and (one[0].contains(other[0]) or other[0].contains(one[0]))
    return same and (one[1] in other[1] or other[1] in one[1])


def _content(claim: Claim) -> str:
    return str(getattr(claim, "content", ""))


def with_group(party: Party | None, group_if_unknown: str) -> Party | None:
    """Return the party with a class where its words give none."""
    if party is None or party.group != "unknown" or group_if_unknown not in {"protesters", "authorities"}:
        return party
    return replace(party, group="protesters" if group_if_unknown == "protesters" else "authorities")
