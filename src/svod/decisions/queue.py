"""The review queue: what is most worth a look, by what a decision on it would change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from svod.model import Disagreement, Event, Reading, Record, Ruling, Series

Question = Literal["which_side", "still_found", "read_right_number", "happened", "read_right"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits for a decision.

    Attributes:
        question: `which_side` of a disagreement; whether the words of a decision
            are `still_found`; whether a number was `read_right_number` that
            alone makes the end of a range; whether something `happened`, told as
            uncertain by a single statement; whether a statement that stands alone
            for its event or figure was `read_right`.
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
        *_extremes(record.series, decided),
        *_alone(record, decided),
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


def _extremes(series: Sequence[Series], decided: set[str]) -> Iterator[Item]:
    """Yield the readings without which the range of a figure would be another."""
    for one in series:
        standing = [r for r in one.readings if r.status == "standing"]
        for reading in standing if len(standing) > 1 else ():
            others = [r for r in standing if r is not reading]
            if reading.statement not in decided and (ends := _lost_ends(reading, others)):
                why = f"{one.title}: only {reading.origin} gives the {' and the '.join(ends)}"
                ids = (reading.statement,)
                yield Item("read_right_number", ids, ids, 1 + len(one.statements), why)


def _lost_ends(reading: Reading, others: Sequence[Reading]) -> list[str]:
    lows = [r.low for r in others if r.low is not None]
    highs = [r.high for r in others if r.high is not None]
    ends = []
    if reading.low is not None and lows and reading.low < min(lows):
        ends.append(f"least, {reading.low:,.12g}")
    if reading.high is not None and highs and reading.high > max(highs):
        ends.append(f"greatest, {reading.high:,.12g}")
    return ends


def _alone(record: Record, decided: set[str]) -> Iterator[Item]:
    clusters: tuple[Event | Series, ...] = (*record.events, *record.series)
    single = {cluster.statements[0] for cluster in clusters if len(cluster.statements) == 1} - decided
    for said in record.statements:
        if said.id in single:
            in_doubt = said.modality == "uncertain"
            question: Question = "happened" if in_doubt else "read_right"
            told = f"only {said.citation.document} tells it{', and as uncertain' if in_doubt else ''}"
            ids = (said.id,)
            yield Item(question, ids, ids, 2 if in_doubt else 1, f"{told}: “{said.citation.quote}”")
