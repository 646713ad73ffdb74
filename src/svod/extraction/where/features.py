"""Features of a place as the answer to where a finding was, in the same words for every language."""

from collections.abc import Iterator
from functools import cached_property

from svod.extraction.reading import Finding
from svod.extraction.where.scene import Candidate, Scene
from svod.extraction.where.sighting import Sighting
from svod.extraction.where.traits import steps
from svod.model import EventClaim, FigureClaim, Span

_BEFORE, _BEHIND = 14, 6  # sentences around a finding whose places are asked about
_LEVELS = {
    "facility": "local",
    "area": "local",
    "city": "city",
    "district": "wide",
    "region": "wide",
    "country": "country",
}


class Setting:
    """A finding among the places of its document."""

    def __init__(self, scene: Scene, finding: Finding) -> None:
        self._scene = scene
        self._finding = finding
        self._at = finding.sentence
        self._here = [s for s in scene.sightings[self._at] if s.stands != "adjective"]
        self._reaches = [self._reach(s) for s in self._here if s.located]
        claim = finding.claim
        match claim:
            case EventClaim():
                self._type: str = claim.type
            case FigureClaim():
                self._type = claim.measure
            case _:
                self._type = "words"

    def candidates(self) -> list[Candidate]:
        """Return the places worth asking about: those named around the finding and the heaviest."""
        start, end = max(0, self._at - _BEFORE), self._at + _BEHIND + 1
        near = (s.mention.place.id for row in self._scene.sightings[start:end] for s in row)
        ids = dict.fromkeys((*near, *self._scene.heaviest))
        return [self._scene.candidates[id_] for id_ in ids]

    def features(self, candidate: Candidate) -> frozenset[str]:
        """Return what speaks for or against a place."""
        here = [s for s in self._scene.sightings[self._at] if s.mention.place.id == candidate.place.id]
        around = self._among(candidate, here) if here else self._away(candidate)
        level = _LEVELS[candidate.place.kind]
        return frozenset((*candidate.traits, f"{level} for {self._type}", *around))

    def nowhere(self) -> frozenset[str]:
        """Return what speaks for or against no place at all."""
        return frozenset(("none", *steps("none, heaviest", self._scene.weight, (4, 8, 16, 32))))

    def _among(self, candidate: Candidate, here: list[Sighting]) -> Iterator[str]:
        """Yield how a place stands that the sentence names."""
        for sighting in here:
            if self._finding.quote.overlaps(sighting.mention.span):
                yield "in the quote"
                yield f"in the quote {sighting.stands}"
                if sighting.located:
                    yield "in the quote located"
            elif sighting.located or sighting.stands == "adjective":
                yield f"in the sentence {'located' if sighting.located else 'adjective'}"
            if sighting.located and self._reach(sighting) == min(self._reaches):
                yield "nearest located"
        others = [s.mention.place for s in self._here if s.mention.place.id != candidate.place.id]
        if any(candidate.place.holds(other) for other in others):
            yield "holds another of the sentence"
        if any(other.holds(candidate.place) for other in others):
            yield "lies in another of the sentence"

    def _away(self, candidate: Candidate) -> Iterator[str]:
        """Yield how a place stands that the sentence does not name."""
        id_ = candidate.place.id
        yield "away"
        if self._reaches:
            yield "away from what is located"
        if id_ == self._scene.heaviest[0]:
            yield "heaviest away"
        if self._last and self._last[0].mention.place.id == id_:
            yield "last spoken of"
        if next((s.mention.place.id for s in self._last if s.located), "") == id_:
            yield "last located"
        if self._last_of_kind.get(candidate.place.kind) == id_:
            yield "last of its kind"

    @cached_property
    def _last(self) -> list[Sighting]:
        """Mentions before the sentence, the nearest first."""
        rows = self._scene.sightings[max(0, self._at - _BEFORE) : self._at]
        return [s for row in reversed(rows) for s in reversed(row) if s.stands != "adjective"]

    @cached_property
    def _last_of_kind(self) -> dict[str, str]:
        return {s.mention.place.kind: s.mention.place.id for s in reversed(self._last)}

    def _reach(self, sighting: Sighting) -> tuple[int, int]:
        return gap(sighting.mention.span, self._finding.trigger), sighting.mention.span.start


def gap(one: Span, other: Span) -> int:
    """Return how many characters stand between two spans; 0 if they touch or overlap."""
    return max(0, one.start - other.end, other.start - one.end)
