"""Heads from a parser made into one tree a sentence."""

from collections.abc import Sequence

_NOMINAL = ("NOUN", "PROPN", "PRON")


def acyclic(heads: Sequence[int], verbs: frozenset[int] = frozenset()) -> list[int]:
    """Return `heads` with every cycle cut, so that each walk up ends at a root.

    Args:
        heads: Head of each node; a root heads itself. Out-of-range heads
            become roots.
        verbs: Nodes that are cut first, since a clause should keep its verb on top.
    """
    fixed = [head if 0 <= head < len(heads) else node for node, head in enumerate(heads)]
    known = [False] * len(fixed)
    for start in range(len(fixed)):
        walk: list[int] = []
        node = start
        while not known[node] and node not in walk and fixed[node] != node:
            walk.append(node)
            node = fixed[node]
        if node in walk:
            cycle = walk[walk.index(node) :]
            top = next((n for n in sorted(cycle) if n in verbs), node)
            fixed[top] = top
        for seen in (*walk, node):
            known[seen] = True
    return fixed


def one_tree(
    heads: Sequence[int], relations: Sequence[str], pos: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Return heads and relations of a sentence with one root.

    A stray root that came as a relative or participial clause hangs on the
    noun before it; any other hangs on the first root as `parataxis`.

    Args:
        heads: As the parser gave them; may hold cycles and several roots.
        relations: UD relations, one a node.
        pos: UD parts of speech, one a node.
    """
    verbs = frozenset(node for node, tag in enumerate(pos) if tag == "VERB")
    fixed = acyclic(heads, verbs)
    labels = list(relations)
    roots = [node for node, head in enumerate(fixed) if head == node]
    main = next((n for n in roots if relations[n] == "root"), roots[0]) if roots else 0
    for root in roots:
        if root != main:
            fixed[root], labels[root] = _hung(root, main, fixed, labels, pos)
    if roots:
        labels[main] = "root"
    return fixed, labels


def _hung(
    root: int, main: int, heads: Sequence[int], labels: Sequence[str], pos: Sequence[str]
) -> tuple[int, str]:
    own = _subtree(root, heads)
    relative = labels[root].startswith("acl") or any(
        labels[n].startswith("nsubj") and pos[n] == "PRON" and n < root and heads[n] == root for n in own
    )
    if relative:
        before = [n for n in range(min(own)) if n not in own and pos[n] in _NOMINAL]
        if before:
            return before[-1], "acl:relcl"
    return main, labels[root] if labels[root] not in {"root", "dep"} else "parataxis"


def _subtree(root: int, heads: Sequence[int]) -> set[int]:
    own = {root}
    for node in range(len(heads)):
        path = [node]
        while path[-1] not in own and heads[path[-1]] != path[-1] and len(path) <= len(heads):
            path.append(heads[path[-1]])
        if path[-1] in own:
            own.update(path)
    return own
