"""`case.toml` beside tables, and in a case: what their columns mean. Composed texts."""

from pathlib import Path

import pytest

from svod.cli import run
from svod.errors import DamagedCaseError
from svod.ingest import Intake, read_documents
from svod.ingest.readers.table import COLUMN_NAMES
from svod.ingest.sidecar import COLUMN_FIELDS
from svod.pipeline import compile_case
from svod.store import read_record

ROWS = "x,y,z\nHail broke windows in Orel.,2024-06-02,Orel Post\n"
MAPPED = '[columns]\ntext = "x"\npublished = "y"\npublisher = "z"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    (path / "sub").mkdir(parents=True)
    (path / "t.csv").write_text(ROWS)
    (path / "sub" / "u.csv").write_text(ROWS.replace("Orel", "Brod"))
    return path


def told(got: Intake) -> dict[str, tuple[str, str | None, str]]:
    return {d.file: (d.text, d.published, d.source.name) for d in got.documents}


def troubles(folder: Path) -> dict[str, str]:
    return {t.file: t.reason for t in read_documents([folder]).troubles}


def test_the_fields_are_those_that_a_table_may_hold() -> None:
    assert set(COLUMN_FIELDS) == set(COLUMN_NAMES)


def test_it_holds_for_the_tables_of_its_folder_and_below(folder: Path) -> None:
    (folder / "case.toml").write_text(MAPPED)
    got = read_documents([folder])
    assert got.troubles == ()
    assert told(got) == {
        "t.csv!/2": ("Hail broke windows in Orel.", "2024-06-02", "Orel Post"),
        "sub/u.csv!/2": ("Hail broke windows in Brod.", "2024-06-02", "Brod Post"),
    }


def test_it_holds_for_a_table_that_is_named_alone(folder: Path) -> None:
    (folder / "case.toml").write_text(MAPPED)
    assert told(read_documents([folder / "t.csv"]))["t.csv!/2"][2] == "Orel Post"


def test_one_file_may_have_columns_of_its_own(folder: Path) -> None:
    (folder / "case.toml").write_text(f'{MAPPED}[columns."sub/u.csv"]\ntext = "z"\n')
    assert told(read_documents([folder]))["sub/u.csv!/2"][:2] == ("Brod Post", None)


def test_the_nearest_folder_counts(folder: Path) -> None:
    (folder / "case.toml").write_text(MAPPED)
    (folder / "sub" / "case.toml").write_text('[columns]\ntext = "z"\n')
    assert told(read_documents([folder]))["sub/u.csv!/2"][0] == "Brod Post"


def test_a_sidecar_wins_over_it_and_it_over_the_command(folder: Path) -> None:
    (folder / "case.toml").write_text(MAPPED)
    (folder / "documents.jsonl").write_text('{"file": "t.csv", "columns": {"text": "z"}}\n')
    got = told(read_documents([folder], columns="text=y"))
    assert got["t.csv!/2"][0] == "Orel Post"
    assert got["sub/u.csv!/2"][0] == "Hail broke windows in Brod."


def test_json_lines_too(folder: Path) -> None:
    (folder / "case.toml").write_text(MAPPED)
    (folder / "w.jsonl").write_text('{"x": "Sleet fell on Brod.", "y": "2024-06-03", "z": "Brod Post"}\n')
    assert told(read_documents([folder]))["w.jsonl!/1"] == ("Sleet fell on Brod.", "2024-06-03", "Brod Post")


FIELDS = ", ".join(COLUMN_FIELDS)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[columns]\ntxt = "x"\n', f"`columns`: there is no field txt; there are {FIELDS}, ignored"),
        ("[columns]\ntext = 3\n", "`columns`: the column of text is not text, ignored"),
        ('[columns]\ntext = "a=b"\n', "`columns`: is not like text=body,title=head: text=a=b, ignored"),
        (
            '[columns."t.csv"]\ntext = ""\n',
            '`columns."t.csv"`: is not like text=body,title=head: text=, ignored',
        ),
        ('columns = "x"\n', "`columns` is no table"),
        ("[columns\n", "is not TOML: Expected ']' at the end of a table declaration (at line 1, column 9)"),
        ('[colums]\ntext = "x"\n', "`colums` is nothing that is read"),
        ('[columns."v.csv"]\ntext = "x"\n', "names v.csv, which is not there"),
        ('[columns."../t.csv"]\ntext = "x"\n', "names ../t.csv, which is not there"),
        ("#" * 70_000, "is longer than 64 KB"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_goes_on(folder: Path, text: str, reason: str) -> None:
    (folder / "case.toml").write_text(text)
    (folder / "a.txt").write_text("Rain fell on Orel all day.\n")
    assert troubles(folder)["case.toml"] == reason
    assert "a.txt" in told(read_documents([folder]))


def test_what_is_said_of_a_case_is_no_fault(folder: Path) -> None:
    (folder / "case.toml").write_text(f'title = "Hail"\nlanguage = "ru"\n{MAPPED}')
    assert "case.toml" not in troubles(folder)


def test_bytes_that_are_no_text_are_told(folder: Path) -> None:
    (folder / "case.toml").write_bytes(b"\xff\xfe\x00")
    assert troubles(folder)["case.toml"].startswith("is not TOML")


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text(MAPPED)
    (folder / "case.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert troubles(folder)["case.toml"] == "is a link that leads out of the folder"


def test_given_alone_it_is_no_account(folder: Path) -> None:
    (folder / "case.toml").write_text(MAPPED)
    [trouble] = read_documents([folder / "case.toml"]).troubles
    assert trouble.reason.startswith("is a sidecar")


def test_columns_of_a_case_hold_for_what_is_added_and_in_later_compiles(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("Rain fell on Orel all day.\n")
    case = tmp_path / "hail.case"
    compile_case([folder / "a.txt"], case, workers=1)
    with (case / "case.toml").open("a") as stream:
        stream.write(MAPPED)
    first = compile_case([folder], case, workers=1)
    assert {d.source.name for d in first.documents} == {"a", "Orel Post", "Brod Post"}
    (case / "case.toml").write_text("")
    compile_case([folder / "a.txt"], case, workers=1)
    assert [d.text for d in read_record(case).documents] == [d.text for d in first.documents]


@pytest.mark.parametrize("text", ['[columns]\ntxt = "x"\n', "columns = 3\n", "[columns]\ntext = 3\n"])
def test_bad_columns_of_a_case_are_one_clear_error(folder: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "case.toml").write_text(text)
    with pytest.raises(DamagedCaseError, match=r"case\.toml: columns"):
        compile_case([folder], tmp_path / "c", workers=1)


def test_a_field_that_there_is_not_is_wrong_usage(folder: Path, tmp_path: Path) -> None:
    assert run(["compile", str(folder), "-o", str(tmp_path / "c"), "--columns", "txt=x"]) == 2
