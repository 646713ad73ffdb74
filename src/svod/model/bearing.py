"""Bearings: which later statements bear on a promise or a demand."""

from dataclasses import dataclass
from typing import Literal

BearingKind = Literal["repeated", "promised", "done", "contradicted"]
"""Said again by the same side; promised to those who demanded it; told as done; told as not done, or taken back."""


@dataclass(frozen=True, slots=True, order=True)
class Bearing:
    """That a later statement bears on a promise or a demand.

    Attributes:
        promise: Id of the commitment or demand.
        statement: Id of the later statement.
        how: In which way.
    """

    promise: str
    statement: str
    how: BearingKind
