"""Where an event was, by the places that the text names around it."""

from collections import Counter
from collections.abc import Sequence

from svod.extraction.reading import Finding, Reading
from svod.model import Annotation, Name, Place, PlaceMention, Span

_LEVELS = {"facility": 0, "area": 1, "city": 2, "district": 3, "region": 4, "country": 5}
_BODIES = ("organisation", "person")
_LEAD = 3  # sentences; headline, dateline and first paragraph tell what a report is about


def find_where(reading: Reading, finding: Finding) -> Place | None:
    """Return the place where a claim says that it happened, or `None` if the document names none.

    Tried in this order: the most specific place inside the quote; the place
    nearest to it in its sentence; the place last spoken of before it, if it lies
    where the document is; the place that the document is about. Places inside
    the name of a body or person ("Russian Foreign Ministry") count only where no
    other is left, adjectives never but for what the document is about.

    Args:
        reading: The document with its mentions.
        finding: The claim where it stands.
    """
    annotation = reading.annotation
    free = tuple(place for place in annotation.places if not place.adjective and not _is_owned(place, annotation.names))
    inside = [place for place in free if finding.quote.overlaps(place.span)]
    if inside:
        return _most_specific(inside).place
    about = _about(annotation, free)
    sentence = annotation.sentences[finding.sentence].span
    beside = [place for place in free if sentence.overlaps(place.span)]
    if beside:
        return _nearest(beside, finding.quote).place
    before = [place for place in free if place.span.end <= finding.quote.start]
    if before and (about is None or about.holds(before[-1].place)):
        return before[-1].place
    return about


def _is_owned(place: PlaceMention, names: Sequence[Name]) -> bool:
    """Tell whether a place stands inside the name of a body or person."""
    return any(name.kind in _BODIES and name.span != place.span and name.span.contains(place.span) for name in names)


def _most_specific(places: Sequence[PlaceMention]) -> PlaceMention:
    return min(places, key=lambda mention: (_LEVELS[mention.place.kind], mention.place.radius_km, mention.span))


def _nearest(places: Sequence[PlaceMention], quote: Span) -> PlaceMention:
    """Return the place that stands nearest to a quote; of neighbours the more specific one."""
    return min(places, key=lambda mention: (_gap(mention.span, quote), _LEVELS[mention.place.kind], mention.span))


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end) // 40


def _about(annotation: Annotation, free: Sequence[PlaceMention]) -> Place | None:
    """Return the place that a document is about: named in its lead, and again and again."""
    votes: Counter[str] = Counter()
    known: dict[str, Place] = {}
    lead = [sentence.span for sentence in annotation.sentences[:_LEAD]]
    for mention in free or annotation.places:
        known[mention.place.id] = mention.place
        votes[mention.place.id] += 3 if any(span.overlaps(mention.span) for span in lead) else 1
    if not votes:
        return None
    return known[min(votes, key=lambda id_: (-votes[id_], _LEVELS[known[id_].kind], id_))]
