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
        code: ISO 3166-1 alpha-2, or empty.
        rings: Closed rings of longitude and latitude, outer and inner alike;
            longitudes may run past 180 degrees.
        boxes: West, south, east and north of each ring.
    """

    name: str
    code: str
    rings: tuple[Ring, ...]
    boxes: tuple[tuple[float, float, float, float], ...]


@cache
def load_outline() -> tuple[Country, ...]:
    """Load all countries, sorted by name. See `data/NOTICE` for the source."""
    packed = files("svod.export.report").joinpath("data/outline.json.gz").read_bytes()
    outline = json.loads(gzip.decompress(packed))
    arcs = [_arc(deltas, outline["units"]) for deltas in outline["arcs"]]
    return tuple(
        _country(country["name"], country["code"], country["rings"], arcs) for country in outline["countries"]
    )


def _arc(deltas: list[int], units: int) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in zip(deltas[::2], deltas[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / units, y / units))
    return points


def _country(name: str, code: str, rings: list[list[int]], arcs: list[list[Point]]) -> Country:
    drawn = tuple(_ring(ring, arcs) for ring in rings)
    return Country(name, code, drawn, tuple(_box(ring) for ring in drawn))


def _ring(indexes: list[int], arcs: list[list[Point]]) -> Ring:
    points: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return _unwrapped(points)


def _unwrapped(points: list[Point]) -> Ring:
    """Walk on past 180 degrees in place of jumping to the other edge of the map.

    A ring around a pole comes back a whole turn away; it is closed along it.
    """
    turned = [points[0]]
    for x, y in points[1:]:
        turned.append((x - 360 * round((x - turned[-1][0]) / 360), y))
    if abs(turned[-1][0] - turned[0][0]) > 180:
        pole = 90.0 if turned[0][1] > 0 else -90.0
        turned += [(turned[-1][0], pole), (turned[0][0], pole), turned[0]]
    return tuple(turned)


def _box(ring: Ring) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)
