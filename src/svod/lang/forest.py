"""Heads from a parser made into a proper forest."""

from collections.abc import Sequence


def acyclic(heads: Sequence[int]) -> list[int]:
    """Return `heads` with every cycle cut, so that each walk up ends at a root.

    Args:
        heads: Head of each node; a root heads itself. Out-of-range heads
            become roots.
    """
    fixed = [head if 0 <= head < len(heads) else node for node, head in enumerate(heads)]
    state = [0] * len(fixed)  # 0 new, 1 on the walk, 2 known to end at a root
    for start in range(len(fixed)):
        walk, node = [], start
        while state[node] == 0:
            state[node] = 1
            walk.append(node)
            if fixed[node] == node:
                break
            node = fixed[node]
        if state[node] == 1 and fixed[node] != node:
            fixed[node] = node
        for seen in walk:
            state[seen] = 2
    return fixed
