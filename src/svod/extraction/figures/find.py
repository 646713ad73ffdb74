"""Finding figures: which numbers count something, what, and what is told of it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from svod.extraction.figures.counted import guess_thing, thing_of
from svod.extraction.figures.gauge import change_of, gauge_of, money_of, subject_of
from svod.extraction.figures.lexicon import FigureWords, Gauge, Thing, fold, load_words
from svod.extraction.figures.measure import Told, measure_of, toll_of
from svod.extraction.figures.quote import quote_of
from svod.extraction.figures.site import Site, locate
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import FigureClaim, Measure, NumberMention

_PEOPLE = Thing("people", "persons")
_LOST: frozenset[Measure] = frozenset({"killed", "injured", "missing", "detained", "rescued", "displaced"})


def find_figures(reading: Reading) -> Iterator[Finding]:
    """Yield the figures of a document in text order.

    A number is a figure if it stands with a noun that is counted, with a unit
    that says what it measures, or with a predicate that tells what happened
    to those counted. Numbers of other kinds are passed over.

    Args:
        reading: The annotated document with its trees.

    Yields:
        One finding a figure. `of` is a canonical English plural; a bare number
        takes it from the last persons counted before it, or is `people`.

    Raises:
        MalformedLexiconError: If the language's `figures` data breaks its schema.
    """
    finder = _Finder(reading, load_words(reading.language))
    yield from finder.findings()


@dataclass(frozen=True, slots=True)
class _Figure:
    """What a number was taken for."""

    measure: Measure
    of: str
    unit: str
    told: int | None
    rule: str


class _Finder:
    def __init__(self, reading: Reading, words: FigureWords) -> None:
        self.reading, self.words = reading, words
        self.last = _PEOPLE  # persons counted last: what "two of them" are

    def findings(self) -> Iterator[Finding]:
        sentences = self.reading.annotation.sentences
        numbers = self.reading.annotation.numbers
        starts = [number.span.start for number in numbers]
        for index, sentence in enumerate(sentences):
            first, last = (bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
            for number in numbers[first:last]:
                finding = self._finding(index, number)
                if finding:
                    yield finding

    def _finding(self, index: int, number: NumberMention) -> Finding | None:
        tree = self.reading.trees[index]
        site = locate(tree, number, self.words)
        if site is None or self._is_in_name(number):
            return None
        figure = self._figure(tree, site)
        if figure is None:
            return None
        claim = FigureClaim(figure.measure, figure.of, number.low, number.high, number.bound, figure.unit)
        node = site.outer if figure.told is None else figure.told
        return Finding(
            claim=claim,
            sentence=index,
            node=node,
            quote=quote_of(tree, site, figure.told),
            rule=f"figure {figure.rule}",
            trigger=number.span if figure.told is None else tree[node].span,
        )

    def _is_in_name(self, number: NumberMention) -> bool:
        return any(name.span.contains(number.span) for name in self.reading.annotation.names)

    def _figure(self, tree: Tree, site: Site) -> _Figure | None:
        unit = site.number.unit
        if unit == "percent":
            return self._share(tree, site)
        if len(unit) == 3 and unit.isupper():
            gauge = money_of(tree, site, self.words)
            return _Figure(gauge.measure, gauge.of, unit, None, "money")
        scale = _scale(tree, site, self.words)
        if scale:
            return scale
        if unit:
            known = gauge_of(tree, site, self.words)
            return _Figure(known.measure, known.of, unit, None, "unit") if known else None
        return self._count(tree, site)

    def _share(self, tree: Tree, site: Site) -> _Figure | None:
        change = change_of(tree, site, self.words)
        for node in subject_of(tree, site):
            gauge = gauge_of(tree, replace(site, noun=node), self.words) if change else None
            thing = thing_of(tree, node, self.words)
            name = gauge.of if gauge else thing.of if thing else ""
            if name:
                return _Figure("quantity" if change else "share", name + change, "percent", None, "share")
        if site.noun is None and site.number.rule in {"vague", "fraction"}:
            return None
        of = guess_thing(tree, site.noun, self.words).of if site.noun is not None else self.last.of
        return _Figure("quantity" if change else "share", of + change, "percent", None, "share")

    def _count(self, tree: Tree, site: Site) -> _Figure | None:
        if site.noun is not None and fold(tree[site.noun].lemma) in self.words.words["skip"]:
            return None
        thing = self._thing(tree, site)
        told = self._told(tree, site, thing)
        if not _counts(site, thing, told):
            return None
        if thing is None and site.noun is not None and tree[site.noun].pos != "PRON":
            thing = _PEOPLE if told and told.measure in _LOST else guess_thing(tree, site.noun, self.words)
        thing = thing or self.last
        if thing.sort == "persons":
            self.last = thing
        measure = told.measure if told else "quantity"
        return _Figure(
            measure, thing.of, thing.sort, told.node if told else None, told.rule if told else "count"
        )

    def _thing(self, tree: Tree, site: Site) -> Thing | None:
        if site.noun is None or tree[site.noun].pos in {"PRON", "DET"}:
            return None
        return thing_of(tree, site.noun, self.words)

    def _told(self, tree: Tree, site: Site, thing: Thing | None) -> Told | None:
        sort = thing.sort if thing else "persons" if site.noun is None else "items"
        told = measure_of(tree, site, self.words.predicates[sort])
        if told is None and thing is None and sort == "items":
            told = measure_of(tree, site, self.words.predicates["persons"])
        if told and told.measure != "payment":
            return told
        head = tree.head(site.outer)
        subjects = tree.children(head, "nsubj") if head is not None else tree.children(site.outer, "nsubj")
        tolls = (toll_of(tree, node, self.words) for node in subjects if node != site.outer)
        return next((toll for toll in tolls if toll and toll.measure != "quantity"), None)


def _scale(tree: Tree, site: Site, words: FigureWords) -> _Figure | None:
    """Read "magnitude 5.7", "Category 2", "a 5.7 quake"."""
    before = site.nodes[0] - 1
    gauge = _gauge_at(tree, before, words)
    low = site.number.low or 0.0
    if gauge is None and not low.is_integer():
        gauge = next(
            (g for n in range(site.nodes[-1] + 1, site.nodes[-1] + 4) if (g := _gauge_at(tree, n, words))),
            None,
        )
    if gauge is None or gauge.measure != "magnitude" or low > _STRONGEST:
        return None
    return _Figure(
        "magnitude", gauge.of, "category" if gauge.of == "hurricane" else "magnitude", None, "scale"
    )


_STRONGEST = 10  # no earthquake or storm scale reaches further


def _gauge_at(tree: Tree, node: int, words: FigureWords) -> Gauge | None:
    if not 0 <= node < len(tree):
        return None
    lemma = fold(tree[node].lemma)
    return next((gauge for phrase, gauge in words.gauges.get(lemma, ()) if phrase == (lemma,)), None)


def _counts(site: Site, thing: Thing | None, told: Told | None) -> bool:
    """Tell whether a bare number is a count worth a figure."""
    rule = site.number.rule
    if rule == "zero":
        return told is not None and told.measure in {"killed", "injured"}
    if rule == "one":
        return told is not None and told.measure in _LOST and (thing is None or thing.sort == "persons")
    if site.noun is None:
        return told is not None
    return thing is not None or told is not None or rule != "vague"
