"""The golden texts are well formed, and the loader refuses what is not; all texts are composed."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from evals.corpus import Corpus, Row
from evals.golden import GoldError, gold_rows, load_golden

from svod.model.codebook import EVENT_TYPES, GROUPS, KINDS, MEASURES
from svod.model.edtf import is_edtf

CORPORA = [load_golden("en"), load_golden("kk"), load_golden("ru")]
FEWEST_TEXTS = {"en": 60, "kk": 36, "ru": 60}
each_corpus = pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "kk": ("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"),
    "ru": ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"),
}


def table(text: str, **fields: Any) -> dict[str, Any]:
    empty = {"statements": [], "times": [], "places": [], "when": "-", "where": "-"}
    return {"id": "x", "text": text, **empty, **fields}


def statements(corpus: Corpus) -> list[Row]:
    return [row for row in corpus.gold if row["kind"] in KINDS]


@each_corpus
def test_no_text_goes_missing(corpus: Corpus) -> None:
    assert len(corpus.texts) >= FEWEST_TEXTS[corpus.name[-2:]]
    assert {row["doc"] for row in statements(corpus)} == {text.id for text in corpus.texts}


@each_corpus
def test_every_kind_type_and_measure_occurs(corpus: Corpus) -> None:
    rows = statements(corpus)
    assert {row["kind"] for row in rows} == set(KINDS)
    assert {row["type"] for row in rows if row["kind"] == "event"} == set(EVENT_TYPES)
    assert {row["measure"] for row in rows if row["kind"] == "figure"} == set(MEASURES)


@each_corpus
def test_denials_plans_doubts_and_conditions_occur(corpus: Corpus) -> None:
    rows = statements(corpus)
    assert {row["polarity"] for row in rows} == {"affirmed", "denied"}
    assert {row["modality"] for row in rows} == {"actual", "uncertain", "planned", "conditional"}


@each_corpus
def test_every_quote_stands_where_it_says(corpus: Corpus) -> None:
    bodies = {text.id: text.body for text in corpus.texts}
    for row in corpus.gold:
        words = bodies[row["doc"]][row["start"] : row["end"]]
        assert words == row.get("quote", row.get("text"))


@each_corpus
def test_ids_are_unique(corpus: Corpus) -> None:
    ids = [row["id"] for row in statements(corpus)]
    assert len(ids) == len(set(ids))


@each_corpus
def test_every_party_is_of_a_class_of_the_codebook(corpus: Corpus) -> None:
    parties = [row.get(role) for row in statements(corpus) for role in ("actor", "target", "by", "against")]
    assert {party["class"] for party in parties if party} <= set(GROUPS)


@each_corpus
def test_every_date_is_edtf(corpus: Corpus) -> None:
    dates = [row.get(field) for row in corpus.gold for field in ("when", "due", "value")]
    assert all(is_edtf(value) for value in dates if value)


@each_corpus
def test_a_date_is_of_the_weekday_that_the_words_name(corpus: Corpus) -> None:
    for row in corpus.gold:
        for number, weekday in enumerate(WEEKDAYS[corpus.name[-2:]]):
            if row["kind"] == "time" and re.search(rf"\b{weekday}", row["text"], re.IGNORECASE):
                found = re.findall(r"\d{4}-\d\d-\d\d", row["value"])
                assert number in {date.fromisoformat(day).weekday() for day in found}, row


def test_offsets_count_code_points_of_the_trimmed_text() -> None:
    given = table("\n😀 Riots broke out.\n", statements=[{"event": "riot", "quote": "Riots broke out"}])
    [row] = gold_rows(given)
    assert (row["start"], row["end"]) == (2, 17)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"event": "riot", "quote": "They fled"}, "not in the text"),
        ({"event": "riot", "quote": "a riot"}, "2 times in the text, give nth"),
        ({"event": "riot", "quote": "a riot", "nth": 3}, "not in the text"),
    ],
)
def test_a_quote_must_be_found_once(line: Row, reason: str) -> None:
    with pytest.raises(GoldError, match=reason):
        list(gold_rows(table("First a riot, then a riot.", statements=[line])))


def test_nth_tells_one_of_several_places() -> None:
    line = {"event": "riot", "quote": "a riot", "nth": 2}
    [row] = gold_rows(table("First a riot, then a riot.", statements=[line]))
    assert row["start"] == 19


def test_a_place_is_listed_as_often_as_it_stands() -> None:
    text = "Lae shook. In Lae and Laeville people fled."
    rows = list(gold_rows(table(text, places=[["Lae", "Lae", "city"]] * 2)))
    assert [row["start"] for row in rows] == [0, 14]
    with pytest.raises(GoldError, match="stands 2 times, listed 1 times"):
        list(gold_rows(table(text, places=[["Lae", "Lae", "city"]])))


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    entry = '[[text]]\nid = "x"\ntext = "t"\nstatements = []\ntimes = []\nplaces = []\n'
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.toml").write_text(entry * 2, "utf-8")
    with pytest.raises(GoldError, match="id given twice: x"):
        load_golden("en", tmp_path)
