"""Framing: the words that composed accounts use for groups."""

from told import blame, event, voices

from svod.fusion.labels import find_labels
from svod.model import Label, Party

MOB = Party("The  Mob", "armed_group")


def test_words_are_folded_and_statements_gathered() -> None:
    said = [event("mob came", actor=MOB), event("mob left", actor=MOB, start=50)]
    [label] = find_labels(said)
    assert isinstance(label, Label)
    assert (label.words, len(label.statements), label.quoted) == ("the mob", 2, False)


def test_own_words_and_quoted_ones_are_told_apart() -> None:
    said = [event("mob came", actor=MOB), event("mob left", actor=MOB, start=50, voice=voices("Mayor"))]
    assert [label.quoted for label in find_labels(said)] == [False, True]


def test_distance_is_kept() -> None:
    doubted = Party("mob", "armed_group", scare_quotes=True)
    assert [label.scare_quotes for label in find_labels([event("«mob» came", actor=doubted)])] == [True]


def test_the_blamed_are_labelled_too() -> None:
    assert [label.group for label in find_labels([blame("the mob did it", MOB)])] == ["armed_group"]


def test_who_is_only_implied_has_no_label() -> None:
    assert find_labels([event("taken", actor=Party(None, "protesters"))]) == ()
