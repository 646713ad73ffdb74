import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import tree

from svod.extraction.tree import CLAUSES, Tree
from svod.model import Sentence, Span, Token, cover

# "Police , who slept , were beaten and robbed by masked men ."
BEATEN = tree(
    "Police NOUN 6 nsubj:pass",
    ", PUNCT 3 punct",
    "who PRON 3 nsubj",
    "slept VERB 0 acl:relcl",
    ", PUNCT 0 punct",
    "were AUX 6 aux:pass",
    "beaten VERB 6 root",
    "and CCONJ 8 cc",
    "robbed VERB 6 conj",
    "by ADP 11 case",
    "masked ADJ 11 amod",
    "men NOUN 8 obl:agent",
    ". PUNCT 6 punct",
)
TEXT = "Police , who slept , were beaten and robbed by masked men ."


def test_children_stand_in_text_order() -> None:
    assert BEATEN.children(6) == (0, 5, 8, 12)
    assert BEATEN.children(11) == (9, 10)
    assert BEATEN.children(12) == ()


def test_a_relation_asks_for_its_subtypes_too() -> None:
    assert BEATEN.children(6, "nsubj") == (0,)
    assert BEATEN.children(8, "obl") == (11,)
    assert BEATEN.children(6, "nsubj:pass") == (0,)
    assert BEATEN.children(3, "nsubj:pass") == ()


def test_a_child_is_the_first_or_none() -> None:
    assert BEATEN.child(0, "punct") == 4
    assert BEATEN.child(0, "obj") is None


def test_a_root_has_no_head() -> None:
    assert BEATEN.head(6) is None
    assert BEATEN.head(3) == 0
    assert tuple(BEATEN.ancestors(10)) == (11, 8, 6)
    assert tuple(BEATEN.ancestors(6)) == ()


def test_a_subtree_can_leave_branches_out() -> None:
    assert BEATEN.subtree(0) == (0, 1, 2, 3, 4)
    assert BEATEN.subtree(0, {"acl:relcl", "punct"}) == (0,)
    assert BEATEN.subtree(8, {"cc"}) == (8, 9, 10, 11)


def test_a_span_has_no_punctuation_at_its_edges() -> None:
    assert BEATEN.span(0).of(TEXT) == "Police , who slept"
    assert BEATEN.span(6).of(TEXT) == TEXT.removesuffix(" .")
    assert BEATEN.span(8, {"cc"}).of(TEXT) == "robbed by masked men"
    assert BEATEN.span(12).of(TEXT) == "."


def test_conjuncts_begin_with_the_node_itself() -> None:
    assert BEATEN.conjuncts(6) == (6, 8)
    assert BEATEN.conjuncts(8) == (8,)


def test_the_nodes_and_the_top_of_a_stretch() -> None:
    masked_men = cover(BEATEN[10].span, BEATEN[11].span)
    assert BEATEN.at(masked_men) == (10, 11)
    assert BEATEN.top(masked_men) == 11
    assert BEATEN.top(Span(900, 901)) is None
    assert BEATEN.at(Span(1, 3)) == ()


@pytest.mark.parametrize(("node", "clause"), [(2, 3), (3, 3), (0, 6), (11, 8), (6, 6), (12, 6)])
def test_a_clause_is_named_by_its_predicate(node: int, clause: int) -> None:
    assert BEATEN.clause(node) == clause


def test_a_nominal_clause_is_a_clause() -> None:
    said = tree("He PRON 1 nsubj", "said VERB 1 root", "it PRON 4 nsubj", "was AUX 4 cop", "dark ADJ 1 ccomp")
    assert said.clause(2) == 4
    assert said.clause(0) == 1


def test_a_tree_knows_its_length_and_words() -> None:
    assert len(BEATEN) == 13
    assert BEATEN[11].text == "men"


@st.composite
def random_trees(draw: st.DrawFn) -> Tree:
    """Trees over one to twelve words, each but the root hanging on an earlier or later word."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, node in enumerate(order):
        heads[node] = order[draw(st.integers(0, place - 1))] if place else node
    relations = st.sampled_from(["nsubj", "obj", "conj", "punct", "acl:relcl", "obl:agent", *sorted(CLAUSES)])
    kinds = st.sampled_from(["NOUN", "VERB", "PUNCT", "ADJ"])
    tokens = tuple(
        Token(Span(3 * n, 3 * n + 2), "ab", "ab", draw(kinds), "", head, draw(relations))
        for n, head in enumerate(heads)
    )
    return Tree(Sentence(Span(0, 3 * size - 1), tokens, parsed=True))


@given(random_trees())
def test_the_subtree_of_the_root_is_everything(random: Tree) -> None:
    [root] = [node for node in range(len(random)) if random.head(node) is None]
    assert random.subtree(root) == tuple(range(len(random)))


@given(random_trees())
def test_every_word_but_the_root_is_the_child_of_one(random: Tree) -> None:
    children = [child for node in range(len(random)) for child in random.children(node)]
    assert sorted(children) == [node for node in range(len(random)) if random.head(node) is not None]


@given(random_trees(), st.sets(st.sampled_from(["conj", "punct", "acl:relcl"])))
def test_a_span_holds_its_node_unless_it_is_punctuation(random: Tree, without: set[str]) -> None:
    for node in range(len(random)):
        inside = [n for n in random.subtree(node, without) if random[n].pos != "PUNCT"]
        assert node in random.subtree(node, without)
        assert all(random.span(node, without).contains(random[n].span) for n in inside)


@given(random_trees())
def test_a_subtree_holds_those_of_its_children(random: Tree) -> None:
    for node in range(len(random)):
        below = {n for child in random.children(node) for n in random.subtree(child)}
        assert set(random.subtree(node)) == {node, *below}


@given(random_trees())
def test_a_clause_is_the_node_or_above_it(random: Tree) -> None:
    for node in range(len(random)):
        assert random.clause(node) in {node, *random.ancestors(node)}


@given(random_trees(), st.integers(0, 30), st.integers(1, 20))
def test_a_top_stands_inside_its_stretch(random: Tree, start: int, size: int) -> None:
    inside = random.at(Span(start, start + size))
    top = random.top(Span(start, start + size))
    assert (top is None) == (not inside)
    assert top is None or (top in inside and random.head(top) not in inside)


def test_words_at_a_span_are_those_wholly_inside_it() -> None:
    tokens = BEATEN.tokens
    for start in range(len(TEXT) + 1):
        for end in range(start, len(TEXT) + 1):
            span = Span(start, end)
            assert BEATEN.at(span) == tuple(n for n, token in enumerate(tokens) if span.contains(token.span))


def test_a_question_asked_twice_has_one_answer() -> None:
    assert BEATEN.children(8, "obl") == BEATEN.children(8, "obl") == (11,)
    assert BEATEN.child(8, "nsubj") is None
