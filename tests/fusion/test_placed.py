"""A place that no text tells is no ground for a disagreement, on composed accounts."""

from dataclasses import replace

from told import document, event, figure, record

from svod.model import Record, Statement


def guessed(statement: Statement) -> Statement:
    return replace(statement, place_span=None)


def counts(one: Statement, other: Statement, published: str = "2031-05-10") -> Record:
    """The record of two counts that resolution took for one quantity."""
    documents = [document("a"), document("b", published)]
    return record([one, replace(other, citation=replace(other.citation, document="b"))], documents=documents)


def test_counts_of_one_place_that_both_tell_disagree() -> None:
    assert [d.kind for d in counts(figure(16), figure(40)).disagreements] == ["count"]


def test_a_count_of_a_guessed_place_is_no_rival_of_a_far_one() -> None:
    assert counts(figure(16), guessed(figure(40))).disagreements == ()


def test_a_count_of_a_guessed_place_is_no_rival_of_an_old_one() -> None:
    assert counts(figure(16), guessed(figure(18)), published="2031-05-14").disagreements == ()


def test_near_counts_of_one_day_disagree_without_naming_the_guess() -> None:
    [only] = counts(guessed(figure(16)), guessed(figure(18))).disagreements
    assert only.why == "Number of people killed: Paper a says 16; Paper b says 18."


def test_a_guessed_town_is_no_other_place() -> None:
    one, other = event("they took it"), event("it was taken", where="orel", document="b")
    assert [d.kind for d in record([one, other]).disagreements] == ["place"]
    assert record([one, guessed(other)]).disagreements == ()


def test_a_guessed_place_is_told_apart_among_the_answers() -> None:
    [series] = record([figure(16), guessed(figure(16, where="orel", document="b"))]).series
    assert [(a.value, a.shown, a.why) for a in series.answers if a.attribute == "where"] == [
        ("Tarn", True, "told by the text"),
        ("Orel", False, "not told by the text itself"),
    ]


def test_sums_in_two_currencies_are_told_apart_even_where_a_place_is_guessed() -> None:
    here = figure(5, measure="cost", of="damage", unit="EUR")
    there = guessed(figure(900, measure="cost", of="damage", unit="USD", where="land", document="b"))
    [only] = record([here], [there]).disagreements
    assert only.why == "Not the same quantity: they are in EUR and USD."


def test_a_withdrawn_number_is_not_listed_beside_another() -> None:
    told = [figure(164, where="land"), figure(164, where="land", document="c", polarity="denied")]
    near = figure(103, document="b")
    assert "not_comparable" not in {d.kind for d in record(told, [near]).disagreements}


def test_a_part_of_a_guessed_place_is_set_beside_a_whole_of_its_time_alone() -> None:
    part, whole = guessed(figure(18, of="security_forces")), figure(40, document="b")
    [only] = record([part], [whole]).disagreements
    assert only.why == "Not the same quantity: security forces are a part of all people."
    assert record([replace(part, when="2031-05-09")], [whole]).disagreements == ()
