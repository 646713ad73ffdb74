"""Events: frames of words and grammatical relations, matched on trees."""

from svod.extraction.events.find import find_events

__all__ = ["find_events"]
