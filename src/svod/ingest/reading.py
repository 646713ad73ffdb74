"""One file to one document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from svod.errors import UnreadableDocumentError
from svod.ingest.decoding import decode
from svod.ingest.finding import FoundFile
from svod.ingest.front_matter import read_front_matter
from svod.ingest.html import declared_encoding, read_html
from svod.ingest.language import detect_language
from svod.ingest.publication import find_publication, parse_published
from svod.ingest.sidecar import NO_FACTS, Facts
from svod.ingest.title import find_title
from svod.model import Document, Evidence, Source

MAX_BYTES = 20_000_000
"""A long book is 2 MB, a page with pictures in its markup 10 MB. What is larger is a dump
or an archive, and would hold up every parser behind."""


@dataclass(frozen=True, slots=True)
class _Content:
    """A text with what the file itself says of it; empty strings for the rest."""

    text: str
    encoding: str
    title: str = ""
    published: str = ""
    evidence: Evidence = "metadata"
    publisher: str = ""
    url: str = ""
    language: str = ""
    genre: str = ""
    body: int = 0


def read_file(path: Path, root: Path, facts: Facts = NO_FACTS) -> Document:
    """Read one file. Pure but for reading it: worker processes may call it.

    Args:
        path: The file: `.txt`, `.md`, `.html` or `.htm`.
        root: The folder that its name is told relative to.
        facts: What a sidecar says of it; wins over what is read from the file.

    Returns:
        The document; its id is the sidecar's `doc`, else the file's stem, and
        need not be unique yet.

    Raises:
        UnreadableDocumentError: If the file cannot be read, is too large,
            empty, binary, in no sure encoding, or of a kind without a reader.
    """
    return read_original(path, FoundFile(path, root).file, facts)


def read_original(path: Path, file: str, facts: Facts) -> Document:
    """Read the bytes at `path` as the document once received under the name `file`.

    Raises:
        UnreadableDocumentError: As `read_file` does.
    """
    suffix = Path(file).suffix.lower()
    if suffix not in _READERS:
        raise UnreadableDocumentError(file, f"no reader for {suffix or 'files without a suffix'}")
    media_type, reader = _READERS[suffix]
    data = _bytes(path, file)
    content = reader(data, file, facts)
    if not any(letter.isalnum() for letter in content.text):
        raise UnreadableDocumentError(file, "holds no words" if content.text.strip() else "is empty")
    return _document(content, data, file, media_type, facts)


def _bytes(path: Path, file: str) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1) if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise UnreadableDocumentError(file, f"cannot be read: {error.strerror or error}") from error
    if data is None or len(data) > MAX_BYTES:
        raise UnreadableDocumentError(file, f"is larger than {MAX_BYTES // 1_000_000} MB")
    if not data.strip():
        raise UnreadableDocumentError(file, "is empty")
    return data


def _plain(data: bytes, file: str, _facts: Facts) -> _Content:
    return _Content(*decode(data, file))


def _markdown(data: bytes, file: str, _facts: Facts) -> _Content:
    text, encoding = decode(data, file)
    facts, body = read_front_matter(text)
    return _Content(
        text,
        encoding,
        title=facts.get("title", ""),
        published=_first(facts, "published", "date"),
        evidence="front matter",
        publisher=_first(facts, "publisher", "source", "site", "author"),
        url=_first(facts, "url", "link"),
        language=_first(facts, "lang", "language"),
        genre=facts.get("genre", ""),
        body=body,
    )


def _first(facts: Mapping[str, str], *keys: str) -> str:
    return next((facts[key] for key in keys if facts.get(key)), "")


def _html(data: bytes, file: str, facts: Facts) -> _Content:
    markup, encoding = decode(data, file, declared_encoding(data))
    page = read_html(markup, file, facts.url)
    if not page.text:
        raise UnreadableDocumentError(file, "holds no account: no text outside scripts and menus")
    return _Content(page.text, encoding, page.title, page.published, "metadata", page.publisher, page.url)


_READERS: dict[str, tuple[str, Callable[[bytes, str, Facts], _Content]]] = {
    ".txt": ("text/plain", _plain),
    ".md": ("text/markdown", _markdown),
    ".html": ("text/html", _html),
    ".htm": ("text/html", _html),
}


def _document(content: _Content, data: bytes, file: str, media_type: str, facts: Facts) -> Document:
    url = _web_address(facts.url) or _web_address(content.url)
    body = content.text[content.body :]
    published, evidence = _published(content, facts, body, url)
    id_ = _id(facts.doc or Path(file).stem)
    publisher = facts.publisher or content.publisher
    genre = facts.genre or content.genre
    return Document(
        id=id_,
        file=file,
        text=content.text,
        sha256=sha256(data).hexdigest(),
        text_sha256=sha256(content.text.encode()).hexdigest(),
        media_type=media_type,
        encoding=content.encoding,
        language=facts.lang or content.language or detect_language(body or content.text),
        title=facts.title or content.title or find_title(body),
        published=published,
        published_from=evidence,
        genre=genre,
        url=url,
        source=Source(publisher or id_, named=bool(publisher), kind=genre),
    )


def _published(
    content: _Content, facts: Facts, body: str, url: str
) -> tuple[str, Evidence] | tuple[None, None]:
    if facts.published:
        return facts.published, "sidecar"
    own = parse_published(content.published) if content.published else None
    return (own, content.evidence) if own else find_publication(body, url)


def _id(name: str) -> str:
    """Return a name fit for an id: printable, without white space or slashes, 100 characters at most."""
    clean = "".join(letter if letter.isprintable() and letter not in " /\\" else "_" for letter in name)
    return clean[:100] or "document"


def _web_address(url: str) -> str:
    """Return `url` if it is a web address, else an empty string: pages link to it."""
    try:
        return url if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""
