r"""Templates of expressions: how a lexicon writes word order.

    {day} [of] {month} [[,] {year}]

`word` is itself, `[x]` may be missing, `(a|b)` is either, `{slot}` is a word of
a class, a number or a symbol, `{a:slot}` the same with its fields kept apart
as `a.…`, and `{field=value}` adds a field and reads nothing. `{stop}` reads
nothing either but wants a mark or the end to follow. `\(` is a bracket of the text.
"""

import re
from dataclasses import dataclass

from svod.annotation.times.pieces import fold

_SCAN = re.compile(r"\\[()]|\{[^{}]*\}|[\[\]()|]|[^\W\d_]+|[0-9]+|[^\w\s]")
_LIMIT = 512


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark that stands as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a word of a class, a number or a symbol."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A field that the template itself gives."""

    field: str
    value: int | str


Element = Word | Slot | Constant
Sequence = tuple[Element, ...]


def spell_out(template: str) -> tuple[Sequence, ...]:
    """Return every sequence that a template stands for, in its order.

    Raises:
        ValueError: If brackets do not close or too many sequences arise.
    """
    parts = _SCAN.findall(template)
    found, at = _alternatives(parts, 0)
    if at != len(parts):
        raise ValueError(f"bracket closes nothing in {template!r}")
    if len(found) > _LIMIT:
        raise ValueError(f"too many readings of {template!r}")
    return tuple(dict.fromkeys(found))


def _alternatives(parts: list[str], at: int) -> tuple[list[Sequence], int]:
    found, at = _sequence(parts, at)
    while at < len(parts) and parts[at] == "|":
        more, at = _sequence(parts, at + 1)
        found = found + more
    return found, at


def _sequence(parts: list[str], at: int) -> tuple[list[Sequence], int]:
    found: list[Sequence] = [()]
    while at < len(parts) and parts[at] not in ("|", "]", ")"):
        readings, at = _element(parts, at)
        found = [head + tail for head in found for tail in readings]
        if len(found) > _LIMIT:
            raise ValueError("too many readings of a template")
    return found, at


def _element(parts: list[str], at: int) -> tuple[list[Sequence], int]:
    part = parts[at]
    if part not in ("[", "("):
        return [(_single(part),)], at + 1
    readings, at = _alternatives(parts, at + 1)
    if at >= len(parts) or parts[at] != {"[": "]", "(": ")"}[part]:
        raise ValueError("bracket does not close")
    return ([*readings, ()] if part == "[" else readings), at + 1


def _single(part: str) -> Element:
    if not part.startswith("{"):
        return Word(fold(part.lstrip("\\")))
    inner = part[1:-1]
    if "=" in inner:
        field, _, value = inner.partition("=")
        return Constant(field, int(value) if re.fullmatch(r"-?\d+", value) else value)
    label, _, name = inner.rpartition(":")
    return Slot(name, label)
