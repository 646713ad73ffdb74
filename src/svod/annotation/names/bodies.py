"""State bodies with the country or place that they belong to ("МИД России", "police in Leeds")."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from svod.annotation.names.known import Hit, Index, find_known_at
from svod.annotation.names.words import Word
from svod.gazetteer.actors import Body, Country

_LINKS = frozenset({"of", "for", "in", "the", "город", "г", "по", "в", "во", "республика", "область", "край"})
_POSSESSIVE = "'s"
PlaceAt = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Owned:
    """A state body in a row of words, `[start, end)`, under its English name."""

    start: int
    end: int
    name: str
    owned: bool


def find_owner(
    text: str, words: Sequence[Word], hit: Hit, index: Index, places: Mapping[int, PlaceAt]
) -> Owned | None:
    """Return a state body with its owner, or `None` if it is a common noun without one.

    Args:
        text: The document's text.
        words: Words of the sentence.
        hit: Where the body stands; its target is a `Body`.
        index: Known names, for countries.
        places: Offset where a place name begins → its English name and where it ends.
    """
    body = hit.entry.target
    assert isinstance(body, Body)
    for start, end, owner in (
        *_before(text, words, hit, index, places),
        *_after(text, words, hit, index, places),
    ):
        country = owner if isinstance(owner, Country) else None
        place = owner if isinstance(owner, str) else ""
        return Owned(min(start, hit.start), max(end, hit.end), body.named(country, place), owned=True)
    proper = hit.entry.alias.text[:1].isupper() and any(
        word.text[:1].isupper() for word in words[hit.start : hit.end]
    )
    return Owned(hit.start, hit.end, body.name, owned=False) if proper else None


Found = tuple[int, int, Country | str]


def _before(
    text: str, words: Sequence[Word], hit: Hit, index: Index, places: Mapping[int, PlaceAt]
) -> list[Found]:
    at = hit.start - 1
    if at >= 0 and words[at].key == _POSSESSIVE:
        at -= 1
    for start in (at - 1, at, at - 2):
        if start < 0:
            continue
        country = _country(text, words, start, index)
        if country and start + country[1] == at + 1:
            return [(start, hit.end, country[0])]
        place = places.get(words[start].span.start)
        if place and place[1] == words[at].span.end:
            return [(start, hit.end, place[0])]
    return []


def _after(
    text: str, words: Sequence[Word], hit: Hit, index: Index, places: Mapping[int, PlaceAt]
) -> list[Found]:
    at = hit.end
    while at < len(words) and at < hit.end + 3 and words[at].key in _LINKS:
        at += 1
    if at >= len(words):
        return []
    country = _country(text, words, at, index)
    if country:
        return [(hit.start, at + country[1], country[0])]
    place = places.get(words[at].span.start)
    if not place:
        return []
    inside = [word for word in words[at:] if word.span.end <= place[1]]
    return [(hit.start, at + max(1, len(inside)), place[0])]


def _country(text: str, words: Sequence[Word], at: int, index: Index) -> tuple[Country, int] | None:
    hit = find_known_at(text, words, at, index)
    if hit and isinstance(hit.entry.target, Country):
        return hit.entry.target, hit.end - hit.start
    return None
