"""Deciding on a case: from a request to a line of the journal and the record that follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from svod.decisions import Request, bind
from svod.errors import InvalidDecisionError
from svod.model import Decision, Record, ShownFirst
from svod.pipeline import weigh
from svod.store import (
    append_decisions,
    lock_case,
    read_journal,
    read_options,
    read_record,
    replace_record,
)

PATIENCE_S = 20.0
"""How long a decision waits for another writer; a decision on a large case takes less."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision did.

    Attributes:
        decisions: As they stand in the journal; in a preview with neither
            author nor time.
        before: The record before.
        after: The record after.
    """

    decisions: tuple[Decision, ...]
    before: Record
    after: Record


def decide(case: Path, requests: Sequence[Request], *, by: str, at: str = "") -> Outcome:
    """Write decisions into the journal and let them take effect; nothing is read again.

    All requests are written, or none. The journal is written before the
    record: killed in between, the next decision or compile catches up.

    Args:
        case: The case.
        requests: What is decided, in order.
        by: Who decides.
        at: When, ISO 8601 with zone; now if not given.

    Raises:
        UnknownReferenceError: If an id names nothing in the case.
        InvalidDecisionError: If something cannot be decided as asked.
        DamagedCaseError: If the case or its journal is damaged or cannot be written.
    """
    if not by.strip():
        raise InvalidDecisionError("say who decides")
    with lock_case(case, patience_s=PATIENCE_S):
        before = redecided(case)
        bound = [bind(request, before) for request in requests]
        written = append_decisions(case, bound, by=by.strip(), at=at or _now())
        after = weigh(before, read_journal(case), _first(case))
        replace_record(case, after)
    return Outcome(written, before, after)


def preview(case: Path, requests: Sequence[Request], *, by: str = "you") -> Outcome:
    """Return what `decide` would do; nothing is written."""
    journal = read_journal(case)
    before = _caught_up(read_record(case), journal, _first(case))
    bound = [bind(request, before) for request in requests]
    numbered = tuple(
        Decision(sequence, "", by, d.action, d.about, d.value, d.reason, "", d.targets, d.changes, d.place)
        for sequence, d in enumerate(bound, len(journal) + 1)
    )
    return Outcome(numbered, before, weigh(before, (*journal, *numbered), _first(case)))


def undo(case: Path, sequence: int, *, by: str, reason: str = "", at: str = "") -> Outcome:
    """Undo the decision on line `sequence` of the journal; an undo may be undone too."""
    return decide(case, [Request("undo", (str(sequence),), reason=reason)], by=by, at=at)


def redecided(case: Path) -> Record:
    """Return the record of a case with all of its journal applied; nothing is written."""
    return _caught_up(read_record(case), read_journal(case), _first(case))


def redecide(case: Path) -> Record:
    """Apply the journal to the stored record anew and write it; nothing is read again.

    Raises:
        DamagedCaseError: If the case or its journal is damaged or cannot be written.
    """
    with lock_case(case, patience_s=PATIENCE_S):
        record = weigh(read_record(case), read_journal(case), _first(case))
        replace_record(case, record)
    return record


def _first(case: Path) -> ShownFirst:
    return read_options(case).shown_first


def _caught_up(record: Record, journal: Sequence[Decision], first: ShownFirst) -> Record:
    """Return the record with all of the journal in it: a writer may have died before the last line took effect."""
    known = [ruling.decision for ruling in record.decisions]
    return record if known == list(journal) else weigh(record, journal, first)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
