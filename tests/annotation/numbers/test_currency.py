"""Currencies that share a name follow the country of the text; the texts are composed."""

from svod.annotation.numbers.currency import settle_currencies
from svod.model import NumberMention, Place, PlaceMention, Span

CHILE = Place("1", "Chile", "country", "CL", 0.0, 0.0, 1.0)
PERU = Place("2", "Peru", "country", "PE", 0.0, 0.0, 1.0)


def mention(place: Place, start: int, *, adjective: bool = False) -> PlaceMention:
    return PlaceMention(Span(start, start + 5), place.name, place, (), adjective, "")


def sum_of(unit: str, start: int = 100) -> NumberMention:
    return NumberMention(Span(start, start + 20), "5 pesos", 5.0, 5.0, "exact", unit, "digits")


def test_pesos_are_those_of_the_country_that_the_text_tells_of() -> None:
    [settled] = settle_currencies([sum_of("MXN")], [mention(CHILE, 0), mention(CHILE, 9), mention(PERU, 20)])
    assert settled.unit == "CLP"


def test_a_country_in_the_sum_itself_outweighs_the_text() -> None:
    [settled] = settle_currencies([sum_of("MXN")], [mention(CHILE, 0), mention(CHILE, 105, adjective=True)])
    assert settled.unit == "MXN"


def test_a_currency_of_one_country_alone_stays() -> None:
    assert [n.unit for n in settle_currencies([sum_of("JPY")], [mention(CHILE, 0)])] == ["JPY"]


def test_without_a_country_the_bare_name_keeps_its_first_meaning() -> None:
    assert [n.unit for n in settle_currencies([sum_of("MXN")], [])] == ["MXN"]
