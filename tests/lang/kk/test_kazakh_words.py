"""Kazakh words: endings, stems, Latin letters, tenses; composed, checked against a school grammar."""

import pytest
from kazakh import table

from svod.lang import load_language
from svod.lang.kk.analyser import readings
from svod.model import Sentence, Token

KAZAKH = load_language("kk")


def sentence(text: str) -> Sentence:
    [one] = KAZAKH.sentences(text)
    return one


def verb(text: str) -> Token:
    found = sentence(text)
    return next(token for token in found.tokens if token.relation == "root")


@pytest.mark.parametrize("row", [row for row, _ in table("forms.txt")])
def test_a_form_is_read_as_the_grammar_has_it(row: str) -> None:
    word, lemma, pos, *features = row.split()
    likeliest = readings(word)[0]
    assert (likeliest.lemma, likeliest.pos) == (lemma, pos)
    assert likeliest.features == ("" if features == ["_"] else "".join(features))


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Біз мектеп саламыз.", "Fut"),
        ("Жәрдемақы төленеді.", "Fut"),
        ("Көпір ертең ашылады.", "Fut"),
        ("Зауыт жолды күзге дейін жөндейді.", "Fut"),
        ("Біз осыны талап етеміз.", "Pres"),
        ("Әкім қалада тұрады.", "Pres"),
        ("Біз мектеп салдық.", "Past"),
    ],
)
def test_the_present_is_a_future_where_it_speaks_of_what_is_to_come(text: str, tense: str) -> None:
    assert verb(text).feature("Tense") == tense


@pytest.mark.parametrize("text", ["Төлем төленді.", "Тыйым салынды.", "Үй салынды.", "Әкім босатылды."])
def test_a_passive_is_one_word_with_its_active(text: str) -> None:
    assert verb(text).lemma in {"төле", "сал", "босат"}


@pytest.mark.parametrize(
    ("latin", "lemma"), [("qalada", "қала"), ("üyde", "үй"), ("mektepter", "мектеп"), ("şerui", "шеру")]
)
def test_latin_letters_are_read_and_keep_their_offsets(latin: str, lemma: str) -> None:
    text = f"Bügin {latin} turaly aitty."
    token = next(t for s in KAZAKH.sentences(text) for t in s.tokens if t.text == latin)
    assert token.lemma == lemma
    assert token.span.of(text) == latin


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Бұл туралы Асқар Маминге хабарланды.", "Асқар Мамин"),
        ("Жиналыста Ерлан Қошановтың сөзі тыңдалды.", "Ерлан Қошанов"),
        ("Кеше Дархан Сәтбаевпен кездесу өтті.", "Дархан Сәтбаев"),
    ],
)
def test_names_stand_in_the_nominative(text: str, name: str) -> None:
    assert name in [found.name for found in KAZAKH.names(text, KAZAKH.sentences(text))]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Сауда және интеграция министрлігі қаулы шығарды.",
            "Сауда және интеграция министрлігі",
            "organisation",
        ),
        ("Кеше Нұрлан Сейітов сөз сөйледі.", "Нұрлан Сейітов", "person"),
        ("Олар Қарағандыға барды.", "Қарағанды", "place"),
    ],
)
def test_names_are_found_whole_and_in_the_nominative(text: str, name: str, kind: str) -> None:
    found = {(n.name, n.kind) for n in KAZAKH.names(text, KAZAKH.sentences(text))}
    assert (name, kind) in found
