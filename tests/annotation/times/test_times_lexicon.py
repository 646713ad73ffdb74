"""What a `times.toml` may say, and how a broken one is refused."""

from typing import Any

import pytest

from svod.annotation.times import find_times
from svod.annotation.times.lexicon import read_lexicon
from svod.annotation.times.template import Constant, Slot, Word, spell_out
from svod.errors import MalformedLexiconError

SOUND: dict[str, Any] = {
    "language": "xx",
    "endings": {"case": ["", "ta"]},
    "classes": {"month": {"1": ["tam~case"]}},
    "rules": {"moment": ["{day} {month}"]},
}

BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("unknown section", {"verbs": {}}),
    ("no rules", {"rules": {}}),
    ("unknown rule", {"rules": {"party": ["{day}"]}}),
    ("no slot", {"rules": {"moment": ["{day} {moon}"]}}),
    ("may be empty", {"rules": {"moment": ["[{day}]"]}}),
    ("does not close", {"rules": {"moment": ["{day} [{month}"]}}),
    ("closes nothing", {"rules": {"moment": ["{day}] {month}"]}}),
    ("no endings", {"classes": {"month": {"1": ["tam~plural"]}}}),
    ("is not a list", {"weak": "may"}),
    ("is not a table", {"classes": ["month"]}),
    ("no day is told", {"holidays": {"feast": "the fifth of May"}}),
    ("no number", {"numbers": {"one": ["yksi"]}}),
]


@pytest.mark.parametrize(("reason", "change"), BROKEN, ids=[reason for reason, _ in BROKEN])
def test_a_broken_lexicon_is_refused_with_the_reason(reason: str, change: dict[str, Any]) -> None:
    with pytest.raises(MalformedLexiconError, match=reason) as refused:
        find_times("4 tam", (), None, SOUND | change)
    assert refused.value.file == "lang/xx/times.toml"


def test_a_language_of_two_words_is_enough() -> None:
    found = find_times("4 tamta", (), "2022-01-08", SOUND)
    assert [(mention.text, mention.value) for mention in found] == [("4 tamta", "2022-01-04")]


def test_a_language_without_words_for_times_has_no_times() -> None:
    assert find_times("4 March 2022", (), None, {}) == ()


def test_endings_spell_out_all_forms() -> None:
    assert set(read_lexicon(SOUND).classes["month"]) == {"tam", "tamta"}


def test_a_template_spells_out_every_reading() -> None:
    assert spell_out("on [the] {a:day} (of|in) {x=1}") == (
        (Word("on"), Word("the"), Slot("day", "a"), Word("of"), Constant("x", 1)),
        (Word("on"), Word("the"), Slot("day", "a"), Word("in"), Constant("x", 1)),
        (Word("on"), Slot("day", "a"), Word("of"), Constant("x", 1)),
        (Word("on"), Slot("day", "a"), Word("in"), Constant("x", 1)),
    )
