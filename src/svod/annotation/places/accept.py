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
    if hit.certain and hit.level:
        return True
    if _is_somebody(hit, winner, words, at, names, lexicon, gazetteer):
        return False
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
    return near and likely and len(hit.name.of(text)) > 2 and not _is_fragment(hit, words, at)


def _is_fragment(hit: Hit, words: Sequence[Word], at: int) -> bool:
    """Tell whether capitalised words stand right before or behind: a piece of a longer name."""
    after = next((word for word in words if word.span.start >= hit.span.end), None)
    return (at > 0 and words[at - 1].capital and not words[at - 1].first) or (after is not None and after.capital)


def _is_somebody(
    hit: Hit, winner: Place, words: Sequence[Word], at: int, names: Sequence[Name], lexicon: PlaceLexicon, gazetteer: Gazetteer
) -> bool:
    if at > 0 and words[at - 1].key in lexicon.persons and winner.kind != "country":
        return True
    for name in names:
        if name.kind == "place" or not name.span.overlaps(hit.name):
            continue
        longer = name.span.contains(hit.name) and name.span != hit.name
        size = gazetteer.population(winner)
        if name.kind == "person" and (longer or size < _FAMOUS):
            return True
        # Bodies are called after their places ("Portland Police"), outlets and firms only by chance.
        if name.rule.startswith("known") or (winner.kind not in {"country", "area"} and size < _BIG):
            return True
    return False
