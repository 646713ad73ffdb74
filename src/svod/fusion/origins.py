"""Origins: who stands behind a statement. Corroboration counts these, never documents."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from svod.gazetteer.actors import fold_name, load_actors
from svod.model import Document, Entity, Statement, Voice, reprint_roots

_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def origin_of(
    statement: Statement,
    documents: Mapping[str, Document],
    names: Mapping[str, str] = _NO_NAMES,
    retold: Mapping[str, str] = _NO_NAMES,
) -> str:
    """Return the name of who stands behind a statement.

    The innermost named voice of its chain; if none is named, the source of the
    document, or of the document that it reprints or says to retell. Voices named by role
    ("residents") cannot be told apart and so are nobody of their own, save
    bodies that a state has one of ("the interior ministry").

    Args:
        statement: The statement.
        documents: By id; the account behind a reprint is looked up here.
        names: Form of a name → canonical name, so that one ministry in two
            spellings is one origin.
        retold: Account → source that it says it retells.

    Returns:
        A canonical name; the id of the account where its source is not known.
    """
    voice = next(filter(None, map(_own_name, statement.voice)), None)
    if voice is None:
        account = _account(statement.citation.document, documents)
        told = documents[account].source.name if account in documents else account
        voice = retold.get(account, told)
    return canonical(voice, names)


def shared_names(entities: Iterable[Entity]) -> dict[str, str]:
    """Return folded form → canonical name, for forms that only one entity has."""
    owners: dict[str, set[str]] = {}
    for entity in entities:
        if entity.kind != "place":
            for form in {entity.name, *entity.names}:
                owners.setdefault(_folded(form), set()).add(entity.name)
    return {form: min(names) for form, names in sorted(owners.items()) if len(names) == 1}


def canonical(name: str, names: Mapping[str, str]) -> str:
    """Return the canonical form of a name: the one that the case knows, else the
    English name of a known actor or state body, else the name itself.
    """
    return names.get(_folded(name)) or _known().get(fold_name(name), name)


def _own_name(voice: Voice) -> str | None:
    return voice.name if voice.named else _bodies().get(fold_name(voice.name))


@cache
def _known() -> Mapping[str, str]:
    """Return folded name in any language → English name."""
    actors = {fold_name(a.text): actor.name for actor in load_actors().actors for a in actor.aliases}
    return MappingProxyType({**actors, **_bodies()})


@cache
def _bodies() -> Mapping[str, str]:
    """Return the same for bodies that are named without their state or city; those
    under a common noun ("police", "prosecutor's office") are many.
    """
    bodies = load_actors().bodies
    return MappingProxyType(
        {fold_name(a.text): body.name for body in bodies for a in body.aliases if a.text[:1].isupper()}
    )


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
