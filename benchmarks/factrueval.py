"""Entities of factRuEval-2016: persons, organisations and places in Russian news.

python -m benchmarks.factrueval [--data FOLDER]   (*.txt, *.spans, *.objects)

The set takes the descriptor before a name into the entity, may nest one in another, and calls
countries that act `LocOrg`. Here an entity is the stretch of its name spans (no descriptors, posts
or adjectives); `LocOrg` counts as a place; of those that nest, the longest of a kind stands.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.marks import Marks, count_overlaps, count_pairs, total
from benchmarks.reading import annotation_of, document_of, toponyms
from benchmarks.table import NOT_INSTALLED, Row, path_of, percent, render, say
from svod.model import Span

_KIND = {"Person": "person", "Org": "organisation", "Location": "place", "LocOrg": "place"}
_NAMING = frozenset({"name", "surname", "patronymic", "nickname", "org_name", "loc_name"})
_PEER_KIND = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_KINDS = ("person", "organisation", "place")
_SPAN = re.compile(r"^(\d+) (\w+) (\d+) (\d+) ", re.MULTILINE)
_OBJECT = re.compile(r"^\d+ (\w+) ([\d ]+?) *#", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A named entity: `person`, `organisation` or `place`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold entities."""

    text: str
    entities: tuple[Entity, ...]


Reader = Callable[[str], Sequence[Entity]]


def read_entities(spans: str, objects: str) -> tuple[Entity, ...]:
    """Return the entities of a text in its order.

    Args:
        spans: The lines `id kind start length …`.
        objects: The lines `id kind span-ids # words`.
    """
    named = {
        number: Span(int(start), int(start) + int(length))
        for number, kind, start, length in _SPAN.findall(spans)
        if kind in _NAMING
    }
    found: set[Entity] = set()
    for kind, numbers in _OBJECT.findall(objects):
        parts = [named[number] for number in numbers.split() if number in named]
        if parts and kind in _KIND:
            span = Span(min(part.start for part in parts), max(part.end for part in parts))
            found.add(Entity(span, _KIND[kind]))
    return tuple(sorted(entity for entity in found if not _nested(entity, found)))


def read_with_svod(text: str) -> tuple[Entity, ...]:
    """Return the names and places that svod reads, each stretch of a kind once."""
    annotation = annotation_of(document_of(text, "ru"))
    places = {Entity(place.span, "place") for place in toponyms(annotation.places)}
    names = {Entity(name.span, name.kind) for name in annotation.names if name.kind in _KINDS}
    found = places | {
        name for name in names if name.kind != "place" or not any(name.span.overlaps(p.span) for p in places)
    }
    return tuple(sorted(found))


def load_natasha() -> Reader | None:
    """Return natasha's names, or `None` if it cannot be imported."""
    try:
        from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter  # noqa: PLC0415 - a peer
    except ImportError:
        return None
    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def read(text: str) -> tuple[Entity, ...]:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return tuple(Entity(Span(span.start, span.stop), _PEER_KIND[span.type]) for span in doc.spans)

    return read


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of all texts in a folder."""
    folder = path_of("factrueval", __doc__ or "", arguments, default="factrueval2016/devset")
    articles = [_article(path) for path in sorted(folder.glob("*.txt"))]
    head = ("F1, per cent: exact / any overlap", *_KINDS, "all")
    readers = {"svod": read_with_svod, "natasha": load_natasha()}
    rows = [_row(name, reader, articles) for name, reader in readers.items()]
    size = sum(len(article.entities) for article in articles)
    say(render(f"factRuEval-2016: {len(articles)} texts, {size} names", head, rows))


def _article(path: Path) -> Article:
    text = path.read_bytes().decode("utf-8")
    parts = (path.with_suffix(end).read_text("utf-8") for end in (".spans", ".objects"))
    return Article(text, read_entities(*parts))


def _row(name: str, reader: Reader | None, articles: Sequence[Article]) -> Row:
    if reader is None:
        return (name, NOT_INSTALLED)
    read = [(article.entities, reader(article.text)) for article in articles]
    marks = [_marks(read, kind) for kind in _KINDS]
    exact, partial = total(one for one, _ in marks), total(one for _, one in marks)
    return (name, *(f"{percent(a.f1)} / {percent(b.f1)}" for a, b in [*marks, (exact, partial)]))


def _marks(read: Sequence[tuple[Sequence[Entity], Sequence[Entity]]], kind: str) -> tuple[Marks, Marks]:
    exact, partial = Marks(), Marks()
    for gold, found in read:
        sides = [[entity.span for entity in side if entity.kind == kind] for side in (gold, found)]
        exact += count_pairs(*sides, lambda one, other: one == other)
        partial += count_overlaps(*sides)
    return exact, partial


def _nested(entity: Entity, others: set[Entity]) -> bool:
    return any(
        other != entity and other.kind == entity.kind and other.span.contains(entity.span) for other in others
    )


if __name__ == "__main__":
    main()
