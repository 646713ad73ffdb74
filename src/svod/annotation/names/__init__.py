"""Names: persons, organisations and places that a text mentions, each under one canonical name."""

from svod.annotation.names.finder import find_names

__all__ = ["find_names"]
