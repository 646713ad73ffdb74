"""Who speaks through whom: every chain of voices from the origin to the account."""

from collections import defaultdict
from dataclasses import dataclass

from svod.export.report.index import Index
from svod.export.report.quote import Account, Quote, account, quote
from svod.model import Statement


@dataclass(frozen=True, slots=True)
class Chain:
    """One way that words took: through these voices, innermost first, into one account."""

    via: tuple[str, ...]
    account: Account
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """An origin with the ways that its words took.

    Attributes:
        name: The origin.
        statements: How many statements are its word.
        accounts: How many accounts pass them on.
        chains: In the order of accounts.
    """

    name: str
    statements: int
    accounts: int
    chains: tuple[Chain, ...]


def speakers(index: Index) -> list[Speaker]:
    """Return all origins; those that most accounts pass on come first."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for said in index.record.statements:
        found[index.origins.get(said.id, "")].append(said)
    views = [_speaker(index, name, told) for name, told in found.items()]
    return sorted(views, key=lambda view: (-view.accounts, -view.statements, view.name))


def _speaker(index: Index, name: str, told: list[Statement]) -> Speaker:
    ways: dict[tuple[str, tuple[str, ...]], list[Statement]] = defaultdict(list)
    for said in told:
        ways[said.citation.document, tuple(voice.name for voice in said.voice)].append(said)
    chains = tuple(
        Chain(via, account(index, document), tuple(quote(index, s) for s in index.picked(s.id for s in said)))
        for (document, via), said in sorted(
            ways.items(), key=lambda way: (index.accounts[way[0][0]], way[0][1])
        )
    )
    return Speaker(name, len(told), len({document for document, _ in ways}), chains)
