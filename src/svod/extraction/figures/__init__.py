"""Figures: counts, amounts, prices and shares that a text states.

`site` finds the noun a number counts and its place in the tree, `counted`
names what is counted, `measure` reads from the predicate what is told of it,
`gauge` does the same for values with a unit, `quote` cuts the clause.
Words come from a language's `figures.toml`.
"""

from svod.extraction.figures.find import find_figures

__all__ = ["find_figures"]
