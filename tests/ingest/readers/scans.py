"""Scans made now: text set by typst, each page turned into a picture, the pictures into a PDF without words."""

import io
import shutil
from collections.abc import Sequence

import pypdfium2
import pytest
import typst

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None,
    reason="no tesseract: apt install tesseract-ocr tesseract-ocr-{rus,kaz}",
)


def scanned(pages: Sequence[str], dpi: int = 200, size_pt: int = 11) -> bytes:
    """Return a PDF whose pages are grey pictures of texts; blank lines part paragraphs."""
    source = "\n#pagebreak()\n".join(pages)
    printed = typst.compile(f"#set text(size: {size_pt}pt)\n{source}".encode(), format="pdf")
    scan = pypdfium2.PdfDocument.new()
    for page in pypdfium2.PdfDocument(printed):
        width, height = page.get_size()
        bitmap = page.render(scale=dpi / 72, grayscale=True)
        picture = pypdfium2.PdfImage.new(scan)
        picture.set_bitmap(bitmap)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        sheet = scan.new_page(width, height)
        sheet.insert_obj(picture)
        sheet.gen_content()
    out = io.BytesIO()
    scan.save(out)
    return out.getvalue()
