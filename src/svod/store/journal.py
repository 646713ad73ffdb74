"""The journal: people's decisions, append-only, each line holding the hash of the one before."""

import os
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from svod.errors import DamagedCaseError
from svod.model import Decision
from svod.store.codec import from_text, to_text
from svod.store.database import read_rulings
from svod.store.layout import JOURNAL, RECORD, Finding, is_case, lock_case, telling_faults


def read_journal(case: Path) -> tuple[Decision, ...]:
    """Return the decisions of a case in the order in which they were made.

    Raises:
        DamagedCaseError: If a line is damaged, the chain is broken, or the
            record holds a decision that the journal does not.
    """
    decisions, findings = check_against_record(case, _data(case))
    if findings:
        raise DamagedCaseError(str(case), f"{findings[0].where} {findings[0].what}")
    return decisions


def append_decisions(case: Path, decisions: Iterable[Decision], *, by: str, at: str) -> tuple[Decision, ...]:
    """Add decisions to the end of the journal, all or none, and return them as written.

    Args:
        case: The case.
        decisions: What is decided; `sequence` and `previous` are told here.
        by: Who decides.
        at: When, ISO 8601 with zone, as the caller's clock says. A clock that
            went back breaks nothing: the order is that of the lines.

    Raises:
        DamagedCaseError: If the journal is damaged, the case is being written
            by another, or the lines cannot be written; none is then there.
    """
    if not is_case(case):
        raise DamagedCaseError(str(case), "is not a case")
    with lock_case(case):
        made, previous = len(read_journal(case)), _last_hash(_data(case))
        written, lines = [], b""
        for sequence, decision in enumerate(decisions, made + 1):
            signed = replace(decision, sequence=sequence, previous=previous, by=by, at=at)
            line = to_text(signed, Decision).encode()
            previous, lines = sha256(line).hexdigest(), lines + line + b"\n"
            written.append(signed)
        with telling_faults(case, f"write {JOURNAL}"):
            _append(case / JOURNAL, lines)
    return tuple(written)


def check_journal(data: bytes) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """Return the good decisions of a journal and what is wrong with it.

    The first line holds an empty `previous`; every other the SHA-256 of the
    line before without its newline. The sequence runs from 1.
    """
    decisions, findings, previous = [], [], ""
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        where = f"{JOURNAL}:{number}"
        try:
            decision = from_text(line.decode(), Decision)
        except (ValueError, TypeError, RecursionError):
            findings.append(Finding(where, "is not a decision"))
        else:
            decisions.append(decision)
            if decision.previous != previous or decision.sequence != number:
                findings.append(Finding(where, "does not follow from the line before"))
        previous = sha256(line).hexdigest()
    if data and not data.endswith(b"\n"):
        findings.append(Finding(JOURNAL, "ends in half a line"))
    return tuple(decisions), tuple(findings)


def check_against_record(case: Path, data: bytes) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """Return what `check_journal` does, and what the record knows of lines that are gone or altered.

    The chain alone cannot tell that whole lines are missing at the end, nor
    that the last one was altered; the record that was made with them can.
    """
    decisions, findings = check_journal(data)
    lines = {decision.sequence: decision for decision in decisions}
    told = {finding.where for finding in findings}
    known = [ruling.decision for ruling in read_rulings(case)]
    more = [
        Finding(where, f"{'is not as' if decision.sequence in lines else 'is missing:'} {RECORD} knows it")
        for decision in known
        if lines.get(decision.sequence) != decision
        and (where := f"{JOURNAL}:{decision.sequence}") not in told
    ]
    return decisions, (*findings, *more)


def _data(case: Path) -> bytes:
    path = case / JOURNAL
    with telling_faults(case, f"read {JOURNAL}"):
        return path.read_bytes() if path.exists() else b""


def _last_hash(data: bytes) -> str:
    lines = data.split(b"\n")
    return sha256(lines[-2]).hexdigest() if len(lines) > 1 else ""


def _append(path: Path, line: bytes) -> None:
    """Add a line and make it last; if that fails, leave the journal as it was."""
    with path.open("ab", buffering=0) as stream:
        before = stream.seek(0, os.SEEK_END)
        try:
            while line:
                line = line[stream.write(line) :]
            os.fsync(stream.fileno())
        except OSError:
            stream.truncate(before)
            raise
