"""A place that no text tells is no ground for a disagreement, on composed accounts."""

from dataclasses import replace

import pytest

from composed import LAND, OREL, TARN, document, figure
from svod.fusion import fuse
from svod.fusion.placed import find_placed
from svod.model import (
    ByHand,
    Citation,
    Cluster,
    Document,
    Mention,
    Place,
    Record,
    Resolution,
    Span,
    Statement,
)


def account(name: str, text: str, published: str = "2031-05-10") -> Document:
    return replace(document(name, published), text=text)


def said(statement: Statement, text: str, quote: str) -> Statement:
    span = Span(text.index(quote), text.index(quote) + len(quote))
    document = statement.citation.document
    return replace(statement, citation=Citation(document, span, quote), trigger=span)


def named(document: Document, place: Place) -> Mention:
    start = document.text.index(place.name)
    span = Span(start, start + len(place.name))
    return Mention(document.id, "place", span, place.name, place.name, place.kind, "test", place)


def placed(text: str, quote: str, place: Place) -> bool:
    document = account("a", text)
    statement = said(figure(3), text, quote)
    return bool(find_placed([statement], {"a": document}, [named(document, place)]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Tarn three people died.", True),
        ("The mayor of Tarn spoke. He said that three people died.", False),
        ("Three days in Tarn!\nLater three people died.", False),
    ],
)
def test_a_place_is_told_by_the_sentence_that_names_it(text: str, *, expected: bool) -> None:
    assert placed(text, "three people died", TARN) is expected


def test_the_place_around_does_not_tell_the_place() -> None:
    assert not placed("In Land three people died.", "three people died", LAND)


def test_a_place_that_people_told_is_told() -> None:
    account_, by_hand = account("a", "Three people died."), ByHand("x", ("where",), ("Dana",), (1,))
    statement = replace(said(figure(3), account_.text, "people died"), by_hand=by_hand)
    assert find_placed([statement], {"a": account_}, [])


def counts(one: str, other: str, low: float, high: float, published: str = "2031-05-10") -> Record:
    """The record of two counts that resolution took for one quantity."""
    documents = [account("a", one), account("b", other, published)]
    quotes = [text.split(". ")[-1] for text in (one, other)]
    both = [said(figure(low), one, quotes[0]), said(figure(high, document="b"), other, quotes[1])]
    mentions = [named(d, TARN) for d in documents if TARN.name in d.text]
    cluster = Cluster(tuple(sorted(s.id for s in both)), ())
    return fuse("Case", documents, both, mentions, Resolution((), (), (cluster,)))


TOLD, GUESSED = "In Tarn people died", "The mayor of Tarn spoke. People died"


def test_counts_of_one_place_that_both_tell_disagree() -> None:
    assert [d.kind for d in counts(TOLD, TOLD, 16, 40).disagreements] == ["count"]


def test_a_count_of_a_guessed_place_is_no_rival_of_a_far_one() -> None:
    assert counts(TOLD, GUESSED, 16, 40).disagreements == ()


def test_a_count_of_a_guessed_place_is_no_rival_of_an_old_one() -> None:
    assert counts(TOLD, GUESSED, 16, 18, published="2031-05-14").disagreements == ()


def test_near_counts_of_one_day_disagree_without_naming_the_guess() -> None:
    [only] = counts(GUESSED, GUESSED, 16, 18).disagreements
    assert only.why == "Number of people killed: Paper a says 16; Paper b says 18."


def test_a_guessed_place_is_told_apart_among_the_answers() -> None:
    one, other = "In Tarn people died", "The mayor of Orel spoke. People died"
    documents = [account("a", one), account("b", other)]
    both = [
        said(figure(16), one, "people died"),
        said(figure(16, where="orel", document="b"), other, "People died"),
    ]
    mentions = [named(documents[0], TARN), named(documents[1], OREL)]
    cluster = Cluster(tuple(sorted(s.id for s in both)), ())
    [series] = fuse("Case", documents, both, mentions, Resolution((), (), (cluster,))).series
    assert [(a.value, a.shown, a.why) for a in series.answers if a.attribute == "where"] == [
        ("Tarn", True, "told by the text"),
        ("Orel", False, "not told by the text itself"),
    ]
