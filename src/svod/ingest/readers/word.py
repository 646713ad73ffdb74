"""Word documents (DOCX): paragraphs and rows of tables, in their order."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from svod.errors import UnreadableDocumentError
from svod.ingest.readers.archive import open_zip
from svod.ingest.readers.limits import MAX_BYTES
from svod.ingest.readers.protocol import BY_NAME, UNCLAIMED, About, Content, Received
from svod.ingest.readers.texts import Block, clean, joined


class Docx:
    """Word documents. Heads, feet, comments and footnotes are not read."""

    suffixes = (".docx",)
    media_types = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
    max_bytes = MAX_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what begins like a ZIP archive."""
        return BY_NAME if head.startswith(b"PK") else UNCLAIMED

    def read(self, received: Received) -> Iterator[Content]:
        """Yield the document.

        Raises:
            UnreadableDocumentError: If it is damaged, or no Word document.
        """
        data = received.data()
        open_zip(BytesIO(data), received.file)  # refuses bombs before anything is unpacked
        try:
            document = docx.Document(BytesIO(data))
            blocks, about = list(_blocks(document)), _about(document)
        except Exception as error:
            raise UnreadableDocumentError(received.file, "is no whole Word document") from error
        text, parts = joined(blocks)
        yield Content(text, "utf-8", about, parts=parts)


def _blocks(document: Any) -> Iterator[Block]:
    paragraphs = tables = 0
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            paragraphs += 1
            if words := clean(item.text).strip():
                yield words, (("paragraph", str(paragraphs)),)
        elif isinstance(item, Table):
            tables += 1
            for number, row in enumerate(item.rows, 1):
                if words := _row(row):
                    yield words, (("table", str(tables)), ("row", f"{number} of table {tables}"))


def _row(row: Any) -> str:
    """Return the cells of a row, each once where it spans several columns."""
    cells = dict.fromkeys(cell._tc for cell in row.cells)  # noqa: SLF001  a merged cell is one element
    texts = (" ".join(clean("".join(tc.itertext())).split()) for tc in cells)
    return " | ".join(text for text in texts if text)


def _about(document: Any) -> About:
    core = document.core_properties
    made = core.created
    return About(
        "properties",
        title=" ".join(clean(core.title or "").split()),
        author=" ".join(clean(core.author or "").split()).removeprefix("python-docx"),
        captured=made.isoformat(timespec="seconds") if made else "",
    )
