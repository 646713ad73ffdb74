"""Figures taken back: "Later the ministry withdrew that number." denies the figure told before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from svod.extraction.figures.lexicon import FigureWords, fold
from svod.extraction.mood import load_cues, takes_back
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import cover

_REACH = 2  # sentences back in which the figure must stand
_PARTS = frozenset({"acl", "amod", "appos", "nmod", "nummod"})


def find_taken_back(reading: Reading, figures: Sequence[Finding], words: FigureWords) -> Iterator[Finding]:
    """Yield a denied figure wherever a sentence takes back the number told before it.

    The sentence holds no number of its own; what it denies is a bare noun for
    one ("that figure", "the toll"). The figure meant is the first one of the
    nearest sentence before that has any.

    Args:
        reading: The document.
        figures: Its figures, in text order.
        words: The language's words for figures.
    """
    holders = {_sentence_at(reading, number.span.start) for number in reading.annotation.numbers}
    for index, tree in enumerate(reading.trees):
        node = None if index in holders else _number_denied(tree, reading, words)
        meant = None if node is None else _told_before(figures, index)
        if node is not None and meant is not None:
            head = tree[node].head
            yield replace(
                meant,
                sentence=index,
                node=node,
                quote=cover(tree.span(node), tree[head].span),
                rule="figure taken back",
                trigger=tree[node].span,
                polarity="denied",
                of=meant,
            )


def _sentence_at(reading: Reading, offset: int) -> int | None:
    sentences = enumerate(reading.annotation.sentences)
    return next((index for index, s in sentences if s.span.start <= offset < s.span.end), None)


def _number_denied(tree: Tree, reading: Reading, words: FigureWords) -> int | None:
    """Return the noun for a number, told no further, that the sentence denies."""
    cues = load_cues(reading.language.tag)
    for node in range(len(tree)):
        head = tree.head(node)
        if head is None or not tree.is_a(node, "obj", "nsubj"):
            continue
        bare = (fold(tree[node].lemma),) in (
            phrase for phrase, _ in words.toll.get(fold(tree[node].lemma), ())
        )
        if bare and not tree.children(node, *_PARTS) and takes_back(tree, head, cues):
            return node
    return None


def _told_before(figures: Sequence[Finding], index: int) -> Finding | None:
    before = [figure for figure in figures if index - _REACH <= figure.sentence < index]
    nearest = max((figure.sentence for figure in before), default=None)
    return next((figure for figure in before if figure.sentence == nearest), None)
