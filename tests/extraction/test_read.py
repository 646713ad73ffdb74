"""Statements of whole texts, composed for the tests; published on 10 May 2023."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svod.extraction import extract_statements
from svod.extraction.reading import Reading
from svod.model import AccusationClaim, EventClaim, Statement

Read = Callable[[str, str], Reading]

# Text, type of an event in it, polarity and modality.
TOLD = [
    ("en", "No one was killed in the avalanche.", "killing", "denied actual"),
    ("en", "The union plans a strike on Friday.", "protest", "affirmed planned"),
    ("en", "A strike is set for 14 May.", "protest", "affirmed planned"),
    ("en", "Nurses march through Leeds on 20 May.", "protest", "affirmed planned"),
    ("en", "Nurses marched through Leeds on 2 May.", "protest", "affirmed actual"),
    ("en", "The airline has cancelled all flights on 12 May.", "shutdown", "affirmed actual"),
    ("en", "Looters allegedly burned the warehouse.", "arson", "affirmed uncertain"),
    ("en", "The kidnappers threatened to kill the engineer.", "killing", "affirmed conditional"),
    ("ru", "Никто не погиб.", "killing", "denied actual"),
    ("ru", "Погибших нет.", "killing", "denied actual"),
    ("ru", "Профсоюз намерен провести забастовку.", "protest", "affirmed planned"),
    ("ru", "Митинг пройдёт 20 мая.", "protest", "affirmed planned"),
    ("ru", "Митинг прошёл 2 мая.", "protest", "affirmed actual"),
    ("ru", "Боевики якобы сожгли мельницу.", "arson", "affirmed uncertain"),
    ("ru", "Авиакомпания отменила рейсы 12 мая.", "shutdown", "affirmed actual"),
    ("ru", "В аптеках не хватает бинтов.", "shortage", "affirmed actual"),
]


def read(annotated: Read, text: str, tag: str) -> tuple[Statement, ...]:
    reading = annotated(text, tag)
    return extract_statements(reading.annotation, reading.language)


def events(statements: tuple[Statement, ...]) -> list[tuple[Statement, EventClaim]]:
    return [(s, s.claim) for s in statements if isinstance(s.claim, EventClaim)]


@pytest.mark.parametrize(("tag", "text", "kind", "expected"), TOLD)
def test_events_are_told_as_they_stand(
    annotated: Read, tag: str, text: str, kind: str, expected: str
) -> None:
    found = [s for s, claim in events(read(annotated, text, tag)) if claim.type == kind]
    assert [f"{s.polarity} {s.modality}" for s in found] == [expected]


def test_scare_quotes_around_a_party_are_kept(annotated: Read) -> None:
    text = "Guards shot two “terrorists” at the gate."
    targets = [claim.target for _, claim in events(read(annotated, text, "en")) if claim.target]
    assert targets
    assert all(target.scare_quotes for target in targets)


def test_plain_parties_have_no_scare_quotes(annotated: Read) -> None:
    found = events(read(annotated, "Guards shot two farmers at the gate.", "en"))
    assert found
    assert not any(party.scare_quotes for _, c in found for party in (c.actor, c.target) if party)


def test_one_who_is_blamed_in_quotes_is_marked(annotated: Read) -> None:
    text = "The minister accused so-called “activists” of arson."
    claims = [s.claim for s in read(annotated, text, "en") if isinstance(s.claim, AccusationClaim)]
    assert [claim.against and claim.against.scare_quotes for claim in claims] == [True]


def test_a_clause_may_give_a_figure_and_an_event(annotated: Read) -> None:
    found = read(annotated, "Nine miners were killed on Monday.", "en")
    assert [s.kind for s in found] == ["event", "figure"]
    assert {s.when for s in found} == {"2023-05-08"}


def test_who_speaks_goes_with_what_is_said(annotated: Read) -> None:
    [(found, _)] = events(read(annotated, "Residents said that rebels burned a warehouse.", "en"))
    assert [voice.name for voice in found.voice] == ["residents"]


TEXTS = [
    ("en", "Rebels burned a warehouse in Goma. Two nurses died, doctors said. No one was arrested."),
    ("en", "Dockers struck in Leeds and Hull on Monday; police denied beating anyone. Nurses will march."),
    ("en", "Amid the unrest the mayor resigned. “We demand bread,” the strikers said."),
    ("ru", "Повстанцы сожгли мельницу в Гоме. Погибли две медсестры, сообщили врачи. Жертв больше нет."),
    ("ru", "Докеры бастуют в Лионе и Марселе. Полиция отрицает избиение. Мэр подаст в отставку."),
]


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_every_statement_has_its_words(annotated: Read, tag: str, text: str) -> None:
    found = read(annotated, text, tag)
    assert found
    assert all(s.citation.span.of(text) == s.citation.quote for s in found)
    assert all(s.trigger is None or s.citation.span.overlaps(s.trigger) for s in found)
    assert all(s.rule for s in found)


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_statements_are_sorted_and_count_once(annotated: Read, tag: str, text: str) -> None:
    found = read(annotated, text, tag)
    assert list(found) == sorted(found, key=lambda s: (s.citation.span, s.kind, s.id))
    assert len({s.id for s in found}) == len(found)
    assert read(annotated, text, tag) == found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="Rebels burnt a mil.\n,“”«»0-", max_size=60))
def test_any_text_is_read_without_error(annotated: Read, text: str) -> None:
    for statement in read(annotated, text, "en"):
        assert statement.citation.span.of(text) == statement.citation.quote


# An account, the type of an event in it, and how its place is told.
PLACED = [
    ("en", "Guards shot two farmers in Gao.", "attack", "clause", "Gao"),
    ("en", "In Gao the market is closed, and guards shot two farmers.", "attack", "sentence", "Gao"),
    ("en", "A flood hit Gao. In Gao roads are closed. Guards shot two farmers.", "attack", "context", None),
    ("ru", "В Найроби сгорел рынок.", "arson", "clause", "Найроби"),
    ("ru", "Наводнение в Найроби. В Найроби закрыты дороги. Погибли трое.", "killing", "context", None),
]


@pytest.mark.parametrize(("tag", "text", "kind", "placed_by", "words"), PLACED)
def test_a_place_that_is_told_is_no_guess(
    annotated: Read, tag: str, text: str, kind: str, placed_by: str, words: str | None
) -> None:
    found = [s for s, claim in events(read(annotated, text, tag)) if claim.type == kind]
    assert {(s.placed_by, s.place_span and s.place_span.of(text)) for s in found} == {(placed_by, words)}


@pytest.mark.parametrize(
    ("tag", "text", "names"),
    [
        (
            "en",
            "Flights were cancelled in Spain, Chile, Kenya and Gabon.",
            ["Spain", "Chile", "Kenya", "Gabon"],
        ),
        ("ru", "Базы закрыты в Испании, Чили, Кении и Габоне.", ["Spain", "Chile", "Kenya", "Gabon"]),
    ],
)
def test_what_is_split_by_its_places_stands_in_their_order(
    annotated: Read, tag: str, text: str, names: list[str]
) -> None:
    found = sorted(read(annotated, text, tag), key=lambda s: s.text_order)
    assert [s.where.name for s in found if s.where] == names


SPOKEN_DEEDS = [
    ("en", "Officials warned residents to boil water.", "alert", []),
    ("en", "Officials said that rebels burned a warehouse.", "arson", ["officials"]),
    ("ru", "Посольство советовало туристам покинуть страну.", "alert", []),
]


@pytest.mark.parametrize(("tag", "text", "kind", "voices"), SPOKEN_DEEDS)
def test_who_warns_does_not_tell_of_the_warning(
    annotated: Read, tag: str, text: str, kind: str, voices: list[str]
) -> None:
    found = [s for s, claim in events(read(annotated, text, tag)) if claim.type == kind]
    assert [[voice.name for voice in s.voice] for s in found] == [voices]
