"""Events of languages without words of their own: by likeness to sentences that stand for a type."""

from svod.extraction.coarse.find import find_coarse_events

__all__ = ["find_coarse_events"]
