import pytest

from svod.extraction.events.frames import PATTERNS, Limit, load_frames
from svod.lang import load_language
from svod.model import EVENT_TYPES


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_every_type_of_the_codebook_has_triggers(tag: str) -> None:
    triggers = [t for found in load_frames(tag).triggers.values() for t in found]
    assert {t.type for t in triggers} == set(EVENT_TYPES)
    assert {t.pattern for t in triggers} == set(PATTERNS)


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_triggers_stand_under_their_head_best_first(tag: str) -> None:
    for head, found in load_frames(tag).triggers.items():
        assert all(trigger.phrase[0] == head for trigger in found)
        assert [t.rank for t in found] == sorted(t.rank for t in found)


@pytest.mark.parametrize(
    ("tag", "head", "phrase"), [("en", "fire", ("fire", "on")), ("ru", "стража", ("стража", "под"))]
)
def test_a_predicate_heads_its_copula(tag: str, head: str, phrase: tuple[str, ...]) -> None:
    assert any(t.copula and t.phrase == phrase for t in load_frames(tag).triggers[head])


def test_a_verb_heads_its_negation() -> None:
    assert any(t.phrase == ("хватать", "не") for t in load_frames("ru").triggers["хватать"])


def test_a_limit_allows_heads_and_groups() -> None:
    limit = Limit(frozenset({"window"}), frozenset({"media"}))
    assert limit.allows("window", "unknown")
    assert limit.allows("camera", "media")
    assert not limit.allows("camera", "business")


def test_a_language_without_frames_has_no_triggers() -> None:
    assert load_language("fi").words("frames") == {}
    assert load_frames("fi").triggers == {}
