"""`case.toml` beside accounts: which columns of their tables mean what."""

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from svod.ingest.sidecar import columns_fault
from svod.model import Trouble

NAME = "case.toml"
MAX_BYTES = 64 * 1024
"""A line for each of some hundred files."""

_OF_A_CASE = frozenset({"title", "time_zone", "language", "shown_first"})
"""What the `case.toml` of a case holds besides; here it says nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a `case.toml` beside accounts says.

    Attributes:
        columns: Mapping of columns for all tables of its folder and below, `text=body,title=head`, or empty.
        files: Name of a file, relative to its folder, in Unicode NFC → mapping for it alone.
    """

    columns: str
    files: Mapping[str, str]


def read_settings(path: Path, name: str) -> tuple[Settings, tuple[Trouble, ...]]:
    """Return what a `case.toml` says and what is wrong with it; what is wrong is told and left out.

    Args:
        path: The file.
        name: How to call it in a trouble, e.g. `sub/case.toml`.
    """
    nothing = Settings("", {})
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            return nothing, (Trouble(name, f"is longer than {MAX_BYTES // 1024} KB"),)
        loaded = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        return nothing, (Trouble(name, f"cannot be read: {error.strerror or error}"),)
    except (ValueError, RecursionError) as error:
        return nothing, (Trouble(name, f"is not TOML: {error}"),)
    unknown = [Trouble(name, f"`{key}` is nothing that is read") for key in sorted(loaded.keys() - _KEYS)]
    columns = loaded.get("columns", {})
    if not isinstance(columns, dict):
        return nothing, (*unknown, Trouble(name, "`columns` is no table"))
    settings, reasons = _settings(columns)
    return settings, (*unknown, *(Trouble(name, reason) for reason in reasons))


def _settings(columns: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    shared = {field: column for field, column in columns.items() if not isinstance(column, dict)}
    every, reasons = _mapping("columns", shared)
    files = {}
    for file, told in columns.items():
        if isinstance(told, dict):
            mapping, faults = _mapping(f'columns."{file}"', told)
            files[unicodedata.normalize("NFC", file)] = mapping
            reasons += faults
    return Settings(every, files), reasons


def _mapping(where: str, told: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return the good pairs as one mapping, and what is wrong with the others."""
    faults = {field: _fault(field, column) for field, column in sorted(told.items())}
    good = ",".join(f"{field}={told[field]}" for field, fault in faults.items() if not fault)
    return good, [f"`{where}`: {fault}, ignored" for fault in faults.values() if fault]


def _fault(field: str, column: Any) -> str:
    if not isinstance(column, str):
        return f"the column of {field} is not text"
    return columns_fault(f"{field}={column}")


_KEYS = _OF_A_CASE | {"columns"}


def mapping_for(file: str, settings: Mapping[str, Settings]) -> str:
    """Return the mapping for a file: of the nearest folder that has one for it.

    Args:
        file: Its name, relative to the folder that was read, in Unicode NFC.
        settings: Name of a folder, empty for the one that was read → what its `case.toml` says.
    """
    return next((found for folder in _above(file) if (found := _told(file, folder, settings))), "")


def _told(file: str, folder: str, settings: Mapping[str, Settings]) -> str:
    here = settings.get(folder)
    inside = file[len(folder) + 1 :] if folder else file
    return (here.files.get(inside) or here.columns) if here else ""


def _above(file: str) -> Iterator[str]:
    """Yield the folders above a file, the nearest first, down to an empty name."""
    while file:
        file = file.rpartition("/")[0]
        yield file
