"""Golden texts: short composed accounts with everything that they say, as TOML.

    golden/<language>/<theme>.toml ─load_golden→ Corpus

The form of a file is told in `golden/README.md`.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.corpus import Corpus, Row, Text, digest_of
from evals.notation import statement_rows

FOLDER = Path(__file__).parent / "golden"


class GoldError(ValueError):
    """A golden text says something that its own words do not bear out."""


def load_golden(language: str, folder: Path = FOLDER) -> Corpus:
    """Load the golden texts of one language.

    Args:
        language: BCP 47 tag: the name of the sub-folder.
        folder: Where the languages are.

    Returns:
        The corpus `golden-<language>`; each text is a case of its own, since
        each tells another crisis.

    Raises:
        GoldError: If a quote is not in its text, or could be more than one
            place of it; if an id stands twice; if a field is not known.
    """
    paths = sorted((folder / language).glob("*.toml"))
    tables = [table for path in paths for table in tomllib.loads(path.read_text("utf-8"))["text"]]
    twice = [id_ for id_, count in Counter(table["id"] for table in tables).items() if count > 1]
    if twice:
        raise GoldError(f"id given twice: {', '.join(twice)}")
    cases = tuple((_text(table, language),) for table in tables)
    gold = tuple(row for table in tables for row in gold_rows(table))
    return Corpus(f"golden-{language}", cases, gold, digest_of(path.read_bytes() for path in paths))


def gold_rows(table: dict[str, Any]) -> Iterator[Row]:
    """Yield the statements, times and places of one text, with offsets.

    Args:
        table: One `[[text]]` of a file.

    Raises:
        GoldError: As `load_golden`.
    """
    doc, body = table["id"], table["text"].strip()
    for number, given in enumerate(table["statements"], 1):
        start, end = _find(body, given, doc)
        for row in statement_rows(given, table, number):
            yield {"doc": doc, "start": start, "end": end, **row}
    for kind, names in (("time", ("value",)), ("place", ("name", "place_kind"))):
        for (start, end), fields in _mentions(body, table[f"{kind}s"], doc):
            values = dict(zip(names, (value or None for value in fields), strict=True))
            yield {"doc": doc, "kind": kind, "start": start, "end": end, "text": body[start:end], **values}


def _text(table: dict[str, Any], language: str) -> Text:
    facts = tuple((key, table[key]) for key in ("genre", "published") if key in table)
    return Text(table["id"], language, facts, table["text"].strip())


def _find(body: str, given: Row, doc: str) -> tuple[int, int]:
    """Return where a quote stands; `nth` (from 1) chooses among several places."""
    quote, nth = given["quote"], given.get("nth", 0)
    found = [match.start() for match in re.finditer(re.escape(quote), body)]
    if not found or nth > len(found):
        raise GoldError(f"{doc}: not in the text: {quote!r}")
    if len(found) > 1 and not nth:
        raise GoldError(f"{doc}: {len(found)} times in the text, give nth: {quote!r}")
    return found[max(nth, 1) - 1], found[max(nth, 1) - 1] + len(quote)


def _mentions(body: str, given: list[list[str]], doc: str) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """Yield spans with their values; whole words, each occurrence listed once, in text order."""
    listed = Counter(words for words, *_ in given)
    seen: Counter[str] = Counter()
    for words, *fields in given:
        found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", body)]
        if len(found) != listed[words]:
            raise GoldError(f"{doc}: {words!r} stands {len(found)} times, listed {listed[words]} times")
        yield found[seen[words]], fields
        seen[words] += 1
