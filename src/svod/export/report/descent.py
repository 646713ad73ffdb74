"""Where an account comes from: what it copies, with what it changes, and what it retells or quotes."""

from dataclasses import dataclass

from svod.export.report.direction import direction
from svod.export.report.index import Index
from svod.export.report.quote import Account, account
from svod.model import Derivation, Document, Passage, TextChange


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one account, ready for a template."""

    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One passage that a copy changes.

    Attributes:
        kind: What is changed, in words.
        before: Words of the original, or `None` where the copy adds.
        after: Words of the copy, or `None` where it leaves out.
    """

    kind: str
    before: Words | None
    after: Words | None


@dataclass(frozen=True, slots=True)
class Descent:
    """That an account comes from another.

    Attributes:
        kind: Code: `copy`, `retelling` or `citation`.
        source: Publisher of the other.
        account: The other, or `None` where it cannot be told.
        words: The words that say so, or `None`.
        changes: What a copy changes.
    """

    kind: str
    source: str
    account: Account | None
    words: Words | None
    changes: tuple[Changed, ...]


def descents(index: Index, document: str) -> tuple[Descent, ...]:
    """Return where one account comes from, copies first."""
    found = [one for one in index.record.derivations if one.document == document]
    return tuple(
        _descent(index, one) for one in sorted(found, key=lambda d: (d.kind != "copy", d.kind != "retelling"))
    )


def _descent(index: Index, one: Derivation) -> Descent:
    known = one.account in index.documents
    return Descent(
        kind=one.kind,
        source=one.source,
        account=account(index, one.account) if one.account and known else None,
        words=_words(index, one.words),
        changes=tuple(_changed(index, change) for change in one.changes),
    )


def _changed(index: Index, change: TextChange) -> Changed:
    kind = index.tongue.word("copied", change.kind)
    return Changed(kind, _words(index, change.before), _words(index, change.after))


def _words(index: Index, passage: Passage | None) -> Words | None:
    if passage is None:
        return None
    document: Document = index.documents[passage.document]
    return Words(" ".join(passage.text.split()), document.language, direction(document.language))
