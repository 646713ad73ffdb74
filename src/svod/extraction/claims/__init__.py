"""Demands, commitments and accusations: who wants, who promises, who is blamed.

Each finder asks its rules at every word of a document; `find_absorbed` tells
which planned events are only what a promise or a demand says.
"""

from svod.extraction.claims.absorbed import find_absorbed
from svod.extraction.claims.accusations import find_accusations
from svod.extraction.claims.commitments import find_commitments
from svod.extraction.claims.demands import find_demands

__all__ = ["find_absorbed", "find_accusations", "find_commitments", "find_demands"]
