"""The packed table of places, read at once and opened row by row.

A line of `places.tsv.xz` has eleven cells: id, canonical English name, kind, country
(ISO 3166-1 alpha-2), latitude, longitude, population (two digits kept), radius in km (empty: told by
kind and population), id of the place that holds it, other names and adjectives, both folded
(`fold_name`) and divided by `|`. `scripts/build_gazetteer.py` writes it.
"""

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

import numpy as np
import numpy.typing as npt

from svod.errors import MalformedLexiconError
from svod.gazetteer.fold import fold_name
from svod.model import PlaceKind

FILE = "places.tsv.xz"
_CELLS = 11
_KINDS = frozenset({"country", "region", "district", "city", "area", "facility"})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, as `svod.model.Place` and the lookups need it."""

    id: str
    name: str
    kind: PlaceKind
    country: str
    latitude: float
    longitude: float
    population: int
    radius: float
    parent: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


class Table:
    """All lines of the table with two indices: by id and by folded name.

    A dictionary of half a million names would cost a hundred megabytes a
    worker; sorted hashes in an array cost six, and a lookup is a bisection and a
    comparison of the words themselves.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._ids: dict[str, int] = {}
        names: list[int] = []
        name_rows: list[int] = []
        for number, line in enumerate(lines):
            cells = line.split("\t")
            if len(cells) != _CELLS:
                raise MalformedLexiconError(
                    FILE, f"line {number + 1} has {len(cells)} cells in place of {_CELLS}"
                )
            self._ids[cells[0]] = number
            keys = [
                _main_key(cells[1]),
                *filter(None, cells[9].split("|")),
                *filter(None, cells[10].split("|")),
            ]
            names.extend(map(hash, keys))
            name_rows.extend([number] * len(keys))
        hashes = np.array(names, dtype=np.int64)
        order = np.argsort(hashes, kind="stable")
        self._hashes: npt.NDArray[np.int64] = hashes[order]
        self._rows: npt.NDArray[np.int32] = np.array(name_rows, dtype=np.int32)[order]

    def __len__(self) -> int:
        return len(self._lines)

    def is_country(self, number: int) -> bool:
        """Tell whether a row is a country, without opening it."""
        return "\tcountry\t" in self._lines[number]

    def number(self, id_: str) -> int | None:
        """Return the number of the row with this id, or `None`."""
        return self._ids.get(id_)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return the rows that may bear a folded name, ascending; the caller compares the words."""
        first, last = (
            np.searchsorted(self._hashes, hash(key), "left"),
            np.searchsorted(self._hashes, hash(key), "right"),
        )
        return tuple(sorted({int(row) for row in self._rows[first:last]}))

    def row(self, number: int) -> Row:
        """Open a line.

        Raises:
            MalformedLexiconError: If its cells are not what the columns promise.
        """
        cells = self._lines[number].split("\t")
        try:
            return Row(
                cells[0], cells[1], _kind(cells[2]), cells[3], float(cells[4]), float(cells[5]), int(cells[6]),
                float(cells[7] or 0), cells[8], _items(cells[9]), _items(cells[10]),
            )  # fmt: skip
        except ValueError as error:
            raise MalformedLexiconError(FILE, f"line {number + 1}: {error}") from error


def load_table() -> Table:
    """Read the packed table of the package.

    Raises:
        MalformedLexiconError: If the table is missing, damaged or empty.
    """
    try:
        packed = files("svod.gazetteer").joinpath(FILE).read_bytes()
        text = lzma.decompress(packed).decode()
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise MalformedLexiconError(FILE, f"cannot be read: {error}") from error
    lines = text.split("\n")[:-1]
    if not lines:
        raise MalformedLexiconError(FILE, "holds no place")
    return Table(lines)


def _main_key(name: str) -> str:
    # Most names are plain; folding them by the slow road would double the time to load.
    return name.lower() if name.isascii() and name.replace(" ", "").isalpha() else fold_name(name)


def _kind(cell: str) -> PlaceKind:
    if cell not in _KINDS:
        raise ValueError(f"{cell!r} is no kind of place")
    return cast("PlaceKind", cell)


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
