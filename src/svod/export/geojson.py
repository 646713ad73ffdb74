"""Events and figures on the map, as GeoJSON."""

from typing import TextIO

from svod.export.jsonl import render_json
from svod.export.row import Row, plain_number
from svod.model import Event, Place, Record, Series

# RFC 7946, section 11.2: seven decimals are more precise than any source.
_DECIMALS = 6

# Levels of a place that are areas: their point is a middle, not a spot.
_AREAS = frozenset({"country", "region", "district", "area"})


def write_geojson(record: Record, stream: TextIO) -> None:
    """Write one FeatureCollection, events first, then series of figures.

    Each feature is a point in WGS 84 with `radius_km`, how far around it the
    place reaches; `area` is true where the point is only the middle of a
    region or a country. What has no place has a null geometry, as RFC 7946
    allows, so that nothing is lost.
    """
    features = [
        *(_feature(event, _event_properties(event)) for event in record.events),
        *(_feature(series, _series_properties(series)) for series in record.series),
    ]
    collection = {"type": "FeatureCollection", "features": features}
    stream.write(render_json(collection, indent=1) + "\n")


def _feature(cluster: Event | Series, properties: Row) -> Row:
    geometry = None if cluster.where is None else _point(cluster.where)
    return {"type": "Feature", "id": cluster.id, "geometry": geometry, "properties": properties}


def _point(place: Place) -> Row:
    position = [round(place.longitude, _DECIMALS), round(place.latitude, _DECIMALS)]
    return {"type": "Point", "coordinates": position}


def _event_properties(event: Event) -> Row:
    kind: Row = {"kind": "event", "title": event.title, "type": event.type}
    return kind | _shared(event) | {"denied_by": list(event.denied_by)}


def _series_properties(series: Series) -> Row:
    kind: Row = {"kind": "figure", "title": series.title, "measure": series.measure, "of": series.of}
    numbers = {
        "unit": series.unit or None,
        "low": plain_number(series.low),
        "high": plain_number(series.high),
    }
    return kind | numbers | _shared(series)


def _shared(cluster: Event | Series) -> Row:
    return {
        "when": cluster.when,
        **_place_properties(cluster.where),
        "other_places": [a.value for a in cluster.answers if a.attribute == "where" and not a.shown],
        "statements": list(cluster.statements),
        "documents": list(cluster.documents),
        "origins": list(cluster.origins),
        "silent": list(cluster.silent),
    }


def _place_properties(place: Place | None) -> Row:
    if place is None:
        return {"place": None, "place_kind": None, "country": None, "radius_km": None, "area": None}
    return {
        "place": place.name,
        "place_kind": place.kind,
        "country": place.country or None,
        "radius_km": plain_number(place.radius_km),
        "area": place.kind in _AREAS,
    }
