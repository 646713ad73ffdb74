"""Section: where it happened."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from svod.export.report.chronology import EventEntry
from svod.export.report.index import Index, Item, place_name
from svod.export.report.maps.frame import Frame, Spot, fit, window
from svod.export.report.maps.labels import Box, Label, label_box, place_labels, place_names
from svod.export.report.maps.land import Land, find_land
from svod.model import Place, Series

WIDTH, HEIGHT = 760.0, 470.0
INSET_WIDTH, INSET_HEIGHT = 132.0, 88.0

# Below this many degrees of latitude a reader needs to be told where on
# earth the window is.
INSET_BELOW_DEGREES = 8.0
INSET_SPAN_DEGREES = 26.0

# At most this many names, or the map turns into a word list.
MOST_LABELS = 40

_AREAS = ("country", "region", "district", "area")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with the events and figures that name it.

    Attributes:
        number: Its number in the table of places.
        anchor: Fragment of its row.
        place: The place.
        name: What it is called.
        kind: Word for its level.
        reach: How far from the point it reaches, in words.
        events: Items of its events.
        figures: Items of its figures.
        is_drawn: Whether the map shows it.
    """

    number: int
    anchor: str
    place: Place
    name: str
    kind: str
    reach: str
    events: tuple[Item, ...]
    figures: tuple[Item, ...]
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class Symbol:
    """A place's mark: its middle, its size, and how far it reaches."""

    row: PlaceRow
    shape: str
    x: float
    y: float
    radius: float
    reach: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Inset:
    """A small picture of where the window lies."""

    land: tuple[Land, ...]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class MapView:
    """The map. Symbols are in the order of drawing: wide below, small above."""

    width: float
    height: float
    land: tuple[Land, ...]
    countries: tuple[Label, ...]
    symbols: tuple[Symbol, ...]
    scale_km: int
    scale_points: float
    inset: Inset | None


def build_map(
    index: Index, entries: list[EventEntry], series: Iterable[Series]
) -> tuple[list[PlaceRow], MapView | None]:
    """Return the table of the places of events and figures, the most named first, and the map over it.

    There is no map where nothing has a place. Countries stand in the table
    alone unless nothing nearer is known: a mark in the middle of one would
    say more than the accounts do.
    """
    gathered = _gather(index, entries, series)
    spots = [_spot(place, weight) for place, weight in _weighed(gathered)]
    frame = fit(spots, WIDTH, HEIGHT) if spots else None
    has_nearer = any(place.kind != "country" for place, _ in _weighed(gathered))
    hidden = ("country",) if has_nearer else ()
    rows = [_row(index, number, found, frame, hidden) for number, found in enumerate(gathered, 1)]
    return rows, _view(index, frame, rows) if frame else None


_Found = tuple[Place, tuple[Item, ...], tuple[Item, ...]]


def _gather(index: Index, entries: list[EventEntry], series: Iterable[Series]) -> list[_Found]:
    places: dict[str, Place] = {}
    events: dict[str, list[Item]] = defaultdict(list)
    figures: dict[str, list[Item]] = defaultdict(list)
    for entry in entries:
        if entry.event.where:
            places[entry.event.where.id] = entry.event.where
            events[entry.event.where.id].append(entry.item)
    for one in series:
        if one.where:
            places[one.where.id] = one.where
            figures[one.where.id].append(index.clusters[one.id])
    found = [(place, tuple(events[i]), tuple(figures[i])) for i, place in places.items()]
    return sorted(found, key=lambda f: (-len(f[1]), -len(f[2]), f[0].name, f[0].id))


def _weighed(gathered: list[_Found]) -> list[tuple[Place, int]]:
    weighed = [(place, len(events) + len(figures)) for place, events, figures in gathered]
    nearer = [(place, weight) for place, weight in weighed if place.kind != "country"]
    return nearer or weighed


def _spot(place: Place, weight: int) -> Spot:
    return Spot(place.longitude, place.latitude, place.radius_km, weight)


def _row(index: Index, number: int, found: _Found, frame: Frame | None, hidden: tuple[str, ...]) -> PlaceRow:
    place, events, figures = found
    return PlaceRow(
        number=number,
        anchor=f"place-{number}",
        place=place,
        name=place_name(index, place),
        kind=index.tongue.word("place", place.kind),
        reach=index.tongue.say("%(n)s km", n=index.tongue.digits(round(max(1.0, place.radius_km)))),
        events=events,
        figures=figures,
        is_drawn=frame is not None
        and frame.holds(place.longitude, place.latitude)
        and place.kind not in hidden,
    )


def _view(index: Index, frame: Frame, rows: list[PlaceRow]) -> MapView:
    inset = _inset(frame)
    land = find_land(frame)
    taken = _furniture(inset)
    symbols = _labelled([_symbol(row, frame) for row in rows if row.is_drawn], taken)
    km = _round_km(WIDTH / 5 / frame.points(1))
    return MapView(
        width=WIDTH,
        height=HEIGHT,
        land=tuple(land),
        countries=_country_names(index, land, symbols, taken),
        symbols=tuple(sorted(symbols, key=lambda s: (-s.reach, -s.radius, s.row.number))),
        scale_km=km,
        scale_points=round(frame.points(km), 1),
        inset=inset,
    )


def _symbol(row: PlaceRow, frame: Frame) -> Symbol:
    x, y = frame.project(row.place.longitude, row.place.latitude)
    shape = "area" if row.place.kind in _AREAS else "spot" if row.place.kind == "facility" else "town"
    radius = min(17.0, 3.5 + 2.2 * sqrt(len(row.events) + len(row.figures) / 2))
    reach = 0.0 if row.place.kind == "country" else frame.points(row.place.radius_km)
    return Symbol(row, shape, round(x, 1), round(y, 1), round(radius, 1), round(reach, 1), None)


def _furniture(inset: Inset | None) -> list[Box]:
    scale = (0.0, HEIGHT - 36, 190.0, HEIGHT)
    return (
        [scale, (WIDTH - INSET_WIDTH - 12, HEIGHT - INSET_HEIGHT - 12, WIDTH, HEIGHT)] if inset else [scale]
    )


def _country_names(
    index: Index, land: list[Land], symbols: list[Symbol], taken: list[Box]
) -> tuple[Label, ...]:
    marks = [(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in symbols]
    names = [label_box(s.label) for s in symbols if s.label]
    wanted = [
        (index.tongue.outline(country.code, country.name), country.spots) for country in land if country.spots
    ]
    return tuple(place_names(wanted, WIDTH, HEIGHT, [*taken, *marks, *names]))


def _labelled(symbols: list[Symbol], taken: list[Box]) -> list[Symbol]:
    named = symbols[:MOST_LABELS]
    marks = [(s.x, s.y, s.radius, s.row.name) for s in named]
    labels = [*place_labels(marks, WIDTH, HEIGHT, taken), *[None] * (len(symbols) - len(named))]
    return [
        Symbol(s.row, s.shape, s.x, s.y, s.radius, s.reach, label)
        for s, label in zip(symbols, labels, strict=True)
    ]


def _inset(frame: Frame) -> Inset | None:
    tall = HEIGHT / frame.scale
    if tall >= INSET_BELOW_DEGREES:
        return None
    middle = ((frame.west + frame.east) / 2, (frame.north + frame.south) / 2)
    half = INSET_SPAN_DEGREES / 2
    small = window(
        (middle[0] - half, middle[1] - half / 2, middle[0] + half, middle[1] + half / 2),
        INSET_WIDTH,
        INSET_HEIGHT,
    )
    x, y = small.project(frame.west, frame.north)
    wide, high = WIDTH / (frame.scale * frame.squeeze) * small.scale * small.squeeze, tall * small.scale
    least = max(0.0, 5.0 - wide) / 2
    return Inset(
        tuple(find_land(small)), round(x - least, 1), round(y - least, 1), max(5.0, wide), max(5.0, high)
    )


def _round_km(rough: float) -> int:
    """Return a round number of kilometres near a rough one, at least 1."""
    power: int = 10 ** max(0, len(str(int(rough))) - 1)
    return max(power * nice for nice in (1, 2, 5) if nice == 1 or power * nice <= rough)
