"""Which languages are installed, and how a tag becomes a plug-in."""

from functools import cache
from importlib.metadata import entry_points

from svod.errors import UnsupportedLanguageError
from svod.lang.fallback import Fallback
from svod.lang.protocol import Language

GROUP = "svod.languages"
"""Entry-point group; built-in languages register in it like foreign ones."""


def installed_languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a plug-in of their own, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


@cache
def load_language(tag: str) -> Language:
    """Return the plug-in for a language; the fallback where it has none.

    Args:
        tag: BCP 47 tag; region and script are ignored (`en-GB` is read as `en`).

    Raises:
        UnsupportedLanguageError: If the tag is empty or the plug-in cannot be loaded.
    """
    base = tag.split("-", maxsplit=1)[0].lower()
    if not base:
        raise UnsupportedLanguageError(tag)
    for point in sorted(entry_points(group=GROUP)):
        if point.name == base:
            return _made(point.load(), tag)
    return Fallback(base)


def _made(plugin: type[Language], tag: str) -> Language:
    try:
        return plugin()
    except (ImportError, OSError) as error:
        raise UnsupportedLanguageError(tag) from error
