"""The words of a language that tell how a place stands, out of its `places.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from svod.extraction.lexicon import string_list
from svod.lang import Language

LOCATED = frozenset({"inside", "near", "from", "toward"})
"""Roles that put something there."""
_ROLES = (*sorted(LOCATED), "between", "of")
_FILE = "places.toml"


@dataclass(frozen=True, slots=True)
class WhereWords:
    """Words of place.

    Attributes:
        roles: Preposition → what it makes of the place behind it: `inside`,
            `near`, `from`, `toward`, `between` or `of`.
        endings: Endings of names of places in which something happens.
    """

    roles: Mapping[str, str]
    endings: tuple[str, ...]


def where_words(language: Language) -> WhereWords:
    """Return the words of place of a language; none if it has no such data.

    Raises:
        MalformedLexiconError: If the data breaks its schema.
    """
    table = language.words("places").get("where", {})
    roles = table.get("roles", {})
    return WhereWords(
        {word: role for role in _ROLES for word in string_list(roles, role, _FILE)},
        string_list(table, "endings", _FILE),
    )
