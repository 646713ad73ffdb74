"""Kazakh."""

from svod.lang.kk.language import Kazakh

__all__ = ["Kazakh"]
