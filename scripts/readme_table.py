"""Fill the table of accuracy in the README from results of `eval/score.py --json`.

    python scripts/readme_table.py "24 English news texts=train-en.json" …

Each argument is a label and a file; their order is that of the rows.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

README = Path(__file__).parent.parent / "README.md"
COLUMNS = (
    ("events detect", "event", "detect"),
    ("events strict", "event", "strict"),
    ("figures strict", "figure", "strict"),
    ("times strict", "time", "strict"),
    ("places strict", "place", "strict"),
    ("demands", "demand", "detect"),
    ("promises", "commitment", "detect"),
    ("blame", "accusation", "detect"),
)
"""Head of a column, kind and level in the results."""
_TABLE = re.compile(r"(?<=<!-- table: development texts -->\n).*?(?=<!-- /table -->)", re.DOTALL)


def table(results: Iterable[tuple[str, dict[str, Any]]]) -> str:
    """Return the table as Markdown, one row for each label and its results; `–` where a set has no such gold."""
    head = f"| texts | {' | '.join(name for name, _, _ in COLUMNS)} |\n|{'---|' * (len(COLUMNS) + 1)}\n"
    return head + "".join(f"| {label} | {' | '.join(_row(result))} |\n" for label, result in results)


def _row(result: dict[str, Any]) -> Iterable[str]:
    for _, kind, level in COLUMNS:
        yield f"{result[kind][level]['f1']:.2f}" if kind in result else "–"


def _read(argument: str) -> tuple[str, dict[str, Any]]:
    label, _, path = argument.rpartition("=")
    return label, json.loads(Path(path).read_text("utf-8"))


if __name__ == "__main__":
    filled = table(map(_read, sys.argv[1:]))
    README.write_text(_TABLE.sub(lambda _: filled, README.read_text("utf-8"), count=1), "utf-8")
