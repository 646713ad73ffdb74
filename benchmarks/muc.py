"""Incidents of MUC-3 and MUC-4: which texts tell of one, of which type, and whom it killed or hurt.

python -m benchmarks.muc [--data FOLDER]   (*/key-*, and beside each the texts that it is the key of)

The scorer of MUC aligns templates and fillers. svod fills no templates: here a text is asked what its
templates tell at all, one answer a text. `FORCED WORK STOPPAGE` and `ROBBERY` (four templates) are left out,
and so is `KIDNAPPING`, for which the codebook has no type.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.marks import Marks
from benchmarks.reading import annotation_of, document_of
from benchmarks.table import Row, path_of, percent, render, say
from svod.extraction import extract_statements
from svod.lang import load_language
from svod.model import EventClaim, Statement

_ID = re.compile(r"^(TST\d-MUC\d-\d+)", re.MULTILINE)
_SLOT = re.compile(r"^\d+\. +([A-Z ]+: [A-Z /]*?|COMMENT) {2,}(.*)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+|\n\s*\n\s*)[^a-z]*([a-z])")
_INCIDENTS = frozenset({"attack", "arson", "bombing"})
_VIOLENT = frozenset({"attack", "gunfire", "arson", "killing", "injury", "clash", "destruction"})
_BLAST = re.compile(r"\b(?:bomb|explo|dynamit|grenade|car bomb)", re.IGNORECASE)
_TELLS = ("any incident", "attack", "bombing", "arson", "death", "injury")
"""What a text may tell."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what its templates tell: some of `_TELLS`."""

    name: str
    text: str
    tells: frozenset[str]


def read_texts(raw: str) -> dict[str, str]:
    """Return the texts of a file by their ids."""
    parts = _ID.split(raw)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def read_key(raw: str) -> dict[str, frozenset[str]]:
    """Return what the templates of a key tell, by id of the text; templates that are optional count too."""
    told: dict[str, set[str]] = {}
    current, slot = "", ""
    for line in raw.split("\n"):
        match = _SLOT.match(line)
        slot, filler = (match[1], match[2].strip()) if match else (slot, line.strip())
        if slot == "MESSAGE: ID":
            current = filler if match else current
            told.setdefault(current, set())
        elif current:
            told[current] |= _told_by(slot, filler)
    return {name: frozenset(tells) for name, tells in told.items()}


def sentence_case(text: str) -> str:
    """Write a text in capitals as one with capitals only at the beginning of sentences; names lose theirs."""
    return _SENTENCE_START.sub(lambda match: match[0][:-1] + match[1].upper(), text.lower())


def tells_of(statements: Iterable[Statement]) -> frozenset[str]:
    """Return what events that have happened tell: an attack with a blast in its quote is a bombing."""
    told: set[str] = set()
    for statement in statements:
        claim = statement.claim
        if (
            isinstance(claim, EventClaim)
            and statement.modality == "actual"
            and statement.polarity == "affirmed"
        ):
            told |= _told_as(claim.type, statement.citation.quote)
    return frozenset(told)


def read_with_svod(text: str) -> frozenset[str]:
    """Return what svod reads off a text as it stands."""
    return tells_of(extract_statements(annotation_of(document_of(text, "en")), load_language("en")))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of all keys below a folder."""
    folder = path_of("muc", __doc__ or "", arguments, default="muc4")
    articles = [article for key in sorted(folder.glob("*/key-*")) for article in _articles(key)]
    as_is = [read_with_svod(article.text) for article in articles]
    cased = [read_with_svod(sentence_case(article.text)) for article in articles]
    head = ("F1, per cent", "texts", "capitals: P", "R", "F1", "sentence case: P", "R", "F1")
    rows = [
        (
            tell,
            str(sum(tell in article.tells for article in articles)),
            *(cell for found in (as_is, cased) for cell in _cells(tell, articles, found)),
        )
        for tell in _TELLS
    ]
    say(render(f"MUC-3 and MUC-4: {len(articles)} texts", head, rows))


def _cells(tell: str, articles: Sequence[Article], found: Sequence[frozenset[str]]) -> Row:
    gold = [tell in article.tells for article in articles]
    told = [tell in one for one in found]
    hit = sum(one and other for one, other in zip(gold, told, strict=True))
    marks = Marks(sum(gold), sum(told), hit, hit)
    return tuple(map(percent, (marks.precision, marks.recall, marks.f1)))


def _articles(key: Path) -> list[Article]:
    told = read_key(key.read_text("latin-1"))
    files = [path for path in sorted(key.parent.iterdir()) if path != key and path.is_file()]
    texts = {name: text for path in files for name, text in read_texts(path.read_text("latin-1")).items()}
    return [Article(name, texts[name], told[name]) for name in sorted(told) if name in texts]


def _told_by(slot: str, filler: str) -> set[str]:
    low = filler.lower()
    if slot == "INCIDENT: TYPE":
        types = {part.strip() for part in low.split("/")} & _INCIDENTS
        return types | ({"any incident"} if types else set())
    if slot == "HUM TGT: EFFECT OF INCIDENT":
        effect = low.partition(":")[0]
        return (
            {"death"} if effect.startswith("death") else {"injury"} if effect.startswith("injury") else set()
        )
    return set()


def _told_as(kind: str, quote: str) -> set[str]:
    told = {"any incident"} if kind in _VIOLENT else set()
    if kind in _VIOLENT and _BLAST.search(quote):
        told.add("bombing")
    elif kind in {"attack", "killing", "clash", "gunfire"}:
        told.add("attack")
    effects: dict[str, str] = {"arson": "arson", "killing": "death", "injury": "injury"}
    return told | ({effects[kind]} if kind in effects else set())


if __name__ == "__main__":
    main()
