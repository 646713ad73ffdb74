"""Average-link clustering over the pairs that were scored."""

import heapq
from collections.abc import Iterable, Mapping

from svod.resolution.weights import Weights

Edge = tuple[int, int]
"""Two nodes, the lesser first."""


def cluster(
    size: int,
    scores: Mapping[Edge, float],
    weights: Weights,
    must: Iterable[Edge] = (),
    cannot: Iterable[Edge] = (),
) -> tuple[tuple[int, ...], ...]:
    """Join nodes 0 … `size` - 1 into clusters, the best pair of clusters first.

    The score of two clusters is the mean over all pairs of their nodes; a pair
    that was never scored counts as `absent`. Clusters join while the best
    score is `threshold` or more. Of equal scores the pair with the least nodes
    wins, so the result depends on the numbering alone. Only pairs that share a
    scored pair are looked at: memory and time grow with `scores`, not with the
    square of the nodes.

    Args:
        size: How many nodes.
        scores: Score of each pair that was compared, in bits.
        weights: Score of every other pair, and least mean that joins.
        must: Pairs that are joined first.
        cannot: Pairs that never share a cluster, not even by `must`.

    Returns:
        The clusters in order of their least node; each node in exactly one.

    Source:
        UPGMA of Sokal & Michener (1958); research on why not connected
        components: one false link there ties two events together.
    """
    forest = _Forest(size, scores, weights.absent)
    for one, other in cannot:
        forest.forbid(one, other)
    for one, other in sorted(must):
        forest.join_nodes(one, other)
    forest.agglomerate(weights.threshold)
    return forest.clusters()


class _Forest:
    """Clusters being joined; a cluster is named by its least node."""

    def __init__(self, size: int, scores: Mapping[Edge, float], absent: float) -> None:
        self.absent = absent
        self.members = {node: [node] for node in range(size)}
        self.home = list(range(size))
        self.links: list[dict[int, tuple[float, int]]] = [{} for _ in range(size)]
        self.enemies: list[set[int]] = [set() for _ in range(size)]
        for (one, other), score in scores.items():
            self.links[one][other] = self.links[other][one] = (score, 1)

    def forbid(self, one: int, other: int) -> None:
        self.enemies[one].add(other)
        self.enemies[other].add(one)

    def join_nodes(self, one: int, other: int) -> None:
        one, other = sorted((self.home[one], self.home[other]))
        if one != other and other not in self.enemies[one]:
            self.join(one, other)

    def agglomerate(self, threshold: float) -> None:
        heap = [
            (-self.mean(one, other), one, other)
            for one in self.members
            for other in self.links[one]
            if one < other
        ]
        heapq.heapify(heap)
        while heap:
            score, one, other = heapq.heappop(heap)
            if -score < threshold:
                return
            if self.is_current(one, other, -score):
                self.join(one, other)
                for near in self.links[one]:
                    low, high = (one, near) if one < near else (near, one)
                    heapq.heappush(heap, (-self.mean(low, high), low, high))

    def is_current(self, one: int, other: int, score: float) -> bool:
        alive = one in self.members and other in self.members
        return alive and other not in self.enemies[one] and self.mean(one, other) == score

    def mean(self, one: int, other: int) -> float:
        total, count = self.links[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return (total + (pairs - count) * self.absent) / pairs

    def join(self, one: int, other: int) -> None:
        for node in self.members[other]:
            self.home[node] = one
        self.members[one] += self.members.pop(other)
        self._move_links(one, other)
        for enemy in self.enemies[other]:
            self.enemies[enemy].discard(other)
            self.forbid(one, enemy)

    def _move_links(self, one: int, other: int) -> None:
        self.links[one].pop(other, None)
        for near, (total, count) in self.links[other].items():
            if near != one:
                had, had_count = self.links[one].get(near, (0.0, 0))
                self.links[near].pop(other)
                self.links[one][near] = self.links[near][one] = (had + total, had_count + count)
        self.links[other] = {}

    def clusters(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(sorted(self.members[name])) for name in sorted(self.members))
