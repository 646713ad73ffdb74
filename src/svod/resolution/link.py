"""From statements of one kind to clusters that tell why they hold together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from svod.model import Cluster, Constraints, Kind, Mention, Pair, Statement
from svod.resolution import compare
from svod.resolution.blocking import candidate_pairs
from svod.resolution.cluster import Edge, cluster
from svod.resolution.profile import Profile, make_profiles
from svod.resolution.sieve import Facet, sift
from svod.resolution.weights import Weights

# A pair scored below this is as good as never compared; it is dropped to save memory.
_FLOOR = -10.0


@dataclass(frozen=True, slots=True)
class Method:
    """How statements of one kind are linked.

    Attributes:
        kind: The kind.
        sorts: What two profiles of one thing share; see `candidate_pairs`.
        levels: Level of each comparison of two profiles, or `None` where they
            are never of one thing.
        facets: What is compared before the rest; see `sift`.
        weights: What the levels weigh.
    """

    kind: Kind
    sorts: Callable[[Profile], Iterable[str]]
    levels: Callable[[Profile, Profile], Mapping[str, str] | None]
    facets: Mapping[str, Facet]
    weights: Weights


METHODS: Mapping[Kind, Method] = {
    "event": Method(
        "event", compare.event_sorts, compare.event_levels, compare.EVENT_FACETS, compare.EVENT_WEIGHTS
    ),
    "figure": Method(
        "figure", compare.figure_sorts, compare.figure_levels, compare.FIGURE_FACETS, compare.FIGURE_WEIGHTS
    ),
    "accusation": Method(
        "accusation",
        compare.accusation_sorts,
        compare.accusation_levels,
        compare.ACCUSATION_FACETS,
        compare.ACCUSATION_WEIGHTS,
    ),
}
"""The kinds that are linked."""


def link(
    statements: Iterable[Statement],
    mentions: Mapping[str, Sequence[Mention]],
    roots: Mapping[str, str],
    constraints: Constraints,
    method: Method,
) -> tuple[Cluster, ...]:
    """Return the clusters of the statements of the method's kind, sorted; each statement in one."""
    found = [statement for statement in statements if statement.kind == method.kind]
    profiles = make_profiles(found, mentions, roots, _constrained(constraints))
    scores = _scores(profiles, method)
    groups = cluster(
        len(profiles),
        scores,
        method.weights,
        must=_edges(profiles, constraints.must_link),
        cannot=_edges(profiles, constraints.cannot_link),
    )
    trees = _strongest(groups, scores)
    return tuple(sorted((_cluster(profiles, group, trees[group], method) for group in groups), key=_order))


def explain_pair(
    one: Statement,
    other: Statement,
    mentions: Mapping[str, Sequence[Mention]],
    roots: Mapping[str, str],
) -> Pair | None:
    """Return the score of two statements with its parts, or `None` where none is defined."""
    if one.kind != other.kind or (method := METHODS.get(one.kind)) is None:
        return None
    [first], [second] = (make_profiles([s], mentions, roots, frozenset()) for s in (one, other))
    return None if method.levels(first, second) is None else _pair(first, second, method)


def _constrained(constraints: Constraints) -> frozenset[str]:
    pairs = constraints.must_link + constraints.cannot_link
    return frozenset(statement for pair in pairs for statement in pair)


def _scores(profiles: Sequence[Profile], method: Method) -> dict[Edge, float]:
    scores: dict[Edge, float] = {}
    pairs = candidate_pairs(profiles, method.sorts)
    for one, other in sift(profiles, pairs, method.facets, method.weights, _FLOOR):
        found = method.levels(profiles[one], profiles[other])
        if found is not None and (score := method.weights.score(found)) > _FLOOR:
            scores[one, other] = score
    return scores


def _edges(profiles: Sequence[Profile], pairs: Iterable[tuple[str, str]]) -> list[Edge]:
    at = {statement: index for index, profile in enumerate(profiles) for statement in profile.ids}
    known = [(at[one], at[other]) for one, other in pairs if one in at and other in at]
    return sorted({(min(edge), max(edge)) for edge in known if edge[0] != edge[1]})


def _strongest(
    groups: Iterable[tuple[int, ...]], scores: Mapping[Edge, float]
) -> dict[tuple[int, ...], list[Edge]]:
    """Return for each group a spanning tree of its best-scored pairs (Kruskal's algorithm)."""
    homes = {member: group for group in groups for member in group}
    trees: dict[tuple[int, ...], list[Edge]] = {group: [] for group in homes.values()}
    above = {member: member for member in homes}
    inside = [edge for edge in scores if homes[edge[0]] == homes[edge[1]]]
    for edge in sorted(inside, key=lambda e: (-scores[e], e)):
        one, other = (_top(member, above) for member in edge)
        if one != other:
            above[other] = one
            trees[homes[one]].append(edge)
    return trees


def _top(member: int, above: dict[int, int]) -> int:
    while above[member] != member:
        member = above[member]
    return member


def _cluster(
    profiles: Sequence[Profile], group: tuple[int, ...], tree: list[Edge], method: Method
) -> Cluster:
    statements = sorted(statement for member in group for statement in profiles[member].ids)
    pairs = (_pair(profiles[one], profiles[other], method) for one, other in tree)
    return Cluster(tuple(statements), tuple(sorted(pairs, key=lambda p: (p.one, p.other))))


def _order(cluster: Cluster) -> tuple[str, ...]:
    return cluster.statements


def _pair(one: Profile, other: Profile, method: Method) -> Pair:
    first, second = sorted((one.ids[0], other.ids[0]))
    found = method.weights.explain(method.levels(one, other) or {})
    return Pair(first, second, sum(c.weight for c in found), found)
