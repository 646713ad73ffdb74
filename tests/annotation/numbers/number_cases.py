"""Golden cases of numbers as text: `words | what is found`, own compositions.

What is found: one reading a number, separated by `;`, each `low..high bound unit`
with the words left out where they are `exact` or bare; a single value stands
for both ends, `*` is an open end, `-` alone means that nothing is found.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A stretch of text with the readings that must be found in it."""

    text: str
    readings: tuple[str, ...]


def parse(line: str) -> Case:
    """Read one line of a golden table."""
    text, _, found = line.partition(" | ")
    readings = tuple(reading.strip() for reading in found.split(";"))
    return Case(text, () if readings == ("-",) else readings)


def parse_table(table: str) -> list[Case]:
    """Read a golden table; empty lines and lines with `#` are comments."""
    lines = (line.strip() for line in table.splitlines())
    return [parse(line) for line in lines if line and not line.startswith("#")]


def write(low: float | None, high: float | None, bound: str, unit: str) -> str:
    """Write a reading as the tables do."""
    value = _write(low) if low == high else f"{_write(low)}..{_write(high)}"
    return " ".join(part for part in (value, "" if bound == "exact" else bound, unit) if part)


def _write(value: float | None) -> str:
    return "*" if value is None else f"{value:g}" if value < 1e6 else f"{value:.0f}"
