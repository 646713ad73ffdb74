"""Fusion: from clusters to the record, choosing what to show first and losing nothing.

```
clusters ─┬ events ──→ Event: answers per attribute, origins, who is silent
          ├ figures ─→ Series: readings in order of publication, range
          └ both ────→ Disagreement: kinds with their sides, and what only looks so
documents ───────────→ copies with what they change, retellings, citations; silences of days, hours, places
statements ──────────→ origins, labels (framing) ─→ usages by outlet, shifts over time
```
"""

from collections.abc import Sequence

from svod.fusion.case import Case, make_case, place_in_text
from svod.fusion.copies import find_copies
from svod.fusion.disagreements import find_disagreements
from svod.fusion.events import make_events
from svod.fusion.framing import find_shifts, find_usages
from svod.fusion.ground import survey
from svod.fusion.labels import find_labels
from svod.fusion.origins import origin_of
from svod.fusion.retelling import find_citations
from svod.fusion.series import make_series
from svod.fusion.silence import find_silences
from svod.model import (
    Choice,
    Derivation,
    Document,
    Mention,
    Record,
    Resolution,
    ShownFirst,
    Statement,
    Trouble,
)

__all__ = ["fuse", "origin_of"]


def fuse(  # noqa: PLR0913, PLR0917  # the one door takes all that a record holds
    title: str,
    documents: Sequence[Document],
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    resolution: Resolution,
    troubles: Sequence[Trouble] = (),
    choices: Sequence[Choice] = (),
    shown_first: ShownFirst = "origins",
) -> Record:
    """Return the record of a case.

    Args:
        title: Title of the case.
        documents: All of them, in any order.
        statements: Of all documents, in any order; repeats of an id count once.
        mentions: Of all documents, in any order.
        resolution: Clusters of the statements, and the entities.
        troubles: What could not be read.
        choices: Which answers people want shown first.
        shown_first: Which of several answers is shown first; all are kept.

    Returns:
        The same record whatever the order of the arguments' elements. It holds
        every statement, and every one that is in a cluster is in its event or
        series.
    """
    ordered = sorted(set(mentions), key=_mention_order)
    case = make_case(documents, statements, ordered, resolution, shown_first, choices)
    ground = survey(case)
    events = make_events(resolution.events, case, ground)
    series = make_series(resolution.figures, case, ground)
    labels = find_labels(case.statements.values())
    usages = find_usages(labels, case)
    return Record(
        title=title,
        documents=tuple(case.documents[key] for key in sorted(case.documents)),
        statements=tuple(sorted(case.statements.values(), key=place_in_text)),
        mentions=tuple(ordered),
        origins=tuple(sorted(case.origins.items())),
        entities=resolution.entities,
        events=events,
        series=series,
        disagreements=find_disagreements(events, series, resolution, case),
        labels=labels,
        usages=usages,
        shifts=find_shifts(usages, case),
        bearings=resolution.bearings,
        derivations=_derivations(case),
        silences=find_silences(events, case),
        troubles=tuple(sorted(set(troubles))),
    )


def _derivations(case: Case) -> tuple[Derivation, ...]:
    cited = find_citations(case.documents, case.mentions, case.statements.values(), case.names)
    retold = {(one.document, one.source) for one in case.retold}
    found = [*find_copies(case), *case.retold, *(c for c in cited if (c.document, c.source) not in retold)]
    return tuple(sorted(found, key=lambda d: (d.document, d.kind, d.source)))


def _mention_order(mention: Mention) -> tuple[str, int, int, str, str, str, str]:
    at = mention.span
    return (
        mention.document,
        at.start,
        at.end,
        mention.kind,
        mention.value or "",
        mention.detail,
        mention.place.id if mention.place else "",
    )
