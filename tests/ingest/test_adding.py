"""`svod add`, `svod list` and `--columns`, through the command. Composed texts."""

import json
from pathlib import Path

import pytest

from svod.cli import run
from svod.store import read_record

STORY = "Flood water broke a dam above Taraz on Monday. Twelve people were killed, the mayor said.\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "dam.txt").write_text(STORY)
    made = tmp_path / "case"
    assert run(["compile", str(tmp_path / "dam.txt"), "-o", str(made), "--workers", "1"]) == 0
    return made


def test_what_is_added_is_listed(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "t.csv").write_text("x,y\nHail broke windows in Orel.,2024-06-02\n")
    assert run(["add", str(case), str(tmp_path / "t.csv"), "--columns", "text=x,published=y"]) == 0
    assert [d.id for d in read_record(case).documents] == ["dam", "t-2"]
    capsys.readouterr()
    assert run(["list", str(case)]) == 0
    assert "t-2  2024-06-02  en  t-2  t.csv!/2" in capsys.readouterr().out
    assert run(["list", str(case), "--json"]) == 0
    assert [row["doc"] for row in json.loads(capsys.readouterr().out)["documents"]] == ["dam", "t-2"]


def test_columns_told_once_hold_in_later_compiles(case: Path, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("x,y\nHail broke windows in Orel.,2024-06-02\n")
    run(["add", str(case), str(tmp_path / "t.csv"), "--columns", "text=x,published=y"])
    first = read_record(case)
    assert run(["add", str(case), str(tmp_path / "dam.txt")]) == 0
    assert read_record(case).documents == first.documents


def test_add_makes_no_case(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text(STORY)
    assert run(["add", str(tmp_path / "none"), str(tmp_path / "dam.txt")]) == 3
    assert run(["add", str(tmp_path / "none")]) == 2


def test_columns_are_pairs(case: Path) -> None:
    assert run(["add", str(case), str(case), "--columns", "text"]) == 2
