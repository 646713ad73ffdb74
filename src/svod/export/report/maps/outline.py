"""The outline of the world's countries, unpacked."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country as Natural Earth draws it: de facto, and no position.

    Attributes:
        name: English name.
        rings: Closed rings of longitude and latitude, outer and inner alike.
        boxes: West, south, east and north of each ring.
    """

    name: str
    rings: tuple[Ring, ...]
    boxes: tuple[tuple[float, float, float, float], ...]


@cache
def load_outline() -> tuple[Country, ...]:
    """Load all countries, sorted by name. See `data/NOTICE` for the source."""
    packed = files("svod.export.report").joinpath("data/outline.json.gz").read_bytes()
    outline = json.loads(gzip.decompress(packed))
    arcs = [_arc(deltas, outline["units"]) for deltas in outline["arcs"]]
    return tuple(_country(country["name"], country["rings"], arcs) for country in outline["countries"])


def _arc(deltas: list[int], units: int) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in zip(deltas[::2], deltas[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / units, y / units))
    return points


def _country(name: str, rings: list[list[int]], arcs: list[list[Point]]) -> Country:
    drawn = tuple(_ring(ring, arcs) for ring in rings)
    return Country(name, drawn, tuple(_box(ring) for ring in drawn))


def _ring(indexes: list[int], arcs: list[list[Point]]) -> Ring:
    points: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def _box(ring: Ring) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)
