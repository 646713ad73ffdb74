"""What holds of a place in the whole document, as features of the ranking."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from svod.extraction.where.sighting import Sighting
from svod.model import Place


def describe(
    places: Mapping[str, Place], sightings: Mapping[str, Sequence[Sighting]], votes: Mapping[str, float]
) -> dict[str, tuple[str, ...]]:
    """Return the features of each place that do not depend on a finding.

    Args:
        places: Id → place, for all places that the document names.
        sightings: Id → mentions of the place.
        votes: Id → weight of its mentions.
    """
    weighing = _Weighing(places, votes)
    return {
        id_: (f"kind {place.kind}", *_named(sightings[id_]), *weighing.features(place))
        for id_, place in places.items()
    }


def steps(name: str, value: float, edges: Sequence[float]) -> Iterator[str]:
    """Yield one feature for each edge that a value reaches."""
    return (f"{name} >= {edge:g}" for edge in edges if value >= edge)


def _named(sightings: Sequence[Sighting]) -> Iterator[str]:
    if all(sighting.stands == "adjective" for sighting in sightings):
        yield "adjective only"
    elif all(sighting.stands in {"adjective", "owned", "dateline"} for sighting in sightings):
        yield "in names only"


class _Weighing:
    """How the places of a document weigh against what holds them and what they hold."""

    def __init__(self, places: Mapping[str, Place], votes: Mapping[str, float]) -> None:
        self._votes = votes
        self._places = places
        self._total = sum(votes.values()) or 1.0
        self._heaviest = min(votes, key=lambda id_: (-votes[id_], id_), default="")
        self._whole: dict[str, float] = dict(votes)
        self._inner: dict[str, float] = {}
        self._held: dict[str, int] = defaultdict(int)
        for id_, place in places.items():
            for around in set(place.within) & places.keys() - {id_}:
                self._whole[around] += votes[id_]
                self._inner[around] = max(self._inner.get(around, 0.0), votes[id_])
                self._held[around] += 1

    def features(self, place: Place) -> Iterator[str]:
        id_ = place.id
        if id_ == self._heaviest:
            yield "heaviest"
        whole = self._whole[id_] or 1.0
        yield from steps("covers", whole / self._total, (0.3, 0.5, 0.7, 0.9))
        if id_ in self._inner:
            inner = self._inner[id_]
            yield "one inside weighs more" if inner > self._votes[id_] else "none inside weighs more"
            yield from steps("one inside takes", inner / whole, (0.3, 0.6))
            yield from steps("places inside", self._held[id_], (2, 4, 8))
        around = next((held for held in place.within if held in self._places and held != id_), "")
        if around:
            yield "named around it"
            share = self._whole[id_] / (self._whole[around] or 1.0)
            yield from steps("takes of the one around", share, (0.25, 0.5, 0.75))
