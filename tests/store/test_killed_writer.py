"""A writer that is killed leaves the old record or the new one."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from svod.model import Record, Trouble
from svod.store import read_record, verify_case, write_case

SCRIPT = """
import itertools, pathlib, sys
from svod.model import Record, Trouble
from svod.store import write_case
for n in itertools.count():
    troubles = tuple(Trouble(f"file-{i:05}", str(n)) for i in range(3000))
    write_case(pathlib.Path(sys.argv[1]), Record("", *[()] * 9, troubles), [])
    print(n, flush=True)
"""


@pytest.mark.parametrize("after_s", [0.011, 0.043, 0.087])
def test_a_killed_writer_leaves_a_whole_record(tmp_path: Path, after_s: float) -> None:
    case = tmp_path / "case"
    with subprocess.Popen([sys.executable, "-c", SCRIPT, str(case)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(after_s)
        writer.kill()
    record = read_record(case)
    assert len(record.troubles) == 3000
    assert len({trouble.reason for trouble in record.troubles}) == 1
    assert verify_case(case) == ()
    write_case(case, Record("", *[()] * 9, (Trouble("a", "b"),)), [])
    assert read_record(case).troubles == (Trouble("a", "b"),)
