"""Near copies point to the first of them. Composed texts."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svod.ingest import mark_reprints
from svod.model import Document, Source


def prose(seed: int, words: int = 120) -> str:
    """Make prose of words that recur as in a language, the same for the same seed."""
    draw = random.Random(seed)
    return " ".join(f"word{int(draw.paretovariate(0.4)) % 5000}" for _ in range(words))


def document(id_: str, text: str, published: str | None = None) -> Document:
    return Document(
        id_,
        id_,
        text,
        id_,
        id_,
        "text/plain",
        "utf-8",
        "en",
        "",
        published,
        None,
        "",
        "",
        Source(id_, named=False),
    )


def printed(id_: str, publisher: str, ending: str = "", genre: str = "", day: str = "2024-01-01") -> Document:
    one = document(id_, f"{STORY} {ending}", day)
    return replace(one, source=Source(publisher), genre=genre)


def reprints(*documents: Document) -> dict[str, str | None]:
    return {marked.id: marked.reprint_of for marked in mark_reprints(documents)}


def edited(text: str, every: int) -> str:
    """Change each `every`th word."""
    return " ".join(f"new{n}" if n % every == 0 else word for n, word in enumerate(text.split(), 1))


STORY = prose(1)


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        (STORY, "a"),
        (STORY.upper().replace(" ", "\n"), "a"),
        (f"AGENCY. {STORY} Read more on our site.", "a"),
        (edited(STORY, 40), "a"),
        (STORY[: len(STORY) * 7 // 10], "a"),
        (f"{STORY} {prose(2, 60)}", "a"),
        (edited(STORY, 8), None),
        (STORY[: len(STORY) * 3 // 10], None),
        (f"{STORY} {prose(2, 300)}", None),
        (prose(3), None),
    ],
    ids=[
        "same",
        "layout",
        "framed",
        "few edits",
        "shortened",
        "extended",
        "many edits",
        "quoted",
        "digest",
        "other",
    ],
)
def test_a_near_copy_is_a_reprint(copy: str, original: str | None) -> None:
    found = reprints(document("a", STORY, "2024-01-01"), document("b", copy, "2024-01-02"))
    assert found == {"a": None, "b": original}


@pytest.mark.parametrize(
    ("a", "b", "c", "first"),
    [
        ("2024-01-03", "2024-01-02", "2024-01-01", "c"),
        ("2024-01-03", "2024-01-01", "2024-01-01", "b"),
        (None, "2024-01-02", None, "b"),
        (None, None, None, "a"),
        ("XXXX-01-01", "2024", "2024-01-02", "b"),
    ],
)
def test_the_earliest_is_the_original_then_the_smaller_id(
    a: str | None, b: str | None, c: str | None, first: str
) -> None:
    found = reprints(document("a", STORY, a), document("b", STORY, b), document("c", STORY, c))
    assert found == {id_: None if id_ == first else first for id_ in "abc"}


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (printed("a", "Hill Post", "(Valley Wire)"), printed("b", "Valley Wire"), "b"),
        (printed("a", "Hill Post", "(VALLEY WIRE)"), printed("b", "Valley Wire", "(Valley Wire)"), "b"),
        (printed("a", "Заря", "пишет «Горный вестник»."), printed("b", "Горный вестник"), "b"),
        (printed("a", "Заря", "по сообщению «Горного вестника»."), printed("b", "Горный вестник"), "b"),
        (printed("a", "Hill Post", genre="news"), printed("b", "Valley Wire", genre="wire"), "b"),
        (printed("a", "Hill Post", "Valley Wire", "wire"), printed("b", "Valley Wire", genre="news"), "b"),
        (printed("a", "Hill Post", "in April"), printed("b", "AP"), "a"),
        (printed("a", "Hill Post", "Valley Wire"), printed("b", "Valley Wire", "Hill Post"), "a"),
        (printed("a", "Valley Wire"), printed("b", "Valley Wire", "Valley Wire"), "a"),
        (printed("a", "Hill Post", "Valley Wire"), printed("b", "Valley Wire", day="2024-01-02"), "a"),
    ],
    ids=[
        "named",
        "named by both",
        "in quotation marks",
        "inflected",
        "wire",
        "named before wire",
        "inside a word",
        "each names the other",
        "by itself alone",
        "later",
    ],
)
def test_of_one_day_the_one_that_the_other_names_is_the_original(
    one: Document, other: Document, first: str
) -> None:
    assert reprints(one, other) == {id_: None if id_ == first else first for id_ in "ab"}


def test_a_copy_of_a_copy_points_to_the_first() -> None:
    second = f"{STORY} {prose(5, 30)}"
    third = f"{' '.join(second.split()[35:])} {prose(6, 10)}"
    days = ("2024-01-01", "2024-01-02", "2024-01-03")
    documents = [document(*row) for row in zip("abc", (STORY, second, third), days, strict=True)]
    assert reprints(documents[0], documents[2]) == {"a": None, "c": None}
    assert reprints(*documents) == {"a": None, "b": "a", "c": "a"}


@pytest.mark.parametrize("text", ["", "Police: no comment", "Road closed until further notice"])
def test_short_notices_that_agree_are_no_reprints(text: str) -> None:
    assert reprints(document("a", text), document("b", text)) == {"a": None, "b": None}


def test_an_old_mark_is_made_anew() -> None:
    assert reprints(replace(document("a", STORY), reprint_of="gone")) == {"a": None}


POOL = [
    printed("p1", "Hill Post", "(Valley Wire)"),
    printed("p2", "Valley Wire", prose(11, 9)),
    *(
        document(f"d{n}", text, day)
        for n, (text, day) in enumerate(
            [
                (STORY, "2024-01-02"),
                (STORY, None),
                (edited(STORY, 45), "2024-01-01"),
                (prose(7), "2024-01-01"),
                (f"{prose(7)} {prose(8, 20)}", None),
                (prose(9), None),
            ]
        )
    ),
]


@settings(deadline=None, max_examples=25)
@given(st.permutations(POOL))
def test_the_order_of_documents_does_not_matter(documents: list[Document]) -> None:
    assert mark_reprints(documents) == mark_reprints(POOL)


@settings(deadline=None, max_examples=25)
@given(st.sets(st.sampled_from(POOL)))
def test_reprints_point_to_originals_that_are_none(documents: set[Document]) -> None:
    marked = {one.id: one for one in mark_reprints(documents)}
    for one in marked.values():
        assert one.reprint_of is None or marked[one.reprint_of].reprint_of is None
