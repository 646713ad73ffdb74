"""Plain text and Markdown: the text to the letter."""

from collections.abc import Iterator, Mapping

from svod.ingest.decoding import decode
from svod.ingest.front_matter import read_front_matter
from svod.ingest.readers.limits import MAX_BYTES
from svod.ingest.readers.protocol import BY_NAME, About, Content, Received


class PlainText:
    """Text files; the document is exactly their decoded content."""

    suffixes = (".txt",)
    media_types = ("text/plain",)
    max_bytes = MAX_BYTES

    def claims(self, _head: bytes) -> int:
        """Claim by name."""
        return BY_NAME

    def read(self, received: Received) -> Iterator[Content]:
        """Yield the document."""
        yield Content(*decode(received.data(), received.file))


class Markdown:
    """Markdown files, with what their front matter tells."""

    suffixes = (".md", ".markdown")
    media_types = ("text/markdown",)
    max_bytes = MAX_BYTES

    def claims(self, _head: bytes) -> int:
        """Claim by name."""
        return BY_NAME

    def read(self, received: Received) -> Iterator[Content]:
        """Yield the document; the front matter stays in its text."""
        text, encoding = decode(received.data(), received.file)
        facts, body = read_front_matter(text)
        yield Content(text, encoding, _about(facts), body)


def _about(facts: Mapping[str, str]) -> About:
    return About(
        evidence="front matter",
        title=facts.get("title", ""),
        author=facts.get("author", ""),
        published=_first(facts, "published", "date"),
        publisher=_first(facts, "publisher", "source", "site", "author"),
        url=_first(facts, "url", "link"),
        language=_first(facts, "lang", "language"),
        genre=facts.get("genre", ""),
    )


def _first(facts: Mapping[str, str], *keys: str) -> str:
    return next((facts[key] for key in keys if facts.get(key)), "")
