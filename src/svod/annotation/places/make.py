"""Places that the gazetteer does not hold by itself: facilities, parts, and names that nobody listed."""

import re
from dataclasses import replace

from svod.annotation.places.hit import Hit
from svod.gazetteer import Gazetteer, fold_name
from svod.model import Place, PlaceKind

_FACILITY_KM = 1.0
_MANY = 300_000  # persons; the main airport of a city from here on is called international as a rule
_KINDS: dict[str, PlaceKind] = {"region": "region", "district": "district", "city": "city", "area": "area"}


def make_facility(
    hit: Hit, town: Place | None, around: Place | None, gazetteer: Gazetteer, *, international: bool
) -> Place | None:
    """Return a facility with the position of its town, or of the place spoken of around it.

    `None` if neither is known: a place without a position would only mislead.
    """
    holder = town or around
    name = hit.proper or (_called_after(hit, town, gazetteer, international=international) if town else "")
    if not name or holder is None:
        return None
    return _inside(
        f"facility:{_slug(name)}", name, "facility", holder, _FACILITY_KM if town else holder.radius_km
    )


def make_part(hit: Hit, whole: Place) -> Place:
    """Return a part of a country or region ("Northern France"), placed in the middle of the whole."""
    name = f"{hit.proper} {whole.name}"
    return _inside(f"part:{_slug(name)}", name, "area", whole, round(whole.radius_km * 0.7, 1))


def make_unknown(hit: Hit, around: Place | None) -> Place | None:
    """Return a place that the gazetteer lacks, somewhere inside the place spoken of around it."""
    if around is None:
        return None
    return _inside(
        f"named:{_slug(hit.proper)}", hit.proper, _KINDS.get(hit.level, "area"), around, around.radius_km
    )


def _called_after(hit: Hit, town: Place, gazetteer: Gazetteer, *, international: bool) -> str:
    if hit.facility.endswith(" of"):
        return f"{hit.facility} {town.name}"
    if international and gazetteer.population(town) >= _MANY and not hit.facility.startswith("International"):
        return f"{town.name} International {hit.facility}"
    return f"{town.name} {hit.facility}"


def _inside(id_: str, name: str, kind: PlaceKind, holder: Place, radius: float) -> Place:
    within = holder.within if holder.kind == "facility" else (holder.id, *holder.within)
    return replace(holder, id=id_, name=name, kind=kind, radius_km=radius, within=within)


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", fold_name(name)).strip("-")
