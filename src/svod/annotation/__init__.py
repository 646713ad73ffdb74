"""Annotation: sentences, words and the mentions of names, places, times and numbers."""

from svod.annotation.annotate import annotate

__all__ = ["annotate"]
