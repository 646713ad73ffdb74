"""The places that a text names, each taken for one place of the world."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from svod.annotation.places.accept import Scene, is_place
from svod.annotation.places.choose import Setting, rank, setting_of
from svod.annotation.places.facility_hit import scan_short_names
from svod.annotation.places.hit import Hit
from svod.annotation.places.lexicon import PlaceLexicon, read_lexicon
from svod.annotation.places.look import Row
from svod.annotation.places.make import make_facility, make_part, make_unknown
from svod.annotation.places.scan import scan
from svod.annotation.places.words import Word, words_of
from svod.gazetteer import Gazetteer, Prior, fold_name
from svod.model import Name, Place, PlaceMention, Sentence

_MOST_KNOWN = 64
_KNOWN: dict[int, tuple[Mapping[str, Any], PlaceLexicon]] = {}


@dataclass(frozen=True, slots=True)
class _Found:
    """A hit with the sentence that it stands in."""

    hit: Hit
    text: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]


def find_places(  # noqa: PLR0913, PLR0917 - each is another kind of evidence
    text: str,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    prior: Prior,
    words: Mapping[str, Any],
    names: Sequence[Name] = (),
) -> tuple[PlaceMention, ...]:
    """Return the places that a text names, in text order, never overlapping.

    Of places with one name the biggest wins, unless the case, the document, a
    head word or a place right behind speaks for another; the others are kept as
    candidates. Adjectives are marked, as evidence of a place that is not itself
    mentioned. A facility stands where its town does; a name that only the
    language's model takes for a place stands somewhere in the place spoken of.

    Args:
        text: The document's text.
        sentences: As the language gives them for this text.
        gazetteer: Places of the world.
        prior: Countries of the case, as `country_prior` gives them.
        words: The language's `places.toml`; empty finds plain names only.
        names: Names found in the text; persons and bodies are no places.

    Raises:
        MalformedLexiconError: If `words` is not of the shape told in `lexicon.py`.
    """
    lexicon = _lexicon(words)
    found = _spelled(tuple(_scanned(text, sentences, gazetteer, lexicon, names)))
    setting = Setting(prior)
    for _ in range(2):  # the first round tells what the document is about, the second uses it
        chosen = tuple(_chosen(found, setting, text, lexicon, gazetteer))
        sure = {fold_name(mention.text) for mention in chosen if not mention.adjective}
        setting = setting_of(prior, [mention.place for mention in chosen], sure, gazetteer)
    return tuple(_chosen(found, setting, text, lexicon, gazetteer))


def _lexicon(words: Mapping[str, Any]) -> PlaceLexicon:
    """Read the words of a language once; those of another mapping replace them."""
    known = _KNOWN.get(id(words))
    if known is None or known[0] is not words:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[id(words)] = known = words, read_lexicon(words)
    return known[1]


def _scanned(
    text: str,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    lexicon: PlaceLexicon,
    names: Sequence[Name],
) -> Iterator[_Found]:
    rows = []
    for sentence in sentences:
        inside = tuple(name for name in names if sentence.span.overlaps(name.span))
        row = Row(text, words_of(sentence), inside, lexicon, gazetteer)
        rows.append((row, tuple(scan(row))))
    full = {hit.written: hit for _, hits in rows for hit in hits if hit.level == "facility" and hit.written}
    for row, hits in rows:
        short = scan_short_names(row, full, [hit.span for hit in hits]) if full else ()
        for hit in sorted((*hits, *short), key=lambda hit: hit.span):
            yield _Found(hit, hit.span.of(text), row.words, row.names)


def _spelled(found: tuple[_Found, ...]) -> tuple[_Found, ...]:
    """Give names that nobody listed the spelling that the text gives them somewhere in brackets."""
    spelling = {item.hit.written: item.hit.proper for item in found if item.hit.glossed}
    return tuple(
        replace(item, hit=replace(item.hit, proper=spelling[item.hit.written]))
        if item.hit.written in spelling and not item.hit.places
        else item
        for item in found
    )


def _chosen(
    found: Sequence[_Found], setting: Setting, text: str, lexicon: PlaceLexicon, gazetteer: Gazetteer
) -> Iterator[PlaceMention]:
    around = gazetteer.country(setting.prior[0]) if setting.prior else None
    homes = _homes(found, setting, text, lexicon, gazetteer)
    for number, item in enumerate(found):
        following = _following(found, number, text)
        ranked = rank(item.hit, following, setting, gazetteer)
        scene = Scene(item.words, item.names, setting, lexicon, gazetteer)
        mention = _mention(item, ranked, homes.get(item.hit.proper, around), scene)
        if mention is not None:
            if not mention.adjective and mention.place.kind != "facility":
                around = mention.place
            yield mention


def _homes(
    found: Sequence[_Found], setting: Setting, text: str, lexicon: PlaceLexicon, gazetteer: Gazetteer
) -> dict[str, Place]:
    """Return where the text says that facilities stand: "the Zanbe camp *on Lesbos*"; the first that it says holds."""
    homes: dict[str, Place] = {}
    for here, there in pairwise(item.hit for item in found):
        between = fold_name(text[here.span.end : there.span.start].strip())
        if here.level == "facility" and here.proper and between in lexicon.holding and there.places:
            homes.setdefault(here.proper, rank(there, (), setting, gazetteer)[0][0])
    return homes


def _following(found: Sequence[_Found], number: int, text: str) -> tuple[Place, ...]:
    """Return the places that stand right behind a hit, after a comma or in brackets."""
    if number + 1 >= len(found):
        return ()
    here, there = found[number].hit, found[number + 1].hit
    between = text[here.span.end : there.span.start].strip()
    return tuple(place for place, _ in there.places) if between in {",", "("} else ()


def _mention(
    item: _Found, ranked: tuple[tuple[Place, str], ...], around: Place | None, scene: Scene
) -> PlaceMention | None:
    hit = item.hit
    best = ranked[0] if ranked else None
    place = _made(hit, best[0] if best else None, around, scene.lexicon, scene.gazetteer)
    if place is None or not is_place(hit, place, scene):
        return None
    others = tuple(other for other, _ in ranked if other.id != place.id)
    why = f"{hit.why}: {best[1]}" if best and len(ranked) > 1 else hit.why
    return PlaceMention(hit.span, item.text, place, others, hit.adjective, why)


def _made(
    hit: Hit, best: Place | None, around: Place | None, lexicon: PlaceLexicon, gazetteer: Gazetteer
) -> Place | None:
    if hit.level == "facility":
        town = best if best is not None and best.kind != "country" else None
        main = any(
            name == hit.facility for word, name in lexicon.facilities.items() if word in lexicon.international
        )
        return make_facility(hit, town, around, gazetteer, international=main)
    if hit.level == "natural":
        holder = best if best is not None and best.kind != "country" else around
        return make_unknown(replace(hit, level="area"), holder)
    if hit.level == "part" and best is not None:
        return make_part(hit, best)
    return best or make_unknown(hit, around)
