"""Which reader reads a file."""

from functools import cache
from importlib.metadata import entry_points

from svod.errors import UnreadableDocumentError
from svod.ingest.readers.protocol import UNCLAIMED, Reader, Received

GROUP = "svod.readers"
"""Entry-point group; built-in readers register in it like foreign ones."""


@cache
def installed_readers() -> tuple[Reader, ...]:
    """Return one reader of each kind that is installed, sorted by name."""
    points = {point.name: point for point in entry_points(group=GROUP)}
    return tuple(points[name].load()() for name in sorted(points))


def reader_for(received: Received, media_type: str = "") -> Reader:
    """Return the reader for a file: by its suffix, else by its media type; among
    several, the one that knows the content for its own.

    Raises:
        UnreadableDocumentError: If there is none, or the file cannot be read.
    """
    name = received.file.lower()
    fitting = [(_length(reader, name), reader) for reader in installed_readers()]
    longest = max((length for length, _ in fitting), default=0)
    readers = [reader for length, reader in fitting if longest and length == longest]
    if not readers or media_type in _OPEN:
        told = [reader for reader in installed_readers() if media_type in reader.media_types]
        readers = told or readers
    head = received.head() if readers else b""
    claims = [(reader.claims(head), reader) for reader in readers]
    surest = max((claim for claim, _ in claims), default=UNCLAIMED)
    if surest == UNCLAIMED:
        raise UnreadableDocumentError(received.file, _missing(name, media_type, known=bool(readers)))
    return next(reader for claim, reader in claims if claim == surest)


_OPEN = frozenset({"text/html", "message/rfc822"})
"""Types that a container tells for sure, whatever the name ends in (`/story.2022`)."""


def _length(reader: Reader, name: str) -> int:
    return max((len(suffix) for suffix in reader.suffixes if name.endswith(suffix)), default=0)


def _missing(name: str, media_type: str, *, known: bool) -> str:
    stem, dot, suffix = name.rpartition("/")[2].rpartition(".")
    what = f".{suffix}" if dot and stem else media_type or "files without a suffix"
    return f"holds nothing that a reader for {what} knows" if known else f"no reader for {what}"
