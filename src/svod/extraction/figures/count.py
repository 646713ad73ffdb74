"""Bare numbers as figures: whom or what they count, and what is told of them."""

from svod.extraction.figures.counted import guess_thing, thing_of
from svod.extraction.figures.gauge import number_of
from svod.extraction.figures.lexicon import FigureWords, Thing, fold
from svod.extraction.figures.measure import measure_of, toll_of
from svod.extraction.figures.site import Site, role_of
from svod.extraction.figures.told import Figure, Told
from svod.extraction.tree import Tree
from svod.model import Measure

PEOPLE = Thing("people", "persons")
LOST: frozenset[Measure] = frozenset({"killed", "injured", "missing", "detained", "rescued", "displaced"})
"""Measures that only persons have."""

BARE = "bare"
"""Rule of a number without noun or known predicate, which only the event of its clause can measure."""

_PRONOUNS = frozenset({"PRON", "DET"})
_TOO_MANY = 1e9  # a bare number from here on is money
_CROWD = 20  # fewer soldiers or rescuers are persons of the story, not a force


def count_figure(tree: Tree, site: Site, words: FigureWords, last: Thing) -> Figure | None:
    """Return the figure of a number without a unit, or `None` if it counts nothing worth one.

    Args:
        tree: The sentence.
        site: The number in it.
        words: Words of the language.
        last: What a number without a noun counts.
    """
    if site.noun is not None and fold(tree[site.noun].lemma) in words.words["skip"]:
        return None
    thing = _thing(tree, site, words)
    told = _told(tree, site, thing, words)
    if told is None and thing == PEOPLE:
        thing = _by_subject(tree, site, words)
    if not _counts(tree, site, thing, told):
        return Figure("quantity", last.of, "persons", None, BARE) if _is_actant(tree, site) else None
    if told is None and (_is_known_pair(tree, site, words) or _is_speaker(tree, site, words)):
        return None
    thing = thing or _unknown(tree, site, told, words) or last
    if told is None:
        return Figure(_default(site, thing, words), thing.of, thing.sort, None, "count")
    return Figure(told.measure, thing.of, thing.sort, told.node, told.rule)


def _thing(tree: Tree, site: Site, words: FigureWords) -> Thing | None:
    return None if _is_bare(tree, site) or site.noun is None else thing_of(tree, site.noun, words)


def _is_bare(tree: Tree, site: Site) -> bool:
    return site.noun is None or tree[site.noun].pos in _PRONOUNS


def _told(tree: Tree, site: Site, thing: Thing | None, words: FigureWords) -> Told | None:
    sort = thing.sort if thing else "persons" if _is_bare(tree, site) else "items"
    told = measure_of(tree, site, words.predicates[sort])
    if told is None and thing is None and sort == "items":
        told = measure_of(tree, site, words.predicates["persons"])
    return told if told and told.measure != "payment" else _toll(tree, site, words)


def _toll(tree: Tree, site: Site, words: FigureWords) -> Told | None:
    """Read "the death toll rose to 40", "put the death toll at 40", "число погибших достигло 40"."""
    above = (site.outer, *tree.ancestors(site.outer))
    subjects = next((nodes for n in above if (nodes := tree.children(n, "nsubj"))), ())
    objects = next((nodes for n in above if (nodes := tree.children(n, "obj"))), ())
    tolls = (toll_of(tree, node, words) for node in (*subjects, *objects) if node not in above)
    return next((toll for toll in tolls if toll and toll.measure != "quantity"), None)


def _by_subject(tree: Tree, site: Site, words: FigureWords) -> Thing:
    """Return who "people" are, where the subject says so: "passenger traffic was two million people"."""
    head = tree.head(site.outer)
    nodes = () if head is None else tree.children(head, "nsubj")
    names = (number_of(tree, node, words) for node in nodes if node != site.outer)
    return next((Thing(name, "persons") for name in names if name in words.persons), PEOPLE)


def _counts(tree: Tree, site: Site, thing: Thing | None, told: Told | None) -> bool:
    rule = site.number.rule
    if rule == "zero":
        return told is not None and told.measure in {"killed", "injured"}
    if rule == "one":
        person = _is_bare(tree, site) or (thing is not None and thing.sort == "persons")
        named = site.partitive and told is not None and told.rule == "noun"  # "one of the victims"
        return told is not None and told.measure in LOST and person and not named
    if site.noun is None:
        return told is not None and (site.number.low or 0) < _TOO_MANY
    return thing is not None or told is not None or rule != "vague"


def _is_actant(tree: Tree, site: Site) -> bool:
    """Tell whether a number stands by itself as subject or object of a verb: "seventeen fainted"."""
    relation, head = role_of(tree, site.outer)
    core = relation.split(":")[0] in {"nsubj", "obj"}
    counted = site.noun is None and site.number.rule not in {"zero", "one"}
    return counted and core and head is not None and tree[head].pos == "VERB"


def _is_known_pair(tree: Tree, site: Site, words: FigureWords) -> bool:
    """Find "the two men", "both sides": a pair told of before."""
    marked = {fold(tree[n].text) for n in (*tree.children(site.outer, "det"), *site.nodes)}
    return site.number.low == 2 and bool(marked & words.words["definite"])


def _is_speaker(tree: Tree, site: Site, words: FigureWords) -> bool:
    """Find "two officials said": sources of the story."""
    relation, head = role_of(tree, site.outer)
    return relation == "nsubj" and head is not None and fold(tree[head].lemma) in words.words["say"]


def _unknown(tree: Tree, site: Site, told: Told | None, words: FigureWords) -> Thing | None:
    if site.noun is None or _is_bare(tree, site):
        return None
    return PEOPLE if told and told.measure in LOST else guess_thing(tree, site.noun, words)


def _default(site: Site, thing: Thing, words: FigureWords) -> Measure:
    measure = words.defaults.get(thing.of, "quantity")
    few = max(site.number.low or 0, site.number.high or 0) < _CROWD
    return "quantity" if measure == "deployed" and few and thing.sort == "persons" else measure
