"""Finding figures: which numbers count something, what, and what is told of it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from svod.extraction.figures.counted import guess_thing, thing_of
from svod.extraction.figures.gauge import change_of, gauge_of, money_of, name_of, number_of, subjects_of
from svod.extraction.figures.lexicon import FigureWords, Gauge, Thing, fold, load_words
from svod.extraction.figures.measure import coordinated, measure_of, toll_of
from svod.extraction.figures.quote import quote_of
from svod.extraction.figures.site import Site, locate, role_of
from svod.extraction.figures.told import Told
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


@dataclass(frozen=True, slots=True)
class _Read:
    """A number with what it was taken for."""

    site: Site
    figure: _Figure


class _Finder:
    def __init__(self, reading: Reading, words: FigureWords) -> None:
        self.reading, self.words = reading, words
        self.last = _PEOPLE  # persons counted last: what "two of them" are
        self.last_sentence = -1

    def findings(self) -> Iterator[Finding]:
        sentences = self.reading.annotation.sentences
        numbers = self.reading.annotation.numbers
        starts = [number.span.start for number in numbers]
        for index, sentence in enumerate(sentences):
            first, last = (bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
            before: _Read | None = None
            for number in numbers[first:last]:
                before = self._read(index, number, before)
                if before:
                    yield from self._findings(index, before)

    def _read(self, index: int, number: NumberMention, before: "_Read | None") -> "_Read | None":
        tree = self.reading.trees[index]
        site = locate(tree, number, self.words)
        if site is None:
            return None
        figure = self._figure(index, tree, site)
        if figure and before and figure.rule == "count" and self._is_part(tree, site, before):
            figure = replace(figure, measure=before.figure.measure, rule="part")
        if figure is None or (figure.rule != "scale" and self._is_in_name(number)):
            return None
        if before and self._is_conversion(before, number):
            figure = replace(figure, measure=before.figure.measure, of=before.figure.of)
            site = replace(site, number=_opened(number, before.site.number))
        return _Read(site, figure)

    def _findings(self, index: int, read: "_Read") -> Iterator[Finding]:
        tree = self.reading.trees[index]
        for figure in (read.figure, *self._others(tree, read)):
            number = read.site.number
            claim = FigureClaim(figure.measure, figure.of, number.low, number.high, number.bound, figure.unit)
            node = read.site.outer if figure.told is None else figure.told
            yield Finding(
                claim=claim,
                sentence=index,
                node=node,
                quote=quote_of(tree, read.site, figure.told),
                rule=f"figure {figure.rule}",
                trigger=number.span if figure.told is None else tree[node].span,
            )

    def _others(self, tree: Tree, read: "_Read") -> Iterator[_Figure]:
        """Yield what one number counts beside: "dozens were killed and wounded",
        "dozens of soldiers and trucks".
        """
        figure, noun = read.figure, read.site.noun
        if figure.told is not None and figure.unit in {"persons", "items"}:
            predicates = self.words.predicates["persons" if figure.unit == "persons" else "items"]
            for told in coordinated(tree, figure.told, predicates):
                if told.measure != figure.measure and told.measure in _LOST:
                    yield replace(figure, measure=told.measure, told=told.node, rule=told.rule)
        for other in tree.children(noun, "conj") if noun is not None else ():
            thing = thing_of(tree, other, self.words)
            if (
                thing
                and thing.sort != figure.unit
                and figure.unit in {"persons", "items"}
                and not tree.child(other, "nummod")
            ):
                yield replace(figure, of=thing.of, unit=thing.sort)

    def _is_part(self, tree: Tree, site: Site, before: "_Read") -> bool:
        """Tell whether a count is a part of the one before it, or goes on a list of parts:
        "212 people, among them 30 women and two boys".
        """
        if before.figure.unit != "persons" or before.figure.measure == "quantity":
            return False
        if before.figure.rule == "part" and before.site.outer == tree.head(site.outer):
            return True
        near = range(max(before.site.nodes[-1] + 1, site.nodes[0] - _NEAR), site.nodes[0])
        part = self.words.predicates["persons"].part
        return any(fold(tree[n].text) in part for n in near) and not any(
            tree[n].pos == "VERB" and fold(tree[n].text) not in part for n in near
        )

    def _is_conversion(self, before: "_Read", number: NumberMention) -> bool:
        """Tell whether a value in brackets gives the one before it in another unit."""
        text = self.reading.annotation.document.text
        gap = text[before.site.number.span.end : number.span.start]
        return (
            gap.strip() == "("
            and bool(number.unit)
            and number.unit not in {before.site.number.unit, "percent"}
        )

    def _is_in_name(self, number: NumberMention) -> bool:
        return any(name.span.contains(number.span) for name in self.reading.annotation.names)

    def _figure(self, index: int, tree: Tree, site: Site) -> _Figure | None:
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
        return self._count(index, tree, site)

    def _share(self, tree: Tree, site: Site) -> _Figure | None:
        change = change_of(tree, site, self.words)
        spoken = site.number.rule in {"vague", "fraction"}
        if site.noun is None and spoken:
            return None
        measure: Measure = "quantity" if change else "share"
        names = (name_of(tree, node, self.words) for node in subjects_of(tree, site))
        name = next((name for name in names if name), "")
        if not name and site.noun is not None and tree[site.noun].pos != "PRON":
            name = guess_thing(tree, site.noun, self.words).of
        name = name or self.last.of
        return (
            None if spoken and name == "items" else _Figure(measure, name + change, "percent", None, "share")
        )

    def _count(self, index: int, tree: Tree, site: Site) -> _Figure | None:
        if site.noun is not None and fold(tree[site.noun].lemma) in self.words.words["skip"]:
            return None
        thing = self._thing(tree, site)
        told = self._told(tree, site, thing)
        if told is None and thing == _PEOPLE:
            thing = self._of_subject(tree, site)
        if not _counts(site, thing, told):
            return None
        if told is None and (self._is_known_pair(tree, site) or self._is_speaker(tree, site)):
            return None
        if thing is None and site.noun is not None and tree[site.noun].pos != "PRON":
            thing = _PEOPLE if told and told.measure in _LOST else guess_thing(tree, site.noun, self.words)
        if thing is None:
            thing = self.last if site.partitive or index == self.last_sentence else _PEOPLE
        if thing.sort == "persons":
            self.last, self.last_sentence = thing, index
        measure = told.measure if told else self._default(site, thing)
        return _Figure(
            measure, thing.of, thing.sort, told.node if told else None, told.rule if told else "count"
        )

    def _is_speaker(self, tree: Tree, site: Site) -> bool:
        """Find "two officials said": sources of the story."""
        relation, head = role_of(tree, site.outer)
        return relation == "nsubj" and head is not None and fold(tree[head].lemma) in self.words.words["say"]

    def _is_known_pair(self, tree: Tree, site: Site) -> bool:
        """Find "the two men", "both sides": a pair told of before."""
        marked = {fold(tree[c].text) for c in (*tree.children(site.outer, "det"), *site.nodes)}
        return site.number.low == 2 and bool(marked & self.words.words["definite"])

    def _of_subject(self, tree: Tree, site: Site) -> Thing:
        """Return whom "people" are, where the subject says it: "the number of passengers reached two million people"."""
        head = tree.head(site.outer)
        nodes = (n for n in tree.children(head, "nsubj") if n != site.outer) if head is not None else ()
        names = (self._persons(number_of(tree, node, self.words)) for node in nodes)
        return next((thing for thing in names if thing), _PEOPLE)

    def _persons(self, name: str) -> Thing | None:
        known = any(
            thing.of == name and thing.sort == "persons"
            for rows in self.words.things.values()
            for _, thing in rows
        )
        return Thing(name, "persons") if known else None

    def _default(self, site: Site, thing: Thing) -> Measure:
        measure = self.words.defaults.get(thing.of, "quantity")
        few = max(site.number.low or 0, site.number.high or 0) < _CROWD
        return "quantity" if measure == "deployed" and few and thing.sort == "persons" else measure

    def _thing(self, tree: Tree, site: Site) -> Thing | None:
        if site.noun is None or tree[site.noun].pos in {"PRON", "DET"}:
            return None
        return thing_of(tree, site.noun, self.words)

    def _told(self, tree: Tree, site: Site, thing: Thing | None) -> Told | None:
        bare = site.noun is None or tree[site.noun].pos in {"PRON", "DET"}
        sort = thing.sort if thing else "persons" if bare else "items"
        told = measure_of(tree, site, self.words.predicates[sort])
        if told is None and thing is None and sort == "items":
            told = measure_of(tree, site, self.words.predicates["persons"])
        if told and told.measure != "payment":
            return told
        above = (site.outer, *tree.ancestors(site.outer))
        subjects = next((nodes for n in above if (nodes := tree.children(n, "nsubj"))), ())
        tolls = (toll_of(tree, node, self.words) for node in subjects if node != site.outer)
        return next((toll for toll in tolls if toll and toll.measure != "quantity"), None)


def _opened(number: NumberMention, like: NumberMention) -> NumberMention:
    low = number.low if like.low is not None else None
    high = number.high if like.high is not None else None
    return replace(number, low=low, high=high, bound=like.bound)


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
    if gauge is None or gauge.measure != "magnitude" or low > _STRONGEST or site.number.rule != "digits":
        return None
    return _Figure(
        "magnitude", gauge.of, "category" if gauge.of == "hurricane" else "magnitude", None, "scale"
    )


_TOO_MANY = 1e9  # a bare number from here on is money
_NEAR = 3  # words between "among" and the number of a part
_CROWD = 20  # fewer soldiers or rescuers are persons of the story, not a force
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
        person = site.noun is None or (thing is not None and thing.sort == "persons")
        return told is not None and told.measure in _LOST and person
    if site.noun is None:
        return told is not None and (site.number.low or 0) < _TOO_MANY
    return thing is not None or told is not None or rule != "vague"
