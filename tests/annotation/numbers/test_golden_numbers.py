import pytest
from english_numbers import TABLE as ENGLISH
from kazakh_numbers import TABLE as KAZAKH
from number_cases import Case, parse_table, write
from russian_numbers import TABLE as RUSSIAN

from svod.annotation.numbers import find_numbers
from svod.lang.words import load_words
from svod.model import Sentence, Span

ROWS = [
    (tag, case)
    for tag, table in (("en", ENGLISH), ("ru", RUSSIAN), ("kk", KAZAKH))
    for case in parse_table(table)
]


@pytest.mark.parametrize(("tag", "case"), ROWS, ids=lambda value: getattr(value, "text", value))
def test_number_is_read_as_the_table_says(tag: str, case: Case) -> None:
    sentence = Sentence(Span(0, len(case.text)), (), parsed=False)
    found = find_numbers(case.text, [sentence], [], load_words(tag, "numbers"))
    assert tuple(write(m.low, m.high, m.bound, m.unit) for m in found) == case.readings
