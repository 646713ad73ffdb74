"""What holds for the record of any pile of composed statements."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from told import blame, document, event, figure, voices

from svod.fusion import fuse
from svod.model import Answer, Document, Party, Record, Span, Statement
from svod.resolution import resolve

PARTIES = [
    None,
    Party("the crowd", "protesters"),
    Party("боевики", "armed_group"),
    Party("army", "security_forces"),
]
COMMON = {
    "where": st.sampled_from(["tarn", "depot", "north", ""]),
    "when": st.sampled_from(["2031-05-04", "2031-05-05", "2031-05-01/2031-05-09", None]),
    "document": st.sampled_from("abc"),
    "start": st.integers(0, 3).map(lambda n: n * 100),
    "polarity": st.sampled_from(["affirmed", "affirmed", "denied"]),
    "place_span": st.sampled_from([Span(0, 4), None]),
    "voice": st.sampled_from([(), voices("Ministry"), voices("residents", "Agency")]),
}
EVENTS = st.builds(
    event,
    st.sampled_from(["the crowd took the station", "станция захвачена", "the station fell"]),
    st.sampled_from(["seizure", "recapture"]),
    actor=st.sampled_from(PARTIES),
    target=st.sampled_from(PARTIES),
    **COMMON,
)
FIGURES = st.builds(figure, st.sampled_from([3, 16, 18]), of=st.sampled_from(["people", "medics"]), **COMMON)
BLAMES = st.builds(blame, st.just("the crowd are bandits"), st.just(PARTIES[1]), st.sampled_from("abc"))
STATEMENTS = st.lists(st.one_of(EVENTS, FIGURES, BLAMES), max_size=12)
DOCUMENTS = [document("a", "2031-05-05"), document("b", "2031-05-06"), document("c", "2031-05-07")]
REPRINTS = st.sampled_from(["0", "r"])  # before and behind the original in any order by id


def compiled(statements: list[Statement], documents: list[Document]) -> Record:
    return fuse("Case", documents, statements, [], resolve(statements, [], documents))


def facts(record: Record) -> set[tuple]:
    """All that the record holds true, without ids of statements and documents."""
    events = {
        (e.title, e.when, e.where, e.origins, e.silent, tuple(map(_answer, e.answers))) for e in record.events
    }
    series = {(s.title, s.low, s.high, s.origins, tuple(map(_answer, s.answers))) for s in record.series}
    disputes = {(d.kind, d.why, tuple((s.value, s.origins) for s in d.sides)) for d in record.disagreements}
    return events | series | disputes


def _answer(answer: Answer) -> tuple:
    return (answer.attribute, answer.value, answer.origins, answer.shown, answer.why)


@given(STATEMENTS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_order_does_not_matter(statements: list[Statement], rng: random.Random) -> None:
    shuffled = rng.sample(statements, len(statements))
    assert compiled(shuffled, DOCUMENTS[::-1]) == compiled(statements, DOCUMENTS)


@given(STATEMENTS)
@settings(deadline=None, max_examples=40)
def test_no_statement_is_lost(statements: list[Statement]) -> None:
    record = compiled(statements, DOCUMENTS)
    clustered = [key for thing in (*record.events, *record.series) for key in thing.statements]
    assert {s.id for s in record.statements} == {s.id for s in statements}
    assert sorted(clustered) == sorted({s.id for s in statements if s.kind in {"event", "figure"}})


@given(STATEMENTS, REPRINTS)
@settings(deadline=None, max_examples=80)
def test_a_reprint_adds_no_origin_and_changes_no_fact(statements: list[Statement], key: str) -> None:
    copies = [
        replace(s, citation=replace(s.citation, document=key))
        for s in statements
        if s.citation.document == "a"
    ]
    before = compiled(statements, DOCUMENTS)
    after = compiled([*statements, *copies], [*DOCUMENTS, document(key, "2031-05-09", reprint_of="a")])
    assert facts(after) == facts(before)


@given(STATEMENTS)
@settings(deadline=None, max_examples=40)
def test_what_is_repeated_changes_nothing(statements: list[Statement]) -> None:
    again = compiled([*statements, *statements], [*DOCUMENTS, *DOCUMENTS])
    assert again == compiled(statements, DOCUMENTS)


@given(STATEMENTS)
@settings(deadline=None, max_examples=40)
def test_no_place_is_disputed_on_a_guess(statements: list[Statement]) -> None:
    said = {statement.id: statement for statement in statements}
    for dispute in compiled(statements, DOCUMENTS).disagreements:
        if dispute.kind == "place":
            assert all(said[key].place_span for side in dispute.sides for key in side.statements)


@given(STATEMENTS)
@settings(deadline=None, max_examples=40)
def test_every_attribute_shows_one_answer_first(statements: list[Statement]) -> None:
    for thing in (*(record := compiled(statements, DOCUMENTS)).events, *record.series):
        for attribute in {answer.attribute for answer in thing.answers}:
            assert [a.attribute for a in thing.answers if a.shown].count(attribute) == 1


@given(STATEMENTS)
@settings(deadline=None, max_examples=40)
def test_sides_are_two_or_more_and_of_known_statements(statements: list[Statement]) -> None:
    known = {statement.id for statement in statements}
    for dispute in compiled(statements, DOCUMENTS).disagreements:
        assert len(dispute.sides) >= 2
        assert all(side.statements and known.issuperset(side.statements) for side in dispute.sides)
