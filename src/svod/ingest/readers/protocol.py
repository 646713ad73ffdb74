"""What a reader is given and what it gives back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from svod.errors import UnreadableDocumentError
from svod.ingest.readers.limits import MAX_BYTES, MAX_SECONDS, Source, opened, read_whole
from svod.ingest.sidecar import NO_FACTS, Facts
from svod.model import Evidence, Part, Trouble

UNCLAIMED, BY_NAME, BY_CONTENT = 0, 1, 2
"""How surely a file is one for a reader; the surest reader gets it."""


@dataclass(frozen=True, slots=True)
class About:
    """What a format tells of a document; an empty string for what it does not.

    Attributes:
        evidence: Where the format tells it.
        title: Title.
        author: Who wrote it.
        publisher: Who published it.
        published: Day of publication, EDTF or an ISO 8601 time stamp.
        url: Where.
        language: BCP 47 tag.
        genre: What sort of account it is.
        captured: When it was captured or made, ISO 8601.
    """

    evidence: Evidence = "metadata"
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    genre: str = ""
    captured: str = ""


NOTHING = About()


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes under a name.

    Attributes:
        file: The name, e.g. `archive.zip!/a/b.html`.
        source: The bytes, or the path of a file that holds them.
        url: Where they were published, if a sidecar or a container tells.
        columns: Which columns of a table mean what, `text=body,title=head`;
            empty to guess.
        seconds: How long reading it may take.
    """

    file: str
    source: Source
    url: str = ""
    columns: str = ""
    seconds: float = MAX_SECONDS

    def data(self, limit: int = MAX_BYTES) -> bytes:
        """Return all bytes.

        Raises:
            UnreadableDocumentError: If there are more than `limit`, none, or
                they cannot be read.
        """
        return read_whole(self.source, self.file, limit)

    def head(self, size: int = 4096) -> bytes:
        """Return the first bytes, fewer than `size` where there are no more."""
        try:
            with opened(self.source) as stream:
                return stream.read(size)
        except OSError as error:
            raise UnreadableDocumentError(self.file, f"cannot be read: {error.strerror or error}") from error


@dataclass(frozen=True, slots=True)
class Content:
    """A document that a reader found.

    Attributes:
        text: The account.
        encoding: How its bytes became text: `utf-8`, `text layer`, …
        about: What the format tells of it.
        body: Offset behind what is not part of the account.
        parts: Where the text stands in the original.
    """

    text: str
    encoding: str
    about: About = NOTHING
    body: int = 0
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a container that has no file of its own: a row, a post.

    Attributes:
        name: Its name inside the container, unique there.
        data: Bytes that stand for it: equal bytes are the same document.
        content: The document.
        id: Id to be proposed for it.
    """

    name: str
    data: bytes
    content: Content
    id: str


@dataclass(frozen=True, slots=True)
class Inner:
    """A file inside a container, to be read by its own reader.

    Attributes:
        name: Its name inside the container.
        data: Its bytes.
        about: What the container tells of it; what it tells itself wins.
        facts: What a sidecar inside the container tells; that wins.
        media_type: Its MIME type, where the name does not show the format.
        id: Id to be proposed for it; by default the stem of its name.
    """

    name: str
    data: bytes
    about: About = NOTHING
    facts: Facts = NO_FACTS
    media_type: str = ""
    id: str = ""


Piece = Content | Entry | Inner | Trouble


class Reader(Protocol):
    """Reads one format; registers under the entry-point group `svod.readers`.

    Attributes:
        suffixes: Suffixes of its files, in lower case, with the dot.
        media_types: Its MIME types, the first for the documents it makes.
        max_bytes: Size up to which it reads a file.
    """

    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    max_bytes: int

    def claims(self, head: bytes) -> int:
        """Tell from the first bytes of a file with such a name whether it is one to read:
        `UNCLAIMED`, `BY_NAME` or `BY_CONTENT`.
        """
        ...

    def read(self, received: Received) -> Iterator[Piece]:
        """Yield what a file holds: one `Content`, or what is in a container, in a
        lasting order. A trouble costs one piece, an error the rest of the file.

        Raises:
            UnreadableDocumentError: If the file cannot be read.
        """
        ...
