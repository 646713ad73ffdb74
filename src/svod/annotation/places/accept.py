"""Whether words that a gazetteer knows name a place here."""

from collections.abc import Sequence
from dataclasses import dataclass

from svod.annotation.places.choose import Setting, is_main_name
from svod.annotation.places.hit import Hit
from svod.annotation.places.lexicon import PlaceLexicon
from svod.annotation.places.words import Word
from svod.gazetteer import Gazetteer
from svod.model import Name, Place

_BIG = 100_000  # persons; the name of a smaller town needs something beside it
_TOWN = 20_000  # persons; a preposition of place is enough for these
_FAMOUS = 1_000_000  # persons; a name that everybody knows stands against the model's word
_MEDIA = ("known outlet", "known agency", "known platform")
_QUOTES = frozenset('«"“„')
_SHORTEST = 3  # letters of a small town's name; shorter ones are abbreviations as a rule


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentence around a hit, and what it is judged by."""

    words: Sequence[Word]
    names: Sequence[Name]
    setting: Setting
    lexicon: PlaceLexicon
    gazetteer: Gazetteer


def is_place(hit: Hit, winner: Place, scene: Scene) -> bool:
    """Tell whether a hit is taken for a place.

    Names of persons and media that cover it speak against it, stop words too;
    small places need a head word, the language's model, a preposition and a
    country that the case or the document is about, or another mention.
    """
    if hit.adjective:
        return True
    at = _position(hit, scene.words)
    if _is_stopped(hit, at, scene):
        return hit.certain and winner.kind == "country"
    if hit.certain and hit.level:
        return True
    if _is_somebody(hit, winner, at, scene):
        return False
    return winner.kind in {"country", "area"} or _is_known(hit, winner, at, scene)


def _position(hit: Hit, words: Sequence[Word]) -> int:
    return next((n for n, word in enumerate(words) if word.span.start >= hit.name.start), len(words) - 1)


def _is_stopped(hit: Hit, at: int, scene: Scene) -> bool:
    word, lexicon = scene.words[at], scene.lexicon
    if hit.level in {"facility", "natural", "part"} or not hit.places:
        return False
    if hit.written in lexicon.stop or (word.key in lexicon.directions and hit.name == word.span):
        return True
    if lexicon.letters and hit.written.isascii() and not hit.certain:
        return True  # Latin letters in a Cyrillic text: firms, people and teams more than places
    if hit.level and hit.written.split(" ")[0] in lexicon.stop and len(hit.written.split(" ")) == 2:
        return not (lexicon.suffixes and any(place.kind == hit.level for place, _ in hit.places))
    bare = lexicon.nouns and word.pos == "ADJ" and not hit.level and not hit.certain
    return hit.name == word.span and (word.lemma in lexicon.stop or bool(bare))


def _is_known(hit: Hit, winner: Place, at: int, scene: Scene) -> bool:
    """Tell whether a name of a town or region is well enough known, or well enough placed."""
    near = scene.setting.is_near(winner)
    likely = _follows(at, scene.words, scene.lexicon.likely) or _is_locative(hit, scene.lexicon)
    if hit.certain or (hit.written in scene.setting.sure and near):
        return True
    if winner.kind == "region" and not (near or likely):
        return False  # regions of all the world are called by common words and first names: Ten, Rivers, Bono
    if _size(winner, scene.gazetteer) >= _BIG:
        famous = scene.gazetteer.population(winner) >= _FAMOUS
        return likely or near or famous or not scene.words[at].first
    placed = _follows(at, scene.words, scene.lexicon.locative) and scene.gazetteer.population(winner) >= _TOWN
    if placed and is_main_name(winner, hit.written) and not _is_fragment(hit, scene.words, at):
        return True
    return near and likely and len(hit.written) >= _SHORTEST and not _is_fragment(hit, scene.words, at)


def _size(place: Place, gazetteer: Gazetteer) -> int:
    return max(gazetteer.population(place), _BIG if place.kind == "region" else 0)


def _follows(at: int, words: Sequence[Word], list_: frozenset[str]) -> bool:
    return at > 0 and words[at - 1].key in list_


def _is_locative(hit: Hit, lexicon: PlaceLexicon) -> bool:
    """Tell whether an ending of case was taken off the name, where case is written so."""
    return bool(lexicon.suffixes) and bool(hit.places) and hit.places[0][1] == 2


def _is_fragment(hit: Hit, words: Sequence[Word], at: int) -> bool:
    """Tell whether capitalised words stand right before or behind: a piece of a longer name."""
    after = _behind(hit, words)
    return (at > 0 and words[at - 1].capital and not words[at - 1].first) or (
        after is not None and after.capital
    )


def _behind(hit: Hit, words: Sequence[Word]) -> Word | None:
    return next((word for word in words if word.span.start >= hit.span.end), None)


def _is_somebody(hit: Hit, winner: Place, at: int, scene: Scene) -> bool:
    size = _size(winner, scene.gazetteer)
    if size < _BIG and _follows(at, scene.words, scene.lexicon.persons):
        return True
    after = _behind(hit, scene.words)
    if after is not None and _is_surname(after, scene.lexicon) and not _is_locative(hit, scene.lexicon):
        return True
    if _is_locative(hit, scene.lexicon):
        return False
    placed = _follows(at, scene.words, scene.lexicon.locative)
    sure = hit.written in scene.setting.sure and scene.setting.is_near(winner)
    if sure and size < _BIG and (at == 0 or scene.words[at - 1].text not in _QUOTES):
        placed = True  # in quotation marks it is a team or a firm
    return any(_vetoes(name, hit, winner, size, placed=placed) for name in scene.names)


def _is_surname(word: Word, lexicon: PlaceLexicon) -> bool:
    """Tell whether a word ends like a surname, in a language whose model finds no names."""
    return (
        bool(lexicon.suffixes) and word.capital and len(word.key) > 4 and word.key.endswith(lexicon.surnames)
    )


def _vetoes(name: Name, hit: Hit, winner: Place, size: int, *, placed: bool) -> bool:
    if name.kind == "place" or not name.span.overlaps(hit.name):
        return False
    exact = name.span == hit.name
    if exact and placed:
        return False
    if name.kind == "person":
        # A surname stands somewhere with a first name or a title; a town does not.
        alone = exact and name.name == name.text and not name.title and is_main_name(winner, hit.written)
        return not exact or size < (_BIG if alone else _FAMOUS)
    # Bodies are called after their places ("Portland Police"), media and firms only by chance.
    if name.rule.startswith(_MEDIA):
        return True
    return winner.kind not in {"country", "area", "facility"} and size < _BIG
