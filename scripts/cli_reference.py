"""Write `docs/reference/cli.md` from what `--help` of each command says.

python scripts/cli_reference.py
"""

import io
from pathlib import Path

from rich.console import Console

from svod import errors
from svod.cli import app

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "cli.md"
COMMANDS = (
    "compile",
    "add",
    "list",
    "remove",
    "report",
    "serve",
    "export",
    "verify",
    "explain",
    "decide",
    "diff",
    "doctor",
)
HEAD = """# Commands

Made by `scripts/cli_reference.py` from `--help` of each command.

Progress and words for people go to standard error, answers to standard output; `--json` on every command gives the
answer as JSON on standard output.

| exit code | means |
|---|---|
| 0 | done |
| 1 | done, and there is something to look at: `verify` or `doctor` found a fault |
| 2 | the command line is wrong, or an id is unknown |
| 3 | nothing could be read, or the case is damaged |
| 130 | stopped by Ctrl-C; the case is as it was before |

An error is one line. With `--json` it is `{"error": …, "message": …}`, where `error` is `WrongUsage`, `OSError` or one of

| error | means |
|---|---|
"""


def reference() -> str:
    """Return the page."""
    kinds = "".join(f"| `{name}` | {_first_line(name)} |\n" for name in errors.__all__ if name != "SvodError")
    return HEAD + kinds + "".join(f"\n## svod {name}\n\n```text\n{_help(name)}\n```\n" for name in COMMANDS)


def _first_line(name: str) -> str:
    return str(getattr(errors, name).__doc__).splitlines()[0].rstrip(".")


def _help(command: str) -> str:
    printed = io.StringIO()
    app.help_print([command], console=Console(file=printed, width=100, color_system=None))
    return "\n".join(line.rstrip() for line in printed.getvalue().strip().splitlines())


if __name__ == "__main__":
    PAGE.write_text(reference(), "utf-8")
