"""What a reader found, and what is told of it, to a document with the evidence for each fact."""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from svod.ingest.language import detect_language
from svod.ingest.publication import find_publication, parse_published
from svod.ingest.readers.protocol import About, Content
from svod.ingest.sidecar import Facts
from svod.ingest.title import find_title
from svod.model import Document, Evidence, Source

_FIELDS = ("title", "author", "publisher", "language", "genre", "captured")
_Found = tuple[str, Evidence | None]


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a document before its text is looked at.

    Attributes:
        file: Its name.
        name: Stem for its id.
        sha256: SHA-256 of its own bytes.
        container: SHA-256 of the container that was received, or empty.
        media_type: MIME type.
        about: What the container tells of it.
    """

    file: str
    name: str
    sha256: str
    container: str
    media_type: str
    about: About


def make_document(told: Told, content: Content, facts: Facts) -> Document:
    """Return the document. Of each fact the sidecar's word counts first, then the
    file's own, then the container's, then what the text itself gives away.
    """
    found = {name: _first(name, told, content, facts) for name in _FIELDS}
    url = _web_address(facts.url) or _web_address(content.about.url) or _web_address(told.about.url)
    body = content.text[content.body :]
    found["title"] = _or(found["title"], find_title(body), "first line")
    if not found["language"][0]:
        found["language"] = detect_language(body or content.text), "letters"
    published, published_from = _published(told, content, facts, body, url)
    id_ = _id(facts.doc or told.name)
    publisher, genre = found["publisher"][0], found["genre"][0]
    return Document(
        id=id_,
        file=told.file,
        text=content.text,
        sha256=told.sha256,
        text_sha256=sha256(content.text.encode()).hexdigest(),
        media_type=told.media_type,
        encoding=content.encoding,
        language=found["language"][0],
        title=found["title"][0],
        published=published,
        published_from=published_from,
        genre=genre,
        url=url,
        source=Source(publisher or id_, named=bool(publisher), kind=genre),
        author=found["author"][0],
        captured=found["captured"][0],
        container=told.container,
        evidence=tuple(sorted((name, evidence) for name, (_, evidence) in found.items() if evidence)),
        parts=tuple(sorted(content.parts, key=lambda part: (part.span.start, -part.span.end, part.kind))),
    )


def _first(name: str, told: Told, content: Content, facts: Facts) -> _Found:
    sources: tuple[tuple[str, Evidence], ...] = (
        (getattr(facts, "lang" if name == "language" else name, ""), "sidecar"),
        (getattr(content.about, name), content.about.evidence),
        (getattr(told.about, name), told.about.evidence),
    )
    return next(((value, evidence) for value, evidence in sources if value), ("", None))


def _or(found: _Found, value: str, evidence: Evidence) -> _Found:
    return found if found[0] or not value else (value, evidence)


def _published(
    told: Told, content: Content, facts: Facts, body: str, url: str
) -> tuple[str, Evidence] | tuple[None, None]:
    if facts.published:
        return facts.published, "sidecar"
    for about in (content.about, told.about):
        if about.published and (day := parse_published(about.published)):
            return day, about.evidence
    return find_publication(body, url)


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
