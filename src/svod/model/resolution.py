"""Resolution: which statements, of all documents, speak of the same thing."""

from collections.abc import Iterable
from dataclasses import dataclass

from svod.model.bearing import Bearing
from svod.model.record import Entity
from svod.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that was compared between two statements.

    Attributes:
        name: What was compared, e.g. `when`.
        level: How the two stand to each other, e.g. `same_day`.
        weight: Evidence for one event or quantity, in bits (log2 of the odds).
    """

    name: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements and why they are taken for the same.

    Attributes:
        one: Id of a statement.
        other: Id of another one, greater than `one`.
        score: Sum of the weights, in bits.
        comparisons: What adds up to the score, in a fixed order.
    """

    one: str
    other: str
    score: float
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Statements that speak of one event, of one quantity, or lay one blame.

    Attributes:
        statements: Ids, sorted.
        pairs: The strongest links that hold the cluster together, one fewer
            than its distinct statements; none for a statement alone or for
            word-for-word copies.
    """

    statements: tuple[str, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided on pairs of statements.

    Attributes:
        must_link: Pairs of ids that are the same whatever the scores say.
        cannot_link: Pairs of ids that are not; they win over `must_link`.
    """

    must_link: tuple[tuple[str, str], ...] = ()
    cannot_link: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What resolution hands to fusion.

    Attributes:
        entities: Sorted by kind and name.
        events: Clusters of event statements; each statement is in exactly one.
        figures: Clusters of figure statements; likewise.
        accusations: Clusters of accusations on one matter; likewise.
        bearings: What later statements say on promises and demands, sorted.
    """

    entities: tuple[Entity, ...]
    events: tuple[Cluster, ...]
    figures: tuple[Cluster, ...]
    accusations: tuple[Cluster, ...] = ()
    bearings: tuple[Bearing, ...] = ()


def distinct_statements(statements: Iterable[Statement]) -> dict[str, Statement]:
    """Return the statements by id, in order of id.

    Of several that share an id (the same words read twice) the same one is
    kept whatever the order they come in.
    """
    found: dict[str, Statement] = {}
    for statement in statements:
        known = found.setdefault(statement.id, statement)
        if known != statement:
            found[statement.id] = min(known, statement, key=repr)
    return {key: found[key] for key in sorted(found)}
