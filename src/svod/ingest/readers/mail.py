"""Mail: single messages and mailboxes."""

import email
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath
from typing import IO

from svod.errors import UnreadableDocumentError
from svod.ingest.decoding import decode
from svod.ingest.html import read_html
from svod.ingest.readers.limits import MAX_BYTES, MAX_CONTAINER_BYTES, opened
from svod.ingest.readers.protocol import BY_NAME, UNCLAIMED, About, Content, Inner, Received
from svod.ingest.readers.texts import clean, with_head
from svod.model import Trouble

MAX_ATTACHMENTS = 100
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER = re.compile(rb"[\w-]+:|From ")


class Mail:
    """Messages (`.eml`): subject and body, attachments by their own readers."""

    suffixes = (".eml",)
    media_types = ("message/rfc822",)
    max_bytes = MAX_BYTES

    def claims(self, _head: bytes) -> int:
        """Claim by name."""
        return BY_NAME

    def read(self, received: Received) -> Iterator[Content | Inner | Trouble]:
        """Yield the message, then its attachments.

        Raises:
            UnreadableDocumentError: If it is no message.
        """
        data = received.data()
        if not _HEADER.match(data.lstrip()):
            raise UnreadableDocumentError(received.file, "is no mail: does not begin with a header")
        message = email.message_from_bytes(data, policy=default)
        assert isinstance(message, EmailMessage)  # what the policy makes
        about = _about(message)
        body, encoding = _body(message, received.file)
        yield with_head(about.title, body, encoding, about, "Subject")
        yield from _attachments(message, received.file)


class Mailbox:
    """Mailboxes (`.mbox`): each message is a document."""

    suffixes = (".mbox",)
    media_types = ("application/mbox",)
    max_bytes = MAX_CONTAINER_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what begins like a mailbox."""
        return BY_NAME if head.lstrip().startswith(b"From ") else UNCLAIMED

    def read(self, received: Received) -> Iterator[Inner | Trouble]:
        """Yield the messages, numbered from 1."""
        stem = PurePosixPath(received.file.rpartition("/")[2]).stem
        with opened(received.source) as stream:
            for number, data in enumerate(_messages(stream), 1):
                if data is None:
                    yield Trouble(
                        f"{received.file}!/{number}.eml", f"is larger than {MAX_BYTES // 1_000_000} MB"
                    )
                else:
                    yield Inner(f"{number}.eml", data, id=f"{stem}-{number}")


def _messages(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Yield the messages of a mailbox (mboxrd); `None` for one that is too large."""
    lines: list[bytes] = []
    size, begun, after_blank = 0, False, True
    while line := stream.readline(MAX_BYTES):
        if after_blank and line.startswith(b"From "):
            if begun:
                yield _message(lines, size)
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= MAX_BYTES:
                lines.append(line)
        after_blank = not line.strip()
    if begun:
        yield _message(lines, size)


def _message(lines: list[bytes], size: int) -> bytes | None:
    return None if size > MAX_BYTES else _ESCAPED.sub(rb"\1", b"".join(lines))


def _about(message: EmailMessage) -> About:
    name, address = parseaddr(_header(message, "From"))
    return About(
        evidence="mail header",
        title=_header(message, "Subject"),
        author=name or address,
        publisher=name or address,
        published=_day(_header(message, "Date")),
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return a header; one that breaks the parser counts as absent."""
    try:
        return clean(" ".join(str(message.get(name, "")).split()))
    except Exception:  # noqa: BLE001 - the header parser fails in many ways on what is no header
        return ""


def _day(stamp: str) -> str:
    """Return the local day of an RFC 5322 date, as written."""
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _body(message: EmailMessage, file: str) -> tuple[str, str]:
    """Return the text of a message and how it became text; plain text before HTML."""
    for kind in ("plain", "html"):
        part = _part(message, kind)
        if part is None:
            continue
        data = _payload(part)
        if not data.strip():
            continue
        text, encoding = decode(data, file, _charset(part))
        text = read_html(text, file).text if kind == "html" else text
        if text.strip():
            return text.replace("\r\n", "\n").strip("\n"), encoding
    return "", "utf-8"


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        part = message.get_body(preferencelist=(kind,))
    except Exception:  # noqa: BLE001 - a broken tree of parts has no body
        return None
    return part if isinstance(part, EmailMessage) else None


def _payload(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - a broken transfer encoding leaves nothing
        return b""
    return payload if isinstance(payload, bytes) else b""


def _charset(part: EmailMessage) -> str:
    try:
        return part.get_content_charset() or ""
    except Exception:  # noqa: BLE001 - a broken header tells no charset
        return ""


def _attachments(message: EmailMessage, file: str) -> Iterator[Inner | Trouble]:
    try:
        parts = [part for part in message.walk() if _is_attached(part)]
    except Exception:  # noqa: BLE001 - see `_part`
        yield Trouble(file, "holds attachments that cannot be told apart")
        return
    for number, part in enumerate(parts[:MAX_ATTACHMENTS], 1):
        name = _name(part, number)
        data = part.as_bytes() if part.get_content_type() == "message/rfc822" else _payload(part)
        yield Inner(f"{number}/{name}", data, media_type=part.get_content_type())
    if len(parts) > MAX_ATTACHMENTS:
        yield Trouble(file, f"holds more than {MAX_ATTACHMENTS} attachments; the rest is not read")


def _is_attached(part: EmailMessage) -> bool:
    return not part.is_multipart() and bool(part.get_filename() or part.is_attachment())


def _name(part: EmailMessage, number: int) -> str:
    """Return the bare name of an attachment: never a path."""
    given = clean(str(part.get_filename() or "")).replace("\\", "/").rpartition("/")[2]
    printable = "".join(letter for letter in given if letter.isprintable()).strip(". ")
    return printable[-150:] or f"attachment-{number}"
