"""The sieve before the scale: which pairs cannot weigh enough, told by what few values tell."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from svod.resolution.blocking import Indices, Pairs
from svod.resolution.profile import Profile
from svod.resolution.weights import Weights

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Facet:
    """A comparison that depends on one small value of each profile.

    Attributes:
        value: The value; profiles of one value compare alike.
        level: The level of two profiles.
    """

    value: Callable[[Profile], Hashable]
    level: Callable[[Profile, Profile], str]


def sift(
    profiles: Sequence[Profile],
    pairs: Pairs,
    facets: Mapping[str, Facet],
    weights: Weights,
    floor: float,
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may weigh more than `floor`, in their order.

    What the facets weigh is added up for many pairs at once, each pair of
    values being compared but once; all other comparisons are taken at their
    best. So nothing is lost that the full comparison would keep.
    """
    best = weights.best(facets)
    scales = [_Scale(profiles, facet, weights.levels[name]) for name, facet in facets.items()]
    for start in range(0, len(pairs[0]), _CHUNK):
        ones, others = (side[start : start + _CHUNK] for side in pairs)
        at_best = best + sum(scale.weigh(ones, others) for scale in scales)
        kept = at_best > floor
        yield from zip(ones[kept].tolist(), others[kept].tolist(), strict=True)


class _Scale:
    """Weighs one facet of many pairs."""

    def __init__(self, profiles: Sequence[Profile], facet: Facet, levels: Mapping[str, float]) -> None:
        numbers: dict[Hashable, int] = {}
        codes = [numbers.setdefault(facet.value(profile), len(numbers)) for profile in profiles]
        self._codes = np.array(codes, np.int64)
        self._examples = dict(zip(reversed(codes), reversed(profiles), strict=True))
        self._facet, self._levels = facet, levels

    def weigh(self, ones: Indices, others: Indices) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        size = len(self._examples)
        pairs, back = np.unique(self._codes[ones] * size + self._codes[others], return_inverse=True)
        found = [self._weight(*divmod(pair, size)) for pair in pairs.tolist()]
        return np.array(found)[back]

    def _weight(self, one: int, other: int) -> float:
        return self._levels[self._facet.level(self._examples[one], self._examples[other])]
