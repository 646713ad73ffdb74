"""One file to its documents: one, or all that a container holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from svod.errors import UnreadableDocumentError
from svod.ingest.finding import FoundFile
from svod.ingest.making import Told, make_document
from svod.ingest.readers.limits import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_PIECES,
    MAX_SECONDS,
    TimeIsUpError,
    is_bomb,
    size_of,
    time_limit,
    too_slow,
)
from svod.ingest.readers.protocol import NOTHING, About, Content, Entry, Inner, Piece, Reader, Received
from svod.ingest.readers.registry import reader_for
from svod.ingest.sidecar import NO_FACTS, Facts
from svod.model import INSIDE, Document, Trouble

Outcome = Document | Trouble
"""What becomes of a file, or of one document in a container."""


def read_file(path: Path, root: Path, facts: Facts = NO_FACTS) -> Document:
    """Read one file that is one document. Pure but for reading it.

    Args:
        path: The file.
        root: The folder that its name is told relative to.
        facts: What a sidecar says of it; wins over what is read from the file.

    Returns:
        The document; its id is the sidecar's `doc`, else the file's stem, and
        need not be unique yet.

    Raises:
        UnreadableDocumentError: If the file cannot be read, is too large,
            empty, binary, in no sure encoding, of a kind without a reader, or
            a container.
    """
    file = FoundFile(path, root).file
    [outcome, *others] = [*read_outcomes(path, file, lambda _file: facts)] or [Trouble(file, "holds nothing")]
    if isinstance(outcome, Trouble):
        raise UnreadableDocumentError(outcome.file, outcome.reason)
    if others or outcome.container:
        raise UnreadableDocumentError(file, "holds several documents")
    return outcome


def read_outcomes(
    path: Path, file: str, facts_of: Callable[[str], Facts], seconds: float = MAX_SECONDS
) -> Iterator[Outcome]:
    """Read the bytes at `path`, once received under the name `file`: yield each
    document in them and each trouble on the way, in a lasting order.

    Args:
        path: Where the bytes are.
        file: Name that they were received under.
        facts_of: What a sidecar says of the document with a name.
        seconds: How long each document may take.
    """
    walk = _Walk(facts_of, _Budget(path), seconds)
    received = Received(file, path, facts_of(file).url, facts_of(file).columns, seconds)
    yield from walk.opened(_Place(received))


@dataclass(frozen=True, slots=True)
class _Place:
    """A file on the way down: what the containers above tell of it."""

    received: Received
    depth: int = 0
    about: About = NOTHING
    facts: Facts = NO_FACTS
    media_type: str = ""
    id: str = ""


@dataclass(slots=True)
class _Budget:
    """What the documents of one received file may cost together."""

    path: Path
    pieces: int = 0
    bytes: int = 0
    digest: str = field(default="")

    def spend(self, size: int) -> str:
        """Note a piece; return why it is one too many, or an empty string."""
        self.pieces += 1
        self.bytes += size
        if self.pieces > MAX_PIECES:
            return f"holds more than {MAX_PIECES:,} documents; the rest is not read"
        if is_bomb(size_of(self.path), self.bytes):
            return "unpacks to far more than an honest archive does; the rest is not read"
        return ""

    def container(self) -> str:
        """Return the SHA-256 of the received file."""
        if not self.digest:
            with self.path.open("rb") as stream:
                chunks = iter(lambda: stream.read(1 << 20), b"")
                digest = sha256()
                for chunk in chunks:
                    digest.update(chunk)
            self.digest = digest.hexdigest()
        return self.digest


@dataclass(frozen=True, slots=True)
class _Walk:
    facts_of: Callable[[str], Facts]
    budget: _Budget
    seconds: float

    def opened(self, place: _Place) -> Iterator[Outcome]:
        """Yield what one file holds."""
        file = place.received.file
        try:
            reader = _reader(place)
        except UnreadableDocumentError as error:
            yield Trouble(error.source, error.reason)
            return
        except OSError as error:
            yield Trouble(file, f"cannot be read: {error.strerror or error}")
            return
        empty = True
        for piece in _limited(reader.read(place.received), file, self.seconds):
            yield from self._made(place, piece, reader)
            empty = False
        if empty:
            yield Trouble(file, "holds no documents")

    def _made(self, place: _Place, piece: Piece, reader: Reader) -> Iterator[Outcome]:
        match piece:
            case Trouble():
                yield piece
            case Content():
                yield self._document(place, piece, reader)
            case Entry():
                yield self._entry(place, piece, reader)
            case Inner():
                yield from self._inner(place, piece)

    def _document(self, place: _Place, content: Content, reader: Reader) -> Outcome:
        received = place.received
        digest = sha256(received.data(reader.max_bytes)).hexdigest()
        name = place.id or PurePosixPath(received.file.rpartition(INSIDE)[2]).stem
        container = self.budget.container() if place.depth else ""
        told = Told(received.file, name, digest, container, reader.media_types[0], place.about)
        return _document(told, content, self._facts(received.file, place.facts), self.seconds)

    def _entry(self, place: _Place, entry: Entry, reader: Reader) -> Outcome:
        file = f"{place.received.file}{INSIDE}{entry.name}"
        if reason := self.budget.spend(len(entry.data)):
            return Trouble(place.received.file, reason)
        digest = sha256(entry.data).hexdigest()
        told = Told(file, entry.id, digest, self.budget.container(), reader.media_types[0], place.about)
        return _document(told, entry.content, self._facts(file, place.facts.shared()), self.seconds)

    def _inner(self, place: _Place, inner: Inner) -> Iterator[Outcome]:
        file = f"{place.received.file}{INSIDE}{inner.name}"
        if reason := self.budget.spend(len(inner.data)):
            yield Trouble(place.received.file, reason)
        elif place.depth >= MAX_DEPTH:
            yield Trouble(file, f"lies more than {MAX_DEPTH} containers deep")
        else:
            told = inner.facts.over(place.facts.shared())
            facts = self._facts(file, told)
            received = Received(file, inner.data, facts.url or inner.about.url, facts.columns, self.seconds)
            place = _Place(received, place.depth + 1, inner.about, told, inner.media_type, inner.id)
            yield from self.opened(place)

    def _facts(self, file: str, inside: Facts) -> Facts:
        return self.facts_of(file).over(inside)


def _reader(place: _Place) -> Reader:
    reader = reader_for(place.received, place.media_type)
    if size_of(place.received.source) > reader.max_bytes:
        limit = reader.max_bytes // 1_000_000
        raise UnreadableDocumentError(place.received.file, f"is larger than {limit} MB")
    return reader


def _limited(pieces: Iterator[Piece], file: str, seconds: float) -> Iterator[Piece]:
    """Yield what a reader finds; whatever goes wrong in it, or takes too long, ends with a trouble."""
    while True:
        try:
            with time_limit(seconds):
                piece = next(pieces, None)
        except UnreadableDocumentError as error:
            piece = Trouble(error.source, error.reason)
        except TimeIsUpError:
            yield Trouble(file, too_slow(seconds))
            return
        except MemoryError:
            yield Trouble(file, "takes more memory than there is")
            return
        except Exception as error:  # noqa: BLE001 - hostile bytes may break any library
            yield Trouble(file, f"cannot be parsed: {type(error).__name__}")
            return
        if piece is None:
            return
        yield piece


def _document(told: Told, content: Content, facts: Facts, seconds: float) -> Outcome:
    if not any(letter.isalnum() for letter in content.text):
        return Trouble(told.file, "holds no words" if content.text.strip() else "is empty")
    try:
        with time_limit(seconds):
            return make_document(told, content, facts)
    except TimeIsUpError:
        return Trouble(told.file, too_slow(seconds))


__all__ = ["MAX_BYTES", "Outcome", "read_file", "read_outcomes"]
