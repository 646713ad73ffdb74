"""Frozen types to JSON and back, led by their type hints.

A dataclass is an object with its fields, a tuple is a list. Where a hint allows
several dataclasses, `is` names the one meant. Text, numbers, truth values and
null stand for themselves; infinities, which JSON lacks, and whole numbers that
are too large for a column are written as text. A field with a default may be
absent: older lines lack it.

For each hint one function is made, once, that packs its values or unpacks them.
"""

import json
import math
import re
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Convert = Callable[[Any], Any]

_NUMBER = re.compile(r"-?(?:\d+|inf)|nan")  # numbers that are written as text
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_decode = json.JSONDecoder().decode


def to_text(value: object, hint: Any) -> str:
    """Return `value` as one line of JSON; `hint` is the type that it is declared as."""
    return _encode(_packer(hint)(value))


def from_text(text: str, hint: Any) -> Any:
    """Return the value that `to_text` wrote.

    Raises:
        ValueError, TypeError: If the text is not JSON or does not fit `hint`.
    """
    return _unpacker(hint)(_decode(text))


def to_cells(value: Any) -> tuple[str | int | float | None, ...]:
    """Return a dataclass as cells of a table, one a field: scalars as they are, the rest as JSON."""
    kind: Any = type(value)
    return tuple([pack(getattr(value, name)) for name, pack, _ in _columns(kind)])


def from_cells(kind: type[T], cells: tuple[Any, ...]) -> T:
    """Return the dataclass that `to_cells` took apart.

    Raises:
        ValueError, TypeError: If a cell does not fit its field.
    """
    key: Any = kind
    return kind(*[unpack(cell) for (_, _, unpack), cell in zip(_columns(key), cells, strict=True)])


def hints_of(kind: Any) -> dict[str, Any]:
    """Return field → type hint of a dataclass, in order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _columns(kind: Any) -> tuple[tuple[str, Convert, Convert], ...]:
    """Return for each field its name and how its cell is written and read."""
    return tuple((name, *_column(hint)) for name, hint in hints_of(kind).items())


def _column(hint: Any) -> tuple[Convert, Convert]:
    pack, unpack = _packer(hint), _unpacker(hint)
    if _classes(hint) or _tuple_of(hint):
        return (lambda value: _encode(pack(value))), (lambda cell: unpack(_decode(cell)))
    return _pack_cell, unpack


def _options(hint: Any) -> tuple[Any, ...]:
    union = get_origin(hint) in {Union, types.UnionType}
    return get_args(hint) if union else (hint,)


def _classes(hint: Any) -> dict[str, Any]:
    """Return name → class of the dataclasses that a hint allows."""
    options = (option for option in _options(hint) if isinstance(option, type))
    return {option.__name__: option for option in options if is_dataclass(option)}


def _tuple_of(hint: Any) -> tuple[Any, ...]:
    """Return the arguments of the tuple that a hint allows, if any."""
    return next((get_args(option) for option in _options(hint) if get_origin(option) is tuple), ())


@cache
def _packer(hint: Any) -> Convert:
    classes, items = _classes(hint), _tuple_of(hint)
    if classes:
        return _class_packer(tuple(classes.values()))
    return _tuple_packer(items) if items else _pack_scalar


def _class_packer(classes: tuple[Any, ...]) -> Convert:
    parts = {kind: [(name, _packer(hint)) for name, hint in hints_of(kind).items()] for kind in classes}

    def pack(value: Any) -> Any:
        if value is None:
            return None
        packed = {name: convert(getattr(value, name)) for name, convert in parts[type(value)]}
        return {"is": type(value).__name__} | packed if len(parts) > 1 else packed

    return pack


def _tuple_packer(items: tuple[Any, ...]) -> Convert:
    converts = [_packer(item) for item in items if item is not Ellipsis]
    if len(converts) < len(items):
        return lambda value: [converts[0](item) for item in value]
    return lambda value: [convert(item) for convert, item in zip(converts, value, strict=True)]


def _pack_scalar(value: Any) -> Any:
    return repr(value) if isinstance(value, float) and not math.isfinite(value) else value


def _pack_cell(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not -(2**63) <= value < 2**63 else value


@cache
def _unpacker(hint: Any) -> Convert:
    classes, items = _classes(hint), _tuple_of(hint)
    if classes:
        return _class_unpacker(hint, classes)
    return _tuple_unpacker(items) if items else _scalar_unpacker(hint)


def _class_unpacker(hint: Any, classes: dict[str, Any]) -> Convert:
    only = next(iter(classes)) if len(classes) == 1 else ""
    optional = type(None) in _options(hint)
    parts = {
        name: (kind, [(field, _unpacker(inner)) for field, inner in hints_of(kind).items()])
        for name, kind in classes.items()
    }

    def unpack(data: Any) -> Any:
        if data is None and optional:
            return None
        try:
            kind, converts = parts[only or data["is"]]
            given = len(data) - (not only)
            if given == len(converts):
                return kind(*[convert(data[field]) for field, convert in converts])
            told = {field: convert(data[field]) for field, convert in converts if field in data}
            if given == len(told):
                return kind(**told)
        except (KeyError, TypeError) as error:
            raise ValueError(f"{str(data)[:80]} is no {hint}") from error
        raise ValueError(f"{str(data)[:80]} has too many fields for {hint}")

    return unpack


def _tuple_unpacker(items: tuple[Any, ...]) -> Convert:
    converts = [_unpacker(item) for item in items if item is not Ellipsis]

    def unpack(data: Any) -> Any:
        if not isinstance(data, list):
            raise ValueError(f"{str(data)[:80]} is no list")  # noqa: TRY004  one error for all that does not fit
        if len(converts) < len(items):
            return tuple([converts[0](item) for item in data])
        return tuple(convert(item) for convert, item in zip(converts, data, strict=True))

    return unpack


def _scalar_unpacker(hint: Any) -> Convert:
    options = _options(hint)
    words = {word for option in options if get_origin(option) is Literal for word in get_args(option)}
    kinds = {option for option in options if isinstance(option, type)}
    kinds |= {int} if float in kinds else set()

    def unpack(data: Any) -> Any:
        if type(data) in kinds or (isinstance(data, str) and data in words):
            return data
        if bool in kinds and data in (0, 1):
            return bool(data)
        if int in kinds and isinstance(data, str) and _NUMBER.fullmatch(data):
            return float(data) if data[-1].isalpha() else int(data)
        raise ValueError(f"{str(data)[:80]!r} is no {hint}")

    return unpack
