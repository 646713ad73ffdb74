"""Where it was: the place that each finding is told of."""

from svod.extraction.where.find import find_place_words, find_where, why_where

__all__ = ["find_place_words", "find_where", "why_where"]
