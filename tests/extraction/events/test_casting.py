import pytest

from svod.extraction.events.casting import cast, is_gathering, is_mutual, is_received, yields
from svod.model import EventType, Group, Party


def who(group: Group) -> Party:
    return Party("the words", group)


def test_those_who_protest_are_protesters_but_bodies_keep_their_class() -> None:
    assert cast("protest", who("civilians"), None)[0] == who("protesters")
    assert cast("protest", who("unknown"), None)[0] == who("protesters")
    assert cast("protest", who("organisation"), None)[0] == who("organisation")


@pytest.mark.parametrize("kind", ["disaster", "injury", "missing", "price_change", "shortage"])
def test_what_happens_by_itself_has_no_actor(kind: str) -> None:
    assert cast(kind, who("armed_group"), None)[0] is None


@pytest.mark.parametrize("group", ["unknown", "infrastructure"])
def test_a_thing_is_a_cause_and_no_actor(group: Group) -> None:
    assert cast("destruction", who(group), who("business")) == (None, who("business"))


@pytest.mark.parametrize("kind", ["killing", "injury", "detention", "abuse", "aid"])
def test_those_who_suffer_without_a_class_are_civilians(kind: str) -> None:
    assert cast(kind, None, who("unknown"))[1] == who("civilians")


def test_a_target_without_a_class_stays_only_where_things_are_meant() -> None:
    assert cast("price_change", None, who("unknown"))[1] == who("unknown")
    assert cast("attack", None, who("unknown"))[1] is None


def test_a_shot_has_no_target_and_a_ban_only_persons() -> None:
    assert cast("gunfire", None, who("infrastructure"))[1] is None
    assert cast("emergency_measure", None, who("infrastructure"))[1] is None
    assert cast("emergency_measure", None, who("civilians"))[1] == who("civilians")


def test_private_persons_who_move_are_displaced() -> None:
    assert cast("displacement", who("civilians"), None) == (None, who("civilians"))
    assert cast("displacement", who("organisation"), who("civilians")) == (
        who("organisation"),
        who("civilians"),
    )
    assert cast("displacement", who("security_forces"), None)[0] == who("security_forces")


def test_what_burns_is_not_also_destroyed() -> None:
    assert yields("destruction", {"destruction", "arson"})
    assert not yields("destruction", {"destruction", "killing"})
    assert not yields("arson", {"destruction", "arson"})


def test_types_are_told_apart_by_how_many_sides_they_have() -> None:
    assert is_mutual("clash")
    assert not is_mutual("attack")
    assert is_received("aid")
    assert not is_received("killing")
    assert is_gathering("protest")
    assert not is_gathering("legal_action")


@pytest.mark.parametrize("kind", ["deployment", "withdrawal"])
def test_own_forces_that_nobody_sends_are_those_who_move(kind: EventType) -> None:
    assert cast(kind, None, who("security_forces")) == (who("security_forces"), None)
    sender = who("foreign_state")
    assert cast(kind, sender, who("foreign_forces")) == (sender, who("foreign_forces"))


def test_forces_are_not_sent_to_suffer_the_place_they_are_sent_to() -> None:
    assert cast("deployment", who("security_forces"), who("infrastructure"))[1] is None


def test_a_country_does_not_suffer_a_storm_as_its_state() -> None:
    assert cast("disaster", None, who("authorities"))[1] is None
    assert cast("disaster", None, who("infrastructure"))[1] == who("infrastructure")
