"""Finding words in accounts and statements, in any of their forms."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from svod.errors import UnsupportedLanguageError
from svod.lang import load_language
from svod.lang.protocol import Language
from svod.store import open_database

_WORD = re.compile(r"\w+")
_OPEN, _CLOSE = "\x02", "\x03"

# Forms of a word begin alike: so many letters of it are looked up.
_PREFIX = 3
MOST_WORDS = 12
MOST_FORMS = 200
MOST_HITS = 5000
_MOST_CANDIDATES = 4000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage, and whether it is what was sought."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with what was sought.

    Attributes:
        document: Id of the document.
        statement: Id of the statement, or empty where the account's own text was searched.
        pieces: The passage.
    """

    document: str
    statement: str
    pieces: tuple[Piece, ...]


_STATEMENTS = """
SELECT s.document, s.id, highlight(statements_search, 0, char(2), char(3))
FROM statements_search JOIN statements s ON s.rowid = statements_search.rowid
WHERE statements_search MATCH ? ORDER BY rank, s.rowid LIMIT ?
"""
_DOCUMENTS = """
SELECT d.id, '', snippet(documents_search, -1, char(2), char(3), '…', 40)
FROM documents_search JOIN documents d ON d.rowid = documents_search.rowid
WHERE documents_search MATCH ? ORDER BY rank, d.rowid LIMIT ?
"""


def search_case(case: Path, words: str, languages: Iterable[str]) -> tuple[list[Hit], list[Hit]]:
    """Return passages of statements, then of accounts, that hold all words, in any form.

    Args:
        case: The case.
        words: What is sought. Signs are passed over; at most `MOST_WORDS` words count.
        languages: Tags of the languages by whose endings forms are told.

    Returns:
        At most `MOST_HITS` of each, the best first.

    Raises:
        DamagedCaseError: If the case holds no whole record.
    """
    sought = _WORD.findall(words.casefold())[:MOST_WORDS]
    if not sought:
        return [], []
    tags = sorted(languages)
    with open_database(case) as connection:
        match = " AND ".join(f"({' OR '.join(_forms(connection, word, tags))})" for word in sought)
        return _hits(connection, _STATEMENTS, match), _hits(connection, _DOCUMENTS, match)


def _hits(connection: sqlite3.Connection, sql: str, match: str) -> list[Hit]:
    rows = connection.execute(sql, (match, MOST_HITS))
    return [Hit(document, statement, tuple(_pieces(text))) for document, statement, text in rows]


def _forms(connection: sqlite3.Connection, word: str, languages: Iterable[str]) -> list[str]:
    """Return the forms of a word that the case holds, as FTS5 strings; the word itself first.

    What holds a digit has no other form.
    """
    if not word.isalpha():
        return [f'"{word}"']
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'documents_search', 'row')"
    )
    prefix = word[:_PREFIX]
    rows = connection.execute(
        "SELECT term FROM temp.terms WHERE term >= ? AND term < ? LIMIT ?",
        (prefix, prefix + "\U0010ffff", _MOST_CANDIDATES),
    )
    candidates = [term for (term,) in rows if term != word]
    lemmas = {_lemma(tag, word) for tag in languages}
    alike = [term for term in candidates if any(_lemma(tag, term) in lemmas for tag in languages)]
    return [f'"{form}"' for form in (word, *alike[:MOST_FORMS])]


@lru_cache(maxsize=100_000)
def _lemma(tag: str, word: str) -> tuple[str, str]:
    language = _language(tag)
    return tag, language.lemma(word) if language else word


@lru_cache(maxsize=32)
def _language(tag: str) -> Language | None:
    try:
        return load_language(tag)
    except UnsupportedLanguageError:
        return None


def _pieces(marked: str) -> Iterator[Piece]:
    for number, part in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", marked)):
        if part:
            yield Piece(part, found=number % 2 == 1)
