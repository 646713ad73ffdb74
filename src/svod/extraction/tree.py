"""A sentence as a tree: children, subtrees and the stretches of text they cover."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property

from svod.model import Sentence, Span, Token, cover

CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "csubj", "csubj:pass", "parataxis"})
"""Relations that open a clause of its own below the word they hang on."""


class Tree:
    """The dependency tree of one sentence.

    Nodes are indices into `sentence.tokens`. A sentence without a parse is a
    forest of single words: every question about children is answered empty.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._asked: dict[tuple[int, tuple[str, ...]], tuple[int, ...]] = {}

    def __getitem__(self, node: int) -> Token:
        return self.tokens[node]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def _below(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for node, token in enumerate(self.tokens):
            if token.head != node:
                below[token.head].append(node)
        return tuple(tuple(nodes) for nodes in below)

    def children(self, node: int, *relations: str) -> tuple[int, ...]:
        """Return the nodes right below `node`, in text order.

        Args:
            node: Whose children.
            relations: Relations to keep; all if none is given. `obl` also
                keeps its subtypes (`obl:agent`).
        """
        below = self._below[node]
        if not relations or not below:
            return below
        found = self._asked.get((node, relations))
        if found is None:
            found = tuple(child for child in below if self.is_a(child, *relations))
            self._asked[node, relations] = found
        return found

    def child(self, node: int, *relations: str) -> int | None:
        """Return the first such child, or `None`."""
        found = self.children(node, *relations)
        return found[0] if found else None

    def is_a(self, node: int, *relations: str) -> bool:
        """Tell whether `node` hangs on its head by one of `relations` or a subtype."""
        relation = self.tokens[node].relation
        return relation in relations or (":" in relation and relation.split(":")[0] in relations)

    def head(self, node: int) -> int | None:
        """Return the head of `node`, or `None` for a root."""
        head = self.tokens[node].head
        return None if head == node else head

    def ancestors(self, node: int) -> Iterator[int]:
        """Yield the heads above `node`, nearest first."""
        head = self.head(node)
        while head is not None:
            yield head
            head = self.head(head)

    def subtree(self, node: int, without: Collection[str] = ()) -> tuple[int, ...]:
        """Return `node` and all below it in text order.

        Args:
            node: The root of the subtree; always in it.
            without: Relations (not subtypes) whose branches are left out.
        """
        found, queue = [node], [node]
        while queue:
            for child in self._below[queue.pop()]:
                if self.tokens[child].relation not in without:
                    found.append(child)
                    queue.append(child)
        return tuple(sorted(found))

    def span(self, node: int, without: Collection[str] = ()) -> Span:
        """Return the stretch from the first to the last word of a subtree,
        without punctuation at either edge.
        """
        nodes = list(self.subtree(node, without))
        while len(nodes) > 1 and self.tokens[nodes[0]].pos == "PUNCT":
            nodes.pop(0)
        while len(nodes) > 1 and self.tokens[nodes[-1]].pos == "PUNCT":
            nodes.pop()
        return cover(*(self.tokens[at].span for at in nodes))

    def conjuncts(self, node: int) -> tuple[int, ...]:
        """Return `node` and the nodes coordinated with it from here on."""
        return (node, *self.children(node, "conj"))

    def at(self, span: Span) -> tuple[int, ...]:
        """Return the nodes whose words stand inside `span`."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.span.start)
        end = bisect_right(self.tokens, span.end, key=lambda token: token.span.end)
        return tuple(range(first, end))

    def top(self, span: Span) -> int | None:
        """Return the highest node inside `span` (the head word of a phrase), or `None`."""
        inside = self.at(span)
        return next((n for n in inside if self.head(n) not in inside), None)

    def clause(self, node: int) -> int:
        """Return the predicate of the clause that `node` stands in.

        Climbs from `node` to the nearest verb, clause root or sentence root;
        a node that is one itself is returned.
        """
        at = node
        while (head := self.head(at)) is not None:
            token = self.tokens[at]
            if token.pos in {"VERB", "AUX"} or token.relation in CLAUSES:
                return at
            at = head
        return at
