"""Blocking: which pairs of profiles are compared at all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from svod.resolution.profile import Profile

Criterion = Callable[[Profile], Iterable[str]]
Indices = NDArray[np.int64]
Pairs = tuple[Indices, Indices]
"""Two profiles a pair, the lesser in the first array."""

# A block of at most this many profiles is compared in full; a larger one is parted by the next criterion.
# 80 keeps 98 in 100 pairs of annotated news (`evals.linkage`) and 10^4 statements of one crisis under half a minute.
_FULL_BLOCK = 80
# In a block that nothing parts further, each profile meets this many neighbours in order of day and place.
_WINDOW = 12
# A stretch of more days than this is filed under no day of its own.
_LONGEST_STRETCH = 10


def candidate_pairs(profiles: Sequence[Profile], sorts: Callable[[Profile], Iterable[str]]) -> Pairs:
    """Return the pairs of indices of profiles worth comparing, sorted.

    Profiles meet inside their sort. A sort too large to compare in full is
    parted three ways: by place, then day, then word; by day, then place, then
    word; and by word, then place, then day. Two profiles meet if any way
    brings them together, so that a missing date or place, or other words, do
    not keep one event apart. A place is filed under itself and all that hold
    it, below the country.

    Args:
        profiles: In a fixed order.
        sorts: What a profile may share with others of its event at all, such
            as its type; several if types are akin.
    """
    found = [
        _joined(_codes(profiles, members, way))
        for members in _parted(profiles, range(len(profiles)), sorts)
        for way in (_WAYS if len(members) > _FULL_BLOCK else _WAYS[:1])
    ]
    codes = _joined(found)
    return codes // len(profiles), codes % len(profiles)


def _joined(codes: Iterable[Indices]) -> Indices:
    """Return codes of pairs sorted, each once."""
    return np.unique(np.concatenate([np.zeros(0, np.int64), *codes]))


def _codes(profiles: Sequence[Profile], members: list[int], way: Sequence[Criterion]) -> Iterator[Indices]:
    """Yield pairs as one number each, which sorts like the pair and takes little room."""
    if len(members) <= _FULL_BLOCK:
        firsts, seconds = _all_of(len(members))
        block = np.array(members)
        yield block[firsts] * len(profiles) + block[seconds]
    elif way:
        for part in _parted(profiles, members, way[0]):
            yield from _codes(profiles, part, way[1:])
    else:
        yield _neighbours(profiles, members)


@cache
def _all_of(size: int) -> Pairs:
    return np.triu_indices(size, 1)


def _parted(profiles: Sequence[Profile], members: Iterable[int], criterion: Criterion) -> list[list[int]]:
    parts: dict[str, list[int]] = defaultdict(list)
    for member in members:
        for key in dict.fromkeys(criterion(profiles[member])):
            parts[key].append(member)
    return [part for part in parts.values() if len(part) > 1]


def _neighbours(profiles: Sequence[Profile], members: list[int]) -> Indices:
    order = np.array(sorted(members, key=lambda m: (profiles[m].first, _place_id(profiles[m]), m)))
    pairs = [(order[:-gap], order[gap:]) for gap in range(1, _WINDOW + 1)]
    return np.concatenate([np.minimum(*p) * len(profiles) + np.maximum(*p) for p in pairs])


def _place_id(profile: Profile) -> str:
    return profile.where.id if profile.where else ""


def _places(profile: Profile) -> Iterable[str]:
    place = profile.where
    if place is None:
        return ("",)
    return (place.id, *place.within[:-1]) if place.within else (place.id,)


def _days(profile: Profile) -> Iterable[str]:
    if not profile.dated or profile.last - profile.first > _LONGEST_STRETCH:
        return ("open",)
    return [str(day) for day in range(profile.first, profile.last + 2)]


def _words(profile: Profile) -> Iterable[str]:
    return profile.keys


_WAYS: tuple[tuple[Criterion, ...], ...] = (
    (_places, _days, _words),
    (_days, _places, _words),
    (_words, _places, _days),
)
