"""svod over one text, as a case of its own."""

from collections.abc import Iterable
from hashlib import sha256

from svod.annotation import annotate
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.gazetteer import country_prior, load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.lang import load_language
from svod.model import Annotation, Document, PlaceMention, Source, Span, TimeMention


def document_of(text: str, language: str, published: str | None = None, name: str = "text") -> Document:
    """Return a text as a plain document.

    Args:
        text: The text; offsets count in it.
        language: BCP 47 tag.
        published: EDTF of publication, or `None`.
        name: Id of the document.
    """
    digest = sha256(text.encode()).hexdigest()
    return Document(
        id=name,
        file=f"{name}.txt",
        text=text,
        sha256=digest,
        text_sha256=digest,
        media_type="text/plain",
        encoding="utf-8",
        language=language,
        title="",
        published=published,
        published_from=None,
        genre="",
        url="",
        source=Source(name, named=False),
    )


def annotation_of(document: Document) -> Annotation:
    """Annotate a document; which countries it is about is told from its own text alone."""
    gazetteer = load_gazetteer()
    prior = country_prior((document.text,), gazetteer)
    return annotate(document, load_language(document.language), gazetteer, load_actors(), prior)


def reading_of(annotation: Annotation) -> Reading:
    """Return an annotation with its trees, as the finders of statements take it."""
    trees = tuple(Tree(sentence) for sentence in annotation.sentences)
    return Reading(annotation, trees, load_language(annotation.document.language))


def toponyms(places: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Return the mentions that name a place, without adjectives."""
    return tuple(place for place in places if not place.adjective)


def longest(times: Iterable[TimeMention], within: Span) -> TimeMention | None:
    """Return the longest time expression inside a stretch, the first of equals, or `None`."""
    inside = [time for time in times if within.contains(time.span)]
    return max(inside, key=lambda time: time.span.end - time.span.start, default=None)
