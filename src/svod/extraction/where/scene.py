"""The places of a document, laid out once for all its findings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from svod.extraction.reading import Reading
from svod.extraction.where.lexicon import where_words
from svod.extraction.where.sighting import Sighting, find_sightings
from svod.extraction.where.traits import describe
from svod.model import Place

_HEAVIEST = 6  # places that are asked about everywhere, wherever they were named
_LOCATED_WEIGHT = 3  # a mention that something happens in counts like three; all swept as for the rule
_FIRST_WEIGHT = 5  # one in the first sentence like five
_COUNTRY_WEIGHT = 0.45  # countries are named as actors, too


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that the document names.

    Attributes:
        place: The place.
        traits: What holds of it in the whole document, as features.
    """

    place: Place
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a document's places stand.

    Attributes:
        candidates: Id of a place → the place, in order of first mention.
        heaviest: Ids of the places that the document is about, the first the most.
        weight: How much it is about the first, in votes of mentions.
        sightings: The mentions of each sentence, in text order.
    """

    candidates: Mapping[str, Candidate]
    heaviest: tuple[str, ...]
    weight: float
    sightings: tuple[tuple[Sighting, ...], ...]


def lay_out(reading: Reading) -> Scene:
    """Return where the places of a document stand; takes time linear in their mentions."""
    of_place: dict[str, list[Sighting]] = defaultdict(list)
    of_sentence: list[list[Sighting]] = [[] for _ in reading.trees]
    for sighting in find_sightings(reading, where_words(reading.language)):
        of_place[sighting.mention.place.id].append(sighting)
        of_sentence[sighting.sentence].append(sighting)
    votes = {id_: _votes(found) for id_, found in of_place.items()}
    ranked = tuple(sorted(votes, key=lambda id_: (-votes[id_], id_)))
    places = {id_: found[0].mention.place for id_, found in of_place.items()}
    traits = describe(places, of_place, votes)
    return Scene(
        {id_: Candidate(place, traits[id_]) for id_, place in places.items()},
        ranked[:_HEAVIEST],
        votes[ranked[0]] if ranked else 0.0,
        tuple(map(tuple, of_sentence)),
    )


class SceneMemo:
    """Keeps the scene of the document read last, which is asked for once a finding."""

    def __init__(self) -> None:
        self._last: tuple[Reading, Scene] | None = None

    def scene(self, reading: Reading) -> Scene:
        """Return the scene of a reading."""
        last = self._last
        if last is None or last[0] is not reading:
            last = reading, lay_out(reading)
            self._last = last
        return last[1]


def _votes(sightings: Sequence[Sighting]) -> float:
    return sum(_vote(sighting) for sighting in sightings)


def _vote(sighting: Sighting) -> float:
    if sighting.stands in {"adjective", "dateline"}:
        return 0.0
    return (
        (_LOCATED_WEIGHT if sighting.located else 1)
        * (_FIRST_WEIGHT if sighting.sentence == 0 else 1)
        * (_COUNTRY_WEIGHT if sighting.mention.place.kind == "country" else 1)
    )
