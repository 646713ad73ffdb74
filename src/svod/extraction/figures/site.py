"""Where a number stands in its sentence: its words, the noun it counts, the role of both."""

from collections.abc import Iterator
from dataclasses import dataclass

from svod.extraction.figures.lexicon import FigureWords, fold
from svod.extraction.tree import Tree
from svod.model import NumberMention, Span

_COUNTING = ("nummod", "det", "amod", "advmod", "compound", "nmod")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "VERB", "X"})
_LINKED = frozenset({"conj", "appos"})


@dataclass(frozen=True, slots=True)
class Site:
    """A number in a tree.

    Attributes:
        number: The mention.
        nodes: Its words.
        noun: What it counts, or `None` if no noun stands with it.
        outer: Highest of its words and the noun: what the clause sees.
        partitive: Whether the noun is a whole of which the number is a part
            ("two of the hostages").
    """

    number: NumberMention
    nodes: tuple[int, ...]
    noun: int | None
    outer: int
    partitive: bool


def locate(tree: Tree, number: NumberMention, words: FigureWords) -> Site | None:
    """Return where a number stands in a tree, or `None` if no word of the tree is in it."""
    nodes = tuple(n for n, token in enumerate(tree.tokens) if token.span.overlaps(number.span))
    if not nodes:
        return None
    noun, partitive = _noun(tree, nodes, words) if not _is_money(number) else (None, False)
    held = {*nodes, noun} if noun is not None else set(nodes)
    outer = next((n for n in sorted(held) if tree.head(n) not in held), nodes[0])
    return Site(number, nodes, noun, outer, partitive)


def role_of(tree: Tree, node: int) -> tuple[str, int | None]:
    """Return the relation that a noun phrase has to its head, and the head.

    Coordinated and apposed phrases take the relation of the first.
    """
    seen = {node}
    while tree[node].relation.split(":")[0] in _LINKED and (head := tree.head(node)) is not None:
        if tree[head].pos in {"VERB", "AUX"} or head in seen:
            break
        seen.add(head)
        node = head
    return tree[node].relation, tree.head(node)


def phrase_nodes(tree: Tree, node: int, depth: int = 3) -> Iterator[int]:
    """Yield `node` and the words of its noun phrase, without clauses and coordination."""
    yield node
    if depth:
        for child in tree.children(node, "amod", "compound", "nmod", "flat", "case", "cc", "acl"):
            if tree[child].relation != "acl" or tree[child].span.end < tree[node].span.start:
                yield from phrase_nodes(tree, child, depth - 1)


def _is_money(number: NumberMention) -> bool:
    return len(number.unit) == 3 and number.unit.isupper()


def _noun(tree: Tree, nodes: tuple[int, ...], words: FigureWords) -> tuple[int | None, bool]:
    if not tree.sentence.parsed:
        return _next_noun(tree, nodes), False
    for node in reversed(nodes):
        head = tree.head(node)
        counts = head is not None and head not in nodes and tree.is_a(node, *_COUNTING)
        if counts and head is not None and _is_counted(tree, node, head):
            return head, False
    below = [
        c for n in nodes for c in tree.children(n, "nmod", "obl", "flat", "acl", "appos") if c > nodes[-1]
    ]
    for child in below:
        bare_verb = tree[child].pos == "VERB" and not tree[child].feature("Case")
        if child - nodes[-1] <= _GAP and tree[child].pos in _NOUNS and child not in nodes and not bare_verb:
            return child, _is_partitive(tree, child, words)
    whole = _whole(tree, nodes)
    return (_beside(tree, nodes, words), False) if whole is None else (whole, True)


def _whole(tree: Tree, nodes: tuple[int, ...]) -> int | None:
    """Return whose part a possessed numeral is: "olardyñ altauy", six *of them*."""
    owned = (n for n in nodes if tree[n].feature("Person[psor]"))
    return next((owner for n in owned for owner in tree.children(n, "nmod:poss")), None)


_GAP = 8  # words between a number and the noun it is a number of; longer gaps were other phrases


def _is_counted(tree: Tree, node: int, head: int) -> bool:
    token = tree[head]
    finite = token.pos == "VERB" and (token.feature("VerbForm") == "Fin" or not tree.is_a(node, "nummod"))
    if token.pos not in _NOUNS or finite:
        return False
    between = {tree[n].pos for n in range(node + 1, head)}
    return (head > node and not {"CCONJ", "VERB"} <= between) or (head < node and tree.is_a(node, "nummod"))


def _is_partitive(tree: Tree, child: int, words: FigureWords) -> bool:
    marked = {tree[c].text.lower() for c in tree.children(child, "case", "det")}
    return tree[child].pos == "PRON" or bool(marked & words.words["bare"])


def _beside(tree: Tree, nodes: tuple[int, ...], words: FigureWords) -> int | None:
    """Take the next word where the parser tied number and noun in no known way."""
    after = nodes[-1] + 1
    while (
        after < len(tree)
        and tree[after].pos == "ADJ"
        and fold(tree[after].lemma) not in words.predicates["persons"].states
    ):
        after += 1
    if after < len(tree) and tree[after].pos in {"NOUN", "PROPN"} and tree[after].relation != "obl":
        return after
    return None


def _next_noun(tree: Tree, nodes: tuple[int, ...]) -> int | None:
    after = nodes[-1] + 1
    return after if after < len(tree) and tree[after].text[0].isalpha() else None


def span_of(tree: Tree, nodes: Iterator[int] | tuple[int, ...]) -> Span:
    """Return the stretch from the first to the last of some words."""
    held = sorted(nodes)
    return Span(tree[held[0]].span.start, max(tree[n].span.end for n in held))
