"""Voices, quotes and absorbed events of claims, on own sentences."""

from collections.abc import Callable

import pytest

from svod.extraction.claims import find_absorbed, find_accusations, find_commitments, find_demands
from svod.extraction.events import find_events
from svod.extraction.reading import Reading
from svod.extraction.voices import find_voices, voice_at
from svod.lang import load_language

Read = Callable[[str, str], Reading]


def test_who_blames_is_the_voice(annotated: Read) -> None:
    reading = annotated("Zambia has accused Malawi of piracy.", "en")
    scopes = find_voices(reading)
    [finding] = find_accusations(reading, scopes)
    voices = finding.voice or voice_at(scopes, finding.quote)
    assert "Zambia" in voices[0].name


def test_a_slogan_is_the_crowd_s(annotated: Read) -> None:
    reading = annotated("One banner read: 'Bread, not bombs'.", "en")
    [finding] = find_demands(reading, find_voices(reading))
    assert [voice.name for voice in finding.voice or ()] == ["protesters"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The mayor promised to evacuate the village."),
        ("en", "Students demanded to release the prisoners."),
        ("ru", "Мэр пообещал эвакуировать посёлок."),
    ],
)
def test_what_is_promised_or_demanded_absorbs_the_planned_event(annotated: Read, tag: str, text: str) -> None:
    reading = annotated(text, tag)
    scopes = find_voices(reading)
    takes = find_absorbed(reading, [*find_demands(reading, scopes), *find_commitments(reading, scopes)])
    events = list(find_events(reading))
    assert events
    assert all(takes(event) for event in events)


def test_what_happened_is_absorbed_by_nothing(annotated: Read) -> None:
    reading = annotated("The mayor promised to rebuild the school. Rebels burned the courthouse.", "en")
    takes = find_absorbed(reading, find_commitments(reading, find_voices(reading)))
    [burning] = [event for event in find_events(reading) if event.sentence == 1]
    assert not takes(burning)


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_lexicons_name_no_word_twice_in_a_list(tag: str) -> None:
    lists = load_language(tag).words("claims")
    twice = {key: [w for w in set(words) if words.count(w) > 1] for key, words in lists.items()}
    assert not {key: words for key, words in twice.items() if words}
