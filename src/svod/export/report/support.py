"""Who stands behind an event: origins counted, repetition told apart."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from svod.export.report.index import Index
from svod.export.report.quote import Account, accounts
from svod.model import Statement


@dataclass(frozen=True, slots=True)
class Support:
    """Who says that something happened, and who denies it.

    Attributes:
        origins: Distinct origins that affirm it, sorted: corroboration.
        denying: Distinct origins that deny it, sorted.
        accounts: Accounts that speak of it either way.
        repeats: Origins that more than one account passes on, with those
            accounts: repetition, which is no corroboration.
    """

    origins: tuple[str, ...]
    denying: tuple[str, ...]
    accounts: tuple[Account, ...]
    repeats: tuple[tuple[str, tuple[Account, ...]], ...]


def support(index: Index, statements: Iterable[str]) -> Support:
    """Count the origins behind some statements."""
    told = index.picked(statements)
    affirmed = _by_origin(index, [said for said in told if said.polarity == "affirmed"])
    denied = _by_origin(index, [said for said in told if said.polarity == "denied"])
    repeats = [
        (origin, tuple(accounts(index, documents)))
        for origin, documents in sorted(affirmed.items())
        if len(documents) > 1
    ]
    return Support(
        origins=tuple(sorted(affirmed)),
        denying=tuple(sorted(denied)),
        accounts=tuple(accounts(index, (said.citation.document for said in told))),
        repeats=tuple(repeats),
    )


def _by_origin(index: Index, statements: list[Statement]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for said in statements:
        document = said.citation.document
        found[index.origins.get(said.id) or index.documents[document].source.name].add(document)
    return found
