"""Values with a unit: money, shares, distances, temperatures, magnitudes."""

from collections.abc import Iterator

from svod.extraction.figures.counted import guess_thing, look_up, thing_of
from svod.extraction.figures.lexicon import FigureWords, Gauge, fold
from svod.extraction.figures.measure import measure_of
from svod.extraction.figures.site import Site, role_of
from svod.extraction.tree import Tree
from svod.model import Measure

_OF_UNIT = {
    "kilometers": "distance",
    "miles": "distance",
    "nautical_miles": "distance",
    "meters": "distance",
    "yards": "distance",
    "feet": "length",
    "inches": "length",
    "centimeters": "length",
    "millimeters": "length",
    "square_kilometers": "territory",
    "square_miles": "territory",
    "square_meters": "area",
    "square_feet": "area",
    "acres": "land",
    "hectares": "land",
    "mph": "speed",
    "km/h": "speed",
    "m/s": "speed",
    "knots": "speed",
    "degrees": "temperature",
    "celsius": "temperature",
    "fahrenheit": "temperature",
    "beats_per_minute": "pulse",
}
_SURFACES = frozenset(
    {"square_kilometers", "square_miles", "square_meters", "square_feet", "acres", "hectares"}
)


def gauge_of(tree: Tree, site: Site, words: FigureWords) -> Gauge | None:
    """Return what a value with a unit measures, or `None` if nothing near it says.

    Asked in this order: the noun behind "of", the noun that the value stands
    by, the subject and the object of its predicate, the predicate.
    """
    damaged = _damaged(tree, site, words)
    for node in _near(tree, site):
        gauge = look_up(tree, node, words.gauges)
        if gauge and _fits(gauge, site.number.unit):
            return Gauge("damaged", gauge.of) if damaged else gauge
    if site.number.unit in _OF_UNIT:
        return Gauge("damaged" if damaged else "quantity", _OF_UNIT[site.number.unit])
    if site.noun is not None and not _is_money(site.number.unit):
        thing = thing_of(tree, site.noun, words) or guess_thing(tree, site.noun, words)
        return Gauge("quantity", thing.of)
    return None


def money_of(tree: Tree, site: Site, words: FigureWords) -> Gauge:
    """Return what a sum of money is: a price, a cost, a payment, or else `quantity` of money."""
    gauge = gauge_of(tree, site, words)
    if gauge and gauge.of != "distance":
        return gauge
    for node in _predicates(tree, site.outer):
        if words.predicates["items"].objects.get(fold(tree[node].lemma)) == "payment":
            return Gauge("payment", "people")
    return Gauge("quantity", "money")


def change_of(tree: Tree, site: Site, words: FigureWords) -> str:
    """Return `_increase` or `_decrease` if a share is the size of a change, else an empty string."""
    relation, head = role_of(tree, site.outer)
    if head is None or relation.split(":")[0] not in {"obl", "nmod", "obj", "advmod", "dep"}:
        return ""
    lemma = fold(tree[head].lemma)
    up, down = lemma in words.words["up"], lemma in words.words["down"]
    return "_increase" if up else "_decrease" if down else ""


def subject_of(tree: Tree, site: Site) -> Iterator[int]:
    """Yield the nouns that a value may be told of: behind "of", subject and object of its predicate."""
    if site.noun is not None:
        yield site.noun
    _, head = role_of(tree, site.outer)
    if head is not None:
        yield from tree.children(head, "obj", "nsubj", "nmod")
        if tree[head].pos not in {"VERB", "AUX"}:
            yield head


def _fits(gauge: Gauge, unit: str) -> bool:
    measure: Measure = gauge.measure
    if _is_money(unit):
        return measure in {"price", "cost", "payment"} or gauge.of in _SUMS
    return (
        measure not in {"price", "cost", "payment"}
        and gauge.of not in _SUMS
        and (gauge.of not in {"distance", "area", "length", "height", "depth"} or unit in _OF_UNIT)
    )


_SUMS = frozenset(
    {"profit", "revenue", "net_profit", "net_cash_flow", "earnings_per_share", "exports", "imports", "gdp"}
)


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _near(tree: Tree, site: Site) -> Iterator[int]:
    if site.noun is not None:
        yield site.noun
    yield from (
        n for node in site.nodes for n in tree.children(node, "nmod", "advmod", "obl") if n not in site.nodes
    )
    head = tree.head(site.outer)
    if head is not None and tree[head].pos not in {"VERB", "AUX"}:
        yield head
        yield from tree.children(head, "nmod", "compound")
    after = site.nodes[-1] + 1
    yield from range(after, min(after + 2, len(tree)))
    for node in _predicates(tree, site.outer):
        for role in tree.children(node, "nsubj", "obj"):
            if role != site.outer:
                yield role
                yield from tree.children(role, "nmod")
        yield node


def _predicates(tree: Tree, node: int) -> Iterator[int]:
    for above in tree.ancestors(node):
        if tree[above].pos in {"VERB", "AUX"} or tree.child(above, "nsubj") is not None:
            yield above
            return


def _damaged(tree: Tree, site: Site, words: FigureWords) -> bool:
    if site.number.unit not in _SURFACES:
        return False
    told = measure_of(tree, site, words.predicates["items"])
    return told is not None and told.measure == "damaged"
