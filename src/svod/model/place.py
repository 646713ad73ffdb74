"""Places: where something happened, as the gazetteer knows it."""

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["country", "region", "district", "city", "facility", "area"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a name can stand for.

    Attributes:
        id: `geonames:1526384`, or `facility:` and a name for what the
            gazetteer does not hold by itself ("the airport of Almaty").
        name: Canonical English name, e.g. `Mangystau Region`.
        kind: Level; `area` is a part of a city, a sea, a range, …
        country: ISO 3166-1 alpha-2, or an empty string.
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        radius_km: How far from the point the place reaches, roughly.
        within: Ids of the places that hold this one, nearest first.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str
    latitude: float
    longitude: float
    radius_km: float
    within: tuple[str, ...] = ()

    def holds(self, other: "Place") -> bool:
        """Tell whether `other` is this place or lies inside it."""
        return self.id == other.id or self.id in other.within
