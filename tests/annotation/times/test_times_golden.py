"""Times of three languages against files of marked texts, composed for these tests."""

import pytest
from marked_times import Case, cases, read, shown

ENGLISH, RUSSIAN, KAZAKH = (tuple(cases(f"{name}.txt")) for name in ("english", "russian", "kazakh"))


@pytest.mark.parametrize("case", ENGLISH, ids=lambda case: case.text)
def test_english_times_are_read(case: Case) -> None:
    assert tuple(map(shown, read(case.text, case.published, "en"))) == case.times


@pytest.mark.parametrize("case", RUSSIAN, ids=lambda case: case.text)
def test_russian_times_are_read(case: Case) -> None:
    assert tuple(map(shown, read(case.text, case.published, "ru"))) == case.times


@pytest.mark.parametrize("case", KAZAKH, ids=lambda case: case.text)
def test_kazakh_times_are_read(case: Case) -> None:
    assert tuple(map(shown, read(case.text, case.published, "kk"))) == case.times


def test_the_files_are_broad() -> None:
    assert len(ENGLISH) >= 200
    assert len(RUSSIAN) >= 200
    assert len(KAZAKH) >= 100
