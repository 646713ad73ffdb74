"""A document read by its language, the gazetteer and the grammars, in this order."""

from svod.annotation.names import find_names
from svod.annotation.numbers import find_numbers, settle_currencies
from svod.annotation.places import find_places
from svod.annotation.times import find_times
from svod.gazetteer import Gazetteer, Prior
from svod.gazetteer.actors import KnownActors
from svod.lang import Language
from svod.model import Annotation, Document


def annotate(
    document: Document, language: Language, gazetteer: Gazetteer, actors: KnownActors, prior: Prior
) -> Annotation:
    """Return the sentences of a document and the mentions in them.

    Args:
        document: The account; all spans are offsets in its text.
        language: Plug-in for its language.
        gazetteer: Places of the world.
        actors: Agencies, outlets and bodies known by name.
        prior: Countries that the whole case speaks of, likeliest first.
    """
    text = document.text
    sentences = language.sentences(text)
    times = find_times(text, sentences, document.published, language.words("times"))
    names = find_names(text, sentences, language, actors)
    places = find_places(text, sentences, gazetteer, prior, language.words("places"), names)
    numbers = find_numbers(text, sentences, times, language.words("numbers"))
    return Annotation(
        document=document,
        sentences=sentences,
        names=names,
        places=places,
        times=times,
        numbers=settle_currencies(numbers, places),
    )
