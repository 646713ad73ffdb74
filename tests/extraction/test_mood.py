"""How clauses are told: own sentences; the notation stands at the head of `golden_mood_en.txt`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from marked import rows, unmark

from svod.extraction.mood import find_mood
from svod.extraction.reading import Reading
from svod.model import Span

FOLDER = Path(__file__).parent
ROWS = [row for tag in ("en", "ru") for row in rows(FOLDER / f"golden_mood_{tag}.txt", tag)]


@pytest.mark.parametrize(("tag", "text", "expected"), ROWS)
def test_a_clause_is_told_as_the_table_says(
    annotated: Callable[[str, str], Reading], tag: str, text: str, expected: str
) -> None:
    plain, start, end = unmark(text)
    reading = annotated(plain, tag)
    [(tree, node)] = [(tree, node) for tree in reading.trees for node in tree.at(Span(start, end))]
    assert " ".join(find_mood(tree, node, reading.language)) == expected
