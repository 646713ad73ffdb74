"""Documents: accounts as received, and what could not be received."""

from dataclasses import dataclass
from typing import Literal

from svod.model.part import Part

Evidence = Literal[
    "sidecar",
    "front matter",
    "metadata",
    "prefix",
    "dateline",
    "byline",
    "url",
    "mail header",
    "feed",
    "columns",
    "capture",
    "export",
    "properties",
    "first line",
    "letters",
]
"""Where a fact about a document was read; `None` beside it means: not known."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes an account.

    Attributes:
        name: Name of the publisher or author, as given; the document's id
            where nobody is named, so that two unnamed sources stay two.
        named: Whether `name` is a real name rather than a stand-in.
        kind: What sort of source it is, from the genre: `wire`, `address`,
            `testimony`, `outlet`, …; empty if not known.
    """

    name: str
    named: bool = True
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One account, its text exactly as received.

    Attributes:
        id: Short name, unique within a case.
        file: Path of the file relative to the folder that was read; of a
            document in a container `archive.zip!/a/b.html`.
        text: What all offsets count in. A plain file's text is exactly its
            decoded content; other formats give the extracted text.
        sha256: SHA-256 of its own bytes, hexadecimal: of the file, of the
            member of an archive, of the canonical JSON of a row or post.
        text_sha256: SHA-256 of `text` in UTF-8, hexadecimal.
        media_type: MIME type of the original, e.g. `text/html`.
        encoding: Encoding that the bytes were read in, e.g. `utf-8`.
        language: BCP 47 tag.
        title: Title, or an empty string.
        published: Day of publication as EDTF, or `None`.
        published_from: Where the date was read.
        genre: `wire`, `address`, `testimony`, … as given, or an empty string.
        url: Where it was published, or an empty string.
        source: Who speaks where nobody else is quoted.
        reprint_of: Id of the document that this one reprints, or `None`.
        author: Who wrote it, as given, or an empty string.
        captured: When a page was captured or a file made, ISO 8601; says
            nothing of when the account was published.
        container: SHA-256 of the archive, mailbox or feed that was received
            and holds this document; empty where it came as a file of its own.
        evidence: Where each fact was read: pairs of field and `Evidence`, sorted.
        parts: Pages, paragraphs, elements, rows of the original, by offset.
    """

    id: str
    file: str
    text: str
    sha256: str
    text_sha256: str
    media_type: str
    encoding: str
    language: str
    title: str
    published: str | None
    published_from: Evidence | None
    genre: str
    url: str
    source: Source
    reprint_of: str | None = None
    author: str = ""
    captured: str = ""
    container: str = ""
    evidence: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def original(self) -> str:
        """SHA-256 of the bytes as received, under which they are kept."""
        return self.container or self.sha256


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """Something that was left out of the record, and why.

    Attributes:
        file: The file, relative to the folder that was read; a line of a
            sidecar is `documents.jsonl:7`.
        reason: What went wrong, as one clause without a full stop.
    """

    file: str
    reason: str
