"""Land and borders inside a frame, as SVG paths."""

from dataclasses import dataclass

from svod.export.report.maps.frame import Frame
from svod.export.report.maps.outline import Country, Point, load_outline

# Points nearer than this look like one.
LEAST_STEP = 0.6

# Edges made by clipping lie this far outside the picture, out of sight.
BLEED = 4.0

# A country needs this much of the picture (in square points) for its name.
LEAST_NAMED_AREA = 9000.0


@dataclass(frozen=True, slots=True)
class Land:
    """One country's part of the picture.

    Attributes:
        name: English name.
        code: ISO 3166-1 alpha-2, or empty.
        path: `d` of an SVG path.
        spots: Where its name may stand, best first; none if it is too small.
    """

    name: str
    code: str
    path: str
    spots: tuple[Point, ...]


def find_land(frame: Frame) -> list[Land]:
    """Return the countries that a frame shows, by name."""
    found = (_land(country, frame) for country in load_outline())
    return [land for land in found if land is not None]


def _land(country: Country, frame: Frame) -> Land | None:
    rings = [
        ring
        for turn in (-360.0, 0.0, 360.0)
        for points, box in zip(country.rings, country.boxes, strict=True)
        if _meets(box, turn, frame)
        for ring in [_drawn(points, turn, frame)]
        if len(ring) > 2
    ]
    if not rings:
        return None
    return Land(country.name, country.code, "".join(_path(ring) for ring in rings), _spots(rings))


def _meets(box: tuple[float, float, float, float], turn: float, frame: Frame) -> bool:
    west, south, east, north = box
    beside = west + turn > frame.east or east + turn < frame.west
    return not (beside or south > frame.north or north < frame.south)


def _drawn(points: tuple[Point, ...], turn: float, frame: Frame) -> list[Point]:
    ring = [frame.project(x + turn, y) for x, y in points]
    return _thinned(_clipped(ring, frame.width, frame.height))


def _clipped(ring: list[Point], width: float, height: float) -> list[Point]:
    """Cut a ring to the picture. Source: Sutherland & Hodgman (1974)."""
    for axis, limit, sign in (
        (0, -BLEED, 1),
        (0, width + BLEED, -1),
        (1, -BLEED, 1),
        (1, height + BLEED, -1),
    ):
        ring = _cut(ring, axis, limit, sign) if ring else ring
    return ring


def _cut(ring: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """Keep what lies beyond a limit in the direction of `sign` along an axis."""
    kept: list[Point] = []
    for before, point in zip([ring[-1], *ring[:-1]], ring, strict=True):
        a, b = sign * (before[axis] - limit), sign * (point[axis] - limit)
        if (a >= 0) != (b >= 0):
            share = a / (a - b)
            x, y = (one + share * (other - one) for one, other in zip(before, point, strict=True))
            kept.append((limit, y) if axis == 0 else (x, limit))
        if b >= 0:
            kept.append(point)
    return kept


def _thinned(ring: list[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in ring:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= LEAST_STEP:
            kept.append(point)
    return kept


def _path(ring: list[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def _spots(rings: list[list[Point]]) -> tuple[Point, ...]:
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    if abs(_area(largest)) < LEAST_NAMED_AREA:
        return ()
    xs, ys = [x for x, _ in largest], [y for _, y in largest]
    middle = _centroid(largest)
    grid = [
        (min(xs) + i / 8 * (max(xs) - min(xs)), min(ys) + j / 8 * (max(ys) - min(ys)))
        for i in range(1, 8)
        for j in range(1, 8)
    ]
    near = sorted(grid, key=lambda p: (p[0] - middle[0]) ** 2 + (p[1] - middle[1]) ** 2)
    return tuple((round(x, 1), round(y, 1)) for x, y in [middle, *near] if _is_inside(x, y, largest))


def _centroid(ring: list[Point]) -> Point:
    area = _area(ring)
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    x = sum((ax + bx) * (ax * by - bx * ay) for (ax, ay), (bx, by) in pairs) / (6 * area)
    y = sum((ay + by) * (ax * by - bx * ay) for (ax, ay), (bx, by) in pairs) / (6 * area)
    return x, y


def _is_inside(x: float, y: float, ring: list[Point]) -> bool:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    crossed = [
        ax + (y - ay) / (by - ay) * (bx - ax) > x for (ax, ay), (bx, by) in pairs if (ay > y) != (by > y)
    ]
    return sum(crossed) % 2 == 1


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2
