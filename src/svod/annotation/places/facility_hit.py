"""From a facility in a sentence to a hit: called after a town, or by a name of its own."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from svod.annotation.places.facility import Facility
from svod.annotation.places.hit import Hit
from svod.annotation.places.look import Row, lookup
from svod.annotation.places.words import Word, span_of
from svod.gazetteer import fold_name
from svod.model import Place, Span


def facility_hit(row: Row, facility: Facility) -> tuple[Hit, int] | None:
    """Return the hit that a facility makes with the word behind it, or `None` if it has no name and no town."""
    run = row.words[slice(*facility.name)]
    places = lookup(run, row)
    whole = row.words[facility.start : facility.end]
    span, written = span_of(whole), fold_name(span_of(run).of(row.text))
    known = lookup(whole, row)
    if known:
        written = fold_name(span.of(row.text))
        return Hit(span, span, "", known, certain=True, written=written, why="name"), facility.end
    if facility.kind == "area":
        hit = _natural_hit(row, facility, span, places)
        return (hit, facility.end) if hit else None
    proper = facility.proper or (facility.own if not places and _is_own_name(row, run) else "")
    of_people = len(run) == 1 and row.gazetteer.find_adjective(run[0].key)
    in_town = not facility.described and not of_people and any(p.kind != "country" for p, _ in places)
    if not proper and not in_town:
        return None
    why = f"{facility.kind.lower()} and its name"
    hit = Hit(
        span,
        span_of(run),
        "facility",
        places,
        facility=facility.kind,
        proper=proper,
        certain=True,
        written=written if facility.own and proper else "",
        why=why,
    )
    return hit, facility.end


def scan_short_names(row: Row, known: Mapping[str, Hit], taken: Collection[Span]) -> Iterator[Hit]:
    """Yield the words by which a text calls a facility for short: "Dadaab" after "the Dadaab refugee camp".

    Args:
        row: The sentence.
        known: Folded name → hit of the facility in full.
        taken: Spans of what was found here before.
    """
    for word in row.words:
        free = not any(span.overlaps(word.span) for span in taken)
        if free and word.key in known and word.capital and _is_own_name(row, (word,)):
            why = "short for a facility named in full"
            yield replace(known[word.key], span=word.span, name=word.span, why=why)


def _is_own_name(row: Row, run: Sequence[Word]) -> bool:
    """Tell whether words name a facility rather than the people, the body or the person that it belongs to."""
    if any(row.gazetteer.find_adjective(word.key) or word.text.isupper() for word in run):
        return False
    covering = [name for name in row.names if name.span.overlaps(span_of(run))]
    return not any(
        name.kind == "organisation" or (name.kind == "person" and (name.title or name.name != name.text))
        for name in covering
    )


def _natural_hit(
    row: Row, facility: Facility, span: Span, places: tuple[tuple[Place, int], ...]
) -> Hit | None:
    """Read a lake, island or forest: the one that the gazetteer knows by the bare name, or one of its own."""
    name = span_of(row.words[slice(*facility.name)])
    written = fold_name(name.of(row.text))
    if places and (not row.words[facility.end - 1].capital or places[0][0].kind == "area"):
        return Hit(span, name, "area", places, certain=True, written=written, why="name with head word")
    if row.gazetteer.find_adjective(written):
        return None
    return Hit(span, name, "natural", places, proper=facility.proper, certain=True, why="name with head word")
