"""Accounts that say whose account they retell. Composed texts."""

from dataclasses import replace

import pytest
from told import document, event, record

from svod.fusion.retelling import find_retold
from svod.model import Document, Mention, Record, Source, Span

HARBOUR = replace(document("a", "2031-03-02"), text="The quay gave way.", source=Source("Harbour Board"))
MAYAK = replace(document("m", "2031-03-02"), text="Причал рухнул.", source=Source("Северный маяк"))


def later(text: str, paper: str = "Evening Review") -> Document:
    return replace(document("z", "2031-03-04"), text=text, source=Source(paper))


def retold(text: str, *others: Document, paper: str = "Evening Review") -> list[tuple[str, str | None]]:
    documents = {d.id: d for d in (HARBOUR, MAYAK, *others, later(text, paper))}
    return [(one.source, one.account) for one in find_retold(documents, [])]


@pytest.mark.parametrize(
    "text",
    [
        "This is a summary of the Harbour Board report. The quay gave way.",
        "The quay gave way at noon.\n\nSource: Harbour Board",
        "An abridged version of the statement that the Harbour Board issued. Divers went down.",
    ],
)
def test_an_account_that_says_so_retells_another(text: str) -> None:
    assert retold(text) == [("Harbour Board", "a")]


def test_names_are_found_in_any_form() -> None:
    assert retold("По материалам «Северного маяка». Причал рухнул.") == [("Северный маяк", "m")]


@pytest.mark.parametrize(
    "text",
    [
        "This is a summary of the day. The Harbour Board met at noon.",
        "The Harbour Board said that the quay gave way.",
        "This is a summary of a report by the Coast Guard.",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert retold(text) == []


def test_words_in_the_middle_of_a_long_text_are_about_something_else() -> None:
    filler = "Nothing was heard for a while. " * 40
    assert retold(f"{filler}It read out a summary of the Harbour Board report. {filler}") == []


def test_nobody_retells_himself() -> None:
    assert retold("This is a summary of the Harbour Board report.", paper="Harbour Board") == []


def test_of_two_accounts_the_one_of_the_day_told_is_meant() -> None:
    second = replace(HARBOUR, id="b", published="2031-03-03")
    text = "This is a summary of the Harbour Board report of 3 March."
    assert retold(text, second) == [("Harbour Board", None)]
    at = text.index("3 March")
    day = Mention("z", "time", Span(at, at + 7), "3 March", "2031-03-03", "", "grammar")
    documents = {d.id: d for d in (HARBOUR, second, later(text))}
    assert [one.account for one in find_retold(documents, [day])] == ["b"]


def told(text: str) -> Record:
    said = [event("the quay gave way", document="a"), event("the quay gave way", document="z")]
    return record(said, documents=[HARBOUR, later(text)])


def test_a_retelling_is_no_second_origin() -> None:
    assert told("This is a summary of the Harbour Board report.").events[0].origins == ("Harbour Board",)
    assert told("Our reporter saw it all.").events[0].origins == ("Evening Review", "Harbour Board")


def test_an_account_of_several_retold_keeps_its_own_name() -> None:
    text = "This is a digest of the Harbour Board report and of «Северный маяк»."
    said = [event("the quay gave way", document="z")]
    made = record(said, documents=[HARBOUR, MAYAK, later(text)])
    assert {one.source for one in made.derivations} == {"Harbour Board", "Северный маяк"}
    assert made.events[0].origins == ("Evening Review",)
