"""The words that resolution reads from its data files, folded."""

import tomllib
from importlib.resources import files
from typing import Any

from svod.resolution.fold import fold_word


def load_table(file: str) -> dict[str, Any]:
    """Return a data file of this package; its reader checks the values (hence `Any`)."""
    return tomllib.loads(files("svod.resolution").joinpath(file).read_text("utf-8"))


_NAMES = load_table("names.toml")

TITLES = frozenset(fold_word(word) for word in _NAMES["titles"])
"""Words that stand before a name and are no part of it."""

PARTICLES = frozenset(fold_word(word) for word in _NAMES["particles"])
"""Words that belong to the surname behind them."""

PATRONYMIC_ENDS = tuple(sorted({fold_word(word) for word in _NAMES["patronymic_ends"]}))
"""How a word ends that is a patronymic."""

EMPTY_WORDS = frozenset(fold_word(word) for word in _NAMES["empty"])
"""Words that an organisation's name may have or lack."""
