"""Tables for people, and how a benchmark is called."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

_BESIDE = Path(__file__).parents[2] / "shared" / "bench"

NOT_INSTALLED = "not installed"
"""What stands in the row of a peer that cannot be imported."""

Row = tuple[str, ...]


def render(title: str, head: Row, rows: Sequence[Row]) -> str:
    """Render a table: the first column to the left, the others to the right.

    A row shorter than the head ("dateparser", "not installed") is left open.
    """
    table = [head, *rows]
    full = [row for row in table if len(row) == len(head)]
    widths = [max(len(row[at]) for row in full) for at in range(len(head))]
    widths[0] = max(len(row[0]) for row in table)
    return "\n".join([title, "", *(_line(row, widths) for row in table)]) + "\n"


def percent(share: float) -> str:
    """Write a share of 0..1 as per cent with one decimal."""
    return f"{100 * share:.1f}"


def path_of(module: str, about: str, arguments: Sequence[str] | None, *, default: str) -> Path:
    """Read the one argument of a benchmark, the path of the set; ends the program if it is not there.

    Args:
        module: Name of the benchmark, for its usage line.
        about: What it measures.
        arguments: The command line, or `None` for that of the process.
        default: Path below a folder `shared/bench` beside the checkout, where the set is looked for
            if no path is given.
    """
    options = argparse.ArgumentParser(prog=f"python -m benchmarks.{module}", description=about)
    options.add_argument(
        "--data", type=Path, default=_BESIDE / default, help="where your copy of the set lies"
    )
    path: Path = options.parse_args(arguments).data
    if not path.exists():
        options.error(f"there is no {path}: give the path of your copy with --data")
    return path


def say(*lines: str) -> None:
    """Print lines."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _line(row: Row, widths: Sequence[int]) -> str:
    cells = [
        row[0].ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=False)),
    ]
    return "  ".join(cells).rstrip()
