"""What holds for any pile of statements."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from said import blame, document, event, figure

from svod.model import Constraints, Party, Resolution, Statement
from svod.resolution import resolve

QUOTES = ["the crowd took the station", "станция захвачена", "the depot burned down", "склад сгорел дотла"]
PARTIES = [None, Party("the crowd", "protesters"), Party("боевики", "armed_group")]
DATES = ["2031-05-04", "2031-05-05", "2031-05-01/2031-05-09", None]
COMMON = {
    "where": st.sampled_from(["tarn", "depot", "north", ""]),
    "when": st.sampled_from(DATES),
    "document": st.sampled_from("abc"),
    "start": st.integers(0, 3).map(lambda n: n * 100),
}
EVENTS = st.builds(
    event,
    st.sampled_from(QUOTES),
    st.sampled_from(["seizure", "arson", "destruction"]),
    actor=st.sampled_from(PARTIES),
    target=st.sampled_from(PARTIES),
    **COMMON,
)
FIGURES = st.builds(figure, st.sampled_from([3, 16, 18]), **COMMON)
BLAMES = st.builds(blame, st.sampled_from(QUOTES), st.sampled_from(PARTIES[1:]), st.sampled_from("abc"))
STATEMENTS = st.lists(st.one_of(EVENTS, FIGURES, BLAMES), max_size=14)
DOCUMENTS = [document(key) for key in "abc"]


def partition(result: Resolution, without: str = "") -> set[frozenset[str]]:
    found = (c for kind in (result.events, result.figures, result.accusations) for c in kind)
    return {frozenset(c.statements) - {without} for c in found} - {frozenset()}


@given(STATEMENTS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_order_does_not_matter(statements: list[Statement], rng: random.Random) -> None:
    shuffled = rng.sample(statements, len(statements))
    assert resolve(shuffled, [], DOCUMENTS[::-1]) == resolve(statements, [], DOCUMENTS)


@given(STATEMENTS)
@settings(deadline=None, max_examples=40)
def test_every_statement_is_in_one_cluster(statements: list[Statement]) -> None:
    result = resolve(statements, [], DOCUMENTS)
    ids = [
        key
        for kind in (result.events, result.figures, result.accusations)
        for c in kind
        for key in c.statements
    ]
    assert sorted(ids) == sorted({statement.id for statement in statements})


@given(STATEMENTS)
@settings(deadline=None, max_examples=40)
def test_a_reprint_does_not_move_the_others(statements: list[Statement]) -> None:
    copies = [
        replace(s, citation=replace(s.citation, document="r"))
        for s in statements
        if s.citation.document == "a"
    ]
    documents = [*DOCUMENTS, document("r", reprint_of="a")]
    copied = {copy.id for copy in copies}
    with_reprint = resolve([*statements, *copies], [], documents)
    left = {group - copied for group in partition(with_reprint)} - {frozenset()}
    assert left == partition(resolve(statements, [], DOCUMENTS))


@given(STATEMENTS)
@settings(deadline=None, max_examples=40)
def test_a_link_that_people_cut_parts_two_and_loses_none(statements: list[Statement]) -> None:
    free = resolve(statements, [], DOCUMENTS)
    joined = next((c.statements for c in (*free.events, *free.figures) if len(c.statements) > 1), None)
    if joined is not None:
        cut = resolve(statements, [], DOCUMENTS, Constraints(cannot_link=(joined[:2],)))
        groups = partition(cut)
        assert not any(set(joined[:2]) <= group for group in groups)
        assert frozenset().union(*groups) == frozenset().union(*partition(free))
        assert resolve(statements, [], DOCUMENTS, Constraints()) == free
