"""The sieve loses no pair that the full comparison keeps. Composed statements."""

import sys

import pytest
from said import PLACES, event

from svod.resolution.blocking import candidate_pairs
from svod.resolution.profile import make_profiles
from svod.resolution.sieve import sift

link = sys.modules["svod.resolution.link"]

WORDS, SITES = ("quarry", "mill", "depot"), sorted(PLACES)


@pytest.mark.parametrize("floor", [-10.0, -2.0, 1.0])
def test_the_sieve_keeps_all_that_weigh_enough(floor: float) -> None:
    method = link.METHODS["event"]
    statements = [
        event(
            f"thing{n % 7} {WORDS[n % 3]} taken",
            when=None if n % 11 == 0 else f"2031-05-{1 + n % 28:02}",
            where=SITES[n % len(SITES)],
            start=n * 99,
        )
        for n in range(140)
    ]
    profiles = make_profiles(statements, {}, {}, frozenset())
    pairs = candidate_pairs(profiles, method.sorts)
    kept = set(sift(profiles, pairs, method.facets, method.weights, floor))
    heavy = {
        (one, other)
        for one, other in zip(*(side.tolist() for side in pairs), strict=True)
        if (found := method.levels(profiles[one], profiles[other])) and method.weights.score(found) > floor
    }
    assert heavy
    assert heavy <= kept
    assert len(kept) < len(pairs[0])
