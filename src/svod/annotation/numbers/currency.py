"""Currencies that share a name: "pesos" are those of the country that the text tells of."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from svod.model import NumberMention, PlaceMention


def settle_currencies(
    numbers: Sequence[NumberMention], places: Sequence[PlaceMention]
) -> tuple[NumberMention, ...]:
    """Return the numbers, sums of money in the currency of the country named most.

    Only currencies whose name several countries share are changed, and only
    where no country stands in the sum itself ("Mexican pesos"). Of countries
    named as often the first in the text counts.

    Args:
        numbers: The numbers of a document; units are ISO 4217 codes by bare name.
        places: Its places.
    """
    heard = Counter(mention.place.country for mention in places if mention.place.country)
    country = max(heard, key=lambda code: heard[code], default="")
    return tuple(_settled(numbers, places, country))


def _settled(
    numbers: Sequence[NumberMention], places: Sequence[PlaceMention], country: str
) -> Iterator[NumberMention]:
    for number in numbers:
        code = _shared().get(number.unit, {}).get(country)
        if code is None or any(mention.span.overlaps(number.span) for mention in places):
            yield number
        else:
            yield replace(number, unit=code)


@cache
def _shared() -> dict[str, dict[str, str]]:
    # The file is ours and tested; its schema stands in its comments.
    return tomllib.loads((files("svod.annotation.numbers") / "currency.toml").read_text("utf-8"))
