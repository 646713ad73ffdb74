"""Resolution: which statements of many documents speak of the same thing.

```
statements ─┬ event ──→ profiles ─block→ pairs ─compare→ scores ─cluster→ clusters of one event
            ├ figure ─→ profiles ─block→ pairs ─compare→ scores ─cluster→ clusters of one quantity
            └ accusation (the same way) ────────────────────────────── clusters of one blame
promises, demands ─────────────────────────────────────────────── later statements that bear on them
mentions ──────────────────────────────────────────────────────── names → entities
```

A pair's score is a sum of match weights, one per comparison (`weights.toml`),
and is kept with the cluster that it holds together. Nothing is decided by
connected components or by the similarity of two strings alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from svod.model import (
    Constraints,
    Document,
    Mention,
    Pair,
    Resolution,
    Statement,
    distinct_statements,
    reprint_roots,
)
from svod.resolution.bearing import find_bearings
from svod.resolution.link import METHODS, explain_pair, link
from svod.resolution.names import resolve_names

__all__ = ["explain", "resolve", "resolve_names"]

_NO_CONSTRAINTS = Constraints()


def resolve(
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    documents: Sequence[Document],
    constraints: Constraints = _NO_CONSTRAINTS,
) -> Resolution:
    """Tell which statements, of all documents, are of one event, one quantity or one blame,
    and which names are of one person, organisation or place.

    Args:
        statements: In any order; repeats of one id count once. Demands
            and commitments are in no cluster; what bears on them is told.
        mentions: Names and places of all documents, in any order.
        documents: Which of them reprint which, and who published them.
        constraints: What people decided; ids that are not among the
            statements are passed over.

    Returns:
        The same whatever the order of the arguments' elements. Every event,
        figure and accusation is in exactly one cluster.
    """
    ordered = list(distinct_statements(statements).values())
    roots, named = reprint_roots(documents), _by_document(mentions)
    return Resolution(
        entities=resolve_names(mentions, (d.source.name for d in documents if d.source.named)),
        events=link(ordered, named, roots, constraints, METHODS["event"]),
        figures=link(ordered, named, roots, constraints, METHODS["figure"]),
        accusations=link(ordered, named, roots, constraints, METHODS["accusation"]),
        bearings=find_bearings(ordered, documents, roots),
    )


def explain(
    one: Statement, other: Statement, mentions: Sequence[Mention], documents: Sequence[Document]
) -> Pair | None:
    """Return the score of two statements with all that adds up to it, or `None`
    where their kinds, types or measures are never of one thing.
    """
    return explain_pair(one, other, _by_document(mentions), reprint_roots(documents))


def _by_document(mentions: Iterable[Mention]) -> Mapping[str, Sequence[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind != "time":
            found[mention.document].append(mention)
    return found
