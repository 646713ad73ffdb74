"""Looking up runs of words, and what the language says of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from svod.annotation.places.forms import name_forms
from svod.annotation.places.lexicon import PlaceLexicon
from svod.annotation.places.words import Word, span_of
from svod.gazetteer import Gazetteer
from svod.model import Name, Place, Span

LONGEST = 5  # words; longer names of the table are official styles that texts do not use
_SHORT = 3  # letters; names up to this length are abbreviations and must stand in capitals
_LINKS = frozenset(
    {
        "of",
        "the",
        "and",
        "de",
        "la",
        "del",
        "al",
        "el",
        "и",
        "на",
        "эль",
        "аль",
        "-",
        "s",
        "do",
        "da",
        "di",
        "du",
        "es",
        "sur",
        "am",
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence being searched, and what is needed for it."""

    text: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    lexicon: PlaceLexicon
    gazetteer: Gazetteer


def lookup(run: Sequence[Word], row: Row) -> tuple[tuple[Place, int], ...]:
    """Return the places of a run of words with the cost of the form that led to each."""
    found: dict[str, tuple[Place, int]] = {}
    for key, cost in name_forms(run, row.text, row.lexicon):
        if found and row.lexicon.suffixes:
            break  # what is known with fewer endings taken off is meant: "Берлинде" is no "Берли"
        if key in row.lexicon.known_as:
            for place in row.gazetteer.find(row.lexicon.known_as[key]):
                found.setdefault(place.id, (place, cost))
            continue
        if len(key) <= _SHORT and not (key.isascii() or span_of(run).of(row.text).isupper()) and cost:
            continue
        if len(key) < 2:
            continue
        if len(key) <= 2 and not span_of(run).of(row.text).replace(".", "").isupper():
            continue
        for place in row.gazetteer.find(key):
            found.setdefault(place.id, (place, cost))
    return tuple(found.values())


def may_name(run: Sequence[Word], lexicon: PlaceLexicon) -> bool:
    """Tell whether a run of words is written like a name, with or without a head word."""
    first, last = run[0], run[-1]
    if not first.capital:
        return False
    headed = len(run) > 1 and _is_head(last, lexicon)
    if not all(
        word.capital or word.key in _LINKS or not word.key or (headed and word.pos == "ADJ")
        for word in run[1:-1]
    ):
        return False
    # "Красная площадь", "Западный берег реки Иордан": an adjective lends the noun its capital.
    lent = len(run) > 1 and bool(lexicon.nouns) and first.pos == "ADJ"
    return last.capital or headed or lent


def level_of(word: Word, lexicon: PlaceLexicon) -> str:
    """Return the level that a word stands for as a head word, or an empty string."""
    for key in (word.lemma, word.key):
        if key in lexicon.heads:
            return lexicon.heads[key]
        for suffix in lexicon.suffixes:
            stem = key.removesuffix(suffix)
            if stem != key and stem in lexicon.heads:
                return lexicon.heads[stem]
    return ""


def model_words(row: Row, at: int) -> int:
    """Return how many words the place has that the language's model sees here, or 0."""
    name = next(
        (n for n in row.names if n.kind == "place" and n.span.start == row.words[at].span.start), None
    )
    return sum(name.span.contains(word.span) for word in row.words[at : at + LONGEST]) if name else 0


def is_said_by_model(row: Row, span: Span) -> bool:
    """Tell whether the model of the language sees a place here."""
    return any(name.kind == "place" and name.span.overlaps(span) for name in row.names)


def _is_head(word: Word, lexicon: PlaceLexicon) -> bool:
    return level_of(word, lexicon) != ""
