"""The place that somebody means by a name."""

import re
from collections.abc import Iterable

from svod.errors import InvalidDecisionError
from svod.gazetteer import load_gazetteer
from svod.gazetteer.fold import fold_name
from svod.model import Place

_OWN = re.compile(r"(?P<name>[^@]+)@(?P<latitude>[-+]?\d+(?:\.\d+)?),(?P<longitude>[-+]?\d+(?:\.\d+)?)")
_OWN_RADIUS_KM = 1.0


def find_place(name: str, known: Iterable[Place]) -> Place:
    """Return the place of a name or id.

    One that the case knows already wins, then the weightiest of the gazetteer.
    A place that neither knows is told with its point: `Old Bridge@43.25,76.95`.

    Raises:
        InvalidDecisionError: If no place has the name.
    """
    if own := _OWN.fullmatch(name):
        return _own_place(own["name"].strip(), float(own["latitude"]), float(own["longitude"]))
    key = fold_name(name)
    met = [place for place in known if name == place.id or fold_name(place.name) == key]
    if met:
        return min(met, key=lambda place: place.id)
    found = load_gazetteer().find(key)
    if not found:
        raise InvalidDecisionError(f"no place is called {name!r}; tell its point: {name}@43.25,76.95")
    return found[0]


def _own_place(name: str, latitude: float, longitude: float) -> Place:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise InvalidDecisionError(f"{latitude},{longitude} is no point on Earth: latitude, longitude")
    return Place(f"hand:{fold_name(name)}", name, "facility", "", latitude, longitude, _OWN_RADIUS_KM)
