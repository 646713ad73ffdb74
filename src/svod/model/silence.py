"""Silences: days, hours and places of which nobody in the case tells."""

from dataclasses import dataclass
from typing import Literal

from svod.model.place import Place

SilenceKind = Literal["days", "hours", "place"]
"""Days without an event; hours of a day with events in which none is put; days on which none is told of a place."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch of which no account tells; it does not say that nothing happened.

    Attributes:
        kind: What is not told of.
        first: First day, or first hour, as EDTF.
        last: Last day, or the hour at which something is told again, as EDTF.
        where: The place, of kind `place`.
        before: Ids of the events told last before it, sorted.
        after: Ids of the events told first after it, sorted.
        possible: Ids of the events that may fall in it, since their time is
            told less precisely, sorted.
    """

    kind: SilenceKind
    first: str
    last: str
    where: Place | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    possible: tuple[str, ...]
