"""Numbers of a text: values, comparators, ranges, money, shares and measures.

`pieces` cuts the text, `value` reads what a number is worth, `comparison`
and `unit` read what stands around it, `context` tells what is no count, and
`find` puts a mention together, `currency` tells whose pesos are meant. Words come from a language's `numbers.toml`.
"""

from svod.annotation.numbers.currency import settle_currencies
from svod.annotation.numbers.find import find_numbers

__all__ = ["find_numbers", "settle_currencies"]
