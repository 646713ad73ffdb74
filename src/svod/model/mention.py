"""Mentions as the record keeps them."""

from svod.model.annotation import Annotation
from svod.model.record import Mention


def mentions_of(annotation: Annotation) -> tuple[Mention, ...]:
    """Return the times, places and names of a document, sorted by offset and kind.

    Adjectives of places are kept as mentions of kind `adjective` in `detail`:
    they are evidence of a place, but no toponym.
    """
    document = annotation.document.id
    times = [
        Mention(document, "time", m.span, m.text, m.value, "duration" if m.duration else "", m.rule)
        for m in annotation.times
    ]
    places = [
        Mention(
            document,
            "place",
            m.span,
            m.text,
            m.place.name,
            "adjective" if m.adjective else m.place.kind,
            m.rule,
            m.place,
        )
        for m in annotation.places
    ]
    names = [Mention(document, "name", m.span, m.text, m.name, m.kind, m.rule) for m in annotation.names]
    return tuple(sorted([*times, *places, *names], key=lambda m: (m.span, m.kind)))
