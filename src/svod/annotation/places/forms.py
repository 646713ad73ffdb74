"""From the words of a text to the keys under which the gazetteer may know them."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from svod.annotation.places.lexicon import PlaceLexicon, Rules
from svod.annotation.places.words import Word, span_of
from svod.gazetteer import fold_name

_MOST = 96  # forms of one run; four inflected words have more, and their right one comes early
_SHORTEST_STEM = 2  # letters; shorter stems lead from any word to some village


def name_forms(words: Sequence[Word], text: str, lexicon: PlaceLexicon) -> Iterator[tuple[str, int]]:
    """Yield the keys of a run of words with what each costs, likeliest first, without repeats.

    0 is the run as written, 1 its dictionary forms, 2 a nominative made by the
    rules of endings. Source of the rules: the language's `places.toml`.
    """
    seen: set[str] = set()
    for key, cost in _forms(words, text, lexicon):
        if key not in seen:
            seen.add(key)
            yield key, cost


def adjective_forms(word: Word, lexicon: PlaceLexicon) -> Iterator[str]:
    """Yield the names of towns that an adjective may come from ("берлинский" → "берлин")."""
    for ending, others in lexicon.derived:
        if word.lemma.endswith(ending) and len(word.lemma) > len(ending) + _SHORTEST_STEM:
            stem = word.lemma.removesuffix(ending)
            yield from (stem + other for other in others)


def _forms(words: Sequence[Word], text: str, lexicon: PlaceLexicon) -> Iterator[tuple[str, int]]:
    written = fold_name(span_of(words).of(text))
    yield written, 0
    if lexicon.suffixes:
        yield from ((form, 2) for form in _stripped(written, lexicon.suffixes))
    if not lexicon.nouns or written.isascii():
        return
    if len(words) == 1:
        yield words[0].lemma, 1
    choices = [_word_forms(word, lexicon) for word in words]
    yield from ((" ".join(chosen), 2) for chosen in islice(product(*choices), _MOST))


def _word_forms(word: Word, lexicon: PlaceLexicon) -> list[str]:
    """Return the word as written, its lemma, then its nominatives by rule."""
    found = [word.lemma, word.key, *_turned(word.key, lexicon.adjectives), *_turned(word.key, lexicon.nouns)]
    return list(dict.fromkeys(found))


def _turned(key: str, rules: Rules) -> Iterator[str]:
    for ending, others in rules:
        if key.endswith(ending) and len(key) >= len(ending) + _SHORTEST_STEM:
            stem = key[: len(key) - len(ending)]
            yield from (stem + other for other in others)


def _stripped(key: str, suffixes: Sequence[str]) -> Iterator[str]:
    for suffix in suffixes:
        if key.endswith(suffix) and len(key) > len(suffix) + _SHORTEST_STEM:
            stem = key.removesuffix(suffix)
            yield stem
            yield from _stripped_once(stem, suffixes)


def _stripped_once(key: str, suffixes: Sequence[str]) -> Iterator[str]:
    yield from (
        key.removesuffix(suffix)
        for suffix in suffixes
        if key.endswith(suffix) and len(key) > len(suffix) + _SHORTEST_STEM
    )
