"""The block of facts at the head of a Markdown file."""

import re

import yaml

_BLOCK = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
MAX_BLOCK = 64 * 1024
"""Characters of front matter that are read: a handful of names and dates need a few hundred."""


def read_front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the facts of the front matter and the offset behind it.

    Facts are top-level keys in lower case with the scalar as it is written
    (dates stay text); lists, mappings and values without text are left out.
    A block that is no YAML mapping gives no facts and counts as text.
    """
    match = _BLOCK.match(text[:MAX_BLOCK])
    if match is None:
        return {}, 0
    loaded = _load(match[1])
    if not isinstance(loaded, dict):
        return {}, 0
    facts = {
        key.lower(): " ".join(value.split())
        for key, value in loaded.items()
        if isinstance(key, str) and isinstance(value, str)
    }
    return facts, match.end()


def _load(block: str) -> object:
    """Parse YAML with every scalar as text: no tag builds an object, no merge key
    multiplies, no number or date is computed.
    """
    try:
        loader = yaml.BaseLoader(block)
        try:
            return loader.get_single_data()
        finally:
            loader.dispose()
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):
        return None
