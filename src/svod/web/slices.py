"""Long lists in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")

PAGE = 100
"""Things on one page: more than a screen, less than a browser minds."""


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """One page of a list.

    Attributes:
        items: What stands on it.
        number: Which page it is, from 1; the last if more were asked for.
        pages: How many there are, at least 1.
        total: How many things there are in all.
    """

    items: Sequence[T]
    number: int
    pages: int
    total: int


def cut(items: Sequence[T], number: int, size: int = PAGE) -> Slice[T]:
    """Return one page of a list."""
    pages = max(1, -(-len(items) // size))
    number = min(max(1, number), pages)
    return Slice(items[(number - 1) * size : number * size], number, pages, len(items))


def cut_abreast(
    number: int, *lists: Sequence[Any], size: int = PAGE
) -> tuple[Slice[Any], list[Sequence[Any]]]:
    """Return the same page of several lists, and the slice of the longest, which tells how many there are."""
    longest = cut(max(lists, key=len, default=()), number, size)
    start = (longest.number - 1) * size
    return longest, [one[start : start + size] for one in lists]
