"""Run the transcripts of the documentation anew and write down what they print.

    python scripts/transcripts.py [PAGE ...]

A transcript is a fenced block of `console` (lines `$ command`, run by a shell) or
`pycon` (lines `>>> `) right after the line `<!-- run -->`. Those of one page
share an empty folder beside `examples/`. A command that fails stops the script.
"""

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from doctest import DocTestParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/tutorial.md", "docs/guides/reading-the-report.md")
_BLOCK = re.compile(r"(<!-- run -->\n```(console|pycon)\n)(.*?)(?=```)", re.DOTALL)
_WIDEST = 118  # characters of a line; the rest is cut and marked


def refresh(page: Path) -> None:
    """Rewrite one page with what its transcripts print now."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "examples").symlink_to(ROOT / "examples")
        names: dict[str, object] = {}

        def run(block: re.Match[str]) -> str:
            lines = _shell(block[3], folder) if block[2] == "console" else _python(block[3], folder, names)
            return block[1] + "".join(f"{line}\n" for line in lines)

        page.write_text(_BLOCK.sub(run, page.read_text("utf-8")), "utf-8")


def _shell(block: str, folder: Path) -> Iterator[str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        done = subprocess.run(
            ["bash", "-c", line[2:]],
            cwd=folder,
            env={**os.environ, "PATH": path},
            check=True,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        yield line
        yield from map(_cut, done.stdout.splitlines())


def _python(block: str, folder: Path, names: dict[str, object]) -> Iterator[str]:
    for example in DocTestParser().get_examples(block):
        printed = io.StringIO()
        with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
            exec(compile(example.source, "transcript", "single"), names)
        first, *more = example.source.splitlines()
        yield from (f">>> {first}", *(f"... {line}".rstrip() for line in more))
        yield from map(_cut, printed.getvalue().splitlines())


def _cut(line: str) -> str:
    return line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…"


if __name__ == "__main__":
    for name in sys.argv[1:] or PAGES:
        refresh(ROOT / name)
