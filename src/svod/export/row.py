"""Rows: flat pieces of a record, ready for JSON Lines and CSV."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from svod.model import Party, Place, Record

Row = dict[str, object]
"""One line of an export: keys in the order of writing, values of JSON."""

Rows = Callable[[Record], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Table:
    """An export that is a list of rows.

    Attributes:
        rows: Yields the rows of a record, sorted.
        columns: Columns of the CSV twin, in order. Keys of nested objects are
            joined by `_`; rows that lack a column leave its cell empty.
        explode: Key of a list of objects that the CSV twin writes as one line
            each, repeating the other columns; empty if there is none.
    """

    rows: Rows
    columns: tuple[str, ...]
    explode: str = ""


def plain_number(value: float | None) -> int | float | None:
    """Return whole numbers without a decimal point: 40, not 40.0."""
    return int(value) if value is not None and value == int(value) else value


def party_object(party: Party | None) -> Row | None:
    """Write a party as the codebook does, with its name where it has one."""
    if party is None:
        return None
    row: Row = {"text": party.text, "class": party.group, "scare_quotes": party.scare_quotes}
    return row | ({"name": party.name} if party.name else {})


def place_object(place: Place | None) -> Row | None:
    """Write a place with its point and how far it reaches around it."""
    if place is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country or None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": plain_number(place.radius_km),
    }


PLACE_COLUMNS = tuple(
    f"where_{key}" for key in ("id", "name", "kind", "country", "latitude", "longitude", "radius_km")
)
PARTY_KEYS = ("text", "class", "scare_quotes", "name")
