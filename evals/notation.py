"""The short forms that golden statements are written in.

A number is `14`, `~14` (about), `>=14`, `<=14`, `10..12` (a range) or
`vague 20..100`. A party is `words | class`, with `| scare` behind it where the
account keeps its distance; no words before the bar mean an implied party.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from evals.corpus import Row

_NUMBER = re.compile(r"(?P<mark>~|>=|<=|vague )?(?P<low>\d+(?:\.\d+)?)(?:\.\.(?P<high>\d+(?:\.\d+)?))?")
_BOUNDS = {"": "exact", "~": "approximate", ">=": "at_least", "<=": "at_most", "vague ": "vague"}
_COMMON = {"quote", "nth", "polarity", "modality", "when", "where", "voice", "cluster"}
_KNOWN = {
    "event": {"event", "actor", "target"},
    "figure": {"figure", "of", "number", "unit"},
    "demand": {"demand", "by"},
    "commitment": {"commitment", "by", "to", "amount", "unit", "due"},
    "accusation": {"accusation", "by", "against"},
}


def parse_number(given: str) -> tuple[float | None, float | None, str]:
    """Return low, high and bound of a number in short form.

    Raises:
        ValueError: If it is no number in this form.
    """
    match = _NUMBER.fullmatch(given)
    if match is None:
        raise ValueError(f"no number: {given!r}")
    low, mark = float(match["low"]), match["mark"] or ""
    if match["high"]:
        return low, float(match["high"]), "vague" if mark else "range"
    return (None if mark == "<=" else low), (None if mark == ">=" else low), _BOUNDS[mark]


def parse_party(given: str | None) -> Row | None:
    """Return words and class of a party in short form, or `None`."""
    if given is None:
        return None
    words, group, *rest = (part.strip() for part in given.split("|"))
    return {"text": words or None, "class": group, "scare_quotes": rest == ["scare"]}


def statement_rows(given: Row, defaults: Row, number: int) -> Iterator[Row]:
    """Yield the statements of one line of a golden text, without offsets.

    Args:
        given: The line. One that has both `event` and `figure` makes both.
        defaults: Its text: `when`, `where`, `voice` of lines that have none.
        number: Place of the line in its text, for the ids.

    Raises:
        ValueError: If the line has no kind, or a field that no kind has.
    """
    kinds = [kind for kind in _MAKE if kind in given]
    known = _COMMON.union(*(_KNOWN[kind] for kind in kinds))
    if not kinds or not given.keys() <= known:
        raise ValueError(f"{given['quote']!r}: no kind, or unknown fields {set(given) - known}")
    for kind in kinds:
        yield {
            "id": f"{defaults['id']}-{number:02}{kind[0]}",
            "kind": kind,
            "quote": given["quote"],
            "polarity": given.get("polarity", "affirmed"),
            "modality": given.get("modality", "planned" if kind == "commitment" else "actual"),
            "when": _value("when", given, defaults),
            "where": _value("where", given, defaults),
            "voice": given.get("voice", defaults.get("voice", [])),
            "cluster": given.get("cluster"),
            **_MAKE[kind](given),
        }


def _value(field: str, given: Row, defaults: Row) -> str | None:
    value: str | None = given.get(field, defaults[field])
    return None if value == "-" else value


def _event(given: Row) -> Row:
    return {
        "type": given["event"],
        "actor": parse_party(given.get("actor")),
        "target": parse_party(given.get("target")),
    }


def _figure(given: Row) -> Row:
    low, high, bound = parse_number(given["number"])
    unit = given.get("unit", "persons")
    return {
        "measure": given["figure"],
        "of": given["of"],
        "low": low,
        "high": high,
        "bound": bound,
        "unit": unit,
    }


def _demand(given: Row) -> Row:
    return {"content": given["demand"], "by": parse_party(given.get("by"))}


def _commitment(given: Row) -> Row:
    others: dict[str, Any] = {key: given.get(key) for key in ("amount", "unit", "due")}
    by = parse_party(given.get("by"))
    return {"content": given["commitment"], "by": by, "beneficiary": given.get("to"), **others}


def _accusation(given: Row) -> Row:
    by, against = parse_party(given.get("by")), parse_party(given.get("against"))
    return {"content": given["accusation"], "by": by, "against": against}


_MAKE: dict[str, Callable[[Row], Row]] = {
    "event": _event,
    "figure": _figure,
    "demand": _demand,
    "commitment": _commitment,
    "accusation": _accusation,
}
