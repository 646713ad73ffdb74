"""A language's data files: one TOML file a topic, beside the plug-in."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from svod.errors import MalformedLexiconError


@cache
def load_words(tag: str, topic: str) -> Mapping[str, Any]:
    """Return `lang/<tag>/<topic>.toml` as TOML gives it; empty if there is no such file.

    Raises:
        MalformedLexiconError: If the file is no valid TOML.
    """
    file = files("svod.lang") / tag / f"{topic}.toml"
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise MalformedLexiconError(f"lang/{tag}/{topic}.toml", str(error)) from error
