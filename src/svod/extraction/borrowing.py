"""Borrowing: a count without a verb of its own is measured by the event around it."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from typing import Any

from svod.extraction.figures import BARE
from svod.extraction.reading import Finding
from svod.model import EventClaim, FigureClaim, Measure, Party

_MEASURES: dict[str, dict[str, Any]] = tomllib.loads(  # ours and tested; the schema stands in its comments
    (files("svod.extraction") / "borrowing.toml").read_text("utf-8")
)


def borrow_measures(figures: Iterable[Finding], events: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the figures; those of measure `quantity` take that of an event they count.

    "Thirty militants were eliminated": no verb list need know the measure if
    the frames know the event. The number must stand in the words of the
    event's target (or actor, for gatherings). A bare number that no event
    measures ("seventeen fainted") counts nothing and is left out.
    """
    for figure in figures:
        measure = _measure(figure, events)
        if measure is not None and isinstance(figure.claim, FigureClaim):
            claim = replace(figure.claim, measure=measure)
            yield replace(figure, claim=claim, rule=f"{figure.rule}, measured by its event")
        elif figure.rule != BARE:
            yield figure


def _measure(figure: Finding, events: Sequence[Finding]) -> Measure | None:
    claim = figure.claim
    if not isinstance(claim, FigureClaim) or claim.measure != "quantity":
        return None
    sort = {"persons": "persons", "items": "items"}.get(claim.unit)
    for event in events:
        if sort is None or event.sentence != figure.sentence or not isinstance(event.claim, EventClaim):
            continue
        for side, party in (("target", event.claim.target), ("actor", event.claim.actor)):
            found: Measure | None = _MEASURES.get(f"{sort}_{side}", {}).get(event.claim.type)
            if found and _holds(party, figure):
                return found
    return None


def _holds(party: Party | None, figure: Finding) -> bool:
    return party is not None and party.span is not None and party.span.contains(figure.trigger)
