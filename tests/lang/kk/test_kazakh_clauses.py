"""Kazakh trees, and what the stages make of them; composed texts."""

import pytest
from kazakh import read, table

from svod.extraction import extract_statements
from svod.extraction.tree import Tree
from svod.lang import load_language
from svod.model import Statement

KAZAKH = load_language("kk")


def clause(tree: Tree) -> str:
    root = next(at for at in range(len(tree)) if tree[at].relation == "root")
    subject, thing = tree.child(root, "nsubj", "nsubj:pass"), tree.child(root, "obj")
    words = [tree[at].text if at is not None else "-" for at in (subject, thing)]
    return f"{tree[root].text}({', '.join(words)})"


def said(text: str) -> tuple[Statement, ...]:
    return extract_statements(read(text).annotation, KAZAKH)


@pytest.mark.parametrize(("text", "expected"), list(table("trees.txt")))
def test_a_verb_has_its_subject_and_object(text: str, expected: str) -> None:
    [tree] = [Tree(sentence) for sentence in KAZAKH.sentences(text)]
    assert clause(tree) == expected


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Министрліктің хабарлауынша, екі адам қаза тапты.", "ministry"),
        ("Полицияның мәліметінше, үш адам ұсталды.", "police"),
        ("Екі адам қаза тапты, деп хабарлады полиция.", "police"),
        ("«Екі адам қаза тапты», – дейді дәрігерлер.", "doctors"),
        ("Куәгерлердің айтуынша, көлік өртенді.", "witnesses"),
    ],
)
def test_who_says_it_is_told(text: str, voice: str) -> None:
    assert [v.name for statement in said(text) for v in statement.voice[:1]][:1] == [voice]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Үкімет көпірді жөндеуге уәде берді.", {"commitment"}),
        ("Президент үкіметке бағаны тұрақтандыруды тапсырды.", {"commitment"}),
        ("Тұрғындарға кілт тапсырылды.", set()),
        ("Жұмысшылар жалақыны көтеруді талап етті.", {"demand"}),
        ("Кәсіподақ компанияны заңды бұзды деп айыптады.", {"accusation"}),
    ],
)
def test_claims_are_told_from_events(text: str, kinds: set[str]) -> None:
    assert {s.kind for s in said(text)} - {"event", "figure"} == kinds


def test_each_sentence_of_a_mixed_text_is_read_in_kazakh_or_left() -> None:
    text = "Көпір құлады. Мост рухнул ночью. Екі адам қаза тапты."
    assert [s.span.of(text) for s in KAZAKH.sentences(text)] == [
        "Көпір құлады.",
        "Мост рухнул ночью.",
        "Екі адам қаза тапты.",
    ]
    assert {s.kind for s in said(text)} == {"event", "figure"}


def test_for_is_no_three() -> None:
    assert read("Ол үшін қаржы бөлінді.").annotation.numbers == ()
