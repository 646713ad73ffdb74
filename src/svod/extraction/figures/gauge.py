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
    damaged = site.number.unit in _SURFACES and _is_damaged(tree, site, words)
    for node in _near(tree, site):
        gauge = _gauge(tree, node, words)
        if gauge and _fits(gauge, site.number.unit):
            return Gauge("damaged", gauge.of) if damaged else gauge
    if site.number.unit in _OF_UNIT:
        return Gauge("damaged", "land") if damaged else Gauge("quantity", _OF_UNIT[site.number.unit])
    if site.noun is not None and not _is_money(site.number.unit):
        thing = thing_of(tree, site.noun, words) or guess_thing(tree, site.noun, words)
        return Gauge("quantity", thing.of)
    return None


def money_of(tree: Tree, site: Site, words: FigureWords) -> Gauge:
    """Return what a sum of money is: a price, a cost, a payment, or else `quantity` of money."""
    gauges = [gauge for node in _near(tree, site) if (gauge := _gauge(tree, node, words))]
    fitting = [gauge for gauge in gauges if _fits(gauge, site.number.unit)]
    priced = any(gauge.of in _PRICES for gauge in fitting) or change_of(tree, site, words)
    for gauge in fitting:
        if gauge.measure != "price" or priced:
            goods = [g for g in fitting if g.measure == "price" and g.of not in _PRICES]
            return goods[0] if gauge.of == "goods" and goods else gauge
    for node in _predicates(tree, site.outer):
        if words.predicates["items"].objects.get(fold(tree[node].lemma)) == "payment":
            return Gauge("payment", _receiver(tree, node, words))
    return _nearest(tree, site, words) or Gauge("quantity", "money")


def _receiver(tree: Tree, verb: int, words: FigureWords) -> str:
    """Return who is paid: "to the families", "пострадавшим"."""
    for child in tree.children(verb, "iobj", "obl"):
        thing = thing_of(tree, child, words)
        if thing and (thing.sort == "persons" or thing.of == "families"):
            return thing.of
    return "people"


_PRICES = frozenset({"goods", "tariff", "rent", "ticket"})


def _nearest(tree: Tree, site: Site, words: FigureWords) -> Gauge | None:
    """Take the nearest word before the sum that says what sums of money are."""
    changed = any(
        fold(tree[n].lemma) in words.words["up"] | words.words["down"] for n in range(site.nodes[0])
    )
    for node in reversed(range(max(0, site.nodes[0] - _REACH), site.nodes[0])):
        gauge = look_up(tree, node, words.gauges)
        if (
            gauge
            and _fits(gauge, site.number.unit)
            and (changed or gauge.measure != "price" or gauge.of in _PRICES)
        ):
            return gauge
    return None


_REACH = 14  # words


def change_of(tree: Tree, site: Site, words: FigureWords) -> str:
    """Return `_increase` or `_decrease` if a share is the size of a change, else an empty string."""
    relation, head = role_of(tree, site.outer)
    if head is None or relation.split(":")[0] not in _CHANGED:
        return ""
    lemma = fold(tree[head].lemma)
    up, down = lemma in words.words["up"], lemma in words.words["down"]
    return "_increase" if up else "_decrease" if down else ""


_CHANGED = frozenset({"obl", "nmod", "obj", "advmod", "dep", "compound", "amod", "nummod"})


def subjects_of(tree: Tree, site: Site) -> Iterator[int]:
    """Yield the nouns that a value may be told of: behind "of", object and subject of its predicate."""
    if site.noun is not None:
        yield site.noun
    _, head = role_of(tree, site.outer)
    if head is not None:
        yield from (
            n for role in ("obj", "nsubj", "nmod") for n in tree.children(head, role) if n != site.outer
        )
        if tree[head].pos not in {"VERB", "AUX"}:
            yield head
    yield from range(site.nodes[-1] + 1, min(site.nodes[-1] + 2, len(tree)))


def number_of(tree: Tree, node: int, words: FigureWords) -> str:
    """Return whom or what a noun is the number of ("the number of passengers"), or an empty string."""
    toll, gauge = look_up(tree, node, words.toll), look_up(tree, node, words.gauges)
    return name_of(tree, node, words) if toll or gauge else ""


def name_of(tree: Tree, node: int, words: FigureWords) -> str:
    """Return the canonical name of a noun, of what it is the number of, or an empty string."""
    if look_up(tree, node, words.toll) == "quantity":
        inner = [name_of(tree, child, words) for child in tree.children(node, "nmod")]
        if any(inner):
            return next(name for name in inner if name)
    gauge = look_up(tree, node, words.gauges)
    thing = thing_of(tree, node, words)
    return gauge.of if gauge and gauge.of not in {"goods", "distance"} else thing.of if thing else ""


def _gauge(tree: Tree, node: int, words: FigureWords) -> Gauge | None:
    """Look a word up; verbs count as what they are called only for prices ("costs")."""
    gauge = look_up(tree, node, words.gauges)
    is_verb = tree[node].pos == "VERB" and not tree[node].feature("Case")
    return None if gauge and is_verb and gauge.measure != "price" else gauge


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
                yield from tree.children(role, "nmod", "compound", "amod")
        yield node


def _predicates(tree: Tree, node: int) -> Iterator[int]:
    for above in tree.ancestors(node):
        if tree[above].pos in {"VERB", "AUX"} or tree.child(above, "nsubj") is not None:
            yield above
            return


def _is_damaged(tree: Tree, site: Site, words: FigureWords) -> bool:
    told = measure_of(tree, site, words.predicates["items"])
    burns = any(fold(token.lemma) in words.words["fire"] for token in tree.tokens)
    return burns or (told is not None and told.measure == "damaged")
