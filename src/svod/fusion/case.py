"""The case that is being fused: its documents and statements at hand, and who stands behind each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from svod.fusion.origins import origin_of, shared_names
from svod.fusion.retelling import find_retold, retold_sources
from svod.fusion.wanted import find_wanted
from svod.model import (
    Choice,
    Derivation,
    Document,
    Mention,
    Place,
    Resolution,
    ShownFirst,
    Statement,
    distinct_statements,
    reprint_roots,
)


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
        retold: Which accounts say of themselves that they retell which.
        shown_first: Which answer is shown first.
        wanted: Ids of events and figures that are only what a demand or a promise is about.
        chosen: Attribute and statement id → choice of people, the last where there are several.
    """

    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    mentions: Sequence[Mention]
    origins: Mapping[str, str]
    roots: Mapping[str, str]
    names: Mapping[str, str]
    retold: Sequence[Derivation]
    wanted: frozenset[str]
    shown_first: ShownFirst
    chosen: Mapping[tuple[str, str], Choice]

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

    def told_on(self, statement: Statement) -> str | None:
        """Return when the account behind a statement was published first: a
        reprint is no later word of its origin.
        """
        account = self.documents.get(self.account(statement))
        return account.published if account else self.published(statement)

    def account(self, statement: Statement) -> str:
        """Return the id of the account that a statement's document prints."""
        return self.roots.get(statement.citation.document, statement.citation.document)

    def commonest(self, statements: Iterable[Statement], value: Callable[[Statement], str | None]) -> str:
        """Return the value that most passages of distinct accounts give, the one
        that sorts first among equals, or an empty string.
        """
        passages = {
            (found, self.account(s), s.citation.span.start) for s in statements if (found := value(s))
        }
        counts = Counter(found for found, _, _ in passages)
        return min(counts, key=lambda v: (-counts[v], v), default="")

    def in_order(self, ids: Iterable[str]) -> list[Statement]:
        """Return statements by document and offset."""
        return sorted((self.statements[key] for key in set(ids) if key in self.statements), key=place_in_text)


def told_place(statements: Iterable[Statement], where: Place | None) -> Place | None:
    """Return a place if one of the statements at it tells it, rather than leaving it to be guessed."""
    return where if any(s.where == where and s.tells_place for s in statements) else None


def place_in_text(statement: Statement) -> tuple[str, int, int, str]:
    """Return what orders statements: document, offsets, id."""
    at = statement.citation
    return (at.document, at.span.start, at.span.end, statement.id)


def make_case(  # noqa: PLR0913, PLR0917  what `fuse` is told
    documents: Iterable[Document],
    statements: Iterable[Statement],
    mentions: Sequence[Mention],
    resolution: Resolution,
    shown_first: ShownFirst,
    choices: Iterable[Choice] = (),
) -> Case:
    """Return the case with the origin of every statement; repeats of an id count once."""
    by_id = {document.id: document for document in documents}
    said = distinct_statements(statements)
    names = shared_names(resolution.entities)
    retold = find_retold(by_id, mentions)
    sources = retold_sources(retold)
    ranked = sorted(choices, key=lambda choice: choice.rank)
    chosen = {(choice.attribute, key): choice for choice in ranked for key in choice.statements}
    return Case(
        documents=by_id,
        statements=said,
        mentions=mentions,
        origins={key: origin_of(said[key], by_id, names, sources) for key in said},
        roots=reprint_roots(by_id.values()),
        names=names,
        retold=retold,
        wanted=find_wanted(said.values()),
        shown_first=shown_first,
        chosen=chosen,
    )
