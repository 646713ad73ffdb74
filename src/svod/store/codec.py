"""Frozen types to JSON and back, led by their type hints.

A dataclass is an object with its fields, a tuple is a list. Where a hint allows
several dataclasses, `is` names the one meant. Text, numbers, truth values and
null stand for themselves; infinities and whole numbers that are too large for a
column are written as text.
"""

import json
import math
import re
import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_NUMBER = re.compile(r"-?(?:\d+|inf)|nan")  # numbers that are written as text


def to_text(value: object, hint: Any) -> str:
    """Return `value` as one line of JSON; `hint` is the type that it is declared as."""
    return json.dumps(_packed(value, hint), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_text(text: str, hint: Any) -> Any:
    """Return the value that `to_text` wrote.

    Raises:
        ValueError: If the text is not JSON or does not fit `hint`.
    """
    return _unpacked(json.loads(text), hint)


def to_cells(value: Any) -> tuple[str | int | float | None, ...]:
    """Return a dataclass as cells of a table, one a field: scalars as they are, the rest as JSON."""
    hints = hints_of(type(value))
    return tuple(_cell(getattr(value, name), hint) for name, hint in hints.items())


def from_cells(kind: type[T], cells: tuple[Any, ...]) -> T:
    """Return the dataclass that `to_cells` took apart.

    Raises:
        ValueError: If a cell does not fit its field.
    """
    hints = hints_of(kind)
    values = {
        name: _unpacked(cell, hint) if _is_scalar(hint) else from_text(cell, hint)
        for (name, hint), cell in zip(hints.items(), cells, strict=True)
    }
    return kind(**values)


def hints_of(kind: Any) -> dict[str, Any]:
    """Return field → type hint of a dataclass, in order."""
    return _hints(kind)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _cell(value: Any, hint: Any) -> str | int | float | None:
    if not _is_scalar(hint):
        return to_text(value, hint)
    if isinstance(value, int) and abs(value) >= 2**63:  # more than a column holds
        return str(value)
    return value  # type: ignore[no-any-return]  # the hint says scalar


@cache
def _options(hint: Any) -> tuple[Any, ...]:
    union = get_origin(hint) in {Union, types.UnionType}
    return get_args(hint) if union else (hint,)


@cache
def _is_scalar(hint: Any) -> bool:
    scalars = {str, int, float, bool, type(None)}
    return all(option in scalars or get_origin(option) is Literal for option in _options(hint))


@cache
def _classes(hint: Any) -> dict[str, type]:
    """Return name → class of the dataclasses that a hint allows."""
    return {
        option.__name__: option
        for option in _options(hint)
        if isinstance(option, type) and is_dataclass(option)
    }


def _packed(value: Any, hint: Any) -> Any:
    if isinstance(value, tuple):
        return [_packed(item, each) for item, each in zip(value, _items(hint, len(value)), strict=True)]
    if isinstance(value, float) and not math.isfinite(value):
        return repr(value)
    if not is_dataclass(value):
        return value
    kind = type(value)
    tag = {"is": kind.__name__} if len(_classes(hint)) > 1 else {}
    return tag | {name: _packed(getattr(value, name), inner) for name, inner in hints_of(kind).items()}


def _unpacked(data: Any, hint: Any) -> Any:
    if isinstance(data, list):
        return tuple(_unpacked(item, each) for item, each in zip(data, _items(hint, len(data)), strict=True))
    if isinstance(data, dict):
        classes = _classes(hint)
        kind = classes.get(data.get("is", next(iter(classes), "")))
        if kind is None or set(data) - {"is"} != set(hints_of(kind)):
            raise ValueError(f"no {hint} has these fields: {sorted(data)}")
        return kind(**{name: _unpacked(data[name], inner) for name, inner in hints_of(kind).items()})
    return _scalar(data, hint)


def _scalar(data: Any, hint: Any) -> Any:
    options = _options(hint)
    for option in options:
        if get_origin(option) is Literal and data in get_args(option):
            return data
        if option is bool and data in (0, 1):
            return bool(data)
        if option in (int, float) and isinstance(data, str) and _NUMBER.fullmatch(data):
            return float(data) if data[-1].isalpha() else int(data)
        if isinstance(option, type) and isinstance(data, (option, int) if option is float else option):
            return data
    raise ValueError(f"{data!r:.80} is no {hint}")


def _items(hint: Any, count: int) -> tuple[Any, ...]:
    """Return the hint of each of `count` items of a tuple."""
    args = next((get_args(option) for option in _options(hint) if get_origin(option) is tuple), None)
    if args is None:
        raise ValueError(f"a list is no {hint}")
    return args[:1] * count if args[-1] is Ellipsis else args
