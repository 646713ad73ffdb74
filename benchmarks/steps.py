"""The steps of reading one document, each timed by itself."""

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import TypeVar

from benchmarks.reading import reading_of
from svod.annotation.names import find_names
from svod.annotation.numbers import find_numbers
from svod.annotation.places import find_places
from svod.annotation.times import find_times
from svod.extraction import extract_statements
from svod.extraction.claims import find_accusations, find_commitments, find_demands
from svod.extraction.events import find_events
from svod.extraction.figures import find_figures
from svod.extraction.voices import find_voices
from svod.gazetteer import country_prior, load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.lang import load_language
from svod.model import Annotation, Document

T = TypeVar("T")

STEPS = (
    "sentences and words",
    "times",
    "names",
    "places",
    "numbers",
    "voices",
    "events",
    "figures",
    "demands, promises, blame",
    "who, when, where",
)
"""Steps in their order; the first runs the parsers, the last is what is left of extraction."""


def timed_steps(document: Document) -> dict[str, float]:
    """Return the seconds that each step takes on a document.

    The last is the whole of extraction less the finders before it, so that
    the sum is that of `annotate` and `extract_statements`.
    """
    clock = _Clock()
    annotation = _annotated(document, clock)
    reading = reading_of(annotation)
    scopes = clock.time("voices", lambda: find_voices(reading))
    clock.time("events", lambda: _drained(find_events(reading)))
    clock.time("figures", lambda: _drained(find_figures(reading)))
    for finder in (find_demands, find_commitments, find_accusations):
        clock.time("demands, promises, blame", lambda finder=finder: _drained(finder(reading, scopes)))
    before = sum(clock.spent[step] for step in STEPS[5:9])
    clock.time(STEPS[-1], lambda: extract_statements(annotation, reading.language))
    clock.spent[STEPS[-1]] = max(0.0, clock.spent[STEPS[-1]] - before)
    return clock.spent


class _Clock:
    """Adds up seconds by step."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(STEPS, 0.0)

    def time(self, step: str, work: Callable[[], T]) -> T:
        start = perf_counter()
        done = work()
        self.spent[step] += perf_counter() - start
        return done


def _annotated(document: Document, clock: _Clock) -> Annotation:
    language, gazetteer, text = load_language(document.language), load_gazetteer(), document.text
    words, prior = language.words, country_prior((text,), gazetteer)
    sentences = clock.time("sentences and words", lambda: language.sentences(text))
    times = clock.time("times", lambda: find_times(text, sentences, document.published, words("times")))
    names = clock.time("names", lambda: find_names(text, sentences, language, load_actors()))
    places = clock.time(
        "places", lambda: find_places(text, sentences, gazetteer, prior, words("places"), names)
    )
    numbers = clock.time("numbers", lambda: find_numbers(text, sentences, times, words("numbers")))
    return Annotation(document, sentences, names, places, times, numbers)


def _drained(found: Iterable[object]) -> int:
    return sum(1 for _ in found)
