"""Whether words that a gazetteer knows name a place here."""

from collections.abc import Sequence

from svod.annotation.places.choose import Setting
from svod.annotation.places.hit import Hit
from svod.annotation.places.lexicon import PlaceLexicon
from svod.annotation.places.words import Word
from svod.gazetteer import Gazetteer, fold_name
from svod.model import Name, Place

_BIG = 100_000  # persons; the name of a smaller town needs something beside it
_FAMOUS = 1_000_000  # persons; a name that everybody knows stands against the model's word


def is_place(
    hit: Hit, winner: Place, words: Sequence[Word], names: Sequence[Name], setting: Setting, lexicon: PlaceLexicon, gazetteer: Gazetteer, text: str
) -> bool:
    """Tell whether a hit is taken for a place.

    Names of persons and bodies that cover it speak against it, stop words too;
    small places need a head word, the language's model, a preposition, or a
    country that the case or the document is about.
    """
    if hit.adjective:
        return True
    at = next(n for n, word in enumerate(words) if word.span.start >= hit.name.start or n == len(words) - 1)
    if _is_somebody(hit, winner, words, at, names, lexicon, gazetteer):
        return False
    if hit.certain and hit.level:
        return True
    stop = fold_name(hit.name.of(text)) in lexicon.stop or words[at].lemma in lexicon.stop and hit.name == words[at].span
    if stop:
        return hit.certain and winner.kind == "country"
    if winner.kind in {"country", "area"}:
        return True
    size = gazetteer.population(winner)
    likely = at > 0 and words[at - 1].key in lexicon.likely
    near = winner.country in setting.prior or setting.countries.get(winner.country, 0) > 1
    if size >= _BIG:
        return hit.certain or likely or near or size >= _FAMOUS or not words[at].first
    if hit.certain:
        return True
    return near and likely and len(hit.name.of(text)) > 3


def _is_somebody(
    hit: Hit, winner: Place, words: Sequence[Word], at: int, names: Sequence[Name], lexicon: PlaceLexicon, gazetteer: Gazetteer
) -> bool:
    if at > 0 and words[at - 1].key in lexicon.persons and winner.kind != "country":
        return True
    for name in names:
        if name.kind == "place" or not name.span.overlaps(hit.name):
            continue
        longer = name.span.contains(hit.name) and name.span != hit.name
        famous = winner.kind in {"country", "area"} or gazetteer.population(winner) >= _FAMOUS
        if longer or not famous:
            return True
    return False
