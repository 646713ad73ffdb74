"""Reprints: which documents are one account printed several times."""

from collections.abc import Iterable

from svod.model.document import Document


def reprint_roots(documents: Iterable[Document]) -> dict[str, str]:
    """Return for the id of each document the id of the account that it reprints.

    Follows `reprint_of` to its end. A document that reprints nothing stands
    for itself; an original that is not among `documents` still counts; of
    documents that reprint each other in a ring the least id stands for all.
    """
    above = {document.id: document.reprint_of for document in documents}
    return {document: _root(document, above) for document in sorted(above)}


def _root(document: str, above: dict[str, str | None]) -> str:
    seen = [document]
    while (parent := above.get(seen[-1])) is not None:
        if parent in seen:
            return min(seen[seen.index(parent) :])
        seen.append(parent)
    return seen[-1]
