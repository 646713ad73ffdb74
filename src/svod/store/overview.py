"""How much a record holds, counted without reading it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from svod.model import KINDS, Trouble
from svod.store.database import open_database

_COUNTED = {
    "documents": "documents",
    "statements": "statements",
    "events": "events",
    "series": "series",
    "disagreements": "disagreements WHERE kind <> 'not_comparable'",
}


@dataclass(frozen=True, slots=True)
class Overview:
    """How much a record holds.

    Attributes:
        title: Title of the case.
        counts: How many documents, statements, events, series and disagreements, by these names;
            what is not comparable is no disagreement.
        kinds: Statements of each kind, in the order of `svod.model.KINDS`.
        troubles: What was left out and why.
    """

    title: str
    counts: Mapping[str, int]
    kinds: Mapping[str, int]
    troubles: tuple[Trouble, ...]


def read_overview(case: Path) -> Overview:
    """Return how much the record of a case holds.

    Raises:
        DamagedCaseError: As `read_record`.
    """
    with open_database(case) as connection:
        [(title,)] = connection.execute("SELECT value FROM meta WHERE key = 'title'")
        counts = {
            name: connection.execute(f"SELECT count(*) FROM {rows}").fetchone()[0]  # noqa: S608  own names
            for name, rows in _COUNTED.items()
        }
        kinds = dict(connection.execute("SELECT kind, count(*) FROM statements GROUP BY kind"))
        troubles = connection.execute("SELECT file, reason FROM troubles ORDER BY rowid")
        return Overview(
            title,
            counts,
            {kind: kinds.get(kind, 0) for kind in KINDS},
            tuple(Trouble(str(file), str(reason)) for file, reason in troubles),
        )
