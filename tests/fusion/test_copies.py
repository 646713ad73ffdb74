"""What a near copy changes. Composed texts."""

import json
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import document, figure

from svod.export import export
from svod.export.explain import explain_reference
from svod.export.report.page import write_report
from svod.fusion import fuse
from svod.model import Citation, Document, Mention, Record, Resolution, Source, Span, Statement, TextChange

WIRE = """The ferry sank off Tarn on Monday. At least 12 people drowned, the harbour office said.

Two boats searched the bay all night. The weather was calm."""


def printed(name: str, text: str, of: str | None = None) -> Document:
    return replace(document(name, "2031-03-02", of), text=text, source=Source(f"{name} paper"))


def compiled(copy: str, *said: Statement, mentions: list[Mention] | None = None) -> Record:
    documents = [printed("a", WIRE), printed("b", copy, "a")]
    return fuse("Case", documents, said, mentions or [], Resolution((), (), ()))


def changes(made: Record) -> list[TextChange]:
    [one] = [one for one in made.derivations if one.kind == "copy"]
    return list(one.changes)


def shown(made: Record) -> list[tuple[str, str, str]]:
    return [
        (c.kind, c.before.text if c.before else "", c.after.text if c.after else "") for c in changes(made)
    ]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("12", "17", ("number", "12", "17")),
        (" The weather was calm.", "", ("cut", "The weather was calm", "")),
        ("Two boats", "Fishermen say it was dark. Two boats", ("added", "", "Fishermen say it was dark")),
        ("drowned", "lost their lives", ("wording", "drowned", "lost their lives")),
        ("At least 12 people drowned, the harbour office said.", "", ("cut", WIRE[35:86], "")),
    ],
)
def test_what_a_copy_changes(old: str, new: str, change: tuple[str, str, str]) -> None:
    assert shown(compiled(WIRE.replace(old, new))) == [change]


def test_a_copy_that_changes_nothing_has_no_changes() -> None:
    assert changes(compiled(WIRE.upper().replace("\n\n", "\n"))) == []


def test_a_number_in_words_is_a_number() -> None:
    copy = WIRE.replace("Two boats", "Three boats")
    one, other = figure(2, document="a"), figure(3, document="b")
    said = [placed(one, WIRE, "Two boats"), placed(other, copy, "Three boats")]
    assert shown(compiled(copy, *said)) == [("number", "Two", "Three")]


def test_another_place_is_another_name() -> None:
    copy = WIRE.replace("Tarn", "Orel")
    mentions = [
        Mention("a", "place", span(WIRE, "Tarn"), "Tarn", "Tarn", "city", "table"),
        Mention("b", "place", span(copy, "Orel"), "Orel", "Orel", "city", "table"),
    ]
    assert shown(compiled(copy, mentions=mentions)) == [("name", "Tarn", "Orel")]


@given(st.lists(st.sampled_from("abcde"), max_size=12), st.lists(st.sampled_from("abcde"), max_size=12))
def test_the_changes_lead_from_the_original_to_the_copy(one: list[str], other: list[str]) -> None:
    documents = [printed("a", " ".join(one)), printed("b", " ".join(other), "a")]
    made = fuse("Case", documents, [], [], Resolution((), (), ()))
    found = changes(made)
    assert all(c.before is None or c.before.span.of(documents[0].text) == c.before.text for c in found)
    assert all(c.after is None or c.after.span.of(documents[1].text) == c.after.text for c in found)
    assert kept(one, [c.before.text for c in found if c.before]) == kept(
        other, [c.after.text for c in found if c.after]
    )


def test_report_export_and_explanation_tell_the_changes() -> None:
    made = compiled(WIRE.replace("12", "17"))
    page, rows = StringIO(), StringIO()
    write_report(made, page)
    export(made, "documents", rows)
    derived = json.loads(rows.getvalue().splitlines()[1])["derived"]
    assert derived[0]["changes"][0]["after"]["text"] == "17"
    assert "<ins>" in page.getvalue()
    assert "another number" in page.getvalue()
    assert explain_reference(made, "b")["comes from"] == ["copies a; changed: number: “12” → “17”"]


def kept(words: list[str], passages: list[str]) -> int:
    return len(words) - sum(len(passage.split()) for passage in passages)


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def placed(said: Statement, text: str, words: str) -> Statement:
    at = span(text, words)
    return replace(said, citation=Citation(said.citation.document, at, words), trigger=at)
