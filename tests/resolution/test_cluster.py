"""Average-link clustering against a slow and sure computation of the same."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from svod.resolution.cluster import cluster
from svod.resolution.weights import Weights

WEIGHTS = Weights(prior=0.0, absent=-4.0, threshold=0.5, levels={})


def slow(size: int, scores: dict) -> tuple:
    groups = [(node,) for node in range(size)]
    while True:
        best = max(
            ((_mean(a, b, scores), -a[0], -b[0], a, b) for a, b in combinations(groups, 2)), default=None
        )
        if best is None or best[0] < WEIGHTS.threshold:
            return tuple(groups)
        one, other = best[3:]
        groups = sorted([*(g for g in groups if g not in (one, other)), tuple(sorted(one + other))])


def _mean(one: tuple, other: tuple, scores: dict) -> float:
    pairs = [(min(a, b), max(a, b)) for a in one for b in other]
    return sum(scores.get(pair, WEIGHTS.absent) for pair in pairs) / len(pairs)


EDGES = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda e: e[0] < e[1]),
    st.integers(-16, 24).map(lambda n: n / 4),
)


@given(EDGES)
def test_it_agrees_with_the_slow_computation(scores: dict) -> None:
    assert cluster(7, scores, WEIGHTS) == slow(7, scores)


def test_one_strong_link_does_not_tie_two_groups() -> None:
    scores = {(0, 1): 5.0, (2, 3): 5.0, (1, 2): 4.0}
    assert cluster(4, scores, WEIGHTS) == ((0, 1), (2, 3))


def test_cannot_wins_over_must() -> None:
    assert cluster(2, {(0, 1): 9.0}, WEIGHTS, must=[(0, 1)], cannot=[(0, 1)]) == ((0,), (1,))


def test_cannot_holds_through_others() -> None:
    scores = {(0, 1): 5.0, (1, 2): 9.0, (0, 2): 5.0}
    assert cluster(3, scores, WEIGHTS, cannot=[(0, 2)]) == ((0,), (1, 2))
