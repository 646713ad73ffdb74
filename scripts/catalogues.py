"""Bring the catalogues of the interface up to the words of templates, code and data.

python scripts/catalogues.py          rewrites src/svod/tongue/*.po and lists what is not translated

Translations stay; what nothing says any more goes. Write what is listed into
the PO files and run it again.
"""

import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import write_po
from jinja2 import Environment

from svod.model import KINDS
from svod.tongue import TONGUES
from svod.tongue.catalogue import SOURCE, read_catalogue
from svod.tongue.phrases import patterns, plain

SVOD = Path(__file__).parent.parent / "src" / "svod"
FOLDER = SVOD / "tongue"
CODE = (*SVOD.glob("tongue/*.py"), *SVOD.glob("export/**/*.py"), *SVOD.glob("web/*.py"))
TEMPLATES = (*SVOD.glob("export/report/templates/*.jinja"), *SVOD.glob("web/templates/*.jinja"))

HEAD = """# The interface of svod. Own translation. Brought up to the code by scripts/catalogues.py.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural};\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Message = tuple[str, str | tuple[str, str]]
"""Context, which may be empty, and the text, or both texts of a plural."""

_TEXTS = {"_", "gettext", "say", "mark"}
_PLURALS = {"ngettext", "plural"}
_NOUNS = {"counted", "noun"}
_KEYWORDS = dict.fromkeys((*_TEXTS, *_PLURALS, *_NOUNS))


def gather() -> Iterator[Message]:
    """Yield all that the interface says, in the order of files."""
    environment = Environment(
        extensions=["jinja2.ext.i18n"], autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    for file in sorted(TEMPLATES):
        for _, function, texts in environment.extract_translations(file.read_text("utf-8"), (*_KEYWORDS,)):
            yield from _messages(function, texts)
    for file in sorted(CODE):
        with file.open("rb") as stream:
            for _, function, texts, _ in extract_python(stream, _KEYWORDS, [], {}):
                yield from _messages(function, texts)
    yield from (("", (f"%(num)s {kind}", f"%(num)s {kind}s")) for kind in KINDS)
    words = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    yield from ((shelf, word) for shelf, codes in words.items() for word in codes.values() if word)
    yield from (("phrase", plain(pattern)) for pattern in patterns())


def updated(language: str) -> Catalog:
    """Return the catalogue of a language with exactly what the interface says."""
    known = read_catalogue(language)
    fresh = Catalog(locale=language)
    for context, text in dict.fromkeys(gather()):
        old = known.get(text, context=context or None)
        fresh.add(text, old.string if old else None, context=context or None, flags=old.flags if old else ())  # type: ignore[arg-type]
    return fresh


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a PO file: the same messages, the same bytes."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=110, omit_header=True)
    head = HEAD.format(language=catalogue.locale_identifier, plural=catalogue.plural_forms.rstrip(";"))
    return head.encode() + stream.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages without a translation."""
    return [str(message.id) for message in catalogue if message.id and not _is_whole(message.string)]


def _messages(function: str, texts: object) -> Iterator[Message]:
    given = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if isinstance(text, str)]
    if not given:
        return
    if function in _PLURALS:
        yield "", (given[0], given[1])
    elif function in _NOUNS:
        many = given[1] if len(given) > 1 else f"{given[0]}s"
        yield "", (f"%(num)s {given[0]}", f"%(num)s {many}")
    else:
        yield "", given[0]


def _is_whole(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def main() -> None:
    """Rewrite the catalogues."""
    missing = 0
    for language in TONGUES:
        if language != SOURCE:
            catalogue = updated(language)
            (FOLDER / f"{language}.po").write_bytes(written(catalogue))
            lacking = untranslated(catalogue)
            missing += len(lacking)
            print(language, len(catalogue), "messages,", len(lacking), "not translated", *lacking, sep="\n  ")
    sys.exit(bool(missing))


if __name__ == "__main__":
    main()
