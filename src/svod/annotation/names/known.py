"""Mentions of known actors and of state bodies."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from svod.annotation.names.lexicon import NameLexicon
from svod.annotation.names.words import Word, keys_of
from svod.gazetteer.actors import Actor, Alias, Body, Country, KnownActors
from svod.lang.protocol import Language

_QUOTES = frozenset("«»„“”\"‘’'")


@dataclass(frozen=True, slots=True)
class Entry:
    """An alias ready to be compared with words.

    Attributes:
        keys: Keys of its words.
        alias: The alias.
        target: What it names.
    """

    keys: tuple[str, ...]
    alias: Alias
    target: Actor | Body | Country


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a row of words, `[start, end)`."""

    start: int
    end: int
    entry: Entry


Index = Mapping[str, tuple[Entry, ...]]


@lru_cache(maxsize=32)
def load_index(language: Language, lexicon: NameLexicon, actors: KnownActors) -> Index:
    """Return the aliases that count in a language, by the key of their first word, longest first.

    English aliases count in every language.
    """
    by_first: dict[str, list[Entry]] = defaultdict(list)
    targets: tuple[Actor | Body | Country, ...] = (*actors.actors, *actors.bodies, *actors.countries)
    for target in targets:
        for alias in target.aliases:
            if alias.language in {"en", language.tag}:
                for keys in _written(keys_of(alias.text, language, lexicon), lexicon):
                    by_first[keys[0]].append(Entry(keys, alias, target))
    return {first: tuple(sorted(rows, key=lambda row: -len(row.keys))) for first, rows in by_first.items()}


def _written(keys: tuple[str, ...], lexicon: NameLexicon) -> Iterator[tuple[str, ...]]:
    """Yield the keys of an alias, and those of a possessed one in a case of its own."""
    if keys:
        yield keys
    if keys and keys[-1].endswith(lexicon.possessed):
        yield (*keys[:-1], keys[-1][:-1])


def find_known(text: str, words: Sequence[Word], index: Index) -> Iterator[Hit]:
    """Yield the longest entry at every word, in text order, never overlapping.

    Args:
        text: The document's text, for quotation marks around a name.
        words: Words of one sentence.
        index: As `load_index` gives it.
    """
    at = 0
    while at < len(words):
        hit = find_known_at(text, words, at, index)
        if hit:
            yield hit
        at = hit.end if hit else at + 1


def find_known_at(text: str, words: Sequence[Word], at: int, index: Index) -> Hit | None:
    """Return the longest entry that begins at a word, or `None`."""
    for entry in index.get(words[at].key, ()):
        run = words[at : at + len(entry.keys)]
        if tuple(word.key for word in run) == entry.keys and _counts(text, run, entry):
            return Hit(at, at + len(run), entry)
    return None


def _counts(text: str, run: Sequence[Word], entry: Entry) -> bool:
    alias = entry.alias
    first = alias.text[:1]
    if alias.is_abbreviation:
        short = "".join(c for c in alias.text if c.isalnum())
        written = "".join(word.text for word in run)
        return written == short or (written.startswith(short) and written[len(short) :].islower())
    if isinstance(entry.target, Body) or not first.isupper():
        return alias.text[1:2].islower() or run[0].text.isupper() or not alias.text[:2].isupper()
    if alias.quoted and not _is_quoted(text, run):
        return False
    return run[0].text[:1].isupper()


def _is_quoted(text: str, run: Sequence[Word]) -> bool:
    before, after = run[0].span.start - 1, run[-1].span.end
    return before >= 0 and text[before] in _QUOTES and text[after : after + 1] in tuple(_QUOTES)
