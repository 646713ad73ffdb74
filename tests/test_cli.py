"""The command line as people and scripts meet it. Composed texts."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from svod import terminal
from svod.cli import DONE, FINDINGS, INTERRUPTED, UNREADABLE, USAGE, run
from svod.export import FORMATS
from svod.model import Record
from svod.store import read_record

STORY = "Flood water broke a dam above Taraz on 6 May 2024. Twelve people were killed, the mayor said.\n"
COMMANDS = ["compile", "add", "list", "report", "export", "verify", "explain", "diff", "doctor"]
SVOD = [sys.executable, "-c", "from svod.cli import main; main()"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "dam.txt"
    path.write_text(STORY, newline="")
    return path


def test_compile_tells_people_on_stderr_what_it_found(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(["compile", str(story), "-o", str(tmp_path / "flood")]) == DONE
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("flood: 1 account, ")
    assert f"The case is {tmp_path / 'flood'}." in err
    assert "left out" not in err


def test_compile_answers_in_json_on_stdout(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / "dam2.xlsx").write_bytes(b"PK")
    assert run(["compile", str(tmp_path), "-o", str(tmp_path / ".case"), "--json"]) == DONE
    out, err = capsys.readouterr()
    answer = json.loads(out)
    assert not err
    assert answer["documents"] == 1
    assert sum(answer["kinds"].values()) == answer["statements"] > 0
    assert answer["troubles"] == [{"file": "dam2.xlsx", "reason": "no reader for .xlsx"}]


def test_a_case_in_which_nothing_can_be_read_is_unreadable(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(["compile", str(tmp_path / "nowhere"), "-o", str(tmp_path / "c")]) == UNREADABLE
    assert "nowhere: cannot be read: No such file or directory" in capsys.readouterr().err


def test_report_says_where_it_is(example_case: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    target = tmp_path / "r.html"
    assert run(["report", str(example_case), "-o", str(target)]) == DONE
    assert capsys.readouterr() == ("", f"The report is {target}.\n")
    assert run(["report", str(example_case), "-o", str(target), "--json"]) == DONE
    assert json.loads(capsys.readouterr().out) == {"report": str(target)}
    assert target.read_text("utf-8").lower().startswith("<!doctype html>")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_export_writes_lines_of_json_to_stdout(
    example_case: Path, name: str, capsys: pytest.CaptureFixture
) -> None:
    assert run(["export", str(example_case), "-f", name]) == DONE
    out, err = capsys.readouterr()
    assert not err
    for line in [out] if name == "geojson" else out.splitlines():
        assert isinstance(json.loads(line), dict)


def test_export_writes_a_table_to_a_file(
    example_case: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    target = tmp_path / "f.csv"
    assert run(["export", str(example_case), "-f", "figures", "--csv", "-o", str(target), "--json"]) == DONE
    assert json.loads(capsys.readouterr().out) == {"export": str(target)}
    assert target.read_text("utf-8").splitlines()[0].startswith("id,")


def test_export_writes_all_tables_to_a_folder(example_case: Path, tmp_path: Path) -> None:
    assert run(["export", str(example_case), "-f", "csv", "-o", str(tmp_path / "all")]) == DONE
    assert {p.stem for p in (tmp_path / "all").iterdir()} == set(FORMATS) - {"geojson"}


def test_verify_says_that_all_is_well(example_case: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(["verify", str(example_case)]) == DONE
    assert "every quote stands at its place" in capsys.readouterr().err
    assert run(["verify", str(example_case), "--json"]) == DONE
    assert json.loads(capsys.readouterr().out) == {
        "case": str(example_case),
        "ok": True,
        "findings": [],
        "removed": [],
    }


def test_verify_lists_an_original_that_was_changed(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    case = tmp_path / "c"
    run(["compile", str(story), "-o", str(case)])
    [original] = [p for p in (case / "originals").rglob("*") if p.is_file()]
    original.chmod(0o600)
    original.write_text(STORY.replace("Twelve", "Eleven"))
    capsys.readouterr()
    assert run(["verify", str(case)]) == FINDINGS
    assert "✗" in capsys.readouterr().err
    assert run(["verify", str(case), "--json"]) == FINDINGS
    answer = json.loads(capsys.readouterr().out)
    assert not answer["ok"]
    assert len(answer["findings"]) == 1


EXPLAINED: dict[str, Callable[[Record], str]] = {
    "statement": lambda r: r.statements[0].id,
    "event": lambda r: next(e for e in r.events if e.why).id,
    "series": lambda r: next(s for s in r.series if s.why).id,
    "disagreement": lambda r: r.disagreements[0].id,
    "entity": lambda r: r.entities[0].id,
    "document": lambda r: r.documents[0].id,
}


@pytest.mark.parametrize("kind", EXPLAINED)
def test_explain_knows_each_kind_of_id(
    example_case: Path, example_record: Record, kind: str, capsys: pytest.CaptureFixture
) -> None:
    id_ = EXPLAINED[kind](example_record)
    assert run(["explain", str(example_case), id_]) == DONE
    out, err = capsys.readouterr()
    assert out.startswith(f"id: {id_}\n")
    assert not err
    assert run(["explain", str(example_case), id_, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["id"] == id_


def test_explain_quotes_the_words_of_a_statement(
    example_case: Path, example_record: Record, capsys: pytest.CaptureFixture
) -> None:
    said = next(s for s in example_record.statements if s.voice)
    assert run(["explain", str(example_case), said.id[:12], "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["quote"] == said.citation.quote
    assert said.voice[0].name in told["voices"][0]
    assert told["origin"] == dict(example_record.origins)[said.id]


@pytest.mark.parametrize("reference", ["", "no-such-id", "e"])
def test_explain_names_an_id_that_is_none_or_several(
    example_case: Path, reference: str, capsys: pytest.CaptureFixture
) -> None:
    assert run(["explain", str(example_case), reference, "--json"]) == USAGE
    out, err = capsys.readouterr()
    assert json.loads(out)["error"] == "UnknownReferenceError"
    assert f"begins with {reference!r}" in err


def test_doctor_finds_all_that_is_needed(capsys: pytest.CaptureFixture) -> None:
    assert run(["doctor"]) == DONE
    assert "✓ language ru: Russian, full" in capsys.readouterr().out
    assert run(["doctor", "--json"]) == DONE
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"]
    assert {"places", "known actors", "language en"} <= {check["name"] for check in answer["checks"]}


WRONG = [
    ["compile"],
    ["compile", "-o", "c"],
    ["compile", "a.txt"],
    ["compile", "a.txt", "-o", "c", "--workers", "many"],
    ["report"],
    ["export", "c"],
    ["export", "c", "-f", "xml"],
    ["export", "{case}", "-f", "csv"],
    ["export", "{case}", "-f", "geojson", "--csv"],
    ["verify"],
    ["verify", "c", "d"],
    ["explain", "c"],
    ["doctor", "now"],
    ["verify", "c", "--bogus"],
    ["bogus"],
    ["--bogus"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_one_line_and_where_to_read_more(
    example_case: Path, arguments: list[str], capsys: pytest.CaptureFixture
) -> None:
    assert run([word.format(case=example_case) for word in arguments]) == USAGE
    out, err = capsys.readouterr()
    assert not out
    first, second = err.splitlines()
    assert first.startswith("svod: ")
    assert second.endswith("--help tells more.")


def test_wrong_usage_is_told_to_programs_too(capsys: pytest.CaptureFixture) -> None:
    assert run(["export", "c", "-f", "xml", "--json"]) == USAGE
    assert json.loads(capsys.readouterr().out)["error"] == "WrongUsage"


@pytest.mark.parametrize("command", [["report"], ["verify"], ["export", "-f", "events"], ["explain", "x"]])
def test_what_is_no_case_is_named(tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "notes.txt").write_text("a folder of something else")
    for path in (tmp_path, tmp_path / "missing", tmp_path / "notes.txt"):
        first, *rest = command
        assert run([first, str(path), *rest]) == UNREADABLE
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert err.startswith(f"svod: case {path}: ")


def test_a_folder_with_other_files_is_not_written_to(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert run(["compile", str(story), "-o", str(tmp_path)]) == UNREADABLE
    assert "is a folder with other files in it" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_report_that_cannot_be_written_names_its_path(
    example_case: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    target = tmp_path / "missing" / "r.html"
    assert run(["report", str(example_case), "-o", str(target)]) == UNREADABLE
    assert capsys.readouterr().err == f"svod: {target}: No such file or directory\n"


@pytest.mark.parametrize("arguments", [[], ["--help"], *([command, "--help"] for command in COMMANDS)])
def test_help_is_on_stdout_and_names_the_options(arguments: list[str], capsys: pytest.CaptureFixture) -> None:
    assert run(arguments) == DONE
    out, err = capsys.readouterr()
    assert "Usage: svod" in out
    assert not err
    assert all(command in out for command in (COMMANDS if len(arguments) < 2 else ["--json"]))


def test_the_version_is_one_line(capsys: pytest.CaptureFixture) -> None:
    assert run(["--version"]) == DONE
    assert len(capsys.readouterr().out.split()) == 1


def test_progress_is_shown_on_a_terminal_only(capsys: pytest.CaptureFixture) -> None:
    assert list(terminal.show_progress("Reading", iter("abc"), 3)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_says_that_the_case_is_as_before(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_args: object) -> None:
        raise KeyboardInterrupt

    case = tmp_path / "c"
    run(["compile", str(story), "-o", str(case)])
    before = read_record(case)
    (tmp_path / "more.txt").write_text(STORY.replace("Twelve", "Thirteen"))
    capsys.readouterr()
    monkeypatch.setattr(terminal, "show_progress", stopped)
    assert run(["compile", str(tmp_path / "more.txt"), "-o", str(case)]) == INTERRUPTED
    assert capsys.readouterr().err == "Stopped. The case is as it was before.\n"
    assert read_record(case) == before


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1251"])
def test_a_pipe_gets_utf_8_and_nothing_else(example_case: Path, encoding: str) -> None:
    done = subprocess.run(
        [*SVOD, "export", str(example_case), "-f", "documents"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "FORCE_COLOR": "1"},
    )
    assert not done.stderr
    assert "Городской вестник" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout
    assert b"\r" not in done.stdout


def test_a_reader_that_has_seen_enough_is_no_error(example_case: Path) -> None:
    command = [*SVOD, "export", str(example_case), "-f", "statements"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == DONE
