"""Finding figures: which numbers count something, what, and what is told of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from svod.extraction.figures.count import BARE as _BARE
from svod.extraction.figures.count import LOST, PEOPLE, count_figure
from svod.extraction.figures.counted import thing_of
from svod.extraction.figures.lexicon import FigureWords, Sort, Thing, fold, load_words
from svod.extraction.figures.measure import coordinated, toll_of
from svod.extraction.figures.quote import quote_of
from svod.extraction.figures.site import Site, locate, role_of
from svod.extraction.figures.taken_back import find_taken_back
from svod.extraction.figures.told import Figure, forms_of
from svod.extraction.figures.value import value_figure
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import FigureClaim, NumberMention, Span

BARE = f"figure {_BARE}"
"""Rule of a finding that counts something only if an event around it says what."""

_NEAR = 3  # words between "among" and the number of a part
_FAR = 12  # words; a verb so far before a part governs the whole, not the part
_RECALL = 3  # sentences back in which the count stands that "the police speak of nine" speaks of


def find_figures(reading: Reading) -> Iterator[Finding]:
    """Yield the figures of a document in text order.

    A number is a figure if it stands with a noun that is counted, with a unit
    that says what it measures, or with a predicate that tells what happened
    to those counted. Numbers of other kinds are passed over.

    Args:
        reading: The annotated document with its trees.

    Yields:
        One finding a figure; one number gives two where it is told of twice
        ("dozens were killed and wounded"). `of` is a canonical English plural;
        a bare number takes it from the persons counted before it, or is
        `people`. Behind them stand those that a later sentence takes back.

    Raises:
        MalformedLexiconError: If the language's `figures` data breaks its schema.
    """
    words = load_words(reading.language)
    figures = tuple(_Finder(reading, words).findings())
    yield from figures
    yield from find_taken_back(reading, figures, words)


@dataclass(frozen=True, slots=True)
class _Read:
    """A number with what it was taken for."""

    site: Site
    figure: Figure


class _Finder:
    """Reads numbers in order and remembers who was counted last."""

    def __init__(self, reading: Reading, words: FigureWords) -> None:
        self.reading, self.words = reading, words
        self.names = sorted((name.span.start, name.span.end) for name in reading.annotation.names)
        self.last, self.last_sentence = PEOPLE, -1
        self.told: Figure | None = None
        self.told_sentence = -1

    def findings(self) -> Iterator[Finding]:
        numbers = self.reading.annotation.numbers
        starts = [number.span.start for number in numbers]
        for index, sentence in enumerate(self.reading.annotation.sentences):
            first, last = (bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
            before: _Read | None = None
            for number in numbers[first:last]:
                read = self._read(index, number, before)
                if read:
                    yield from self._findings(index, read)
                before = read if read and read.figure.rule != _BARE else before

    def _read(self, index: int, number: NumberMention, before: _Read | None) -> _Read | None:
        tree = self.reading.trees[index]
        site = locate(tree, number, self.words)
        if site is None:
            return None
        figure = self._figure(index, tree, site)
        if figure is None or figure.rule == _BARE:
            figure = self._again(index, tree, site, before) or figure
        if figure is None or (figure.rule != "scale" and self._is_in_name(number)):
            return None
        if before and figure.rule == "count" and self._is_part(tree, site, before):
            of = self._of_part(tree, site) or figure.of
            figure = replace(figure, measure=before.figure.measure, of=of, rule="part")
        if before and self._is_conversion(before, number):
            figure = replace(figure, measure=before.figure.measure, of=before.figure.of)
            site = replace(site, number=_opened(number, before.site.number))
        if figure.unit == "persons" and figure.rule != _BARE:
            self.last, self.last_sentence = Thing(figure.of, "persons"), index
            if figure.measure in LOST | {"participants"}:
                self.told, self.told_sentence = figure, index
        return _Read(site, figure)

    def _figure(self, index: int, tree: Tree, site: Site) -> Figure | None:
        value = value_figure(tree, site, self.words, self.last)
        if value or site.number.unit:
            return value
        spoken_of = site.partitive or index == self.last_sentence
        return count_figure(tree, site, self.words, self.last if spoken_of else PEOPLE)

    def _again(self, index: int, tree: Tree, site: Site, before: _Read | None) -> Figure | None:
        """Read a bare number for what was counted before: "police speak of nine", "up from 17"."""
        if site.noun is not None or site.number.unit or site.number.rule in {"zero", "one"}:
            return None
        if before and before.figure.unit in {"persons", "items"} and self._is_change(tree, site):
            return replace(before.figure, told=None, rule="before")
        told = self.told if index - self.told_sentence <= _RECALL else None
        return replace(told, told=None, rule="told again") if told and self._is_tallied(tree, site) else None

    def _is_change(self, tree: Tree, site: Site) -> bool:
        """Tell whether "up from", "against" or such stands right before a number."""
        start = site.nodes[0]
        return any(
            " ".join(fold(token.text) for token in tree.tokens[max(0, start - size) : start])
            in self.words.words["before"]
            for size in (1, 2, 3)
        )

    def _is_tallied(self, tree: Tree, site: Site) -> bool:
        """Tell whether a verb or noun of counting governs a number: "speak of nine", "the count is 58"."""
        relation, head = role_of(tree, site.outer)
        if head is None:
            subject = tree.child(site.outer, "nsubj")
            return subject is not None and self._is_tally(tree, subject)
        if relation.split(":")[0] in {"nsubj", "conj"}:
            return False
        above = [head, *list(tree.ancestors(head))[:1]]
        verbs = (n for n in above if tree[n].pos == "VERB")
        counting = any(fold(tree[n].lemma) in self.words.words["tally"] for n in verbs)
        subject = tree.child(head, "nsubj")
        return counting or (subject is not None and self._is_tally(tree, subject))

    def _is_tally(self, tree: Tree, node: int) -> bool:
        return toll_of(tree, node, self.words) is not None

    def _of_part(self, tree: Tree, site: Site) -> str:
        """Return who the part is where its predicate says so: "three of them are police"."""
        head = tree.head(site.outer)
        nominal = head is not None and tree[head].pos in {"NOUN", "PROPN"} and site.partitive
        nodes = [head] if nominal and head is not None else list(tree.children(site.outer, "appos"))
        things = (thing_of(tree, node, self.words) for node in nodes)
        return next((thing.of for thing in things if thing and thing.sort == "persons"), "")

    def _findings(self, index: int, read: _Read) -> Iterator[Finding]:
        tree, number = self.reading.trees[index], read.site.number
        for figure in (read.figure, *self._others(tree, read)):
            claim = FigureClaim(figure.measure, figure.of, number.low, number.high, number.bound, figure.unit)
            node = read.site.outer if figure.told is None else figure.told
            yield Finding(
                claim=claim,
                sentence=index,
                node=node,
                quote=quote_of(tree, read.site, figure.told),
                rule=f"figure {figure.rule}",
                trigger=number.span if figure.told is None else tree[node].span,
                # "Nobody was hurt" affirms a count of zero.
                polarity="affirmed" if read.site.number.rule == "zero" else None,
            )

    def _others(self, tree: Tree, read: _Read) -> Iterator[Figure]:
        """Yield what one number says beside: "dozens were killed and wounded", "dozens of men and cars"."""
        figure = read.figure
        sorts: dict[str, Sort] = {"persons": "persons", "items": "items"}
        if figure.unit not in sorts:
            return
        if figure.told is not None:
            for told in coordinated(tree, figure.told, self.words.predicates[sorts[figure.unit]]):
                between = Span(read.site.number.span.end, tree[told.node].span.end)
                counted = any(between.overlaps(n.span) for n in self.reading.annotation.numbers)
                if told.measure != figure.measure and told.measure in LOST and not counted:
                    yield replace(figure, measure=told.measure, told=told.node, rule=told.rule)
        for other in () if read.site.noun is None else tree.children(read.site.noun, "conj"):
            thing = thing_of(tree, other, self.words)
            if thing and thing.sort != figure.unit and tree.child(other, "nummod") is None:
                yield replace(figure, of=thing.of, unit=thing.sort)

    def _is_part(self, tree: Tree, site: Site, before: _Read) -> bool:
        """Tell whether a count is a part of the one before it, or goes on a list of
        parts: "212 people, among them 30 women and two boys".
        """
        if before.figure.unit != "persons" or before.figure.measure == "quantity":
            return False
        if before.figure.rule == "part" and before.site.outer == tree.head(site.outer):
            return True
        if site.partitive and self._is_elliptic(tree, site):
            return True
        near = range(max(before.site.nodes[-1] + 1, site.nodes[0] - _NEAR), site.nodes[0])
        part = self.words.predicates["persons"].part
        verbs = (n for n in near if tree[n].pos == "VERB" and fold(tree[n].text) not in part)
        return any(part & forms_of(tree, n) for n in near) and not any(verbs)

    def _is_elliptic(self, tree: Tree, site: Site) -> bool:
        """Tell whether a part has no verb of its own: "two of them pregnant", "three of them by police"."""
        relation, head = role_of(tree, site.outer)
        if head is None:
            return True
        verb = tree[head].pos == "VERB" and relation.split(":")[0] in {"nsubj", "obj", "obl"}
        return not verb or head < site.nodes[0] - _FAR

    def _is_conversion(self, before: _Read, number: NumberMention) -> bool:
        """Tell whether a value in brackets gives the one before it in another unit."""
        text = self.reading.annotation.document.text
        gap = text[before.site.number.span.end : number.span.start]
        other = number.unit not in {"", "percent", before.site.number.unit}
        return other and gap.strip() == "("

    def _is_in_name(self, number: NumberMention) -> bool:
        at = bisect_right(self.names, (number.span.start, number.span.end)) - 1
        near = self.names[max(0, at) : at + 2]
        return any(start <= number.span.start and number.span.end <= end for start, end in near)


def _opened(number: NumberMention, like: NumberMention) -> NumberMention:
    low = number.low if like.low is not None else None
    high = number.high if like.high is not None else None
    return replace(number, low=low, high=high, bound=like.bound)
