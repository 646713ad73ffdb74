"""Words, dates and numbers in three languages."""

import pytest

from svod.tongue import load_tongue, pick_tongue
from svod.tongue.dates import render_short, render_when
from svod.tongue.numbers import render_figure, render_range

RUSSIAN, KAZAKH = load_tongue("ru"), load_tongue("kk")


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        (("", "", ""), "en"),
        (("kk", "ru", "en"), "kk"),
        (("xx", "", "de-DE,de;q=0.9,ru;q=0.5,en;q=0.4"), "ru"),
        (("", "", "en-US,en;q=0.5"), "en"),
        (("", "", "ru;q=0, kk-KZ;q=0.1"), "kk"),
        (("", "", "ru;q=x, ;;,,"), "en"),
    ],
)
def test_the_first_wish_that_is_spoken_wins(wishes: tuple[str, ...], code: str) -> None:
    assert pick_tongue(*wishes).code == code


@pytest.mark.parametrize(
    ("value", "russian", "kazakh"),
    [
        ("2022-01-05", "5 января 2022 г.", "2022 ж. 5 қаңтар"),
        ("2022-01-04/2022-01-05", "ночь 4–5 января 2022 г.", "2022 ж. 4–5 қаңтар түні"),
        ("2022-02-27/2022-03-02", "27 февраля – 2 марта 2022 г.", "2022 ж. 27 ақпан – 2 наурыз"),
        ("2022-01", "январь 2022 г.", "2022 ж. қаңтар"),
        ("2022-01-05~", "примерно 5 января 2022 г.", "шамамен 2022 ж. 5 қаңтар"),
        (None, "дата не названа", "күні айтылмаған"),
    ],
)
def test_dates_stand_as_each_language_writes_them(value: str | None, russian: str, kazakh: str) -> None:
    written = (render_when(tongue, value).replace("\u202f", " ") for tongue in (RUSSIAN, KAZAKH))
    assert tuple(written) == (russian, kazakh)


@pytest.mark.parametrize("month", range(1, 13))
def test_a_short_day_is_its_own_day_in_every_month(month: int) -> None:
    for tongue in (RUSSIAN, KAZAKH, load_tongue("en")):
        for day in (1, 11, 21, 28):
            assert str(day) in render_short(tongue, f"2021-{month:02}-{day:02}").split()


def test_numbers_have_the_marks_of_their_language() -> None:
    assert render_range(RUSSIAN, 1_250_000, None, "KZT") == "не менее 1,25 млн KZT"
    assert render_figure(KAZAKH, 2400.0, 2400.0, "at_least", "persons") == "кемінде 2\u00a0400"


def test_plurals_follow_the_language() -> None:
    assert [RUSSIAN.counted(n, "event") for n in (1, 3, 5, 11, 21)] == [
        "1 событие",
        "3 события",
        "5 событий",
        "11 событий",
        "21 событие",
    ]
    assert KAZAKH.counted(5, "event") == "5 оқиға"


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("Killing of security forces", "Гибель: силовики"),
        ("Number of police vehicles damaged", "Повреждено: машины полиции"),
        ("at least 12,500", "не менее 12\u00a0500"),
        ("Not the same quantity: Oral lies in Kazakhstan; they speak for different days.", None),
        ("Old Mill Street", "Old Mill Street"),
    ],
)
def test_what_a_record_words_is_said_anew(english: str, russian: str | None) -> None:
    said = RUSSIAN.resay(english)
    assert said == (
        russian or "Это разные величины: Oral находится внутри: Казахстан; они относятся к разным дням."
    )


def test_words_of_accounts_inside_a_phrase_stay_as_they_are() -> None:
    assert RUSSIAN.resay("The charge “at least 5 people”") == "Обвинение «at least 5 people»"


def test_braces_and_percent_signs_of_accounts_break_nothing() -> None:
    assert RUSSIAN.resay("Seizure of {0.__class__} %s %(x)s") == "Захват: {0.__class__} %s %(x)s"


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        (
            "decision 3: the words of 1 of 2 statements are no longer found",
            "решение 3: утверждений, чьих слов больше нет: 1 из 2",
        ),
        ("only wire tells it: “3 dead; 5 to 7 hurt”", "об этом – только wire: «3 dead; 5 to 7 hurt»"),
        ("chosen by hand", "выбрано вручную"),
        ("chosen by Dana", "выбрано: Dana"),
        (
            "accept by Dana: its words are no longer found in any statement",
            "принять, кем: Dana: его слов больше нет ни в одном утверждении",
        ),
        (
            "cannot decide this: no place is called 'X'; tell its point: X@43.25,76.95",
            "так решить нельзя: места с именем 'X' нет; укажите координаты: X@43.25,76.95",
        ),
        (
            "case a/b.case: journal.jsonl:3 is missing: record.sqlite knows it",
            "дело a/b.case: journal.jsonl:3 пропала, а record.sqlite её знает",
        ),
    ],
)
def test_what_is_decided_and_why_not_is_said_anew(english: str, russian: str) -> None:
    assert RUSSIAN.resay(english) == russian
    assert KAZAKH.resay(english) not in {english, russian}
