"""A language's words of place, read from `places.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from svod.errors import MalformedLexiconError
from svod.gazetteer import fold_name

Rules = tuple[tuple[str, tuple[str, ...]], ...]
_LEVELS = ("region", "district", "city", "area")


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Words of place, folded.

    Attributes:
        heads: Head word → level it stands for (`region`, `district`, `city`, `area`).
        leading: Head words that may stand before the name.
        links: Words between a leading head and the name ("of").
        facilities: Word for a thing that stands in a place → its English name.
        common: Facilities that a lower-case word makes after the name of a town.
        leading_facilities: Facilities whose name follows them.
        own_names: Common facilities that may have a name that is no town's ("Evin prison").
        describing: Words between such a name and the facility ("Dadaab *refugee* camp").
        institutions: Facilities that stand for a body rather than a spot.
        international: Facilities that a big city has one international of.
        directions: Word → how the name of a part begins in English.
        head_names: Head word → its English name, for places that the gazetteer lacks.
        likely: Words before a place.
        locative: Those that only a place follows ("in", "near").
        holding: Words between a thing and the place that it stands in ("on").
        surnames: Endings of surnames: a capitalised word with one after a name makes it a person's.
        persons: Words before a person.
        stop: Names that are common words.
        known_as: Name that the gazetteer lacks in this language → one that it has.
        nouns: Endings of inflected nouns → endings of the nominative.
        adjectives: The same for adjectives.
        derived: Endings of adjectives → endings of the name they come from.
        suffixes: Endings of an agglutinating language that are taken off.
        letters: Letter → Latin letters.
        latin_endings: Ending → Latin ending.
    """

    heads: Mapping[str, str]
    leading: frozenset[str]
    links: frozenset[str]
    facilities: Mapping[str, str]
    common: frozenset[str]
    leading_facilities: frozenset[str]
    own_names: frozenset[str]
    describing: frozenset[str]
    institutions: frozenset[str]
    international: frozenset[str]
    directions: Mapping[str, str]
    head_names: Mapping[str, str]
    likely: frozenset[str]
    locative: frozenset[str]
    holding: frozenset[str]
    surnames: tuple[str, ...]
    persons: frozenset[str]
    stop: frozenset[str]
    nouns: Rules = ()
    adjectives: Rules = ()
    derived: Rules = ()
    suffixes: tuple[str, ...] = ()
    known_as: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    latin_endings: tuple[tuple[str, str], ...] = ()


def read_lexicon(words: Mapping[str, Any]) -> PlaceLexicon:
    """Return the lexicon of `places.toml`; a language without one gets an empty lexicon.

    Raises:
        MalformedLexiconError: If a table of the file is not of the shape told there.
    """
    try:
        return _read(words)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise MalformedLexiconError("places.toml", f"is not of the expected shape: {error!r}") from error


def _read(words: Mapping[str, Any]) -> PlaceLexicon:
    heads = {fold_name(word): level for level in _LEVELS for word in words.get("heads", {}).get(level, ())}
    order, facility = words.get("head_order", {}), words.get("facility", {})
    context, endings, latin = words.get("context", {}), words.get("endings", {}), words.get("latin", {})
    return PlaceLexicon(
        heads=heads,
        leading=_folded(order.get("before", ())),
        links=_folded(order.get("link", ())),
        facilities={fold_name(word): name for word, name in words.get("facilities", {}).items()},
        common=_folded(facility.get("common", ())),
        leading_facilities=_folded(facility.get("before", ())),
        own_names=_folded(facility.get("own_names", ())),
        describing=_folded(facility.get("describing", ())),
        institutions=_folded(facility.get("institutions", ())),
        international=_folded(facility.get("international", ())),
        directions={fold_name(word): name for word, name in words.get("directions", {}).items()},
        head_names={fold_name(word): name for word, name in words.get("head_names", {}).items()},
        likely=_folded(context.get("before", ())),
        locative=_folded(context.get("locative", ())),
        holding=_folded(context.get("holding", ())),
        surnames=tuple(context.get("surnames", ())),
        persons=_folded(context.get("persons", ())),
        stop=_folded(words.get("stop", {}).get("words", ())),
        nouns=_rules(endings.get("noun", ())),
        adjectives=_rules(endings.get("adjective", ())),
        derived=_rules(endings.get("derived", ())),
        known_as={fold_name(name): fold_name(known) for name, known in words.get("known_as", {}).items()},
        suffixes=tuple(endings.get("suffixes", ())),
        letters=dict(latin.get("letters", {})),
        latin_endings=tuple((old, new) for old, new in latin.get("endings", ())),
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold_name, words))


def _rules(rows: list[Any]) -> Rules:
    return tuple((ending, tuple(endings)) for ending, endings in rows)
