"""Removing accounts: out of the record, with all that they say, and back."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import replace

from svod.decisions.application import machine_statements
from svod.decisions.standing import removed_by
from svod.model import Decision, Mention, Record, Removed, Span, Statement, distinct_statements


def set_aside(read: Record, decisions: Iterable[Decision]) -> Record:
    """Return a record without the accounts that people removed, which lie in `removed`; those that
    no standing decision removes are back in it.

    An account is known by the bytes that it was received in, so that it stays
    out when the file is received again, under whatever name.

    Args:
        read: The record; events and all else that is made of statements is not touched.
        decisions: All of them.
    """
    out = removed_by(sorted(decisions, key=lambda d: d.sequence))
    if not read.removed and not any(document.sha256 in out for document in read.documents):
        return read
    documents = (*read.documents, *(one.document for one in read.removed))
    gone = {document.id: document for document in documents if document.sha256 in out}
    statements = machine_statements(read.statements, read.rejected, read.as_read)
    said = _statements((*statements, *(s for one in read.removed for s in one.statements)), gone)
    named = _mentions((*read.mentions, *(m for one in read.removed for m in one.mentions)), gone)
    return replace(
        read,
        documents=tuple(sorted((d for d in documents if d.id not in gone), key=lambda d: d.id)),
        statements=tuple(said[""]),
        mentions=tuple(named[""]),
        rejected=(),
        as_read=(),
        removed=tuple(
            Removed(replace(gone[key], reprint_of=None), tuple(said[key]), tuple(named[key]))
            for key in sorted(gone)
        ),
    )


def _statements(statements: Iterable[Statement], gone: Container[str]) -> dict[str, list[Statement]]:
    """Return id of each account that is gone → its statements in a lasting order; all others under ""."""
    parted = defaultdict(list)
    ordered = sorted(distinct_statements(statements).values(), key=lambda s: (s.citation.span, s.id))
    for said in ordered:
        parted[said.citation.document if said.citation.document in gone else ""].append(said)
    return parted


def _mentions(mentions: Iterable[Mention], gone: Container[str]) -> dict[str, list[Mention]]:
    """Return id of each account that is gone → its mentions in a lasting order; all others under ""."""
    parted = defaultdict(list)
    for mention in sorted(set(mentions), key=_place_of):
        parted[mention.document if mention.document in gone else ""].append(mention)
    return parted


def _place_of(mention: Mention) -> tuple[Span, str, str, str, str, str]:
    return mention.span, mention.kind, mention.text, mention.value or "", mention.detail, mention.rule
