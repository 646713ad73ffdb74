"""Extraction: from an annotated text to the statements that it makes.

Finders read claims off trees (`events`, `figures`, `claims`); what every
statement needs besides is told in one way for all (`voices`, `mood`, `when`,
`where`, `parties`). `read.py` puts them together.
"""

from svod.extraction.read import extract_statements

__all__ = ["extract_statements"]
