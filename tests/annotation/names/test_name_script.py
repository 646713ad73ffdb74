"""Cyrillic names in the Latin letters of newspapers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.annotation.names.lexicon import load_lexicon
from svod.annotation.names.script import romanize
from svod.lang.registry import load_language


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Токаев", "Tokayev"),
        ("Азирбек", "Azirbek"),
        ("Назарбаев", "Nazarbayev"),
        ("Матвиенко", "Matviyenko"),
        ("Елена Жукова", "Yelena Zhukova"),
        ("Дмитрий Щукин", "Dmitry Shchukin"),
        ("Чайковский", "Chaikovsky".replace("ai", "ay")),
        ("Сергей Юрьев", "Sergei Yuryev"),
        ("Мария", "Maria"),
        ("Касым-Жомарт", "Kassym-Jomart"),
        ("Ёлкин", "Yolkin"),
        ("ДУМ", "DUM"),
        ("Reuters", "Reuters"),
    ],
)
def test_a_name_is_written_as_newspapers_write_it(cyrillic: str, latin: str) -> None:
    assert romanize(cyrillic, load_lexicon(load_language("ru"))) == latin


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя- ", max_size=30))
def test_no_cyrillic_letter_is_left(text: str) -> None:
    latin = romanize(text, load_lexicon(load_language("ru")))
    assert all(ord(letter) < 0x250 for letter in latin)
    assert romanize(latin, load_lexicon(load_language("ru"))) == latin
