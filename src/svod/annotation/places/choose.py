"""Which place of several that share a name is meant."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from svod.annotation.places.hit import Hit
from svod.gazetteer import Gazetteer, Prior, fold_name
from svod.model import Place

# Weights in powers of ten of population: how much bigger a rival must be to win all the same.
# Set by hand on the development texts, then checked on LGL; see tests/annotation/places.
_FIRST_COUNTRY = 1.6
_PRIOR_COUNTRY = 1.2
_NAMED_COUNTRY = 1.0
_NAMED_REGION = 1.5
_HOLDER_NEXT = 6.0
_FORM_COST = 0.35
_LEVEL = 8.0
_MAIN_NAME = 0.7
_WEIGHTS = {"country": 7.5, "area": 7.0, "facility": 5.0}
_SHARES = {"region": 1.2, "district": 2.0}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the case and the document say about where they are.

    Attributes:
        prior: Countries of the case, likeliest first.
        countries: Country → ids of the places in it that the document names.
        holders: Region → ids of the places in it that the document names.
        sure: Folded words that were taken for a place somewhere in the document.
    """

    prior: Prior
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sure: frozenset[str] = frozenset()

    def is_near(self, place: Place) -> bool:
        """Tell whether the case or the document is about the country of a place."""
        return place.country in self.prior or self.supports(place)

    def supports(self, place: Place) -> bool:
        """Tell whether the document names something else in the country of a place."""
        return bool(self.countries.get(place.country, frozenset()) - {place.id})


def rank(
    hit: Hit, following: Sequence[Place], setting: Setting, gazetteer: Gazetteer
) -> tuple[tuple[Place, str], ...]:
    """Return the places of a hit, best first, each with the reason that weighs most for it.

    Args:
        hit: What was found.
        following: Places named right behind it, after a comma ("Paris, Texas").
        setting: Evidence from case and document.
        gazetteer: For populations.
    """
    scored = []
    for place, cost in hit.places:
        reasons = _reasons(hit, (place, cost), following, setting, gazetteer)
        total = sum(reasons.values())
        best = max(reasons, key=lambda reason: (reasons[reason], reason))
        scored.append((-total, place.id, place, best))
    return tuple((place, why) for _, _, place, why in sorted(scored, key=lambda row: row[:2]))


def _reasons(
    hit: Hit, found: tuple[Place, int], following: Sequence[Place], setting: Setting, gazetteer: Gazetteer
) -> dict[str, float]:
    place, cost = found
    size = _WEIGHTS.get(place.kind, 0.0) or math.log10(gazetteer.population(place) + 10) - _SHARES.get(
        place.kind, 0.0
    )
    reasons = {"size": size, "form": -_FORM_COST * cost}
    if hit.level in {"region", "district", "city", "area"}:
        reasons["head word"] = _LEVEL if place.kind == hit.level else 0.0
    if any(next_.holds(place) and next_.id != place.id for next_ in following):
        reasons["place behind it"] = _HOLDER_NEXT
    reasons["country"] = _country(place, setting)
    if hit.written and is_main_name(place, hit.written):
        reasons["main name"] = _MAIN_NAME
    if place.kind != "country":
        reasons["region"] = _NAMED_REGION * _has_neighbour(place, setting)
    return reasons


def _has_neighbour(place: Place, setting: Setting) -> bool:
    return any(setting.holders.get(id_, frozenset()) - {place.id} for id_ in (place.id, *place.within))


def _country(place: Place, setting: Setting) -> float:
    said = _NAMED_COUNTRY if setting.supports(place) else 0.0
    if place.country in setting.prior:
        said += _FIRST_COUNTRY if place.country == setting.prior[0] else _PRIOR_COUNTRY
    return said


def setting_of(prior: Prior, chosen: Iterable[Place], sure: Iterable[str], gazetteer: Gazetteer) -> Setting:
    """Return what places chosen at first sight, and the words `sure` taken for them, say about the document."""
    countries: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)
    for place in chosen:
        if place.country:
            countries[place.country].add(place.id)
        for id_ in (place.id, *place.within) if place.kind != "country" else ():
            if not _is_country(id_, gazetteer):
                holders[id_].add(place.id)
    return Setting(prior, _frozen(countries), _frozen(holders), frozenset(sure))


def _frozen(shelves: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(ids) for key, ids in shelves.items()}


def _is_country(id_: str, gazetteer: Gazetteer) -> bool:
    return id_.startswith("geonames:") and gazetteer.place(id_).kind == "country"


def is_main_name(place: Place, words: str) -> bool:
    """Tell whether the words are the canonical name of the place."""
    return fold_name(place.name) == fold_name(words)
