"""The chain in force at a stretch of a text."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from svod.extraction.reading import Reading
from svod.extraction.voices import VoiceScope, find_voices, voice_at
from svod.model import Span, Voice

OUTLET, SPEAKER = Voice("Daily Post", named=True), Voice("Ann Roe", named=True)


def scope(start: int, end: int, *chain: Voice) -> VoiceScope:
    return VoiceScope(0, Span(start, end), chain, Span(0, 1), "test")


def test_a_speaker_inside_a_report_comes_first() -> None:
    scopes = [scope(0, 100, OUTLET), scope(20, 60, SPEAKER)]
    assert voice_at(scopes, Span(30, 40)) == (SPEAKER, OUTLET)
    assert voice_at(scopes, Span(70, 80)) == (OUTLET,)


def test_a_scope_that_holds_less_than_half_does_not_count() -> None:
    assert voice_at([scope(0, 10, SPEAKER)], Span(6, 20)) == ()


def test_each_voice_stands_once_in_a_chain() -> None:
    assert voice_at([scope(0, 50, SPEAKER, OUTLET), scope(0, 90, OUTLET)], Span(5, 9)) == (SPEAKER, OUTLET)


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40)), max_size=8), st.randoms(use_true_random=False)
)
def test_the_order_of_scopes_does_not_matter(pairs: list[tuple[int, int]], shuffled: object) -> None:
    scopes = [
        scope(a, a + size, Voice(f"v{n}", named=True)) for n, (a, size) in enumerate(sorted(set(pairs)))
    ]
    turned = list(scopes)
    shuffled.shuffle(turned)  # type: ignore[attr-defined]
    assert voice_at(scopes, Span(10, 40)) == voice_at(turned, Span(10, 40))


def test_scopes_stand_in_text_order_and_name_somebody(reading: Callable[[str, str], Reading]) -> None:
    text = "Police said the road was closed. “We waited,” said Ann Roe. According to AFP, two buses burned."
    scopes = find_voices(reading(text, "en"))
    assert [s.span for s in scopes] == sorted(s.span for s in scopes)
    assert all(s.chain and all(voice.name for voice in s.chain) for s in scopes)


def test_roles_are_not_named_and_names_are(reading: Callable[[str, str], Reading]) -> None:
    text = "Residents said the road was closed. Ann Roe said two buses burned."
    assert [(s.chain[0].name, s.chain[0].named) for s in find_voices(reading(text, "en"))] == [
        ("residents", False),
        ("Ann Roe", True),
    ]


def test_a_language_without_words_for_voices_has_no_scopes(reading: Callable[[str, str], Reading]) -> None:
    assert find_voices(reading("La maire a dit que le pont est ouvert.", "fr")) == ()
