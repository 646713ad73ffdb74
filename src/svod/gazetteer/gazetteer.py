"""Looking places up: by name in any script, and by id."""

import math
from functools import cache, lru_cache

from svod.errors import UnknownReferenceError
from svod.gazetteer.fold import fold_name
from svod.gazetteer.table import Row, Table, load_table
from svod.model import Place

_FIGURELESS = {"country": 500.0, "region": 100.0, "district": 30.0, "area": 20.0, "facility": 1.0}
_WEIGHT = {"country": 20_000_000, "area": 1_000_000, "facility": 100_000}
_SHARE = {"region": 15, "district": 50}  # a bare name means the city sooner than the region around it
_KEPT = 65_536  # names whose places are kept open; a long document has a few thousand


class Gazetteer:
    """Places of the world with their names in English, Russian, Kazakh and other languages.

    Nothing in it changes after construction, and a place is opened when it is first asked for.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._found = lru_cache(maxsize=_KEPT)(self._find)
        self._opened = lru_cache(maxsize=_KEPT)(self._open)

    def __len__(self) -> int:
        return len(self._table)

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of a folded name (`fold_name`), the weightiest first, or nothing.

        Weight is the population; countries and seas weigh more, regions less; a place whose
        canonical English name is this one counts ten times, and ties go by id.
        """
        return self._found(name)[0]

    def find_adjective(self, word: str) -> tuple[Place, ...]:
        """Return the places that a folded adjective belongs to ("kazakhstani"), or nothing."""
        return self._found(word)[1]

    def place(self, id_: str) -> Place:
        """Return the place with an id, e.g. `geonames:1526384` or `area:europe`.

        Raises:
            UnknownReferenceError: If no place has it.
        """
        number = self._table.number(id_.removeprefix("geonames:"))
        if number is None:
            raise UnknownReferenceError(id_)
        return self._opened(number)[0]

    def population(self, place: Place) -> int:
        """Return how many people live in a place, two digits exact, or 0 if not known."""
        number = self._table.number(place.id.removeprefix("geonames:"))
        return 0 if number is None else self._opened(number)[1].population

    def country(self, iso: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code, or `None`."""
        return self._countries().get(iso)

    @cache  # noqa: B019 - one gazetteer lives as long as the process
    def _countries(self) -> dict[str, Place]:
        rows = (self._opened(number) for number in range(len(self._table)) if self._table.is_country(number))
        return {place.country: place for place, _ in rows if place.id.startswith("geonames:")}

    def _find(self, name: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        opened = [self._opened(number) for number in self._table.numbers(name)]
        named = [pair for pair in opened if name in pair[1].names or fold_name(pair[1].name) == name]
        described = [pair for pair in opened if name in pair[1].adjectives]
        return _ranked(named, name), _ranked(described, name)

    def _open(self, number: int) -> tuple[Place, Row]:
        row = self._table.row(number)
        id_ = row.id if row.id.startswith("area:") else f"geonames:{row.id}"
        place = Place(
            id_, row.name, row.kind, row.country, row.latitude, row.longitude, _radius(row), self._within(row)
        )
        return place, row

    def _within(self, row: Row) -> tuple[str, ...]:
        chain: list[str] = []
        at = self._table.number(row.parent)
        while at is not None and len(chain) < 4:
            holder = self._table.row(at)
            chain.append(f"geonames:{holder.id}")
            at = self._table.number(holder.parent)
        return tuple(chain)


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer of the package, read once a process.

    Raises:
        MalformedLexiconError: If its table is missing, damaged or empty.
    """
    return Gazetteer(load_table())


def _ranked(pairs: list[tuple[Place, Row]], name: str) -> tuple[Place, ...]:
    def weight(pair: tuple[Place, Row]) -> tuple[int, str]:
        place, row = pair
        weight = max(row.population // _SHARE.get(place.kind, 1), _WEIGHT.get(place.kind, 0))
        return -weight * (10 if fold_name(place.name) == name else 1), place.id

    return tuple(place for place, _ in sorted(pairs, key=weight))


def _radius(row: Row) -> float:
    if row.radius:
        return row.radius
    if row.kind == "city":
        # A city of a million reaches 12 km, of ten thousand 2 km: area grows with population.
        return round(max(1.0, 0.012 * math.sqrt(row.population)), 1)
    return _FIGURELESS.get(row.kind, 10.0)
