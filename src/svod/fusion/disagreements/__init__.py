"""Disagreements: where accounts cannot all be right, and what only looks so.

Found only where both sides can be compared: one event or one quantity,
different origins, windows of time that meet. Precision comes before recall.
What differs in scope alone (a part and its whole, a region and its country,
another day, another currency) is `not_comparable`, with the reason in words.
"""

from collections.abc import Iterable

from svod.fusion.case import Case
from svod.fusion.disagreements.counts import count_disagreements
from svod.fusion.disagreements.disowned import disowned_deeds
from svod.fusion.disagreements.occurrence import occurrence_disagreements
from svod.fusion.disagreements.parties import party_disagreements
from svod.fusion.disagreements.scope import scope_differences
from svod.fusion.disagreements.whereabouts import place_and_time_disagreements
from svod.model import Disagreement, Event, Resolution, Series

__all__ = ["find_disagreements"]


def find_disagreements(
    events: Iterable[Event], series: Iterable[Series], resolution: Resolution, case: Case
) -> tuple[Disagreement, ...]:
    """Return all disagreements, sorted by kind, then id; none twice."""
    events, series = tuple(events), tuple(series)
    found = [
        *count_disagreements(series, case),
        *occurrence_disagreements(events, series, resolution, case),
        *disowned_deeds(events, case),
        *party_disagreements(events, resolution, case),
        *place_and_time_disagreements(events, case),
        *scope_differences(events, series, case),
    ]
    distinct = {disagreement.id: disagreement for disagreement in reversed(found)}
    return tuple(sorted(distinct.values(), key=lambda d: (d.kind, d.id)))
