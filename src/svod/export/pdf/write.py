"""A record set as a PDF."""

import json
import re
from importlib.resources import as_file, files

import typst

from svod.errors import UnprintableRecordError
from svod.export.pdf.content import content_of
from svod.model import Record
from svod.tongue import ENGLISH, Tongue

_PACKAGE = files("svod.export.pdf")

# Controls, byte order marks, surrogates and non-characters, which PDF/UA forbids.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def make_pdf(record: Record, tongue: Tongue = ENGLISH) -> bytes:
    """Return a record as an accessible PDF (PDF/UA-1) with a footnote for each quote.

    Args:
        record: What to report.
        tongue: Language of the report; what accounts say stays in theirs.

    Raises:
        UnprintableRecordError: If the typesetter fails.
    """
    sources: dict[str, bytes] = {
        "main": _PACKAGE.joinpath("report.typ").read_bytes(),
        "content.json": json.dumps(_settable(content_of(record, tongue)), sort_keys=True).encode(),
    }
    try:
        with as_file(_PACKAGE.joinpath("fonts")) as fonts:
            pdf: bytes = typst.compile(
                sources,  # type: ignore[call-overload]  # a main file with others beside it, which the stubs leave out
                format="pdf",
                font_paths=[str(fonts)],
                ignore_system_fonts=True,
                pdf_standards="ua-1",
            )
    except typst.TypstError as error:
        raise UnprintableRecordError(str(error)) from error
    return pdf


def _settable(value: object) -> object:
    """Return the same data with a replacement character for every code point that no PDF may hold."""
    match value:
        case str():
            return _FORBIDDEN.sub("\ufffd", value)
        case dict():
            return {key: _settable(one) for key, one in value.items()}
        case list():
            return [_settable(one) for one in value]
        case _:
            return value
