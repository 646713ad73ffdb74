"""Framing over time: composed accounts of composed papers, on composed days."""

from collections.abc import Sequence
from dataclasses import replace
from io import StringIO

import pytest
from told import document, event, record, voices

from svod.export.account import framing_rows
from svod.export.report.page import write_report
from svod.export.report.sections import Sections
from svod.export.shift import shift_sentence
from svod.model import Document, Party, Record, Source, Statement
from svod.tongue import load_tongue

PROTESTERS, RIOTERS = Party("a thousand protesters", "protesters"), Party("the rioters", "armed_group")
TERRORISTS = Party("террористы", "armed_group")


def account(
    name: str, day: str | None, paper: str = "Steppe Wire", reprint_of: str | None = None
) -> Document:
    return replace(document(name, day, reprint_of), source=Source(paper))


def call(party: Party, name: str, start: int = 0, **other: object) -> Statement:
    return event(f"{party.text} came", actor=party, document=name, start=start, **other)  # type: ignore[arg-type]


def told(accounts: Sequence[Document], *said: Statement) -> Record:
    return record(*([one] for one in said), documents=list(accounts))


FIRST, NEXT, LAST = account("a", "2031-01-05"), account("b", "2031-01-06"), account("c", "2031-01-09")


def sentences(made: Record) -> list[str]:
    return [shift_sentence(shift) for shift in made.shifts]


def test_an_outlet_that_changes_its_word_is_told_in_a_sentence() -> None:
    made = told([FIRST, NEXT], call(PROTESTERS, "a"), call(RIOTERS, "b"))
    assert sentences(made) == ["Steppe Wire: protesters until 5 January 2031, rioters from 6 January 2031"]
    assert {s for step in made.shifts[0].steps for s in step.statements} == {s.id for s in made.statements}


def test_a_third_word_makes_a_third_step() -> None:
    made = told([FIRST, NEXT, LAST], call(PROTESTERS, "a"), call(RIOTERS, "b"), call(TERRORISTS, "c"))
    [sentence] = sentences(made)
    steps = ["protesters until 5 January 2031", "rioters on 6 January 2031", "террористы from 9 January 2031"]
    assert sentence == f"Steppe Wire: {', '.join(steps)}"


def test_the_sentence_is_said_in_the_language_of_the_reader() -> None:
    [shift] = told([FIRST, NEXT], call(PROTESTERS, "a"), call(RIOTERS, "b")).shifts
    russian = shift_sentence(shift, load_tongue("ru")).replace("\u202f", " ").replace("\u00a0", " ")
    assert russian == "Steppe Wire: protesters – по 5 января 2031 г., rioters – с 6 января 2031 г."
    assert "until" not in shift_sentence(shift, load_tongue("kk"))


KEPT = [
    pytest.param([call(PROTESTERS, "b", 50)], id="the first word is kept"),
    pytest.param([call(RIOTERS, "a", 50)], id="the later word was there before"),
    pytest.param(
        [event("both", actor=Party("protesters and rioters", "protesters"), document="a", start=50)],
        id="both in one",
    ),
]


@pytest.mark.parametrize("more", KEPT)
def test_words_in_use_side_by_side_are_no_shift(more: list[Statement]) -> None:
    assert told([FIRST, NEXT], call(PROTESTERS, "a"), call(RIOTERS, "b"), *more).shifts == ()


def test_another_outlet_or_another_voice_is_no_shift() -> None:
    assert (
        told(
            [FIRST, account("b", "2031-01-06", "Hill Post")], call(PROTESTERS, "a"), call(RIOTERS, "b")
        ).shifts
        == ()
    )
    quoted = call(RIOTERS, "b", voice=voices("Mayor"))
    assert told([FIRST, NEXT], call(PROTESTERS, "a"), quoted).shifts == ()
    distant = call(replace(RIOTERS, scare_quotes=True), "b")
    assert told([FIRST, NEXT], call(PROTESTERS, "a"), distant).shifts == ()


def test_a_reprint_is_no_later_word_of_its_printer() -> None:
    origin = account("o", "2031-01-02", "Hill Post")
    copy = account("b", "2031-01-06", reprint_of="o")
    made = told([origin, FIRST, copy], call(PROTESTERS, "a"), call(RIOTERS, "b"))
    assert made.shifts == ()
    assert {(u.outlet, u.first) for u in made.usages} == {
        ("Steppe Wire", "2031-01-05"),
        ("Hill Post", "2031-01-02"),
    }


@pytest.mark.parametrize("day", [None, "2031-01", "2031-01-06~"])
def test_an_account_without_a_sure_day_lets_nothing_be_said(day: str | None) -> None:
    accounts = [FIRST, NEXT, account("x", day)]
    assert told(accounts, call(PROTESTERS, "a"), call(RIOTERS, "b"), call(RIOTERS, "x")).shifts == ()


def test_two_bodies_are_not_two_names() -> None:
    police, army = Party("police", "security_forces"), Party("soldiers", "security_forces")
    assert told([FIRST, NEXT], call(police, "a"), call(army, "b")).shifts == ()


def test_first_and_last_day_are_those_of_the_outlet() -> None:
    made = told([FIRST, NEXT, LAST], call(RIOTERS, "a"), call(RIOTERS, "c"), call(PROTESTERS, "b"))
    days = {usage.words: (usage.first, usage.last, usage.documents) for usage in made.usages}
    assert days == {
        "the rioters": ("2031-01-05", "2031-01-09", ("a", "c")),
        "a thousand protesters": ("2031-01-06", "2031-01-06", ("b",)),
    }


def test_the_order_of_what_is_given_does_not_matter() -> None:
    said = [call(PROTESTERS, "a"), call(RIOTERS, "b"), call(TERRORISTS, "c")]
    one, other = told([FIRST, NEXT, LAST], *said), told([LAST, NEXT, FIRST], *said[::-1])
    assert (one.shifts, one.usages) == (other.shifts, other.usages)


def test_the_change_stands_in_export_and_report() -> None:
    made = told(
        [FIRST, NEXT],
        call(PROTESTERS, "a"),
        call(RIOTERS, "b"),
        call(RIOTERS, "b", 50, voice=voices("Mayor")),
    )
    [sentence] = sentences(made)
    rows = [(row["words"], row["outlet"], row["first"], row["shift"]) for row in framing_rows(made)]
    assert rows == [
        ("the rioters", "Steppe Wire", "2031-01-06", sentence),
        ("the rioters", "Steppe Wire", "2031-01-06", None),
        ("a thousand protesters", "Steppe Wire", "2031-01-05", sentence),
    ]
    [change] = Sections(made).name_changes
    assert (change.sentence, len(change.anchors)) == (sentence, 2)
    stream = StringIO()
    write_report(made, stream)
    page = stream.getvalue()
    assert sentence in page
    assert all(f'href="#{anchor}"' in page for anchor in change.anchors)
