"""Resolution by itself, on the annotators' own statements where the development sets stand beside the checkout."""

import pytest
from evals.gate import DEV
from evals.linkage import Member, across_languages, blocking_recall, cubes, gold_members

here = pytest.mark.skipif(not DEV.is_dir(), reason="the development sets are not here")


def members(*rows: str) -> list[Member]:
    return [Member(*row.split()) for row in rows]


def test_clusters_that_agree_are_perfect() -> None:
    found = cubes(members("en a 1", "en a 1", "ru b 2"))
    assert (found.precision, found.recall, found.f1) == (1.0, 1.0, 1.0)


def test_a_cluster_torn_in_two_costs_recall_and_two_in_one_precision() -> None:
    torn, joined = cubes(members("en a 1", "en a 2")), cubes(members("en a 1", "en b 1"))
    assert (torn.precision, torn.recall) == (1.0, 0.5)
    assert (joined.precision, joined.recall) == (0.5, 1.0)


def test_pairs_across_languages_are_counted_apart() -> None:
    pairs = across_languages(members("en a 1", "en a 1", "ru a 1", "ru b 1"))
    assert (pairs.gold, pairs.found, pairs.both) == (2, 4, 2)


@pytest.mark.dev
@here
def test_what_annotators_hold_for_one_thing_is_one() -> None:
    assert cubes(gold_members(DEV / "seeds")).f1 >= 0.85


@pytest.mark.dev
@here
@pytest.mark.parametrize("name", ["seeds", "more", "train"])
def test_blocking_proposes_the_pairs_of_the_gold(name: str) -> None:
    kept, total = blocking_recall(DEV / name)
    assert kept >= 0.98 * total
