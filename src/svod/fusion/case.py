"""The case that is being fused: its documents and statements at hand, and who stands behind each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from svod.fusion.origins import origin_of, shared_names
from svod.model import Document, Mention, Resolution, Statement, reprint_roots


@dataclass(frozen=True, slots=True)
class Case:
    """What every part of fusion looks things up in.

    Attributes:
        documents: By id.
        statements: By id.
        mentions: As found.
        origins: Statement id → origin.
        roots: Document id → account that it prints (`svod.model.reprint_roots`).
        names: Form of a name → canonical name, where only one entity has it.
    """

    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    mentions: Sequence[Mention]
    origins: Mapping[str, str]
    roots: Mapping[str, str]
    names: Mapping[str, str]

    def origins_of(self, statements: Iterable[Statement]) -> tuple[str, ...]:
        """Return the distinct origins of statements, sorted."""
        return tuple(sorted({self.origins[statement.id] for statement in statements}))

    def documents_of(self, statements: Iterable[Statement]) -> tuple[str, ...]:
        """Return the ids of the documents that hold statements, sorted."""
        return tuple(sorted({statement.citation.document for statement in statements}))

    def published(self, statement: Statement) -> str | None:
        """Return when the document of a statement was published, as EDTF."""
        document = self.documents.get(statement.citation.document)
        return document.published if document else None

    def in_order(self, ids: Iterable[str]) -> list[Statement]:
        """Return statements by document and offset."""
        return sorted((self.statements[key] for key in set(ids) if key in self.statements), key=place_in_text)


def place_in_text(statement: Statement) -> tuple[str, int, int, str]:
    """Return what orders statements: document, offsets, id."""
    at = statement.citation
    return (at.document, at.span.start, at.span.end, statement.id)


def make_case(
    documents: Iterable[Document],
    statements: Iterable[Statement],
    mentions: Sequence[Mention],
    resolution: Resolution,
) -> Case:
    """Return the case with the origin of every statement; repeats of an id count once."""
    by_id = {document.id: document for document in documents}
    said = {statement.id: statement for statement in statements}
    names = shared_names(resolution.entities)
    return Case(
        documents=by_id,
        statements={key: said[key] for key in sorted(said)},
        mentions=mentions,
        origins={key: origin_of(said[key], by_id, names) for key in sorted(said)},
        roots=reprint_roots(by_id.values()),
        names=names,
    )
