"""Where an event was, by rule: for when there is no model to rank the places."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from svod.extraction.reading import Finding, Reading
from svod.extraction.where.features import gap
from svod.model import Name, Place, PlaceMention, Span, Token

_LEVELS = {"facility": 0, "area": 1, "city": 2, "district": 3, "region": 4, "country": 5}
# The weights were swept on the development texts (first 1 to 4 sentences, weights 1 to 8, countries 0.2 to 1).
_LEAD_WEIGHT = 5  # a mention in the first sentence counts like five
_LOCATED_WEIGHT = 3  # one that something happens in counts like three
_COUNTRY_WEIGHT = 0.45  # countries are named as actors, too
_HEARD = 4  # votes that a place needs before a whole document is about it
_BACK = 5  # words between a preposition and its place ("in the old mining town of …")
_DATELINE_CHARS = 80
_STOPPERS = frozenset({"VERB", "AUX", "SCONJ"})


@dataclass(frozen=True, slots=True)
class _Where:
    """A mention of a place, and whether the words put something there."""

    mention: PlaceMention
    located: bool


def where_by_rule(reading: Reading, finding: Finding) -> Place | None:
    """Return the place where a claim says that it happened, or `None` if that cannot be told.

    Tried in this order, the most specific place first:

    1. a place in the quote that a preposition or a case puts something in;
    2. a place in the quote that is named otherwise ("Portland police");
    3. a place in the sentence that something is put in, the nearest one;
    4. the place that the document is about: named first, again and again, and
       with things happening in it.

    Places inside the name of a body or person ("Russian Foreign Ministry") never
    count as places that something is put in; adjectives and datelines not at all.

    Args:
        reading: The document with its mentions.
        finding: The claim where it stands.
    """
    places = _places(reading)
    located = [where.mention for where in places if where.located]
    named = [where.mention for where in places]
    for mentions in (located, named):
        inside = [mention for mention in mentions if finding.quote.overlaps(mention.span)]
        if inside:
            return _most_specific(inside).place
    sentence = reading.annotation.sentences[finding.sentence].span
    beside = [mention for mention in located if sentence.overlaps(mention.span)]
    return _nearest(beside, finding.quote).place if beside else _about(reading, places)


def _places(reading: Reading) -> tuple[_Where, ...]:
    annotation = reading.annotation
    words = reading.language.words("places").get("where", {})
    before, endings = frozenset(words.get("words", ())), tuple(words.get("endings", ()))
    found = []
    for sentence in annotation.sentences:
        for mention in annotation.places:
            if sentence.span.contains(mention.span) and not mention.adjective and not _is_dateline(mention):
                owned = _is_owned(mention, annotation.names)
                there = _is_located(mention, sentence.tokens, before, endings)
                found.append(_Where(mention, there and not owned))
    return tuple(found)


def _is_dateline(mention: PlaceMention) -> bool:
    return mention.span.end < _DATELINE_CHARS and mention.text.isupper() and len(mention.text) > 3


def _is_owned(place: PlaceMention, names: Sequence[Name]) -> bool:
    """Tell whether a place stands inside the name of a body or person."""
    return any(
        name.kind in {"organisation", "person"} and name.span != place.span and name.span.contains(place.span)
        for name in names
    )


def _is_located(
    mention: PlaceMention, tokens: Sequence[Token], before: frozenset[str], endings: tuple[str, ...]
) -> bool:
    """Tell whether the words put something in a place: "in Calais", "Алматыда"."""
    if endings and mention.text.lower().endswith(endings):
        return True
    at = next((n for n, token in enumerate(tokens) if token.span.end > mention.span.start), 0)
    if tokens[at].lemma in before or tokens[at].text.lower() in before:
        return True
    for token in reversed(tokens[max(0, at - _BACK) : at]):
        if token.text.lower() in before:
            return True
        if token.pos in _STOPPERS or token.text in {"'s", "’s"}:
            return False
    return False


def _most_specific(places: Sequence[PlaceMention]) -> PlaceMention:
    return min(
        places, key=lambda mention: (_LEVELS[mention.place.kind], mention.place.radius_km, mention.span)
    )


def _nearest(places: Sequence[PlaceMention], quote: Span) -> PlaceMention:
    """Return the place that stands nearest to a quote; of neighbours the more specific one."""
    return min(
        places,
        key=lambda mention: (gap(mention.span, quote) // 40, _LEVELS[mention.place.kind], mention.span),
    )


def _about(reading: Reading, places: Sequence[_Where]) -> Place | None:
    """Return the place that a document is about, or `None` if none stands out."""
    votes: dict[str, float] = defaultdict(float)
    known: dict[str, Place] = {}
    first = reading.annotation.sentences[0].span if places else None
    for where in places:
        place = where.mention.place
        known[place.id] = place
        votes[place.id] += (
            (_LOCATED_WEIGHT if where.located else 1)
            * (_LEAD_WEIGHT if first is not None and first.overlaps(where.mention.span) else 1)
            * (_COUNTRY_WEIGHT if place.kind == "country" else 1)
        )
    best = min(votes, key=lambda id_: (-votes[id_], _LEVELS[known[id_].kind], id_), default="")
    return known[best] if best and votes[best] >= _HEARD else None
