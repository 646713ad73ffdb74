"""What the live map draws: the land under it, and the places on it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from svod.export.report.maps import PlaceRow
from svod.export.report.maps.outline import Country, Point, load_outline
from svod.tongue import Tongue

_DECIMALS = 3
"""A hundred metres: the outline itself is simplified to about a kilometre."""

Feature = dict[str, object]


@cache
def land(tongue: Tongue) -> bytes:
    """Return the outline of the world's countries as GeoJSON, the same as under the printed map, with names.

    Every ring stands as a polygon of its own: a hole in one country is filled
    by the country that lies in it. A point in the largest holds the name.
    """
    features = [feature for country in load_outline() for feature in _country(country, tongue)]
    return json.dumps(_collection(features), ensure_ascii=False, separators=(",", ":")).encode()


def places(rows: Iterable[PlaceRow], titles: Mapping[str, str]) -> Feature:
    """Return the places that have a mark, as GeoJSON.

    Args:
        rows: Rows of the table of places.
        titles: By anchor of a row, what its mark says.
    """
    return _collection([_place(row, titles[row.anchor]) for row in rows if row.place.kind != "country"])


def _country(country: Country, tongue: Tongue) -> list[Feature]:
    name: dict[str, object] = {"name": tongue.outline(country.code, country.name)}
    rings = [_rounded(ring) for ring in country.rings]
    west, south, east, north = max(country.boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    middle = _rounded([((west + east) / 2, (south + north) / 2)])[0]
    return [_feature("MultiPolygon", [[ring] for ring in rings], {}), _feature("Point", middle, name)]


def _place(row: PlaceRow, title: str) -> Feature:
    properties = {
        "anchor": row.anchor,
        "name": row.name,
        "kind": row.place.kind,
        "near": row.is_drawn,
        "title": title,
        "weight": len(row.events) + len(row.figures) / 2,
        "metres": round(1000 * row.place.radius_km),
    }
    return _feature("Point", [round(row.place.longitude, 5), round(row.place.latitude, 5)], properties)


def _rounded(ring: Sequence[Point]) -> list[list[float]]:
    return [[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in ring]


def _feature(kind: str, coordinates: object, properties: dict[str, object]) -> Feature:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _collection(features: list[Feature]) -> Feature:
    return {"type": "FeatureCollection", "features": features}
