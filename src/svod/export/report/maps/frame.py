"""Which part of the world to show, and how degrees become points of a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

KM_PER_DEGREE = 111.32

# Share of all mentions that the map must show; far places that few events
# name ("Brussels") would else shrink everything to a dot.
CORE_SHARE = 0.9

# The whole set is shown if it needs no more than this many times the core.
WIDENING = 1.8

LEAST_SPAN_DEGREES = 0.3
MARGIN = 0.16


@dataclass(frozen=True, slots=True)
class Spot:
    """A point with its weight and how far it reaches."""

    longitude: float
    latitude: float
    radius_km: float
    weight: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A window on the world in the equirectangular projection.

    Distances are true along the middle latitude and along every meridian.

    Attributes:
        west: Longitude of the left edge.
        north: Latitude of the upper edge.
        scale: Points of the picture per degree of latitude.
        squeeze: Width of a degree of longitude over one of latitude.
        width: Width of the picture.
        height: Height of the picture.
    """

    west: float
    north: float
    scale: float
    squeeze: float
    width: float
    height: float

    @property
    def east(self) -> float:
        """Longitude of the right edge."""
        return self.west + self.width / (self.scale * self.squeeze)

    @property
    def south(self) -> float:
        """Latitude of the lower edge."""
        return self.north - self.height / self.scale

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the point of the picture for a point of the world."""
        return (longitude - self.west) * self.scale * self.squeeze, (self.north - latitude) * self.scale

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point of the world lies in the picture."""
        x, y = self.project(longitude, latitude)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def points(self, km: float) -> float:
        """Return how many points of the picture a distance takes."""
        return km / KM_PER_DEGREE * self.scale


def fit(spots: Sequence[Spot], width: float, height: float) -> Frame:
    """Choose the window that shows the core of some spots (at least one)."""
    core = _core(spots)
    whole = _box(spots)
    inner = _box(core)
    widens = _span(whole) <= WIDENING * max(_span(inner), LEAST_SPAN_DEGREES)
    return window(whole if widens else inner, width, height)


def window(box: tuple[float, float, float, float], width: float, height: float) -> Frame:
    """Return the smallest window with a margin that shows a box of degrees."""
    west, south, east, north = box
    middle = max(-80.0, min(80.0, (south + north) / 2))
    squeeze = cos(radians(middle))
    tall = max(north - south, LEAST_SPAN_DEGREES, (east - west) * squeeze * height / width)
    tall *= 1 + 2 * MARGIN
    scale = height / tall
    left = (west + east) / 2 - width / (scale * squeeze) / 2
    return Frame(left, (south + north) / 2 + tall / 2, scale, squeeze, width, height)


def _core(spots: Sequence[Spot]) -> list[Spot]:
    middle = (_median(spots, "longitude"), _median(spots, "latitude"))
    near = sorted(spots, key=lambda s: (_apart(s, middle), s.longitude, s.latitude))
    total, seen = sum(s.weight for s in spots), 0
    kept: list[Spot] = []
    for spot in near:
        if kept and seen >= CORE_SHARE * total:
            break
        kept.append(spot)
        seen += spot.weight
    return kept


def _median(spots: Sequence[Spot], axis: str) -> float:
    ordered = sorted((getattr(spot, axis), spot.weight) for spot in spots)
    half, seen = sum(weight for _, weight in ordered) / 2, 0
    for value, weight in ordered:
        seen += weight
        if seen >= half:
            return float(value)
    return float(ordered[-1][0])


def _apart(spot: Spot, middle: tuple[float, float]) -> float:
    wide = (spot.longitude - middle[0]) * cos(radians(middle[1]))
    return wide * wide + (spot.latitude - middle[1]) ** 2


def _box(spots: Sequence[Spot]) -> tuple[float, float, float, float]:
    reach = [(spot, spot.radius_km / KM_PER_DEGREE) for spot in spots]
    return (
        min(s.longitude - r / max(0.1, cos(radians(s.latitude))) for s, r in reach),
        min(s.latitude - r for s, r in reach),
        max(s.longitude + r / max(0.1, cos(radians(s.latitude))) for s, r in reach),
        max(s.latitude + r for s, r in reach),
    )


def _span(box: tuple[float, float, float, float]) -> float:
    west, south, east, north = box
    return max((east - west) * cos(radians((south + north) / 2)), north - south)
