"""Demands, commitments and accusations: who wants, who promises, who is blamed."""

from svod.extraction.claims.accusations import find_accusations
from svod.extraction.claims.commitments import find_commitments
from svod.extraction.claims.demands import find_demands

__all__ = ["find_accusations", "find_commitments", "find_demands"]
