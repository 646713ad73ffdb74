"""Finding events without words: each sentence is compared with sentences that stand for the types."""

from collections.abc import Iterator

from svod.extraction.coarse.prototypes import type_of
from svod.extraction.reading import Finding, Reading
from svod.model import EventClaim

MIN_LETTERS = 8
"""Shorter sentences ("Read more") are too little to compare."""


def find_coarse_events(reading: Reading) -> Iterator[Finding]:
    """Yield at most one event a sentence, its quote the whole sentence, without parties.

    Only of documents whose language is read coarsely; of others nothing is
    yielded and no model is loaded. The rule says `coarse` and how like the
    sentence is to the nearest one that stands for the type.
    """
    if reading.language.level != "coarse":
        return
    for index, sentence in enumerate(reading.annotation.sentences):
        words = sentence.span.of(reading.annotation.document.text)
        if sentence.parsed or not sentence.tokens or sum(map(str.isalpha, words)) < MIN_LETTERS:
            continue
        found = type_of(words)
        if found is not None:
            kind, likeness = found
            rule = f"coarse {kind}: a sentence like those of its type, {likeness:.2f}"
            yield Finding(EventClaim(kind, None, None), index, 0, sentence.span, rule, sentence.span)
