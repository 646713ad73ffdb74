"""The report's own words, read from a data file."""

import tomllib
from importlib.resources import files

_WORDS: dict[str, dict[str, str]] = tomllib.loads(
    files("svod.export.report").joinpath("data/english.toml").read_text("utf-8")
)

# Scripts that run from right to left, by language. Source: Unicode CLDR.
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def render_word(shelf: str, code: str) -> str:
    """Return the word for a code, or the code itself with spaces."""
    return _WORDS[shelf].get(code, code.replace("_", " "))


def render_language(tag: str) -> str:
    """Return the English name of a language, or its tag."""
    return _WORDS["language"].get(tag.split("-", maxsplit=1)[0].lower(), tag or "not known")


def direction(tag: str) -> str:
    """Return the direction in which a language is written: `ltr` or `rtl`."""
    return "rtl" if tag.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT else "ltr"


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: `1 account`, `6 accounts`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: list[str] | tuple[str, ...]) -> str:
    """Join words as a sentence does: `a, b and c`."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
