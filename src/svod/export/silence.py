"""Silences as rows and as sentences."""

from collections.abc import Iterator

from svod.export.row import PLACE_COLUMNS, Row, Table, place_object
from svod.model import Record, Silence
from svod.tongue import ENGLISH, Tongue
from svod.tongue.dates import render_when


def silence_rows(record: Record) -> Iterator[Row]:
    """Yield one row per silence, by first day, kind and place."""
    return (_silence_row(silence) for silence in record.silences)


def silence_sentence(silence: Silence, tongue: Tongue = ENGLISH) -> str:
    """Return a sentence such as "Aktau, 4–5 January 2022: no account puts an event there"."""
    when = render_when(tongue, _stretch(silence))
    if silence.where is not None:
        where = silence.where
        name = tongue.country(where.country, where.name) if where.kind == "country" else where.name
        return tongue.say("%(place)s, %(when)s: no account puts an event there.", place=name, when=when)
    if silence.kind == "hours":
        return tongue.say("%(when)s: no account puts an event in these hours.", when=when)
    return tongue.say("%(when)s: no account puts an event then.", when=when)


def _stretch(silence: Silence) -> str:
    return silence.first if silence.first == silence.last else f"{silence.first}/{silence.last}"


def _silence_row(silence: Silence) -> Row:
    return {
        "kind": silence.kind,
        "first": silence.first,
        "last": silence.last,
        "where": place_object(silence.where),
        "before": list(silence.before),
        "after": list(silence.after),
        "possible": list(silence.possible),
    }


SILENCES = Table(silence_rows, ("kind", "first", "last", *PLACE_COLUMNS, "before", "after", "possible"))
