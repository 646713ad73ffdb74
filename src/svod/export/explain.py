"""Why: everything that stands behind one id of the record, for people to read."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Mapping

from svod.errors import UnknownReferenceError
from svod.export.shift import shift_sentence
from svod.export.statement import render_by_hand
from svod.model import (
    Claim,
    Derivation,
    Disagreement,
    Document,
    Entity,
    Event,
    Party,
    Passage,
    Record,
    Removed,
    Ruling,
    Series,
    Statement,
    Voice,
    location,
    removals,
)

Explanation = Mapping[str, object]


def explain_reference(record: Record, reference: str) -> Explanation:
    """Return what is known of an id: words, rule, voices, scores, members.

    Args:
        record: The record.
        reference: Id of a statement, event, series, disagreement, entity or
            document, or the beginning of one if only one begins so.

    Raises:
        UnknownReferenceError: If no id, or more than one, begins like this.
    """
    found = {
        **{s.id: lambda s=s: _statement(record, s) for s in (*record.statements, *record.rejected)},
        **{e.id: lambda e=e: _event(e) for e in record.events},
        **{s.id: lambda s=s: _series(s) for s in record.series},
        **{d.id: lambda d=d: _disagreement(d) for d in record.disagreements},
        **{e.id: lambda e=e: _entity(e) for e in record.entities},
        **{d.id: lambda d=d: _document(record, d) for d in record.documents},
        **{one.document.id: lambda one=one: _removed(record, one) for one in record.removed},
    }
    return _pick(found, reference)()


def _pick(found: Mapping[str, Callable[[], Explanation]], reference: str) -> Callable[[], Explanation]:
    if reference in found:
        return found[reference]
    matching = [key for key in found if reference and key.startswith(reference)]
    if len(matching) != 1:
        raise UnknownReferenceError(reference)
    return found[matching[0]]


def _statement(record: Record, statement: Statement) -> Explanation:
    document = next(d for d in record.documents if d.id == statement.citation.document)
    at = statement.citation.span
    events = [event for event in record.events if statement.id in event.statements]
    clusters: list[Event | Series] = [
        *events,
        *(series for series in record.series if statement.id in series.statements),
    ]
    return {
        "id": statement.id,
        "kind": statement.kind,
        "quote": statement.citation.quote,
        "document": f"{document.id}, characters {at.start} to {at.end}",
        "stands on": location(document.parts, at) or None,
        "original": f"{document.file}, sha256 {document.sha256}",
        "rule": statement.rule,
        "by hand": render_by_hand(statement.by_hand) if statement.by_hand else None,
        "as read": _as_read(record, statement),
        "decisions": [_ruling(r) for r in record.decisions if statement.id in r.statements],
        "words that fired": statement.trigger.of(document.text),
        **_claim(statement.claim),
        "polarity": statement.polarity,
        "modality": statement.modality,
        "when": f"{statement.when} (told by {statement.dated_by})" if statement.when else None,
        "where": _whereabouts(statement, document),
        "voices": [_voice(voice, document) for voice in statement.voice] or "the account itself",
        "origin": dict(record.origins).get(statement.id),
        **_later(record, statement),
        "part of": [f"{c.id} {c.title}" for c in clusters],
        "together because": [line for c in clusters for line in c.why],
    }


def _later(record: Record, statement: Statement) -> Explanation:
    """What later statements say on a promise or demand, and on which ones this statement bears."""
    said = {s.id: f"{s.id} “{s.citation.quote}” ({s.citation.document})" for s in record.statements}
    found: dict[str, list[str]] = defaultdict(list)
    for one in record.bearings:
        if one.promise == statement.id and one.statement in said:
            found[f"{one.how} later"].append(said[one.statement])
        if one.statement == statement.id and one.promise in said:
            found["bears on"].append(said[one.promise])
    return found


def _shifts(record: Record, document: Document) -> list[str]:
    """How the names that this account uses fit into what its outlet says over the days."""
    used = {s.id for s in record.statements if s.citation.document == document.id}
    shifts = (s for s in record.shifts if any(used.intersection(step.statements) for step in s.steps))
    return [shift_sentence(shift) for shift in shifts]


def _as_read(record: Record, statement: Statement) -> Explanation | None:
    """What the machine read where people corrected it."""
    read = next((s for s in record.as_read if s.id == statement.id), None)
    if read is None:
        return None
    where = read.where.name if read.where else None
    voices = [voice.name for voice in read.voice]
    told = {"polarity": read.polarity, "modality": read.modality, "when": read.when, "where": where}
    return {**_claim(read.claim), **told, "voices": voices}


def _ruling(ruling: Ruling) -> str:
    made = ruling.decision
    reason = f": {made.reason}" if made.reason else ""
    status = "" if ruling.status == "holds" else f" [{ruling.status}: {ruling.why}]"
    return f"{made.sequence} {made.action} by {made.by}, {made.at}{reason}{status}"


def _claim(claim: Claim) -> Explanation:
    """The fields of a claim as people read them, without those that are empty."""
    fields = {field.name: getattr(claim, field.name) for field in dataclasses.fields(claim)}
    shown = {name: _party(value) if isinstance(value, Party) else value for name, value in fields.items()}
    return {name: value for name, value in shown.items() if value not in {None, ""}}


def _whereabouts(statement: Statement, document: Document) -> str | None:
    if statement.where is None:
        return None
    words = f" “{statement.place_span.of(document.text)}”" if statement.place_span else ""
    return f"{statement.where.name} (told by {statement.placed_by}{words})"


def _party(party: Party) -> str:
    marks = " in scare quotes" if party.scare_quotes else ""
    named = f", {party.name}" if party.name else ""
    return f"{party.text or 'not named'} ({party.group}{named}){marks}"


def _voice(voice: Voice, document: Document) -> str:
    words = f" (“{voice.span.of(document.text)}”)" if voice.span else ""
    return f"{voice.name}{words}"


def _event(event: Event) -> Explanation:
    return {
        "id": event.id,
        "event": event.title,
        "type": event.type,
        "when": event.when,
        "where": event.where.name if event.where else None,
        "statements": event.statements,
        "origins": event.origins,
        "denied by": event.denied_by,
        "silent": event.silent,
        "answers": [f"{a.attribute}: {a.value} ({', '.join(a.origins)}; {a.why})" for a in event.answers],
        "together because": event.why,
    }


def _series(series: Series) -> Explanation:
    return {
        "id": series.id,
        "quantity": series.title,
        "range": f"{series.low} to {series.high} {series.unit}",
        "readings": [
            f"{r.published}: {r.low} to {r.high}, {r.origin}, {r.status} ({r.statement})"
            for r in series.readings
        ],
        "origins": series.origins,
        "silent": series.silent,
        "together because": series.why,
    }


def _disagreement(disagreement: Disagreement) -> Explanation:
    return {
        "id": disagreement.id,
        "kind": disagreement.kind,
        "severity": disagreement.severity,
        "why": disagreement.why,
        "about": disagreement.about,
        "sides": [
            f"{s.value}: {', '.join(s.statements)} ({', '.join(s.origins)})" for s in disagreement.sides
        ],
    }


def _entity(entity: Entity) -> Explanation:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": entity.names,
        "documents": entity.documents,
        "together because": entity.why,
    }


def _document(record: Record, document: Document) -> Explanation:
    return {
        "id": document.id,
        "file": document.file,
        "sha256": document.sha256,
        "read as": f"{document.media_type}, {document.encoding}, language {document.language}",
        "source": document.source.name,
        "published": f"{document.published} (from the {document.published_from})"
        if document.published
        else None,
        "kept in": document.container or None,
        "title": _told(document, "title", document.title),
        "author": _told(document, "author", document.author),
        "captured": _told(document, "captured", document.captured),
        "reprint of": document.reprint_of,
        "names changed": _shifts(record, document),
        "comes from": [_descent(one) for one in record.derivations if one.document == document.id] or None,
        "statements": sum(s.citation.document == document.id for s in record.statements),
    }


def _removed(record: Record, one: Removed) -> Explanation:
    """What is known of an account that people removed, and who did so."""
    by = [_ruling(r) for r in record.decisions if one.document.sha256 in removals([r])]
    return {**_document(record, one.document), "statements": 0, "removed": by}


def _descent(one: Derivation) -> str:
    """Say where an account comes from, and what it changes."""
    how = {"copy": "copies", "retelling": "says that it retells", "citation": "names as a source"}[one.kind]
    words = f": “{_inline(one.words)}”" if one.words else ""
    changes = "; ".join(
        f"{change.kind}: {_quoted(change.before)} → {_quoted(change.after)}" for change in one.changes
    )
    return f"{how} {one.account or one.source}{words}" + (f"; changed: {changes}" if changes else "")


def _quoted(passage: Passage | None) -> str:
    return f"“{_inline(passage)}”" if passage else "nothing"


def _inline(passage: Passage) -> str:
    return " ".join(passage.text.split())


def _told(document: Document, field: str, value: str) -> str | None:
    evidence = dict(document.evidence).get(field)
    return f"{value} (from the {evidence})" if value else None
