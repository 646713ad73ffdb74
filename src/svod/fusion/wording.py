"""Wording: titles and values for people, made from the data."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

from svod.model import EventClaim, EventType, FigureClaim, Place, Reading, Statement

_WORDS = tomllib.loads(files("svod.fusion").joinpath("words.toml").read_text("utf-8"))
_EVENTS: dict[str, str] = _WORDS["events"]
_FIGURES: dict[str, str] = _WORDS["figures"]
_UNTOLD = frozenset(_WORDS["lists"]["untold"])
_OUTCOMES = {"planned": "planned", "conditional": "possible", "uncertain": "may have happened"}


def words_of(name: str) -> frozenset[str]:
    """Return a list of `words.toml` as a set."""
    return frozenset(_WORDS["lists"][name])


def pairs_of(name: str) -> frozenset[tuple[str, str]]:
    """Return a list of pairs of `words.toml` as a set, both ways round."""
    return frozenset(pair for one, other in _WORDS["lists"][name] for pair in ((one, other), (other, one)))


def fold(text: str) -> str:
    """Return words in lower case with single spaces."""
    return " ".join(text.casefold().split())


def event_title(type_: str, target: str, where: Place | None) -> str:
    """Return a title such as "Killing of security forces, Almaty"; a place is not said twice.

    Args:
        type_: Type of the codebook.
        target: A name, or a class of the codebook, or empty.
        where: Place to name, or `None`.
    """
    words = "" if target in _UNTOLD else target.replace("_", " ")
    if where and words:
        named, told = _name_words(where.name), _name_words(words)
        if told < named and where.kind == "facility":
            return _filled(_EVENTS[type_], where.name)
        if named <= told:
            return _filled(_EVENTS[type_], words)
    return _placed(_filled(_EVENTS[type_], words), where)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))


def series_title(claim: FigureClaim, where: Place | None) -> str:
    """Return a title such as "Number of security forces killed, Kazakhstan"."""
    return _placed(_filled(_FIGURES[claim.measure], claim.of.replace("_", " ") or "cases"), where)


def outcome(statement: Statement) -> str:
    """Return what a statement says on whether something happened."""
    if statement.polarity == "denied":
        return "did not happen"
    return _OUTCOMES.get(statement.modality, "happened")


def number(claim: FigureClaim) -> str:
    """Return a figure in words: "18", "at least 10", "about 190", "20 to 100"."""
    about = "about " if claim.bound == "approximate" else ""
    return about + span_of(claim.low, claim.high) + _unit(claim.unit)


def span_of(low: float | None, high: float | None) -> str:
    """Return a range of numbers in words."""
    if low is None and high is None:
        return "an unknown number"
    if high is None:
        return f"at least {digits(low)}"
    if low is None:
        return f"at most {digits(high)}"
    return digits(low) if low == high else f"{digits(low)} to {digits(high)}"


def digits(value: float | None) -> str:
    """Return a number without a needless fraction, thousands parted by commas."""
    if value is None:
        return "?"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def reading_value(reading: Reading) -> str:
    """Return the numbers of a reading in words."""
    return span_of(reading.low, reading.high)


def listed(names: Iterable[str]) -> str:
    """Return names as "a", "a and b", or "a, b and c"."""
    *front, last = names
    return f"{', '.join(front)} and {last}" if front else last


def event_type(statement: Statement) -> EventType:
    """Return the type of an event statement."""
    assert isinstance(statement.claim, EventClaim)
    return statement.claim.type


def _filled(pattern: str, words: str) -> str:
    if words:
        return pattern.format(words)
    before, slot, behind = pattern.partition(" {}")
    return before.rsplit(" ", 1)[0] + behind if slot and " " in before else before.rstrip(":") + behind


def _placed(title: str, where: Place | None) -> str:
    return f"{title}, {where.name}" if where else title


def _unit(unit: str) -> str:
    return "" if unit in {"", "persons", "items"} else f" {unit}"
