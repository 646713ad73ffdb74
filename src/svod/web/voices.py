"""Who speaks through whom: every chain of voices from the origin to the account."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from svod.export.report.index import Index
from svod.export.report.quote import Account, Quote, account, quote
from svod.model import Statement


@dataclass(frozen=True, slots=True)
class Chain:
    """One way that words took: through these voices, innermost first, into one account; the first passages."""

    via: tuple[str, ...]
    account: Account
    statements: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """An origin with the ways that its words took.

    Attributes:
        name: The origin.
        statements: How many statements are its word.
        accounts: How many accounts pass them on.
        chains: In the order of accounts, the first of them.
        left_out: How many ways more there are.
    """

    name: str
    statements: int
    accounts: int
    chains: tuple[Chain, ...]
    left_out: int


def speaker(index: Index, name: str, told: Sequence[Statement], most: int) -> Speaker:
    """Return an origin with the first `most` of the ways that its words took, and of the passages of each."""
    ways: dict[tuple[str, tuple[str, ...]], list[Statement]] = defaultdict(list)
    for said in told:
        ways[said.citation.document, tuple(voice.name for voice in said.voice)].append(said)
    order = sorted(ways, key=lambda way: (index.accounts[way[0]], way[1]))
    chains = tuple(_chain(index, way, ways[way], most) for way in order[:most])
    return Speaker(name, len(told), len({document for document, _ in ways}), chains, len(ways) - len(chains))


def _chain(index: Index, way: tuple[str, tuple[str, ...]], said: list[Statement], most: int) -> Chain:
    document, via = way
    shown = index.picked(one.id for one in said)[:most]
    return Chain(via, account(index, document), len(said), tuple(quote(index, one) for one in shown))
