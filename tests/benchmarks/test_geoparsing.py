"""Geoparsing: a set composed here, in the format of Gritta et al."""

from pathlib import Path

import pytest
from benchmarks.geoparsing import Toponym, kilometres, measure, read_articles

from svod.model import Span

MARKUP = """<articles><article docid="1"><text><![CDATA[Rain in Lyon and Xanthia.]]></text><toponyms count="2">
<toponym><start>8</start><end>12</end><phrase>Lyon</phrase><gaztag geonameid="2996944">
<lat>45.75</lat><lon>4.85</lon></gaztag></toponym>
<toponym><start>17</start><end>24</end><phrase>Xanthia</phrase></toponym></toponyms></article></articles>"""
LYON, PARIS = Toponym(Span(8, 12), 45.75, 4.85), Toponym(Span(8, 12), 48.86, 2.35)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "set.xml"
    path.write_text(MARKUP, "utf-8")
    return path


def test_toponyms_without_coordinates_are_left_out(articles: Path) -> None:
    [article] = read_articles(articles)
    assert article.toponyms == (LYON,)


def test_distance_is_that_of_the_great_circle() -> None:
    assert kilometres(LYON, PARIS) == pytest.approx(392, abs=5)
    assert kilometres(LYON, LYON) == 0


def test_a_place_far_off_is_found_and_not_near(articles: Path) -> None:
    score = measure(read_articles(articles), lambda _: [PARIS])
    assert (score.marks.recall, score.near) == (1.0, 0.0)
    assert 0.5 < score.area < 0.7


def test_the_right_place_has_no_error(articles: Path) -> None:
    score = measure(read_articles(articles), lambda _: [LYON])
    assert (score.near, score.area) == (1.0, 0.0)


def test_nothing_found_is_all_wrong(articles: Path) -> None:
    score = measure(read_articles(articles), lambda _: [])
    assert (score.marks.recall, score.near, score.area) == (0.0, 0.0, 1.0)
