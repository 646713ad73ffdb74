"""Values as figures: shares, sums of money, magnitudes, measures with a unit."""

from svod.extraction.figures.counted import guess_thing
from svod.extraction.figures.gauge import change_of, gauge_of, money_of, name_of, subjects_of
from svod.extraction.figures.lexicon import FigureWords, Gauge, Thing, fold
from svod.extraction.figures.site import Site
from svod.extraction.figures.told import Figure
from svod.extraction.tree import Tree
from svod.model import Measure

_STRONGEST = 10  # no earthquake or storm scale reaches further
_BEHIND = 3  # words behind "5.7" in which "quake" is looked for


def value_figure(tree: Tree, site: Site, words: FigureWords, last: Thing) -> Figure | None:
    """Return the figure of a number that has a unit or stands on a scale, or `None`.

    Args:
        tree: The sentence.
        site: The number in it.
        words: Words of the language.
        last: Persons counted last: what "half of them" is a share of.
    """
    unit = site.number.unit
    if unit == "percent":
        return _share(tree, site, words, last)
    if len(unit) == 3 and unit.isupper():
        gauge = money_of(tree, site, words)
        return Figure(gauge.measure, gauge.of, unit, None, "money")
    scale = _scale(tree, site, words)
    if scale or not unit:
        return scale
    known = gauge_of(tree, site, words)
    return Figure(known.measure, known.of, unit, None, "unit") if known else None


def _share(tree: Tree, site: Site, words: FigureWords, last: Thing) -> Figure | None:
    change = change_of(tree, site, words)
    spoken = site.number.rule in {"vague", "fraction"}
    if site.noun is None and spoken:
        return None
    measure: Measure = "quantity" if change else "share"
    names = (name_of(tree, node, words) for node in subjects_of(tree, site))
    name = next((name for name in names if name), "")
    if not name and site.noun is not None and tree[site.noun].pos != "PRON":
        name = guess_thing(tree, site.noun, words).of
    if spoken and name == "items":
        return None
    return Figure(measure, (name or last.of) + change, "percent", None, "share")


def _scale(tree: Tree, site: Site, words: FigureWords) -> Figure | None:
    """Read "magnitude 5.7", "Category 2", "a 5.7 quake"."""
    low = site.number.low or 0.0
    if site.number.rule != "digits" or low > _STRONGEST:
        return None
    behind = range(site.nodes[-1] + 1, site.nodes[-1] + 1 + _BEHIND) if not low.is_integer() else ()
    gauges = (_magnitude(tree, node, words) for node in (site.nodes[0] - 1, *behind))
    gauge = next((gauge for gauge in gauges if gauge), None)
    if gauge is None:
        return None
    unit = "category" if gauge.of == "hurricane" else "magnitude"
    return Figure("magnitude", gauge.of, unit, None, "scale")


def _magnitude(tree: Tree, node: int, words: FigureWords) -> Gauge | None:
    if not 0 <= node < len(tree):
        return None
    lemma = fold(tree[node].lemma)
    gauges = (gauge for phrase, gauge in words.gauges.get(lemma, ()) if phrase == (lemma,))
    return next((gauge for gauge in gauges if gauge.measure == "magnitude"), None)
