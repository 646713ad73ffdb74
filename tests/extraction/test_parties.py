"""Parties: own sentences; the notation stands at the head of `golden_parties_en.txt`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from marked import rows, unmark

from svod.extraction.parties import (
    find_antecedent,
    find_party,
    group_of,
    home_country,
    is_party,
    mark_scare_quotes,
    relative_antecedent,
)
from svod.extraction.reading import Reading
from svod.model import Party, Span

FOLDER = Path(__file__).parent
ROWS = [row for tag in ("en", "ru") for row in rows(FOLDER / f"golden_parties_{tag}.txt", tag)]
Read = Callable[[str, str], Reading]


def located(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Sentence and node of the highest word inside a stretch of the text."""
    for sentence, tree in enumerate(reading.trees):
        for node, token in enumerate(tree.tokens):
            if token.span.overlaps(Span(start, end)) and token.pos != "PUNCT":
                return sentence, node
    raise AssertionError(start)


@pytest.mark.parametrize(("tag", "text", "expected"), ROWS)
def test_a_party_has_the_words_and_class_of_the_table(
    annotated: Read, tag: str, text: str, expected: str
) -> None:
    plain, start, end = unmark(text)
    reading = annotated(plain, tag)
    party = find_party(reading, *located(reading, start, end))
    assert f"{party.group}: {party.text}" == expected
    assert party.span is not None
    assert party.span.of(plain) == party.text


def test_alone_leaves_coordinated_nouns_out(annotated: Read) -> None:
    reading = annotated("Police and soldiers came.", "en")
    assert find_party(reading, 0, 0, alone=True).text == "Police"


def test_the_class_alone_is_that_of_the_party(annotated: Read) -> None:
    reading = annotated("Masked men burned a kiosk.", "en")
    assert group_of(reading, 0, 1) == find_party(reading, 0, 1).group == "armed_group"


@pytest.mark.parametrize(
    ("tag", "text", "word"),
    [
        ("en", "The earthquake killed a monk.", "earthquake"),
        ("en", "Monday killed the talks.", "Monday"),
        ("en", "Guards fired shots.", "shots"),
        ("ru", "Землетрясение убило монаха.", "Землетрясение"),
        ("ru", "Пожар убил монаха.", "Пожар"),
    ],
)
def test_happenings_means_and_times_are_no_party(annotated: Read, tag: str, text: str, word: str) -> None:
    reading = annotated(text, tag)
    assert not is_party(reading, *located(reading, text.index(word), text.index(word) + len(word)))


def test_a_person_is_a_party(annotated: Read) -> None:
    assert is_party(annotated("A monk died.", "en"), 0, 1)


def test_a_personal_pronoun_seeks_its_noun_at_most_three_sentences_back(annotated: Read) -> None:
    near = annotated("Rebels came. It rained. It rained. They left.", "en")
    far = annotated("Rebels came. It rained. It rained. It rained. They left.", "en")
    assert find_antecedent(near, 3, 0) == (0, 0)
    assert find_antecedent(far, 4, 0) is None


def test_a_relative_pronoun_stands_for_the_noun_of_its_clause(annotated: Read) -> None:
    tree = annotated("Police arrested a driver who fled.", "en").trees[0]
    assert relative_antecedent(tree, 4) == 3
    assert relative_antecedent(tree, 0) is None


def test_the_home_country_is_the_one_spoken_of_most(annotated: Read) -> None:
    assert home_country(annotated("Floods hit Lima and Cusco. Peru asked Chile for help.", "en")) == "PE"
    assert home_country(annotated("Floods came.", "en")) == ""


PARTY = Party("the activists", "protesters", scare_quotes=False, span=Span(5, 18), name="")


def test_quotes_around_a_party_mark_distance() -> None:
    marked = mark_scare_quotes(PARTY, [Span(8, 20)])
    assert marked is not None
    assert marked.scare_quotes
    assert (marked.text, marked.group, marked.span) == (PARTY.text, PARTY.group, PARTY.span)


def test_quotes_elsewhere_mark_nothing() -> None:
    assert mark_scare_quotes(PARTY, [Span(18, 25)]) is PARTY
    assert mark_scare_quotes(None, [Span(0, 99)]) is None
