"""Origins: who stands behind a statement. Corroboration counts these, never documents."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from svod.model import Document, Entity, Statement, reprint_roots

_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def origin_of(
    statement: Statement, documents: Mapping[str, Document], names: Mapping[str, str] = _NO_NAMES
) -> str:
    """Return the name of who stands behind a statement.

    The innermost named voice of its chain; if none is named, the source of the
    document, or of the document that it reprints. Voices named by role
    ("residents") cannot be told apart and so are nobody of their own.

    Args:
        statement: The statement.
        documents: By id; the account behind a reprint is looked up here.
        names: Form of a name → canonical name, so that one ministry in two
            spellings is one origin.

    Returns:
        A canonical name; the id of the account where its source is not known.
    """
    voice = next((voice.name for voice in statement.voice if voice.named), None)
    if voice is None:
        account = _account(statement.citation.document, documents)
        voice = documents[account].source.name if account in documents else account
    return names.get(_folded(voice), voice)


def shared_names(entities: Iterable[Entity]) -> dict[str, str]:
    """Return folded form → canonical name, for forms that only one entity has."""
    owners: dict[str, set[str]] = {}
    for entity in entities:
        if entity.kind != "place":
            for form in {entity.name, *entity.names}:
                owners.setdefault(_folded(form), set()).add(entity.name)
    return {form: min(names) for form, names in sorted(owners.items()) if len(names) == 1}


def canonical(name: str, names: Mapping[str, str]) -> str:
    """Return the canonical form of a name, or the name itself."""
    return names.get(_folded(name), name)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _account(document: str, documents: Mapping[str, Document]) -> str:
    chain = {}
    at: str | None = document
    while at is not None and at in documents and at not in chain:
        chain[at] = documents[at]
        at = documents[at].reprint_of
    if at is not None and at not in documents and not chain:
        return at
    return reprint_roots(chain.values()).get(document, document)
