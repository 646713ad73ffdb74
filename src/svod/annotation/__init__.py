"""Annotation: sentences, words and the mentions of names, places, times and numbers."""
