"""Times: expressions of a text that date things, with their values in EDTF.

    text ─pieces→ words, numbers, marks ─grammar→ matches ─rules→ values

The grammar is one for all languages; its words and their order are data
(`lang/<tag>/times.toml`, schema in `lexicon.Lexicon`).
"""

from svod.annotation.times.find import find_times

__all__ = ["find_times"]
