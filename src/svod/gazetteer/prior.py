"""Which countries a case is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from svod.gazetteer.fold import fold_name
from svod.gazetteer.gazetteer import Gazetteer
from svod.model import Place

Prior = tuple[str, ...]
"""Countries of a case, ISO 3166-1 alpha-2, likeliest first."""

_CAPITALISED = r"[^\W\d_a-zа-яёәғқңөұүһі][\w'’.-]*"
_NAME = re.compile(rf"(?<!\w){_CAPITALISED}(?: {_CAPITALISED})?")
_ENDINGS = ("а", "я", "ь", "ы", "и", "о", "")  # nominative endings of Russian and no ending
_KNOWN = 100_000  # persons; smaller towns share their names with people and things
_AHEAD = 10  # a name is unambiguous if its first bearer is ten times as big as any in another country
_RIVAL = 5_000_000  # persons; a region of that size shares its name with a country in earnest ("Georgia")
_HEARD = 20  # mentions of one document that count: a long document must not outvote the rest
_SHARE_BITS = 3  # countries heard at least an eighth as often as the first are kept


def country_prior(texts: Iterable[str], gazetteer: Gazetteer) -> Prior:
    """Return the countries of a case, those that its documents name most first.

    Only names that can hardly mean another country count, at most 20 a document.
    Counts are compared by their binary order of magnitude, so that one more
    document rarely changes the result; the order of texts never does.

    Args:
        texts: The texts of all documents of the case.
        gazetteer: Where names are looked up.

    Returns:
        ISO 3166-1 alpha-2 codes, at most five; within one order of magnitude by code.
    """
    total: Counter[str] = Counter()
    for text in texts:
        heard = Counter(country for name in _names(text) for country in _countries(name, gazetteer))
        total.update({country: min(count, _HEARD) for country, count in heard.items()})
    if not total:
        return ()
    size = {country: count.bit_length() for country, count in total.items()}
    least = max(size.values()) - _SHARE_BITS
    ranked = sorted((country for country in size if size[country] >= least), key=lambda c: (-size[c], c))
    return tuple(ranked[:5])


def _names(text: str) -> Iterator[str]:
    for match in _NAME.finditer(text):
        words = match[0].split(" ")
        yield match[0]
        if len(words) > 1:
            yield from words


def _countries(name: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the country that a name stands for if it can hardly be another, as it stands or uninflected."""
    key = fold_name(name.rstrip("."))
    if len(key) < 2 or (len(key) < 3 and not name.isupper()):
        return
    for form in _forms(key):
        found = gazetteer.find(form)
        if found:
            if _is_clear(found, gazetteer):
                yield found[0].country
            return


def _forms(key: str) -> Iterator[str]:
    yield key
    if re.fullmatch("[а-я ]{5,}", key):
        stem = re.sub("(ом|ем|ой|ей|ую|ю|у|е|и|ы|а|я)$", "", key)
        yield from (stem + ending for ending in _ENDINGS)


def _is_clear(found: tuple[Place, ...], gazetteer: Gazetteer) -> bool:
    first = found[0]
    if not first.country:
        return False
    rivals = [gazetteer.population(place) for place in found[1:] if place.country != first.country]
    if first.kind == "country":
        return max(rivals, default=0) < _RIVAL
    size = gazetteer.population(first)
    return first.kind in {"city", "region"} and size >= max(_KNOWN, _AHEAD * max(rivals, default=0))
