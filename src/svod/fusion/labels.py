"""Labels: what each account calls each group of actors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from svod.fusion.wording import fold
from svod.model import (
    AccusationClaim,
    CommitmentClaim,
    DemandClaim,
    EventClaim,
    FigureClaim,
    Label,
    Party,
    Statement,
)


def find_labels(statements: Iterable[Statement]) -> tuple[Label, ...]:
    """Return the words that accounts use for groups, sorted by group, words and document.

    In a voice other than the document's own they are `quoted`. The same words
    with and without distancing quotation marks are two labels.
    """
    found: dict[tuple[Party, str, str, bool], set[str]] = defaultdict(set)
    for statement in statements:
        for party in parties_of(statement):
            if party.text and (words := fold(party.text)):
                key = (_plain(party), words, statement.citation.document, bool(statement.voice))
                found[key].add(statement.id)
    labels = [
        Label(party.group, words, document, quoted, party.scare_quotes, tuple(sorted(ids)))
        for (party, words, document, quoted), ids in found.items()
    ]
    return tuple(
        sorted(labels, key=lambda n: (n.group, n.words, n.document, n.quoted, n.scare_quotes, n.statements))
    )


def parties_of(statement: Statement) -> Iterator[Party]:
    """Yield the parties that a statement names, in the order of its fields."""
    match statement.claim:
        case EventClaim(actor=one, target=other) | AccusationClaim(by=one, against=other):
            yield from (party for party in (one, other) if party)
        case DemandClaim(by=one) | CommitmentClaim(by=one):
            yield from (party for party in (one,) if party)
        case FigureClaim():
            return


def _plain(party: Party) -> Party:
    return Party(None, party.group, party.scare_quotes)
