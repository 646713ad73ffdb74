"""Finding words that may name places, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from svod.annotation.places.facility import Line, find_facility
from svod.annotation.places.facility_hit import facility_hit
from svod.annotation.places.forms import adjective_forms
from svod.annotation.places.hit import Hit
from svod.annotation.places.latin import latin_name
from svod.annotation.places.look import (
    LONGEST,
    Row,
    is_said_by_model,
    level_of,
    lookup,
    may_name,
    model_words,
)
from svod.annotation.places.words import Word, span_of
from svod.gazetteer import fold_name
from svod.model import Place, Span

_BIG = 300_000  # persons; adjectives are made of the names of towns that everybody knows
_GLOSS = re.compile(r"\s*\((?:англ\.\s*)?([A-Z][A-Za-z'’ -]+)[,;)]")  # "Пасадина (Pasadena)"
_PARTS = frozenset({"country", "region", "area"})


def scan(row: Row) -> Iterator[Hit]:
    """Yield hits in text order, never overlapping, the longest at each word."""
    at = 0
    while at < len(row.words):
        found = _hit_at(row, at)
        if found is None:
            at += 1
            continue
        hit, after = found
        yield hit
        at = after


def _hit_at(row: Row, at: int) -> tuple[Hit, int] | None:
    facility = find_facility(Line(row.text, row.words, row.lexicon), at)
    if facility is not None and ((found := facility_hit(row, facility)) or not facility.described):
        return found
    led = _led(row, at)
    if led is not None:
        return led
    word = row.words[at]
    if word.capital:
        directed = _directed(row, at)
        return directed or _named(row, at)
    directed = _directed(row, at)
    if directed is not None:
        return directed
    return _described(row, at)


def _named(row: Row, at: int) -> tuple[Hit, int] | None:
    longest = model_words(row, at)
    for length in range(min(LONGEST, len(row.words) - at), 0, -1):
        if length < longest and length == 1 and all(word.capital for word in row.words[at : at + longest]):
            break  # a piece of a longer name
        run = row.words[at : at + length]
        if not may_name(run, row.lexicon):
            continue
        places = lookup(run, row)
        if (
            length == 1
            and row.gazetteer.find_adjective(run[0].key)
            and not any(p.kind in {"country", "area"} for p, _ in places)
        ):
            break  # "German" is a town in Iran, and hardly ever meant
        if places:
            return _water(row, at, places) or _with_head(row, at, length, places)
    return _water(row, at, ()) or _headed(row, at) or _by_model(row, at) or _described(row, at)


def _headed(row: Row, at: int) -> tuple[Hit, int] | None:
    """Take a name with a head word behind it for a place that the gazetteer lacks: "Головинский район"."""
    if at + 1 >= len(row.words) or not row.lexicon.head_names or row.words[at].key in row.lexicon.stop:
        return None
    word, head = row.words[at], row.words[at + 1]
    level = level_of(head, row.lexicon)
    heads = [head.lemma, *(head.key.removesuffix(suffix) for suffix in row.lexicon.suffixes)]
    english = next((row.lexicon.head_names[key] for key in heads if key in row.lexicon.head_names), "")
    if not level or not english or head.capital or (row.lexicon.nouns and word.pos != "ADJ"):
        return None
    proper = f"{latin_name(word.base.capitalize(), row.lexicon)} {english}"
    span = span_of(row.words[at : at + 2])
    return Hit(
        span, span, level, (), proper=proper, certain=True, why=f"name with head word {head.text!r}"
    ), at + 2


def _water(row: Row, at: int, known: tuple[tuple[Place, int], ...]) -> tuple[Hit, int] | None:
    """Take a lake, strait or gorge called by an adjective for a place of its own: "Рыбинское водохранилище".

    English calls it after the town, "Rybinsk Reservoir". `known` is what the adjective alone may name.
    """
    if at + 1 >= len(row.words) or not row.lexicon.derived or _fits(known, "area"):
        return None
    word, head = row.words[at], row.words[at + 1]
    english = row.lexicon.head_names.get(head.lemma, "")
    if not english or head.capital or row.lexicon.heads.get(head.lemma) != "area":
        return None
    if row.gazetteer.find_adjective(word.lemma):
        return None
    town = next((form for form in adjective_forms(word, row.lexicon) if row.gazetteer.find(form)), "")
    if not town and (word.first or word.pos != "ADJ"):
        return None
    name = _with_its_letters(town, word) if town else word.base
    proper = f"{latin_name(name.capitalize(), row.lexicon)} {english}"
    span, why = span_of(row.words[at : at + 2]), f"adjective with head word {head.text!r}"
    return Hit(span, span, "natural", (), proper=proper, certain=True, why=why), at + 2


def _with_its_letters(form: str, word: Word) -> str:
    """Return a folded form with the letters that folding took from the word that it was made of."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(form, word.lemma, strict=False)))
    return word.base[:shared] + form[shared:]


def _with_head(row: Row, at: int, length: int, places: tuple[tuple[Place, int], ...]) -> tuple[Hit, int]:
    run = row.words[at : at + length]
    written = fold_name(span_of(run).of(row.text))
    says = is_said_by_model(row, span_of(run))
    hit = Hit(span_of(run), span_of(run), "", places, certain=says, written=written, why="name")
    level = level_of(run[-1], row.lexicon) if length > 1 else ""
    if level:
        return hit.widened(hit.span, level, f"name with head word {run[-1].text!r}"), at + length
    after = at + length
    if after < len(row.words):
        head = row.words[after]
        level = level_of(head, row.lexicon)
        places = places if _fits(places, level) else (*places, *_namesakes(row, places, level))
        of = after + 1 < len(row.words) and row.words[after + 1].key in row.lexicon.links
        if (
            level
            and not (head.capital and of)
            and not (head.capital and after + 1 < len(row.words) and row.words[after + 1].capital)
            and _fits(places, level)
        ):
            span = Span(hit.span.start, head.span.end)
            hit = replace(hit, places=places)
            return hit.widened(span, level, f"head word {head.text!r} after the name"), after + 1
    return hit, after


def _namesakes(row: Row, places: tuple[tuple[Place, int], ...], level: str) -> Iterator[tuple[Place, int]]:
    """Yield what a head word makes of a town's name where the table has it in other letters only:
    "Баткен облысы" is the region that has the English name of Batken.
    """
    if not level or not row.lexicon.suffixes:
        return
    for place, cost in places:
        for other in row.gazetteer.find(fold_name(place.name)):
            if other.kind == level and other.country == place.country:
                yield other, cost


def _fits(places: tuple[tuple[Place, int], ...], level: str) -> bool:
    return any(place.kind == level for place, _ in places)


def _led(row: Row, at: int) -> tuple[Hit, int] | None:
    """Read a head word before a name: "province of Guangdong", "село Хушаб"."""
    head = row.words[at]
    level = row.lexicon.heads.get(head.lemma, "") if head.lemma in row.lexicon.leading else ""
    after = at + 1
    if not level or after >= len(row.words):
        return None
    linked = row.words[after].key in row.lexicon.links
    after += linked
    if after >= len(row.words) or not row.words[after].capital or (row.lexicon.links and not linked):
        return None
    found = _named(row, after)
    if found is None or found[0].adjective:
        return _unknown(row, at, after, level)
    hit, end = found
    if hit.level:
        return None
    wide = level != "city"
    span = Span(head.span.start, hit.span.end) if wide else hit.span
    return hit.widened(span, level, f"head word {head.text!r} before the name"), end


def _unknown(row: Row, at: int, after: int, level: str) -> tuple[Hit, int] | None:
    """Take the capitalised words after a leading head for a place that the gazetteer lacks."""
    end = after + 1
    run = row.words[after:end]
    if not row.lexicon.links and any(
        name.kind != "place" and name.span.overlaps(span_of(run)) for name in row.names
    ):
        return None
    proper = latin_name(span_of(run).of(row.text), row.lexicon)
    hit = Hit(
        span_of(run),
        span_of(run),
        level,
        (),
        proper=proper,
        certain=True,
        why=f"head word {row.words[at].text!r}",
    )
    return hit, end


def _directed(row: Row, at: int) -> tuple[Hit, int] | None:
    """Read a part of a country or region: "northern France"."""
    word = row.words[at]
    direction = row.lexicon.directions.get(word.key)
    if direction is None or at + 1 >= len(row.words) or not row.words[at + 1].capital:
        return None
    known = lookup(row.words[at : at + 2], row)
    if known and not word.capital:
        span = span_of(row.words[at : at + 2])
        return Hit(span, span, "area", known, certain=True, why="name"), at + 2
    if known or not word.capital:
        return None
    found = _named(row, at + 1)
    if found is None or found[0].adjective or not any(place.kind in _PARTS for place, _ in found[0].places):
        return None
    hit, end = found
    span = Span(word.span.start, hit.span.end)
    return Hit(
        span, hit.name, "part", hit.places, proper=direction, certain=True, why=f"{direction} part"
    ), end


def _described(row: Row, at: int) -> tuple[Hit, int] | None:
    """Read an adjective: "Kazakhstani", "берлинский"."""
    word = row.words[at]
    places = row.gazetteer.find_adjective(word.key) or row.gazetteer.find_adjective(word.lemma)
    if not word.capital and word.key.isascii():
        return None
    if not places and word.pos == "ADJ":
        known = (
            place for form in adjective_forms(word, row.lexicon) for place in row.gazetteer.find(form)[:1]
        )
        places = tuple(
            place for place in known if row.gazetteer.population(place) >= _BIG and place.kind == "city"
        )
    if not places:
        return None
    pairs = tuple((place, 0) for place in places)
    owned = _owned_facility(row, at)
    if owned and places[0].kind == "city":
        span = Span(word.span.start, row.words[at + 1].span.end)
        return Hit(
            span,
            word.span,
            "facility",
            pairs,
            facility=owned,
            certain=True,
            why=f"adjective and {owned.lower()}",
        ), at + 2
    return Hit(word.span, word.span, "", pairs, adjective=True, why="adjective"), at + 1


def _owned_facility(row: Row, at: int) -> str:
    """Return what stands behind an adjective if it is a facility: "берлинское метро"."""
    lemma = row.words[at + 1].lemma if at + 1 < len(row.words) else ""
    return row.lexicon.facilities.get(lemma, "") if lemma in row.lexicon.common else ""


def _by_model(row: Row, at: int) -> tuple[Hit, int] | None:
    """Take a place name of the language's model that the gazetteer lacks."""
    start = row.words[at].span.start
    name = next((name for name in row.names if name.kind == "place" and name.span.start == start), None)
    if name is None or row.words[at].key in row.lexicon.stop:
        return None
    end = next((n for n in range(at, len(row.words)) if row.words[n].span.end >= name.span.end), at) + 1
    if row.gazetteer.find_adjective(row.words[at].key) and end == at + 1:
        return None
    level = level_of(row.words[end - 1], row.lexicon)
    if not level and not row.lexicon.nouns and not (at > 0 and row.words[at - 1].key in row.lexicon.likely):
        return None  # where names do not inflect, the model takes many a surname for a place
    level = level or "city"
    gloss = _GLOSS.match(row.text, name.span.end) if row.lexicon.letters else None
    proper = gloss[1] if gloss else latin_name(name.name, row.lexicon)
    written = fold_name(name.span.of(row.text)) if gloss or row.lexicon.letters else ""
    why = "place by the language's model" + (", with its spelling behind it" if gloss else "")
    return Hit(
        name.span,
        name.span,
        level,
        (),
        proper=proper,
        certain=True,
        written=written,
        glossed=bool(gloss),
        why=why,
    ), end
