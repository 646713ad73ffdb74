"""Decisions: what people decide on a record, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from svod.model.place import Place

Action = Literal[
    "accept", "reject", "correct", "choose", "merge", "split", "remove", "redact", "note", "undo"
]
RulingStatus = Literal["holds", "undone", "overruled", "partial", "lost"]


@dataclass(frozen=True, slots=True)
class Target:
    """Words that a decision is bound to, so that it finds them again when ids or offsets move.

    Attributes:
        id: Id that the statement or entity had when it was decided on.
        kind: Kind of the statement; `words` for a passage, `name` for a name
            wherever it stands, `document` for a whole account.
        sense: Event type or measure of the statement as the machine read it,
            or kind of the entity.
        document: Id of the document; empty for a name.
        sha256: SHA-256 of the document's original bytes; empty for a name.
        start: Where the words stood, in code points of the document's text.
        end: Offset behind them.
        quote: The words.
        side: Which side of a split they are on; 0 elsewhere.
    """

    id: str
    kind: str
    sense: str = ""
    document: str = ""
    sha256: str = ""
    start: int = 0
    end: int = 0
    quote: str = ""
    side: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the journal: what somebody decided, when and why.

    Attributes:
        sequence: Number of the line, from 1.
        at: When, ISO 8601 with zone.
        by: Who.
        action: What is decided.
        about: Ids as given; for `undo` the sequence of the decision undone.
        value: Text of a note; words to withhold; the value chosen.
        reason: Why, in the decider's words.
        previous: SHA-256 of the line before, hexadecimal; empty on the first.
        targets: The words decided on.
        changes: Pairs of field and new value, in order of application.
        place: The place that `changes` names, whole, so that no later
            gazetteer can move it.
    """

    sequence: int
    at: str
    by: str
    action: Action
    about: tuple[str, ...]
    value: str
    reason: str
    previous: str
    targets: tuple[Target, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision and what came of it in the record at hand.

    Attributes:
        decision: The decision.
        status: `holds`; `undone` by a later decision; `overruled` by later
            ones that cannot hold with it; `partial` or `lost` where some or
            all of its words are no longer found.
        statements: Ids of the statements that it holds for, sorted.
        why: What does not hold, as one clause; empty where all does.
    """

    decision: Decision
    status: RulingStatus
    statements: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Which answer people want shown first.

    Attributes:
        attribute: `when`, `where`, `actor`, `target`, `occurred` or `count`.
        statements: Ids of statements that give the answer.
        rank: The greater wins where two choices meet in one cluster.
        by: Who chose.
    """

    attribute: str
    statements: tuple[str, ...]
    rank: int
    by: str


def removals(rulings: Iterable[Ruling]) -> dict[str, Decision]:
    """Return SHA-256 of each account that people removed → the decision that holds it out of the record."""
    return {
        target.sha256: ruling.decision
        for ruling in rulings
        if ruling.decision.action == "remove" and ruling.status == "holds"
        for target in ruling.decision.targets
    }
