"""Counts of what was found, and the measures of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from svod.model import Span

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Marks:
    """How many things there are, how many were found, and how many of these are right.

    Attributes:
        gold: Things in the gold.
        found: Things found.
        hit: Things of the gold that were found.
        right: Things found that are in the gold; `hit`, unless several found
            things may lie on one of the gold.
    """

    gold: int = 0
    found: int = 0
    hit: int = 0
    right: int = 0

    def __add__(self, other: "Marks") -> "Marks":
        return Marks(
            self.gold + other.gold, self.found + other.found, self.hit + other.hit, self.right + other.right
        )

    @property
    def precision(self) -> float:
        """Share of what was found that is right, 0..1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0..1."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0..1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(marks: Iterable[Marks]) -> Marks:
    """Return the sum of counts."""
    return sum(marks, Marks())


def pair(gold: Sequence[A], found: Sequence[B], fits: Callable[[A, B], bool]) -> tuple[tuple[A, B], ...]:
    """Return pairs of things that fit, each thing once, first come first served in both orders."""
    free, pairs = list(found), []
    for one in gold:
        at = next((at for at, other in enumerate(free) if fits(one, other)), None)
        if at is not None:
            pairs.append((one, free.pop(at)))
    return tuple(pairs)


def count_pairs(gold: Sequence[A], found: Sequence[B], fits: Callable[[A, B], bool]) -> Marks:
    """Return the counts of a pairing one to one."""
    hit = len(pair(gold, found, fits))
    return Marks(len(gold), len(found), hit, hit)


def count_overlaps(gold: Sequence[Span], found: Sequence[Span]) -> Marks:
    """Return the counts where any shared code point counts, many to many."""
    hit = sum(any(one.overlaps(other) for other in found) for one in gold)
    right = sum(any(one.overlaps(other) for other in gold) for one in found)
    return Marks(len(gold), len(found), hit, right)
