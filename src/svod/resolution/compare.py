"""Comparing two profiles: levels, their weights, and the sum that explains itself."""

from collections.abc import Mapping

from svod.model import FigureClaim
from svod.resolution.levels import (
    numbers_level,
    party_level,
    position_level,
    target_level,
    when_level,
    where_level,
    words_level,
)
from svod.resolution.profile import OFFENDERS, Profile
from svod.resolution.sieve import Facet
from svod.resolution.weights import load_weights, pairs_of, words_of

EVENT_WEIGHTS = load_weights("event")
FIGURE_WEIGHTS = load_weights("figure")
ACCUSATION_WEIGHTS = load_weights("accusation")

_KINDRED = pairs_of("kindred")
_RIVALS = pairs_of("rivals")
_SORTS = pairs_of("sorts")
_HOUSED = words_of("housed")
_UNCOUNTED = words_of("uncounted")
_CUMULATIVE = words_of("cumulative")
_RARE = words_of("rare")
_COUNTED = words_of("counted")
_KIN_HAZARDS = pairs_of("kin_hazards")

_SMALL_NUMBER = 10
_CLOSE = 1.25
_FAR = 3.0


def event_levels(one: Profile, other: Profile) -> Mapping[str, str] | None:
    """Return the level of each comparison of two event profiles, in a fixed
    order, or `None` if their types are never one event.
    """
    if one.type != other.type and (one.type, other.type) not in _KINDRED:
        return None
    return {
        "type": _type_level(one.type, other.type),
        "when": _event_when(one, other),
        "where": _where(one, other),
        "actor": party_level(one.actor, other.actor, _RIVALS),
        "target": target_level(one, other, _RIVALS, _HOUSED),
        "words": words_level(one, other),
        "hazard": _hazard_level(one, other),
        "numbers": "unknown" if one.type in _COUNTED else numbers_level(one, other),
        "polarity": "same" if one.denied == other.denied else "differ",
        "modality": _modality(one, other),
        "position": _position_level(one, other),
    }


def figure_levels(one: Profile, other: Profile) -> Mapping[str, str] | None:
    """Return the level of each comparison of two figure profiles, in a fixed
    order, or `None` if they measure different things: another measure, unit,
    or population. A part (security forces) is never compared with the whole
    (people), nor two numbers of nobody knows what.
    """
    a, b = one.claim, other.claim
    assert isinstance(a, FigureClaim)
    assert isinstance(b, FigureClaim)
    if a.measure != b.measure or _unit(a) != _unit(b):
        return None
    if a.of != b.of and (a.of, b.of) not in _SORTS:
        return None
    if a.measure == "quantity" and a.of in _UNCOUNTED and (a.low, a.high) != (b.low, b.high):
        return None
    cumulative = a.measure in _CUMULATIVE
    when = when_level(one, other)
    return {
        "of": "same" if a.of == b.of else "same_sort",
        "when_cumulative" if cumulative else "when": when if cumulative or when != "month" else "apart",
        "where": _where(one, other),
        "number": number_level(a, b),
        "count": _count_level(one, other, when),
        "words": words_level(one, other),
        "modality": _modality(one, other),
        "position": position_level(one, other),
    }


def accusation_levels(one: Profile, other: Profile) -> Mapping[str, str]:
    """Return the level of each comparison of two accusations, in a fixed order."""
    return {
        "when": _event_when(one, other),
        "where": _where(one, other),
        "against": party_level(one.target, other.target, _RIVALS),
        "words": words_level(one, other),
        "polarity": _denial_level(one, other),
        "position": position_level(one, other),
    }


def _event_when(one: Profile, other: Profile) -> str:
    level = when_level(one, other)
    return "apart" if level == "month" else level


def _where(one: Profile, other: Profile) -> str:
    """Return how two places stand to each other; `guessed_apart` where words tell but one of them, or none."""
    level = where_level(one.where, other.where)
    return "guessed_apart" if level == "disjoint" and not (one.placed and other.placed) else level


def _modality(one: Profile, other: Profile) -> str:
    return "same" if one.ahead == other.ahead else "differ"


_WHEN = Facet(lambda profile: (profile.first, profile.last, profile.dated), _event_when)
_WHERE = Facet(lambda profile: (profile.where and profile.where.id, profile.placed), _where)
_AHEAD = Facet(lambda profile: profile.ahead, _modality)
EVENT_FACETS = {
    "when": _WHEN,
    "where": _WHERE,
    "modality": _AHEAD,
    "actor": Facet(
        lambda profile: profile.actor, lambda one, other: party_level(one.actor, other.actor, _RIVALS)
    ),
}
FIGURE_FACETS = {"where": _WHERE, "modality": _AHEAD}
ACCUSATION_FACETS = {"when": _WHEN, "where": _WHERE}
"""What is compared first, as it tells most pairs apart and takes few values."""


def number_level(one: FigureClaim, other: FigureClaim) -> str:
    """Compare two numbers: `equal`, `equal_small`, `same_end`, `compatible`, `close`, `differ`, `far`."""
    a, b = _middle(one), _middle(other)
    if (one.low, one.high) == (other.low, other.high):
        return "equal" if a is not None and a > _SMALL_NUMBER else "equal_small"
    if _can_both_hold(one, other):
        named = a is not None and a == b and a > _SMALL_NUMBER
        return "same_end" if named else "compatible"
    if a is None or b is None or min(a, b) <= 0:
        return "differ"
    ratio = max(a, b) / min(a, b)
    return "close" if ratio <= _CLOSE else "far" if ratio > _FAR else "differ"


def event_sorts(profile: Profile) -> tuple[str, ...]:
    """Return what two event profiles of one event share: their type, or a pair of kindred types."""
    pairs = {"/".join(sorted(pair)) for pair in _KINDRED if profile.type in pair}
    return (profile.type, *sorted(pairs))


def accusation_sorts(profile: Profile) -> tuple[str, ...]:
    """Return what two accusations of one matter share: nothing but the kind."""
    return (profile.type,)


def figure_sorts(profile: Profile) -> tuple[str, ...]:
    """Return what two figure profiles of one quantity share: measure, unit and population."""
    claim = profile.claim
    assert isinstance(claim, FigureClaim)
    ways = {claim.of, *("/".join(sorted(pair)) for pair in _SORTS if claim.of in pair)}
    return tuple(f"{claim.measure} {_unit(claim)} {of}" for of in sorted(ways))


def _denial_level(one: Profile, other: Profile) -> str:
    """Return `denies_charge` where one denies what the other calls people ("We are no terrorists"),
    `same_charge` where both call people the same.
    """
    if one.denied != other.denied:
        return "denies_charge" if one.keys & other.keys & OFFENDERS else "differ"
    return "same_charge" if not one.denied and one.charges & other.charges else "same"


def _hazard_level(one: Profile, other: Profile) -> str:
    """Return `other` where two disasters are told to be of two kinds."""
    kinds, others = one.hazards, other.hazards
    kin = kinds & others or any((a, b) in _KIN_HAZARDS for a in kinds for b in others)
    return "same" if kin or not (kinds and others) else "other"


def _position_level(one: Profile, other: Profile) -> str:
    """Return where the quotes stand; rare acts told in shared words are not coordinated but one
    ("stepped down, which the council accepted").
    """
    level = position_level(one, other)
    return "same_account" if level == "overlapping" and one.type in _RARE else level


def _type_level(one: str, other: str) -> str:
    if one != other:
        return "kindred"
    return "same_rare" if one in _RARE else "same"


def _unit(claim: FigureClaim) -> str:
    return "" if claim.unit in {"persons", "items"} else claim.unit


def _middle(claim: FigureClaim) -> float | None:
    known = [value for value in (claim.low, claim.high) if value is not None]
    return sum(known) / len(known) if known else None


def _can_both_hold(one: FigureClaim, other: FigureClaim) -> bool:
    low = max(value for value in (one.low, other.low, float("-inf")) if value is not None)
    high = min(value for value in (one.high, other.high, float("inf")) if value is not None)
    return low <= high


def _count_level(one: Profile, other: Profile, when: str) -> str:
    if one.added != other.added:
        return "other"
    return "added_apart" if one.added and when not in {"same_day", "within", "unknown"} else "same"
