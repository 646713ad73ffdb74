"""Extraction: from an annotated text to the statements that it makes."""

from svod.extraction.read import extract_statements

__all__ = ["extract_statements"]
