"""Extraction: from an annotated text to the statements that it makes."""
