"""Levels: how two profiles stand to each other, one comparison at a time."""

from svod.model import Place
from svod.resolution.content import is_concept
from svod.resolution.profile import Doer, Profile

_CITY_LEVEL = frozenset({"city", "district", "area", "facility"})

# A date of two days (a night) still counts as a day; longer ones are stretches.
_DAY = 1
_NEAR_DAYS = 3
_MONTH_DAYS = 31


def when_level(one: Profile, other: Profile) -> str:
    """Compare dates: `same_day`, `within`, `overlap`, `unknown`, `next_day`, `near`, `month`, `apart`."""
    if not (one.dated and other.dated):
        return "unknown"
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap <= 0:
        return _meeting(one.last - one.first, other.last - other.first)
    if gap == 1:
        return "next_day"
    if gap <= _NEAR_DAYS:
        return "near"
    return "month" if gap <= _MONTH_DAYS else "apart"


def where_level(one: Place | None, other: Place | None) -> str:
    """Compare places: `same_*`, `inside_*` by the level of the outer one, `unknown`, `disjoint`."""
    if one is None or other is None:
        return "unknown"
    if one.id == other.id:
        return "same_site" if one.kind in _CITY_LEVEL else "same_region"
    outer = one if one.holds(other) else other if other.holds(one) else None
    if outer is None:
        return "disjoint"
    if outer.kind in _CITY_LEVEL:
        return "inside_city"
    return "inside_country" if outer.kind == "country" else "inside_region"


def party_level(one: Doer | None, other: Doer | None, rivals: frozenset[tuple[str, str]]) -> str:
    """Compare parties: `same_words`, `other_words`, `same_class`, `rival`, `other_class`, `unknown`."""
    if one is None or other is None or "unknown" in (one.group, other.group):
        return "unknown"
    shared = one.keys & other.keys
    if one.group != other.group:
        return "rival" if shared or (one.group, other.group) in rivals else "other_class"
    if shared:
        return "same_words"
    return "other_words" if one.keys and other.keys else "same_class"


def target_level(
    one: Profile, other: Profile, rivals: frozenset[tuple[str, str]], housed: frozenset[str]
) -> str:
    """Compare targets as `party_level` does, but `crossed` where the one account's
    target is the other's doer ("dissolved the cabinet", "the cabinet resigned"),
    `same_words` where a body and its house share a name, and `other_thing` where
    two things of one class are of different known kinds (an airport, a school).
    """
    if crosses(one, other) or crosses(other, one):
        return "crossed"
    level = party_level(one.target, other.target, rivals)
    if level == "rival" and _share_a_house(one.target, other.target, housed):
        return "same_words"
    if level == "other_words" and _are_other_things(one.target, other.target):
        return "other_thing"
    return "same_class" if level == "other_words" and one.script != other.script else level


def crosses(one: Profile, other: Profile) -> bool:
    """Tell whether only `one` has a target, and it shares words with the doer of `other`."""
    if one.target is None or other.target is not None or other.actor is None:
        return False
    return bool(one.target.keys & other.actor.keys)


def words_level(one: Profile, other: Profile) -> str:
    """Compare content words: `many`, `some`, `one`, `none`, `none_across` (two scripts), `unknown`."""
    shorter = min(len(one.keys), len(other.keys))
    if not shorter:
        return "unknown"
    shared = len(one.keys & other.keys)
    if shared >= 2:
        return "many" if 2 * shared >= shorter else "some"
    if shared:
        return "one"
    return "none" if one.script == other.script else "none_across"


def numbers_level(one: Profile, other: Profile) -> str:
    """Compare the numbers in the quotes: `shared`, `differ`, `unknown`."""
    if not (one.numbers and other.numbers):
        return "unknown"
    return "shared" if one.numbers & other.numbers else "differ"


def position_level(one: Profile, other: Profile) -> str:
    """Compare where the quotes stand: `elsewhere`, `same_account`, `overlapping`."""
    level = "elsewhere"
    for account, start, end in one.spots:
        for account_2, start_2, end_2 in other.spots:
            if account == account_2:
                if start < end_2 and start_2 < end:
                    return "overlapping"
                level = "same_account"
    return level


def _meeting(length: int, length_2: int) -> str:
    shorter, longer = sorted((length, length_2))
    if longer <= _DAY:
        return "same_day"
    return "within" if shorter <= _DAY else "overlap"


def _share_a_house(one: Doer | None, other: Doer | None, housed: frozenset[str]) -> bool:
    if one is None or other is None:
        return False
    return {one.group, other.group} <= housed and bool(one.keys & other.keys)


def _are_other_things(one: Doer | None, other: Doer | None) -> bool:
    """Tell whether both are things and each is of a known kind; persons go by many words."""
    if one is None or other is None or one.group != "infrastructure":
        return False
    return any(map(is_concept, one.keys)) and any(map(is_concept, other.keys))
