"""Correcting a statement: which fields people may set, and what they may hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, cast, get_args

from svod.errors import InvalidDecisionError
from svod.model import (
    EVENT_TYPES,
    GROUPS,
    MEASURES,
    Bound,
    Group,
    Modality,
    Party,
    Place,
    Polarity,
    Statement,
    Voice,
    edtf,
)

Change = tuple[str, str]
"""A field and its new value as text; an empty value says that the text tells none."""

_PARTIES = ("actor", "target", "by", "against")
_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "type": EVENT_TYPES,
        "measure": MEASURES,
        "bound": get_args(Bound),
        "polarity": get_args(Polarity),
        "modality": get_args(Modality),
        **{f"{party}_class": GROUPS for party in _PARTIES},
    }
)
_VOICES = ";"


def correct(statement: Statement, changes: tuple[Change, ...], place: Place | None) -> Statement:
    """Return the statement with fields set by hand; `by_hand` is the caller's to set.

    Args:
        statement: What is corrected.
        changes: Fields and values, see `FIELDS`.
        place: The place that a change of `where` names.

    Raises:
        InvalidDecisionError: If a statement of this kind has no such field, or
            the field cannot hold the value.
    """
    for field, value in changes:
        setter = FIELDS.get(field)
        if setter is None:
            raise InvalidDecisionError(f"there is no field {field!r}; there are {', '.join(FIELDS)}")
        if value not in _WORDS.get(field, (value,)):
            raise InvalidDecisionError(f"{field} is one of {', '.join(_WORDS[field])}, not {value!r}")
        statement = (
            replace(statement, where=place if value else None, place_span=None)
            if field == "where"
            else (setter(statement, field, value))
        )
    return _checked(statement)


def _set_own(statement: Statement, field: str, value: str) -> Statement:
    return cast("Statement", replace(cast("Any", statement), **{field: value}))


def _set_when(statement: Statement, _field: str, value: str) -> Statement:
    if value and not edtf.is_edtf(value):
        raise InvalidDecisionError(f"when is a date in EDTF such as 2022-01-05, not {value!r}")
    return replace(statement, when=value or None, dated_by="clause" if value else "")


def _set_voice(statement: Statement, _field: str, value: str) -> Statement:
    known = {voice.name: voice for voice in statement.voice}
    names = [name.strip() for name in value.split(_VOICES) if name.strip()]
    return replace(statement, voice=tuple(known.get(name, Voice(name, named=True)) for name in names))


def _set_claim(statement: Statement, field: str, value: object) -> Statement:
    claim: Any = statement.claim
    if field not in claim.__dataclass_fields__:
        raise InvalidDecisionError(f"a statement of kind {statement.kind} has no {field}")
    return replace(statement, claim=replace(claim, **{field: value}))


def _set_number(statement: Statement, field: str, value: str) -> Statement:
    try:
        number = float(value) if value else None
    except ValueError as error:
        raise InvalidDecisionError(f"{field} is a number, not {value!r}") from error
    if number is not None and not abs(number) < float("inf"):
        raise InvalidDecisionError(f"{field} is a number, not {value!r}")
    return _set_claim(statement, field, number)


def _set_due(statement: Statement, field: str, value: str) -> Statement:
    if value and not edtf.is_edtf(value):
        raise InvalidDecisionError(f"due is a date in EDTF such as 2022-01-05, not {value!r}")
    return _set_claim(statement, field, value or None)


def _set_party(statement: Statement, field: str, value: str) -> Statement:
    """Set the words of a party. Its class stays; its name goes, since it belonged to other words."""
    before: Party | None = getattr(statement.claim, field, None)
    if not value:
        return _set_claim(statement, field, None)
    party = Party(value, before.group if before else "unknown")
    return _set_claim(statement, field, party)


def _set_class(statement: Statement, field: str, value: str) -> Statement:
    side = field.removesuffix("_class")
    before: Party | None = getattr(statement.claim, side, None)
    return _set_claim(statement, side, replace(before or Party(None, "unknown"), group=cast("Group", value)))


FIELDS: Mapping[str, Callable[[Statement, str, str], Statement]] = MappingProxyType(
    {
        "type": _set_claim,
        "when": _set_when,
        "where": _set_own,
        "polarity": _set_own,
        "modality": _set_own,
        "voice": _set_voice,
        **dict.fromkeys(_PARTIES, _set_party),
        **{f"{party}_class": _set_class for party in _PARTIES},
        "measure": _set_claim,
        "of": _set_claim,
        "low": _set_number,
        "high": _set_number,
        "bound": _set_claim,
        "unit": _set_claim,
        "content": _set_claim,
        "beneficiary": _set_claim,
        "amount": _set_number,
        "due": _set_due,
    }
)
"""What people may correct. `voice` is a chain, innermost first, its names parted by semicolons."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of one statement as a form shows it.

    Attributes:
        name: Its name in `FIELDS`.
        value: What it holds now, as `correct` takes it.
        words: The values that it may have; empty if it is free.
    """

    name: str
    value: str
    words: tuple[str, ...]


def fields_of(statement: Statement) -> tuple[Field, ...]:
    """Return the fields that people may correct in a statement, in the order of `FIELDS`."""
    own = _own_values(statement)
    return tuple(Field(name, own[name], _WORDS.get(name, ())) for name in FIELDS if name in own)


def _own_values(statement: Statement) -> dict[str, str]:
    values = {
        "when": statement.when or "",
        "where": statement.where.name if statement.where else "",
        "polarity": statement.polarity,
        "modality": statement.modality,
        "voice": f"{_VOICES} ".join(voice.name for voice in statement.voice),
    }
    for name in statement.claim.__dataclass_fields__:
        value = getattr(statement.claim, name)
        if name in _PARTIES:
            values[name] = (value.text or "") if value else ""
            values[f"{name}_class"] = value.group if value else "unknown"
        else:
            values[name] = f"{value:.12g}" if isinstance(value, float | int) else value or ""
    return values


def _checked(statement: Statement) -> Statement:
    low, high = getattr(statement.claim, "low", None), getattr(statement.claim, "high", None)
    if low is not None and high is not None and low > high:
        raise InvalidDecisionError(f"low ({low:g}) is greater than high ({high:g})")
    return statement
