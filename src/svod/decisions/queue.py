"""The review queue: what is most worth a look, by what a decision on it would change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from svod.model import Disagreement, Record, Ruling, Statement

Question = Literal["which_side", "happened", "still_found"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits for a decision.

    Attributes:
        question: `which_side` of a disagreement; whether it `happened`, told
            as uncertain by a single account; whether the words of a decision
            are `still_found`.
        about: Ids: the disagreement, the statement; or the number of the decision.
        statements: Ids of the statements that a decision would bear on, sorted.
        weight: How many statements and origins hang on it; the queue falls by it.
        why: One plain sentence.
    """

    question: Question
    about: tuple[str, ...]
    statements: tuple[str, ...]
    weight: int
    why: str


def review_queue(record: Record) -> tuple[Item, ...]:
    """Return what waits for a decision, the weightiest first; ties go by question and ids.

    What people decided on already is left out.
    """
    decided = {s for r in record.decisions if r.status in {"holds", "partial"} for s in r.statements}
    items = [
        *_lost(record.decisions),
        *_disputes(record.disagreements, decided),
        *_doubts(record, decided),
    ]
    return tuple(sorted(items, key=lambda item: (-item.weight, item.question, item.about)))


def _lost(rulings: Sequence[Ruling]) -> Iterator[Item]:
    for ruling in rulings:
        if ruling.status in {"lost", "partial"}:
            number = str(ruling.decision.sequence)
            weight = 2 * len(ruling.decision.targets)
            yield Item(
                "still_found", (number,), ruling.statements, weight, f"decision {number}: {ruling.why}"
            )


def _disputes(disagreements: Sequence[Disagreement], decided: set[str]) -> Iterator[Item]:
    for dispute in disagreements:
        ids = {s for side in dispute.sides for s in side.statements}
        if dispute.kind != "not_comparable" and not ids & decided:
            weight = len(ids) + len({o for side in dispute.sides for o in side.origins})
            yield Item("which_side", (dispute.id,), tuple(sorted(ids)), weight, dispute.why)


def _doubts(record: Record, decided: set[str]) -> Iterator[Item]:
    single = {e.statements[0] for e in record.events if len(e.statements) == 1}
    single |= {s.statements[0] for s in record.series if len(s.statements) == 1}
    for said in record.statements:
        if said.id in single - decided and said.modality == "uncertain":
            yield Item("happened", (said.id,), (said.id,), 1, _doubt(said))


def _doubt(said: Statement) -> str:
    return f"only {said.citation.document} tells it, and as uncertain: “{said.citation.quote}”"
