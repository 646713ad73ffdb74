"""Composed statements for tests of fusion, and a record made of them by hand-made clusters."""

from composed import DEPOT, LAND, NORTH, OREL, PLACES, TARN, blame, document, event, figure, wish
from svod.fusion import fuse
from svod.model import Cluster, Document, Record, Resolution, Statement, Voice

__all__ = [
    "DEPOT",
    "LAND",
    "NORTH",
    "OREL",
    "PLACES",
    "TARN",
    "blame",
    "document",
    "event",
    "figure",
    "record",
    "voices",
    "wish",
]


def voices(*names: str) -> tuple[Voice, ...]:
    """A chain of voices; those in lower case are roles."""
    return tuple(Voice(each, named=each[0].isupper()) for each in names)


def record(*clusters: list[Statement], documents: list[Document] | None = None) -> Record:
    """The record of clusters given by hand; documents are made up where none are given."""
    said = [statement for cluster in clusters for statement in cluster]
    made = documents or [document(key) for key in sorted({s.citation.document for s in said})]
    kinds: dict[str, list[Cluster]] = {"event": [], "figure": [], "accusation": []}
    for cluster in clusters:
        if cluster[0].kind in kinds:
            kinds[cluster[0].kind].append(Cluster(tuple(sorted(s.id for s in cluster)), ()))
    resolution = Resolution((), tuple(kinds["event"]), tuple(kinds["figure"]), tuple(kinds["accusation"]))
    return fuse("Case", made, said, [], resolution)
