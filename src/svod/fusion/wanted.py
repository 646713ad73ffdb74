"""What is only wanted or promised: events and figures that stand inside a demand or a commitment."""

from collections import defaultdict
from collections.abc import Iterable

from svod.model import CommitmentClaim, DemandClaim, Span, Statement


def find_wanted(statements: Iterable[Statement]) -> frozenset[str]:
    """Return the ids of events and figures whose words are those of a demand or a promise.

    "They demanded that the cabinet resign" tells of no resignation, even where
    the words of the demand look like a report.
    """
    said = list(statements)
    contents: dict[str, list[Span]] = defaultdict(list)
    for statement in said:
        if isinstance(statement.claim, DemandClaim | CommitmentClaim):
            contents[statement.citation.document].append(_content(statement, statement.claim))
    return frozenset(
        statement.id
        for statement in said
        if statement.kind in {"event", "figure"}
        and any(span.contains(statement.trigger) for span in contents[statement.citation.document])
    )


def _content(statement: Statement, claim: DemandClaim | CommitmentClaim) -> Span:
    """Return where the content stands in the text; the whole quote if it does not stand there word for word."""
    at, quote = statement.citation.span, statement.citation.quote
    offset = quote.find(claim.content)
    if not claim.content or offset < 0:
        return at
    return Span(at.start + offset, at.start + offset + len(claim.content))
