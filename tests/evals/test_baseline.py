"""The naive reader; all texts are composed."""

from evals.baseline import read_naively
from evals.corpus import Row, Text


def read(body: str, language: str = "en") -> list[Row]:
    return list(read_naively([Text("d", language, (("published", "2019-05-14"),), body)]))


def test_a_word_makes_an_event_of_its_clause() -> None:
    rows = read("Guards killed a man, and crowds marched.")
    assert [(row["type"], row["start"]) for row in rows] == [("killing", 0), ("protest", 20)]


def test_a_number_counts_what_the_clause_tells() -> None:
    killed, other = (
        row for row in read("He said 1,200 died; 3.5 million roubles") if row["kind"] == "figure"
    )
    assert (killed["measure"], killed["low"]) == ("killed", 1200)
    assert (other["measure"], other["low"]) == ("quantity", 3_500_000)


def test_russian_has_words_too() -> None:
    assert [row.get("type") for row in read("Погибли 12 тыс. птиц", "ru")] == ["killing", None]


def test_a_language_without_words_gives_figures_only() -> None:
    assert {row["kind"] for row in read("riot, 5 dead", "kk")} == {"figure"}
