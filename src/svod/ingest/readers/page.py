"""Saved HTML pages."""

from collections.abc import Iterator

from svod.errors import UnreadableDocumentError
from svod.ingest.decoding import decode
from svod.ingest.html import declared_encoding, read_html
from svod.ingest.readers.limits import MAX_BYTES
from svod.ingest.readers.protocol import BY_NAME, About, Content, Received


class Html:
    """HTML pages: the account in them, without menus, comments and scripts."""

    suffixes = (".html", ".htm", ".xhtml")
    media_types = ("text/html", "application/xhtml+xml")
    max_bytes = MAX_BYTES

    def claims(self, _head: bytes) -> int:
        """Claim by name."""
        return BY_NAME

    def read(self, received: Received) -> Iterator[Content]:
        """Yield the account with what the page says of itself.

        Raises:
            UnreadableDocumentError: If it holds none.
        """
        data = received.data()
        markup, encoding = decode(data, received.file, declared_encoding(data))
        page = read_html(markup, received.file, received.url)
        if not page.text:
            raise UnreadableDocumentError(
                received.file, "holds no account: no text outside scripts and menus"
            )
        about = About("metadata", page.title, page.author, page.publisher, page.published, page.url)
        yield Content(page.text, encoding, about, parts=page.parts)
