"""RSS and Atom feeds: each entry is a document."""

import json
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

import feedparser
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from svod.errors import UnreadableDocumentError
from svod.ingest.html import read_html
from svod.ingest.publication import parse_published
from svod.ingest.readers.limits import MAX_BYTES
from svod.ingest.readers.protocol import BY_CONTENT, UNCLAIMED, About, Entry, Received
from svod.ingest.readers.texts import clean, with_head
from svod.model import INSIDE, Trouble

_MARK = re.compile(rb"<(?:rss|feed|rdf:RDF|RDF|channel)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z][^>]*>|&#?\w+;")


class Feed:
    """RSS and Atom files; what the feed says of itself is said of all its entries."""

    suffixes = (".rss", ".atom", ".xml", ".rdf")
    media_types = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
    max_bytes = MAX_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what begins like a feed."""
        return BY_CONTENT if _MARK.search(head.replace(b"\x00", b"")) else UNCLAIMED

    def read(self, received: Received) -> Iterator[Entry | Trouble]:
        """Yield the entries, in the order of the feed.

        Raises:
            UnreadableDocumentError: If the file defines entities, or holds no entry.
        """
        data = received.data()
        _refuse_entities(data, received.file)
        feed = feedparser.parse(BytesIO(data))  # never bytes or a name: those may be an address to fetch
        if not feed.entries:
            raise UnreadableDocumentError(received.file, "is a feed without entries")
        taken: set[str] = set()
        for number, entry in enumerate(feed.entries, 1):
            try:
                yield _entry(feed.feed, entry, _name(entry, number, taken), received.file)
            except UnreadableDocumentError as error:
                yield Trouble(error.source, error.reason)


def _refuse_entities(data: bytes, file: str) -> None:
    """Stop at a document type that defines entities; other faults of the XML are the parser's."""
    try:
        ElementTree.fromstring(data)
    except DefusedXmlException as error:
        raise UnreadableDocumentError(file, "is XML that defines entities") from error
    except (ElementTree.ParseError, ValueError, LookupError):
        return


def _entry(feed: Mapping[str, Any], entry: Mapping[str, Any], name: str, file: str) -> Entry:
    title, body = _plain(_text(entry, "title"), file), _plain(_body(entry), file)
    author = _text(entry, "author")
    about = About(
        evidence="feed",
        title=title,
        author=author,
        publisher=_text(entry.get("source") or {}, "title") or _text(feed, "title") or author,
        published=day_of(_text(entry, "published") or _text(entry, "updated")),
        url=_text(entry, "link"),
        language=_language(feed),
    )
    told = [about.url, title, body, about.published, about.publisher, about.author]
    data = json.dumps(told, ensure_ascii=False).encode()
    content = with_head(title, body, "utf-8", about, "title")
    if not content.text.strip():
        raise UnreadableDocumentError(f"{file}{INSIDE}{name}", "holds no words")
    return Entry(name, data, content, name)


def _body(entry: Mapping[str, Any]) -> str:
    contents = [_text(one, "value") for one in entry.get("content", ()) if isinstance(one, Mapping)]
    return max([*contents, _text(entry, "summary")], key=len)


def _text(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key, "")
    return clean(value).strip() if isinstance(value, str) else ""


def _plain(value: str, file: str) -> str:
    return read_html(value, file).text if _MARKUP.search(value) else value


def day_of(stamp: str) -> str:
    """Return the local day of a date as feeds and mail write it, or an empty string."""
    if day := parse_published(stamp):
        return day
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _language(feed: Mapping[str, Any]) -> str:
    tag = _text(feed, "language")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", tag) else ""


def _name(entry: Mapping[str, Any], number: int, taken: set[str]) -> str:
    """Return a name that lasts when the feed grows: the end of the entry's id or address."""
    key = (_text(entry, "id") or _text(entry, "link")).rstrip("/")
    tail = "".join(x if x.isalnum() or x in "-_." else "_" for x in re.split(r"[/=:]", key)[-1])[-80:]
    name = tail if tail and tail not in taken else f"{tail or 'entry'}-{number}"
    taken.add(name)
    return name
