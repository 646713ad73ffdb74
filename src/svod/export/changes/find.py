"""What changed between two records, sort by sort."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from svod.export.changes.change import Change, What
from svod.export.changes.match import Matched, match
from svod.export.changes.words import and_list, date_words, range_words, shown
from svod.model import CommitmentClaim, DemandClaim, Disagreement, Event, Reading, Record, Series, Statement

_Cluster = TypeVar("_Cluster", Event, Series)


def find_changes(old: Record, new: Record) -> tuple[Change, ...]:
    """Return what the new record says otherwise than the old one.

    Clusters are matched by the statements that they share, not by their ids,
    which change with every statement. Only what a reader of the record would
    see is told: scores are not.

    Returns:
        Accounts first, then what people decided on statements, events, figures, disagreements, promises and demands,
        troubles, each in the order of the new record.
    """
    return (
        *_accounts(old, new),
        *_decided(old, new),
        *_events(old, new),
        *_figures(old, new),
        *_disagreements(old, new),
        *_promises(old, new),
        *_troubles(old, new),
    )


def _accounts(old: Record, new: Record) -> Iterator[Change]:
    before, after = ({d.id: d for d in record.documents} for record in (old, new))
    for key in sorted(after.keys() - before.keys()):
        document = after[key]
        said = sum(s.citation.document == key for s in new.statements)
        reprint = f", a reprint of {document.reprint_of}" if document.reprint_of else ""
        text = f"New account: {key} ({document.source.name}, {date_words(document.published)}{reprint})"
        yield Change("account", "new", key, f"{text}, with {said} statements.")
    for key in sorted(before.keys() - after.keys()):
        yield Change("account", "gone", key, f"No longer in the record: the account {key}.")


def _decided(old: Record, new: Record) -> Iterator[Change]:
    """Yield statements that both records read and people decided on otherwise."""
    before = {said.id: said for said in (*old.statements, *old.rejected)}
    out = {said.id for said in old.rejected}
    gone = {said.id for said in new.rejected}
    for said in sorted((*new.statements, *new.rejected), key=lambda one: one.id):
        was = before.get(said.id)
        if was is None:
            continue
        if (said.id in out) != (said.id in gone):
            how = "rejected" if said.id in gone else "accepted"
            yield Change("statement", how, said.id, f"{how.capitalize()}: {_quoted(said)}.")
        if said.by_hand != was.by_hand:
            yield _corrected(said, was)


def _corrected(said: Statement, was: Statement) -> Change:
    if said.by_hand is None:
        return Change("statement", "as read", said.id, f"Again as it was read: {_quoted(said)}.")
    fields = sorted({*said.by_hand.fields, *(was.by_hand.fields if was.by_hand else ())})
    text = f"Corrected ({', '.join(fields)}) by {and_list(said.by_hand.by)}: {_quoted(said)}."
    return Change("statement", "corrected", said.id, text)


def _quoted(said: Statement) -> str:
    return f"“{said.citation.quote}” ({said.citation.document})"


def _events(old: Record, new: Record) -> Iterator[Change]:
    found = match(old.events, new.events)
    for event in found.new:
        told = f"New event: {event.title} ({date_words(event.when)}), told by {and_list(event.origins)}."
        yield Change("event", "new", event.id, told)
    yield from _regrouped("event", found)
    for before, after in found.pairs:
        yield from _grown("event", before, after)
        yield from _shown_first("event", before, after)
        if deniers := sorted(set(after.denied_by) - set(before.denied_by)):
            text = f"{after.title}: now denied by {and_list(deniers)}."
            yield Change("event", "denied", after.id, text)


def _figures(old: Record, new: Record) -> Iterator[Change]:
    found = match(old.series, new.series)
    for series in found.new:
        told = f"{series.title}: {range_words(series)}, told by {and_list(series.origins)}"
        yield Change("figure", "new", series.id, f"New figure: {told}.")
    yield from _regrouped("figure", found)
    for before, after in found.pairs:
        yield from _grown("figure", before, after)
        yield from _readings(before, after)
        yield from _shown_first("figure", before, after)
        if (before.low, before.high) != (after.low, after.high):
            text = f"{after.title}: the range was {range_words(before)}, now {range_words(after)}."
            yield Change("figure", "range", after.id, text)


def _readings(before: Series, after: Series) -> Iterator[Change]:
    known = {reading.statement: reading for reading in before.readings}
    for reading in after.readings:
        was = known.get(reading.statement)
        if was is None:
            yield Change("figure", "reading", after.id, f"{after.title}: {_told(reading)}.")
        elif was.status != reading.status:
            text = f"{after.title}: {_told(reading)}, which is now {reading.status} (was {was.status})."
            yield Change("figure", reading.status, after.id, text)


def _told(reading: Reading) -> str:
    return f"{reading.origin} says {range_words(reading)} in {reading.document}"


def _regrouped(what: What, found: Matched[_Cluster]) -> Iterator[Change]:
    for one in found.gone:
        yield Change(what, "gone", one.id, f"No longer in the record: {one.title}.")
    for one, others in found.merged:
        names = and_list(other.title for other in others)
        yield Change(what, "merged", one.id, f"{one.title}: now one with what stood apart as {names}.")
    for one, others in found.split:
        names = and_list(other.title for other in others)
        yield Change(what, "split", one.id, f"{one.title}: now told apart from {names}.")


def _grown(what: What, before: _Cluster, after: _Cluster) -> Iterator[Change]:
    documents = sorted(set(after.documents) - set(before.documents))
    if not documents:
        return
    origins = sorted(set(after.origins) - set(before.origins))
    support = f"a new origin: {and_list(origins)}" if origins else "no new origin"
    yield Change(what, "grown", after.id, f"{after.title}: also told in {and_list(documents)}, {support}.")


def _shown_first(what: What, before: _Cluster, after: _Cluster) -> Iterator[Change]:
    was, now = shown(before.answers), shown(after.answers)
    for attribute in now:
        if attribute in was and was[attribute].value != now[attribute].value:
            change = f"{was[attribute].value!r} was shown first, now {now[attribute].value!r}"
            text = f"{after.title}, {attribute}: {change} ({now[attribute].why})."
            yield Change(what, "shown", after.id, text)


def _disagreements(old: Record, new: Record) -> Iterator[Change]:
    before, after = (list(_real(record)) for record in (old, new))
    for one in _without_kin(after, before):
        yield Change("disagreement", "new", one.id, f"New disagreement ({one.kind}): {one.why}")
    for one in _without_kin(before, after):
        yield Change("disagreement", "gone", one.id, f"No longer in dispute ({one.kind}): {one.why}")


def _real(record: Record) -> Iterator[Disagreement]:
    return (one for one in record.disagreements if one.kind != "not_comparable")


def _without_kin(some: Iterable[Disagreement], others: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Yield the disagreements that share no side with one of their kind among the others."""
    known = [(other.kind, {s for side in other.sides for s in side.statements}) for other in others]
    for one in some:
        sides = [set(side.statements) for side in one.sides]
        if not any(kind == one.kind and sum(bool(s & said) for s in sides) > 1 for kind, said in known):
            yield one


def _promises(old: Record, new: Record) -> Iterator[Change]:
    known = {statement.id for statement in old.statements}
    for statement in new.statements:
        if statement.id not in known and (text := _promise(statement)):
            where = statement.citation.document
            yield Change("promise", "new", statement.id, f"{text} “{statement.citation.quote}” ({where}).")


def _promise(statement: Statement) -> str:
    match statement.claim:
        case CommitmentClaim(by=by):
            return f"New promise{f' of {by.name or by.text}' if by and (by.name or by.text) else ''}:"
        case DemandClaim(by=by):
            return f"New demand{f' of {by.name or by.text}' if by and (by.name or by.text) else ''}:"
    return ""


def _troubles(old: Record, new: Record) -> Iterator[Change]:
    for trouble in sorted(set(new.troubles) - set(old.troubles)):
        yield Change("trouble", "new", trouble.file, f"Left out: {trouble.file}, {trouble.reason}.")
