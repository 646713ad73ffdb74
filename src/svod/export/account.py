"""Documents, framing and what could not be read, as rows."""

from collections import Counter
from collections.abc import Iterator

from svod.export.row import Row, Table
from svod.model import Document, Label, Record


def document_rows(record: Record) -> Iterator[Row]:
    """Yield one row per document, by id, with how many statements it makes."""
    made = Counter(said.citation.document for said in record.statements)
    return (_document_row(document, made[document.id]) for document in record.documents)


def framing_rows(record: Record) -> Iterator[Row]:
    """Yield what each account calls each group, by group, words and document."""
    order = sorted(record.labels, key=lambda x: (x.group, x.words, x.document, x.quoted, x.scare_quotes))
    return (_label_row(label) for label in order)


def trouble_rows(record: Record) -> Iterator[Row]:
    """Yield every file that could not be read, with the reason, by file."""
    return ({"file": trouble.file, "reason": trouble.reason} for trouble in sorted(record.troubles))


def _document_row(document: Document, statements: int) -> Row:
    return {
        "doc": document.id,
        "file": document.file,
        "title": document.title,
        "source": {
            "name": document.source.name,
            "named": document.source.named,
            "kind": document.source.kind,
        },
        "language": document.language,
        "published": document.published,
        "published_from": document.published_from,
        "genre": document.genre,
        "url": document.url,
        "author": document.author,
        "captured": document.captured or None,
        "evidence": dict(document.evidence),
        "reprint_of": document.reprint_of,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "original": document.original,
        "characters": len(document.text),
        "statements": statements,
    }


def _label_row(label: Label) -> Row:
    return {
        "class": label.group,
        "words": label.words,
        "doc": label.document,
        "quoted": label.quoted,
        "scare_quotes": label.scare_quotes,
        "statements": list(label.statements),
    }


DOCUMENTS = Table(
    document_rows,
    (
        *("doc", "file", "title", "source_name", "source_named", "source_kind", "language", "published"),
        *("published_from", "genre", "url", "author", "captured", "reprint_of", "media_type", "encoding"),
        *("sha256", "text_sha256", "original", "characters", "statements"),
    ),
)
FRAMING = Table(framing_rows, ("class", "words", "doc", "quoted", "scare_quotes", "statements"))
TROUBLES = Table(trouble_rows, ("file", "reason"))
