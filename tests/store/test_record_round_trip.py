"""What is read back is what was written; composed values only."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from strategies_of_records import RECORDS

from svod.model import EventClaim, FigureClaim, Party, Record, Span, Statement
from svod.store.codec import from_text, to_text
from svod.store.database import read_database, write_database


@settings(max_examples=40, deadline=None)
@given(RECORDS)
def test_a_record_comes_back_as_it_was_written(record: Record) -> None:
    with TemporaryDirectory() as folder:
        write_database(Path(folder) / "record.sqlite", record)
        assert repr(read_database(Path(folder))) == repr(record)


@pytest.mark.parametrize(
    ("value", "hint", "text"),
    [
        (Span(1, 2), Span, '{"start":1,"end":2}'),
        (Span(1, 2), Span | None, '{"start":1,"end":2}'),
        (None, Span | None, "null"),
        ((("a", "b"),), tuple[tuple[str, str], ...], '[["a","b"]]'),
        (float("inf"), float | None, '"inf"'),
        (12, float | None, "12"),
        (12.0, float | None, "12.0"),
    ],
)
def test_values_are_written_plainly_and_read_back(value: object, hint: object, text: str) -> None:
    assert to_text(value, hint) == text
    assert repr(from_text(text, hint)) == repr(value)


def test_a_choice_between_types_is_tagged() -> None:
    claim = EventClaim("protest", Party("miners", "protesters"), None)
    text = to_text(claim, EventClaim | FigureClaim)
    assert '"is":"EventClaim"' in text
    assert from_text(text, EventClaim | FigureClaim) == claim


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "7",
        "null",
        '{"start":1}',
        '{"start":1,"end":2,"more":3}',
        '{"start":"x","end":2}',
        "{",
        "[" * 50,
    ],
)
def test_what_does_not_fit_the_type_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no |too many fields|Expecting"):
        from_text(text, Span)


def test_a_word_outside_a_closed_list_is_refused() -> None:
    with pytest.raises(ValueError, match="picnic"):
        from_text('{"type":"picnic","actor":null,"target":null}', EventClaim)


def test_the_schema_names_every_field_of_every_table(tmp_path: Path) -> None:
    empty = Record("", (), (), (), (), (), (), (), (), (), ())
    write_database(tmp_path / "record.sqlite", empty)
    assert read_database(tmp_path) == empty
    assert Statement.__dataclass_fields__.keys() >= {"citation", "claim"}
