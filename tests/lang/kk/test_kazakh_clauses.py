"""Kazakh trees, and what the stages make of them; composed texts."""

import pytest
from kazakh import read, table

from svod.extraction import extract_statements
from svod.extraction.tree import Tree
from svod.lang import load_language
from svod.model import DemandClaim, EventClaim, FigureClaim, Statement

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


def counted(text: str) -> set[tuple[str, str, float | None, float | None]]:
    return {
        (s.claim.measure, s.claim.of, s.claim.low, s.claim.high)
        for s in said(text)
        if isinstance(s.claim, FigureClaim)
    }


def test_each_of_two_subjects_has_the_verb_behind_it() -> None:
    told = counted("Көшкіннен 14 адам мерт болып, отыздан астамы жараланды.")
    assert told == {("killed", "people", 14, 14), ("injured", "people", 30, None)}


def test_a_part_of_those_counted_is_told_by_its_own_clause() -> None:
    told = counted("Паромда 19 жолаушы қаза тапты, олардың сегізі – бала.")
    assert told == {("killed", "passengers", 19, 19), ("killed", "children", 8, 8)}


def test_fractions_name_the_whole_first() -> None:
    [share] = [row for row in counted("Үйлердің төрттен үші қирады.") if row[0] != "quantity"]
    assert share[2:] == (75, 75)


def test_half_a_million_is_no_million() -> None:
    assert ("displaced", "people", 500_000, 500_000) in counted("Жарты миллион адам лагерьлерді паналады.")


@pytest.mark.parametrize(
    "text",
    [
        "Полиция екі адамның мерт болғанын хабарлады.",
        "Полиция екі адам мерт болды деп хабарлады.",
        "Полицияның айтуынша, екі адам мерт болды.",
    ],
)
def test_what_stands_between_a_speaker_and_the_verb_is_the_speakers(text: str) -> None:
    [killing] = [s for s in said(text) if isinstance(s.claim, EventClaim)]
    assert [voice.name for voice in killing.voice] == ["police"]


def test_the_sentence_behind_such_speech_is_the_writers() -> None:
    [first, second] = [
        s
        for s in said("Полиция екі адам мерт болды деп хабарлады. Үш үй өртенді.")
        if isinstance(s.claim, EventClaim)
    ]
    assert (len(first.voice), second.voice) == (1, ())


def test_each_of_two_coordinated_demands_is_told() -> None:
    wanted = said("Кеншілер жалақыны көтеруді және екі жұмысшыны қайтаруды талап етті.")
    assert len([s for s in wanted if isinstance(s.claim, DemandClaim)]) == 2
