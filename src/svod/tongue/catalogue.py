"""Translations, read from the PO file of a language as it lies in the package."""

import io
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "en"
"""The language that the words in code and templates are written in."""


def read_catalogue(language: str) -> Catalog:
    """Return the messages of a language as people wrote them."""
    text = files("svod.tongue").joinpath(f"{language}.po").read_bytes()
    return read_po(io.BytesIO(text), locale=language, abort_invalid=True)


def load_translations(language: str) -> NullTranslations:
    """Return the translations of a language; those of English change nothing."""
    if language == SOURCE:
        return NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read_catalogue(language))
    compiled.seek(0)
    return GNUTranslations(compiled)
