"""The same accounts give the same bytes, whatever the order, the seed and the number of workers."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from exported import differing, everything
from svod.model import Record
from svod.pipeline import compile_case
from svod.store import read_record

CASE = "january-2022.case"
RUN = "from svod.cli import main; main()"


def accounts(folder: Path) -> list[Path]:
    listed = (path for path in folder.iterdir() if path.name not in {"NOTICE.md", "documents.jsonl"})
    return sorted(listed)


def compiled_elsewhere(paths: list[Path], case: Path, seed: str, workers: int) -> None:
    """Compile in a fresh process with a hash seed of its own."""
    command = [sys.executable, "-c", RUN, "compile", *map(str, paths), "-o", str(case)]
    subprocess.run(
        [*command, "--workers", str(workers)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )


@pytest.mark.parametrize(("seed", "workers"), [("1", 1), ("4242", 2)])
def test_order_seed_and_workers_change_no_byte(
    example: Path, example_record: Record, tmp_path: Path, seed: str, workers: int
) -> None:
    paths = accounts(example)
    random.Random(seed).shuffle(paths)
    compiled_elsewhere(paths, tmp_path / CASE, seed, workers)
    other = everything(read_record(tmp_path / CASE), tmp_path / "csv")
    assert differing(everything(example_record, tmp_path / "csv0"), other) == []


def test_documents_that_are_added_later_give_the_same_as_all_at_once(
    example: Path, example_record: Record, tmp_path: Path
) -> None:
    paths = accounts(example)
    for part in (paths[1::2], paths[::2]):
        compile_case(part, tmp_path / CASE, workers=1)
    added = everything(read_record(tmp_path / CASE), tmp_path / "csv")
    assert differing(everything(example_record, tmp_path / "csv0"), added) == []


def test_compiling_the_same_again_changes_no_byte(
    example: Path, example_record: Record, tmp_path: Path
) -> None:
    few = accounts(example)[:3]
    first = compile_case(few, tmp_path / CASE, workers=1)
    again = compile_case(few, tmp_path / CASE, workers=1)
    assert differing(everything(first, tmp_path / "a"), everything(again, tmp_path / "b")) == []
    assert len(first.documents) == 3
    assert first.statements != example_record.statements


def test_what_is_read_back_is_what_was_compiled(example: Path, tmp_path: Path) -> None:
    made = compile_case(accounts(example)[:2], tmp_path / CASE, workers=1)
    assert read_record(tmp_path / CASE) == made
