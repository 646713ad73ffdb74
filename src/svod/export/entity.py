"""Entities as rows: who and what the accounts name, and why the names are one."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from svod.export.row import PLACE_COLUMNS, Row, Table, place_object
from svod.gazetteer.actors import fold_name, load_actors
from svod.model import Entity, Record


def entity_rows(record: Record) -> Iterator[Row]:
    """Yield one row per entity, by kind and name."""
    return (_entity_row(entity) for entity in record.entities)


def _entity_row(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "wikidata": _wikidata(entity),
        "where": place_object(entity.place),
        "documents": list(entity.documents),
        "mentions": entity.mentions,
        "why": list(entity.why),
    }


def _wikidata(entity: Entity) -> str | None:
    """Return the public identifier of a known actor, by any of its names if all that are known agree."""
    if entity.kind != "organisation":
        return None
    found = {known for name in (entity.name, *entity.names) if (known := _identifiers().get(fold_name(name)))}
    return next(iter(found)) if len(found) == 1 else None


@cache
def _identifiers() -> Mapping[str, str]:
    actors = load_actors().actors
    return MappingProxyType(
        {fold_name(alias.text): actor.wikidata for actor in reversed(actors) for alias in actor.aliases}
    )


ENTITIES = Table(
    entity_rows, ("id", "kind", "name", "names", "wikidata", *PLACE_COLUMNS, "documents", "mentions", "why")
)
