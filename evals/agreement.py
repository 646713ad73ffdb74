"""When a predicted attribute says the same as the gold one."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from evals.corpus import Row
from svod.model.edtf import days

SHORT_DAYS = 2
"""A gold date spanning at most so many days beyond its first counts as dated (field's metric)."""
LOOSE_DAYS = 7
"""A predicted date may span so many days beyond its first to answer a dated one (field's metric)."""
_ALIASES = {
    "alma-ata": "almaty",
    "alma ata": "almaty",
    "nur-sultan": "astana",
    "mangistau region": "mangystau region",
    "republic of kazakhstan": "kazakhstan",
    "russian federation": "russia",
    "zhetysu": "zhetysu region",
}


def same_number(one: float | None, other: float | None) -> bool:
    """Tell whether two bounds are equal to one part in a million, or both open."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(1.0, abs(one))


def same_name(one: str | None, other: str | None) -> bool:
    """Tell whether two names are equal but for case, article, ё and known aliases."""
    return _folded(one) == _folded(other)


def same_day(one: str | None, other: str | None) -> bool:
    """Tell whether two EDTF values are equal but for clock times and qualifiers."""
    return _day(one) == _day(other)


def same_time(gold: str | None, predicted: str | None) -> bool:
    """Tell whether a predicted date can stand for the gold one.

    A gold date of at most three days wants a date that meets it and is itself
    no longer than eight; a longer one only bars dates that it excludes.
    """
    (a, b), (c, d) = (days(_day(value)) for value in (gold, predicted))
    meets = max(a, c) <= min(b, d)
    return meets and (d - c).days <= LOOSE_DAYS if (b - a).days <= SHORT_DAYS else meets


def same_voice(gold: list[str] | None, predicted: list[str] | None) -> bool:
    """Tell whether the innermost voices name each other; empty chains are the document's own voice."""
    if not gold or not predicted:
        return not gold and not predicted
    one, other = _folded(gold[0]), _folded(predicted[0])
    return bool(set(one.split()) & set(other.split())) or one in other or other in one


def _folded(name: str | None) -> str:
    text = re.sub(r"\s+", " ", (name or "").strip().casefold().replace("ё", "е").replace("’", "'"))
    text = re.sub(r"^the ", "", text)
    return _ALIASES.get(text, text)


def _day(edtf: str | None) -> str | None:
    return "/".join(re.sub(r"T.*|[~?%]", "", part) for part in edtf.split("/")) if edtf else None


def _class(party: str) -> Callable[[Row, Row], bool]:
    return lambda g, p: (g.get(party) or {}).get("class") == (p.get(party) or {}).get("class")


def _equal(field: str) -> Callable[[Row, Row], bool]:
    return lambda g, p: bool(g.get(field) == p.get(field))


def _by(field: str, same: Callable[[Any, Any], bool]) -> Callable[[Row, Row], bool]:
    return lambda g, p: same(g.get(field), p.get(field))


AGREES: Mapping[str, Callable[[Row, Row], bool]] = MappingProxyType(
    {
        "polarity": _equal("polarity"),
        "modality": _equal("modality"),
        "when (day)": _by("when", same_day),
        "when (meets)": _by("when", same_time),
        "where": _by("where", same_name),
        "voice": _by("voice", same_voice),
        "actor class": _class("actor"),
        "target class": _class("target"),
        "of": _equal("of"),
        "bound": _equal("bound"),
        "unit": _equal("unit"),
    }
)
"""Attribute → whether a gold and a predicted statement agree on it."""

_DATED = ("when (day)", "when (meets)", "where", "voice")
ATTRIBUTES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "event": ("polarity", "modality", *_DATED, "actor class", "target class"),
        "figure": ("of", "bound", "unit", *_DATED),
        "demand": ("voice",),
        "commitment": ("voice", "modality"),
        "accusation": ("voice",),
    }
)
"""Kind → the attributes that its strict matches are asked for."""
