"""Composed figures: which are of one quantity."""

import pytest
from said import document, figure

from svod.model import Statement
from svod.resolution import resolve


def clusters(*statements: Statement) -> int:
    return len(resolve(statements, [], [document(key) for key in "ab"]).figures)


FIRST = figure(12)
TOGETHER = {
    "a rival number": figure(14, document="b"),
    "a bound": figure(10, high=None, bound="at_least", document="b"),
    "a later count of the same": figure(19, when="2031-05-06", document="b"),
    "a denial of the number": figure(12, document="b", polarity="denied"),
    "another word for people": figure(12, of="persons", document="b"),
}
APART = {
    "a part of the whole": figure(12, of="security_forces", document="b"),
    "civilians": figure(12, of="civilians", document="b"),
    "the country of the city": figure(12, where="land", document="b"),
    "the region of the city": figure(12, where="north", document="b"),
    "another city": figure(12, where="orel", document="b"),
    "another measure": figure(12, measure="injured", document="b"),
    "an increment": figure(12, "another 12 people were killed", document="b"),
    "another year": figure(12, when="2025-05-04", document="b"),
}


@pytest.mark.parametrize("other", TOGETHER.values(), ids=TOGETHER)
def test_figures_of_one_quantity_join(other: Statement) -> None:
    assert clusters(FIRST, other) == 1


@pytest.mark.parametrize("other", APART.values(), ids=APART)
def test_figures_of_two_quantities_stay_apart(other: Statement) -> None:
    assert clusters(FIRST, other) == 2


def test_money_in_two_currencies_stays_apart() -> None:
    cost = {"measure": "cost", "of": "damage"}
    assert clusters(figure(5e6, unit="USD", **cost), figure(5e6, unit="EUR", document="b", **cost)) == 2


def test_prices_of_two_months_stay_apart() -> None:
    price = {"measure": "price", "of": "bread", "unit": "USD"}
    assert clusters(figure(2, when="2031-03", **price), figure(3, when="2031-05", document="b", **price)) == 2


@pytest.mark.parametrize(("other", "joined"), [(40, True), (55, False)])
def test_numbers_of_nobody_knows_what_join_only_if_they_are_equal(other: int, *, joined: bool) -> None:
    one, two = (
        figure(n, f"barabar {n}", "quantity", "items", document=d, unit="items")
        for n, d in ((40, "a"), (other, "b"))
    )
    assert (clusters(one, two) == 1) is joined
