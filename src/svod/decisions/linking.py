"""From merges and splits, in order, to the constraints that resolution keeps."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

from svod.model import Constraints

Groups = tuple[frozenset[str], ...]
"""What one decision says: one group is one thing; two groups are two."""


def constraints_of(links: Iterable[Groups]) -> Constraints:
    """Return the constraints of merges (one group) and splits (two), given in order.

    Each holds against all before it: a merge lifts earlier splits inside its
    group; a split parts earlier groups that lie on both its sides.
    """
    together: list[frozenset[str]] = []
    apart: set[tuple[str, str]] = set()
    for groups in links:
        if len(groups) > 1:
            together = [part for group in together for part in _parted(group, groups)]
            apart |= {_pair(one, other) for one, other in product(*groups)}
        apart = {pair for pair in apart if not any(set(pair) <= group for group in groups)}
        together += groups
    must = {_pair(*edge) for group in together for edge in pairwise(sorted(group))}
    return Constraints(tuple(sorted(must)), tuple(sorted(apart)))


def holds(groups: Groups, clusters: dict[str, int]) -> bool:
    """Tell whether a merge or split shows in clusters (statement id → number of its cluster)."""
    homes = [{clusters[s] for s in group if s in clusters} for group in groups]
    if len(groups) == 1:
        return len(homes[0]) <= 1
    return homes[0].isdisjoint(homes[1])


def _parted(group: frozenset[str], sides: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return what a split leaves of an earlier group: what was taken out, and the rest."""
    out, rest = sides
    if not (group & out and group & rest):
        return [group]
    return [part for part in (group & out, group - out) if len(part) > 1]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
