"""What the tests of Kazakh share: rows of a table, and texts read as the pipeline reads them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from svod.annotation import annotate
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.gazetteer import load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.lang import load_language
from svod.model import Document, Source

FOLDER = Path(__file__).parent
PUBLISHED = "2023-05-10"  # a Wednesday


def table(name: str) -> Iterator[tuple[str, str]]:
    """Yield the rows `text ⇒ what is right` of a table beside the tests."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, expected = line.partition(" ⇒")
            yield text, expected.strip()


@cache
def read(text: str) -> Reading:
    """Return a text annotated, with its trees."""
    language = load_language("kk")
    source = Source("d", named=False)
    account = Document(
        "d", "d.txt", text, "", "", "text/plain", "utf-8", "kk", "", PUBLISHED, None, "", "", source
    )
    annotation = annotate(account, language, load_gazetteer(), load_actors(), ())
    return Reading(annotation, tuple(map(Tree, annotation.sentences)), language)
