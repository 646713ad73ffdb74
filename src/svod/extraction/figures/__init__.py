"""Figures: counts, amounts, prices and shares that a text states.

`site` finds the noun a number counts and its place in the tree; `count` makes
a figure of it: `counted` names what is counted, `measure`, `predicate` and
`told` read what is told of it. `value` and `gauge` do the same for numbers with
a unit, `quote` cuts the clause. Words come from a language's `figures.toml`.
"""

from svod.extraction.figures.find import BARE, find_figures

__all__ = ["BARE", "find_figures"]
