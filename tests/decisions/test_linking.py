"""Merges and splits in any order: the last word holds. Made-up ids."""

from hypothesis import given
from hypothesis import strategies as st

from svod.decisions.application import undone_by
from svod.decisions.linking import Groups, constraints_of
from svod.model import Decision

ids = st.sampled_from("abcdef")
merges = st.frozensets(ids, min_size=2).map(lambda group: (group,))
splits = st.tuples(st.permutations("abcdef"), st.integers(1, 3), st.integers(4, 6)).map(
    lambda cut: (frozenset(cut[0][: cut[1]]), frozenset(cut[0][cut[1] : cut[2]]))
)
links = st.lists(st.one_of(merges, splits), max_size=6)


@given(links, merges)
def test_a_last_merge_leaves_no_split_inside_it(earlier: list[Groups], last: Groups) -> None:
    found = constraints_of([*earlier, last])
    assert not [pair for pair in found.cannot_link if set(pair) <= last[0]]


@given(links, splits)
def test_a_last_split_leaves_no_link_across_it(earlier: list[Groups], last: Groups) -> None:
    found = constraints_of([*earlier, last])
    assert not [pair for pair in found.must_link if set(pair) & last[0] and set(pair) & last[1]]


@given(links)
def test_no_pair_is_both_joined_and_parted(given_links: list[Groups]) -> None:
    found = constraints_of(given_links)
    assert not set(found.must_link) & set(found.cannot_link)


@given(st.lists(st.integers(1, 9), max_size=9))
def test_undoing_is_settled_from_the_end(undoes: list[int]) -> None:
    journal = [
        Decision(n, "", "", "undo" if about < n else "note", (str(about),), "", "", "")
        for n, about in enumerate(undoes, 1)
    ]
    undone = undone_by(journal)
    for decision in journal:
        standing = decision.action == "undo" and decision.sequence not in undone
        assert not standing or int(decision.about[0]) in undone
    assert all(by not in undone for by in undone.values())
