"""What a number counts, in the codebook's words."""

from collections.abc import Iterable
from typing import TypeVar

from svod.extraction.figures.lexicon import FigureWords, Index, Thing, fold
from svod.extraction.figures.site import phrase_nodes
from svod.extraction.tree import Tree

T = TypeVar("T")


def look_up(tree: Tree, node: int, index: Index[T]) -> T | None:
    """Return what the longest phrase stands for that holds `node` and otherwise
    words of its noun phrase, in any order, or `None`.
    """
    own = _forms(tree, node)
    near = {form for n in phrase_nodes(tree, node) for form in _forms(tree, n)}
    near |= {form for n in tree.children(node, "conj") for form in _forms(tree, n)}
    near |= {fold(tree[n].text) for n in tree.children(node, "cc")}
    near |= {fold(tree[c].text) for n in tree.children(node, "conj") for c in tree.children(n, "cc")}
    best = _longest(phrase for form in own for phrase in index.get(form, ()) if near.issuperset(phrase[0]))
    return best[1] if best else None


def thing_of(tree: Tree, node: int, words: FigureWords) -> Thing | None:
    """Return what the noun at `node` is, or `None` if no table knows it."""
    return look_up(tree, node, words.things)


def guess_thing(tree: Tree, node: int, words: FigureWords) -> Thing:
    """Return a name made of the noun's own words, where no table knows it.

    English plurals are taken from the text; of another language only the
    sort is kept, as `people` or `items`.
    """
    token = tree[node]
    person = token.feature("Animacy") == "Anim" or token.text.lower().endswith(
        tuple(words.words["person_endings"])
    )
    if not token.text.isascii():
        return Thing("people" if person else "items", "persons" if person else "items")
    name = [tree[n].lemma for n in tree.children(node, "compound") if tree[n].lemma.isalpha()]
    return Thing("_".join([*name, token.text.lower()]), "persons" if person else "items")


def _forms(tree: Tree, node: int) -> tuple[str, ...]:
    lemma, text = fold(tree[node].lemma), fold(tree[node].text)
    return tuple(dict.fromkeys((lemma, text, text.removesuffix("s"))))


def _longest(rows: Iterable[tuple[tuple[str, ...], T]]) -> tuple[tuple[str, ...], T] | None:
    return max(rows, key=lambda row: len(row[0]), default=None)
