"""Composed statements for tests: a made-up crisis in a made-up country."""

from dataclasses import replace
from typing import Any

from svod.model import (
    AccusationClaim,
    Citation,
    Claim,
    DemandClaim,
    Document,
    EventClaim,
    FigureClaim,
    Party,
    Place,
    Source,
    Span,
    Statement,
)

LAND = Place("land", "Land", "country", "LA", 40.0, 60.0, 500.0)
NORTH = Place("north", "North Region", "region", "LA", 42.0, 60.0, 100.0, ("land",))
TARN = Place("tarn", "Tarn", "city", "LA", 42.0, 60.5, 10.0, ("north", "land"))
OREL = Place("orel", "Orel", "city", "LA", 42.5, 61.5, 10.0, ("north", "land"))
DEPOT = Place("facility:depot", "Tarn Depot", "facility", "LA", 42.0, 60.5, 1.0, ("tarn", "north", "land"))

PLACES = {"land": LAND, "north": NORTH, "tarn": TARN, "orel": OREL, "depot": DEPOT, "": None}


def document(name: str, published: str | None = "2031-05-10", reprint_of: str | None = None) -> Document:
    """A document without text of its own."""
    return Document(
        id=name,
        file=f"{name}.txt",
        text="",
        sha256=name,
        text_sha256=name,
        media_type="text/plain",
        encoding="utf-8",
        language="en",
        title="",
        published=published,
        published_from="sidecar",
        genre="",
        url="",
        source=Source(f"Paper {name}"),
        reprint_of=reprint_of,
    )


def _statement(
    claim: Claim, quote: str, where: str, when: str | None, document: str, start: int
) -> Statement:
    span = Span(start, start + len(quote))
    citation = Citation(document, span, quote)
    place = PLACES[where]
    named = span if place else None
    return Statement(citation, claim, "affirmed", "actual", when, "clause", place, (), "test", span, named)


def event(
    quote: str,
    type_: str = "seizure",
    where: str = "tarn",
    when: str | None = "2031-05-04",
    document: str = "a",
    start: int = 0,
    actor: Party | None = None,
    target: Party | None = None,
    **other: Any,
) -> Statement:
    """An event statement."""
    return replace(_statement(EventClaim(type_, actor, target), quote, where, when, document, start), **other)


def figure(
    low: float | None,
    quote: str = "",
    measure: str = "killed",
    of: str = "people",
    where: str = "tarn",
    when: str | None = "2031-05-04",
    document: str = "a",
    start: int = 0,
    unit: str = "persons",
    **other: Any,
) -> Statement:
    """A figure statement with one number; `high` in `other` opens or widens it."""
    high = other.pop("high", low)
    claim = FigureClaim(measure, of, low, high, other.pop("bound", "exact"), unit)
    return replace(
        _statement(claim, quote or f"{low} {of} were {measure}", where, when, document, start), **other
    )


def blame(quote: str, against: Party, document: str = "a", **other: Any) -> Statement:
    """An accusation."""
    claim = AccusationClaim(None, against, quote)
    return replace(_statement(claim, quote, "tarn", "2031-05-04", document, 0), **other)


def wish(quote: str, document: str = "a", by: Party | None = None, **other: Any) -> Statement:
    """A demand."""
    claim = DemandClaim(by, quote)
    return replace(_statement(claim, quote, "tarn", "2031-05-04", document, 0), **other)
