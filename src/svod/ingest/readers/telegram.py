"""Exports of Telegram Desktop: `result.json` and `messages.html`. Each post is a document."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import html
from lxml.etree import ParserError

from svod.errors import UnreadableDocumentError
from svod.ingest.decoding import decode
from svod.ingest.readers.limits import MAX_BYTES
from svod.ingest.readers.protocol import BY_CONTENT, UNCLAIMED, About, Entry, Received
from svod.ingest.readers.texts import clean, with_head
from svod.model import Trouble

MAX_EXPORT_BYTES = 500_000_000
_EXPORT = re.compile(rb'"(?:messages|chats)"\s*:|"type"\s*:\s*"(?:personal|private|public|bot|saved)_')
_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) \d\d:\d\d")


class TelegramJson:
    """`result.json` of one chat or of all."""

    suffixes = (".json",)
    media_types = ("application/x-telegram+json",)
    max_bytes = MAX_EXPORT_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what names messages or chats near its top."""
        return (
            BY_CONTENT
            if head.lstrip(b"\xef\xbb\xbf \r\n")[:1] == b"{" and _EXPORT.search(head)
            else UNCLAIMED
        )

    def read(self, received: Received) -> Iterator[Entry | Trouble]:
        """Yield the posts that hold words.

        Raises:
            UnreadableDocumentError: If the file is no export.
        """
        chats = [*_chats(_loaded(received))]
        if not chats:
            raise UnreadableDocumentError(received.file, "holds no messages of Telegram")
        for chat in chats:
            name = _words(chat.get("name")) or "chat"
            posts = [_post(one, name, several=len(chats) > 1) for one in chat["messages"]]
            yield from _told(posts, received.file)


class TelegramHtml:
    """`messages.html`, `messages2.html`, … of one chat."""

    suffixes = (".html",)
    media_types = ("application/x-telegram+html",)
    max_bytes = MAX_BYTES

    def claims(self, head: bytes) -> int:
        """Claim a page that is made like an export."""
        made = b"page_wrap" in head and b"page_header" in head and b"Exported Data" in head
        return BY_CONTENT if made else UNCLAIMED

    def read(self, received: Received) -> Iterator[Entry | Trouble]:
        """Yield the posts that hold words; one that is joined to the post before has its author.

        Raises:
            UnreadableDocumentError: If the page cannot be parsed.
        """
        try:
            page = html.document_fromstring(
                decode(received.data(), received.file)[0].encode(), parser=_PARSER
            )
        except (ParserError, ValueError) as error:
            raise UnreadableDocumentError(received.file, "holds HTML that cannot be parsed") from error
        title = " ".join(
            " ".join(_class(page, "page_header")[:1] and _class(page, "page_header")[0].itertext()).split()
        )
        yield from _told([*_page_posts(page, title or "chat")], received.file)


_PARSER = html.HTMLParser(encoding="utf-8", no_network=True)


def _loaded(received: Received) -> Any:
    text, _ = decode(received.data(MAX_EXPORT_BYTES), received.file)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocumentError(received.file, "is not JSON") from error


def _chats(loaded: Any) -> Iterator[Mapping[str, Any]]:
    if not isinstance(loaded, dict):
        return
    below = loaded.get("chats")
    listed = below.get("list") if isinstance(below, dict) else None
    for chat in [loaded, *(listed if isinstance(listed, list) else [])]:
        if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
            yield chat


def _post(message: Any, chat: str, *, several: bool) -> Entry | None:
    """Return a post, or `None` for what has no words of its own: pictures, joins, calls."""
    if not isinstance(message, dict) or message.get("type") != "message":
        return None
    text = _words(message.get("text"))
    number = clean(str(message.get("id", ""))) or "0"
    day = _words(message.get("date"))[:19]
    author = _words(message.get("from")) or chat
    return _entry(chat, number, text, author, day, several=several)


def _page_posts(page: Any, chat: str) -> Iterator[Entry | None]:
    author = chat
    for message in _class(page, "message"):
        names = [x for x in _class(message, "from_name") if not _inside(x, "forwarded", message)]
        if names:
            author = " ".join("".join(names[0].itertext()).split())
        if "service" in message.get("class", "").split():
            continue
        texts = ["\n".join(_lines(x)) for x in _class(message, "text")]
        stamp = next((_DATE.search(x.get("title", "")) for x in _class(message, "date")), None)
        day = "-".join(reversed(stamp.groups())) if stamp else ""
        number = message.get("id", "").removeprefix("message") or "0"
        yield _entry(chat, clean(number), clean("\n\n".join(texts)), clean(author), day, several=False)


def _entry(chat: str, number: str, text: str, author: str, day: str, *, several: bool) -> Entry | None:  # noqa: PLR0913  the fields of a post
    if not any(map(str.isalnum, text)):
        return None
    about = About("export", author=author, publisher=author, published=day)
    data = json.dumps([chat, number, day, author, text], ensure_ascii=False).encode()
    slug = "".join(x if x.isalnum() else "-" for x in chat)[:60]
    name = f"{slug}/{number}" if several else number
    return Entry(name, data, with_head("", text, "utf-8", about, ""), f"{slug}-{number}")


def _told(posts: Iterable[Entry | None], file: str) -> Iterator[Entry | Trouble]:
    wordless = 0
    taken: set[str] = set()
    for post in posts:
        if post is None or post.name in taken:
            wordless += 1
        else:
            taken.add(post.name)
            yield post
    if wordless:
        yield Trouble(
            file, f"holds {wordless:,} posts without words of their own (pictures, notices), passed over"
        )


def _words(value: Any) -> str:
    """Return a text of the export: a string, or a list of strings and formatted pieces."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        pieces = (one.get("text", "") if isinstance(one, dict) else one for one in value)
        return clean("".join(piece for piece in pieces if isinstance(piece, str)))
    return ""


def _class(element: Any, name: str) -> list[Any]:
    path = f"descendant::*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    return list(element.xpath(path))


def _inside(element: Any, name: str, limit: Any) -> bool:
    above = element.iterancestors()
    return any(
        name in x.get("class", "").split() for x in above if x is not limit and limit in x.iterancestors()
    )


def _lines(element: Any) -> Iterator[str]:
    for line_break in element.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    for line in "".join(element.itertext()).strip().split("\n"):
        yield " ".join(line.split())
