"""Long lists come in pages, and a list inside a thing tells how much of it is left out."""

from dataclasses import replace

from svod.export.report.page import template_environment
from svod.model import Record
from svod.tongue import ENGLISH
from svod.web.slices import cut_abreast
from svod.web.views import Views


def test_lists_side_by_side_turn_together() -> None:
    longest, parts = cut_abreast(2, range(7), range(3), size=3)
    assert (longest.pages, longest.total, longest.number) == (3, 7, 2)
    assert [list(part) for part in parts] == [[3, 4, 5], []]
    assert cut_abreast(5)[1] == []


def test_a_page_shows_the_first_of_a_list_and_counts_the_rest() -> None:
    environment = template_environment(ENGLISH)
    template = environment.from_string(
        '{% import "macros.html.jinja" as m with context %}{{ m.names(list) }}'
    )
    names = ["Ada", "Ben", "Cyd", "Dov"]
    assert "Dov" in template.render(list=names)
    shown = template.render(list=names, most=2)
    assert "Cyd" not in shown
    assert "and 2 more" in shown


def test_some_columns_of_the_matrix_are_those_of_the_whole(example_record: Record) -> None:
    views = Views(example_record)
    whole = views.matrix
    ids = [list(views.index.documents)[one.number - 1] for one in whole.columns]
    part = views.matrix_of(views.shared, ids[1:3])
    assert part.columns == whole.columns[1:3]
    assert [row.cells for row in part.rows] == [row.cells[1:3] for row in whole.rows]
    assert replace(part, columns=(), rows=()).others == whole.others
