"""The stages in order: what goes in comes out in the record, or is told. Composed texts."""

from pathlib import Path
from typing import Any

import pytest

from svod.fusion import fuse
from svod.model import Document, Record, Source
from svod.pipeline import compile_case, read_account
from svod.store import read_record, verify_case

STORY = "Flood water broke a dam above Taraz on 6 May 2024. Twelve people were killed, the mayor said.\n"


def compiled(tmp_path: Path, title: str = "", **texts: str) -> Record:
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, newline="")
    paths = [tmp_path / f"{name}.txt" for name in texts]
    return compile_case(paths, tmp_path / "flood.case", title=title, workers=1)


def test_every_quote_stands_at_its_place(example_record: Record) -> None:
    texts = {document.id: document.text for document in example_record.documents}
    for statement in example_record.statements:
        at = statement.citation
        assert at.quote == at.span.of(texts[at.document]) != ""


def test_every_statement_on_an_event_or_figure_is_in_one_cluster(example_record: Record) -> None:
    clustered = [s for c in (*example_record.events, *example_record.series) for s in c.statements]
    wanted = [s.id for s in example_record.statements if s.kind in {"event", "figure"}]
    assert sorted(clustered) == sorted(wanted)


def test_every_id_of_the_record_is_its_own(example_record: Record) -> None:
    groups = ("documents", "statements", "entities", "events", "series", "disagreements")
    ids = [one.id for group in groups for one in getattr(example_record, group)]
    assert len(ids) == len(set(ids))


def test_every_side_of_a_disagreement_has_words_and_an_origin(example_record: Record) -> None:
    known = {statement.id for statement in example_record.statements}
    for dispute in example_record.disagreements:
        assert len(dispute.sides) >= 2
        assert all(side.origins and set(side.statements) <= known for side in dispute.sides)


def test_the_example_proves_itself(example_case: Path) -> None:
    assert verify_case(example_case) == ()


@pytest.mark.parametrize(("title", "shown"), [("", "flood"), ("Taraz dam", "Taraz dam")])
def test_a_case_has_the_title_given_or_the_name_of_its_folder(tmp_path: Path, title: str, shown: str) -> None:
    assert compiled(tmp_path, title, dam=STORY).title == shown


def test_a_document_that_is_added_keeps_what_was_there(tmp_path: Path) -> None:
    first = compiled(tmp_path, dam=STORY)
    both = compiled(tmp_path, road="A road near Shymkent was closed on 7 May 2024.\n")
    assert [d.id for d in both.documents] == ["dam", "road"]
    assert set(first.statements) <= set(both.statements)
    assert read_record(tmp_path / "flood.case") == both


def test_an_account_without_statements_is_still_in_the_record(tmp_path: Path) -> None:
    record = compiled(tmp_path, dam=STORY, poem="Roses are red.\n")
    assert [d.id for d in record.documents] == ["dam", "poem"]
    assert {s.citation.document for s in record.statements} == {"dam"}


def test_a_document_that_breaks_a_reader_is_a_trouble_of_its_file() -> None:
    source = Source("a", named=False)
    plain = ("text/plain", "utf-8", "en", "", "not a date", None, "", "", source)
    broken = Document("a", "a.txt", None, "", "", *plain)  # type: ignore[arg-type]  # what no reader gives
    account = read_account(broken, None)  # type: ignore[arg-type]
    assert account.trouble
    assert account.trouble.file == "a.txt"
    assert account.trouble.reason.startswith("could not be read through: ")


def test_another_rule_for_what_is_shown_first_is_obeyed_by_the_next_compile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules: list[str] = []

    def noted(*parts: Any) -> Record:
        rules.append(parts[-1])
        return fuse(*parts)

    monkeypatch.setattr("svod.pipeline.fuse", noted)
    compiled(tmp_path, one=STORY)
    (tmp_path / "flood.case" / "case.toml").write_text('title = "flood"\nshown_first = "latest"\n')
    compiled(tmp_path, one=STORY)
    assert rules == ["origins", "latest"]
