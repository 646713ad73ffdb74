"""Folding keys: one name in several spellings, and its neighbours that are another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.resolution.fold import fold_word, fold_words

ONE_KEY = [
    "Токаев Tokayev Tokaev",
    "Жомарт Jomart Zhomart",
    "Қасым Касым Kassym Qasym",
    "Юрий Yuri Yury Iurii",
    "Щербаков Shcherbakov",
    "Хрущёв Khrushchev Khrushchyov",
    "Соловьёв Solovyov Soloviev",
    "Ерлан Yerlan Erlan",
    "Ильин Ilyin Il’in",
    "Чайка Chaika Tchaika",
    "José Jose",
]
TWO_KEYS = ["Tokayev Tokarev", "Иванов Иваненко", "Smith Smyrna", "Ким Кин"]


@pytest.mark.parametrize("spellings", ONE_KEY)
def test_spellings_of_one_name_share_a_key(spellings: str) -> None:
    assert len({fold_word(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize("names", TWO_KEYS)
def test_other_names_have_other_keys(names: str) -> None:
    assert len({fold_word(word) for word in names.split()}) == 2


def test_a_hyphen_parts_words_and_an_apostrophe_does_not() -> None:
    assert fold_words("Анна-Мария O'Hara") == ("ana", "mara", "ohara")


@given(st.text(max_size=12))
def test_case_does_not_matter(word: str) -> None:
    assert fold_words(word.casefold()) == fold_words(word.casefold().casefold())
