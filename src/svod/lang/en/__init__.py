"""English."""

from svod.lang.en.language import English

__all__ = ["English"]
