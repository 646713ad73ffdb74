"""What changed between two records, sort by sort."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from svod.export.changes.change import Change, What
from svod.export.changes.match import Matched, match
from svod.export.changes.words import and_list, date_words, range_words, shown
from svod.export.report.index import cluster_title, difference_words
from svod.export.report.ledgers import LATER
from svod.export.shift import shift_sentence
from svod.model import CommitmentClaim, DemandClaim, Disagreement, Event, Reading, Record, Series, Statement
from svod.tongue import ENGLISH, Tongue

_Cluster = TypeVar("_Cluster", Event, Series)


def find_changes(old: Record, new: Record, tongue: Tongue = ENGLISH) -> tuple[Change, ...]:
    """Return what the new record says otherwise than the old one.

    Clusters are matched by the statements that they share, not by their ids,
    which change with every statement. Only what a reader of the record would
    see is told: scores are not.

    Args:
        old: The record before.
        new: The record after.
        tongue: The language of the sentences; the words of accounts stay in theirs.

    Returns:
        Accounts first, then what people decided on statements, events, figures, disagreements, promises and demands
        and what became of them, names for the actors, troubles, each in the order of the new record.
    """
    return (
        *_accounts(tongue, old, new),
        *_decided(tongue, old, new),
        *_events(tongue, old, new),
        *_figures(tongue, old, new),
        *_disagreements(tongue, old, new),
        *_promises(tongue, old, new),
        *_bearings(tongue, old, new),
        *_framing(tongue, old, new),
        *_troubles(tongue, old, new),
    )


def _accounts(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    before, after = ({d.id: d for d in record.documents} for record in (old, new))
    for key in sorted(after.keys() - before.keys()):
        document = after[key]
        said = sum(s.citation.document == key for s in new.statements)
        origin = document.reprint_of
        text = tongue.say(
            "New account: %(account)s (%(source)s, %(when)s%(reprint)s), with %(n)s statements.",
            account=key,
            source=document.source.name,
            when=date_words(tongue, document.published),
            reprint=tongue.say(", a reprint of %(account)s", account=origin) if origin else "",
            n=said,
        )
        yield Change("account", "new", key, text)
    for key in sorted(before.keys() - after.keys()):
        text = tongue.say("No longer in the record: the account %(account)s.", account=key)
        yield Change("account", "gone", key, text)


def _decided(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    """Yield statements that both records read and people decided on otherwise."""
    before = {said.id: said for said in (*old.statements, *old.rejected)}
    out = {said.id for said in old.rejected}
    gone = {said.id for said in new.rejected}
    for said in sorted((*new.statements, *new.rejected), key=lambda one: one.id):
        was, quoted = before.get(said.id), _quoted(said)
        if was is None:
            continue
        if said.id in gone and said.id not in out:
            yield Change("statement", "rejected", said.id, tongue.say("Rejected: %(quote)s.", quote=quoted))
        if said.id in out and said.id not in gone:
            yield Change("statement", "accepted", said.id, tongue.say("Accepted: %(quote)s.", quote=quoted))
        if said.by_hand != was.by_hand:
            yield _corrected(tongue, said, was)


def _corrected(tongue: Tongue, said: Statement, was: Statement) -> Change:
    if said.by_hand is None:
        text = tongue.say("Again as it was read: %(quote)s.", quote=_quoted(said))
        return Change("statement", "as read", said.id, text)
    fields = sorted({*said.by_hand.fields, *(was.by_hand.fields if was.by_hand else ())})
    text = tongue.say(
        "Corrected (%(fields)s) by %(names)s: %(quote)s.",
        fields=", ".join(fields if tongue is ENGLISH else (tongue.word("field", name) for name in fields)),
        names=and_list(tongue, said.by_hand.by),
        quote=_quoted(said),
    )
    return Change("statement", "corrected", said.id, text)


def _quoted(said: Statement) -> str:
    return f"“{said.citation.quote}” ({said.citation.document})"


def _events(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    found = match(old.events, new.events)
    for event in found.new:
        text = tongue.say(
            "New event: %(title)s (%(when)s), told by %(origins)s.",
            title=cluster_title(tongue, event),
            when=date_words(tongue, event.when),
            origins=and_list(tongue, event.origins),
        )
        yield Change("event", "new", event.id, text)
    yield from _regrouped(tongue, "event", found)
    for before, after in found.pairs:
        yield from _grown(tongue, "event", before, after)
        yield from _shown_first(tongue, "event", before, after)
        if deniers := sorted(set(after.denied_by) - set(before.denied_by)):
            names, title = and_list(tongue, deniers), cluster_title(tongue, after)
            text = tongue.say("%(title)s: now denied by %(names)s.", title=title, names=names)
            yield Change("event", "denied", after.id, text)


def _figures(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    found = match(old.series, new.series)
    for series in found.new:
        text = tongue.say(
            "New figure: %(title)s: %(range)s, told by %(origins)s.",
            title=cluster_title(tongue, series),
            range=range_words(tongue, series),
            origins=and_list(tongue, series.origins),
        )
        yield Change("figure", "new", series.id, text)
    yield from _regrouped(tongue, "figure", found)
    for before, after in found.pairs:
        yield from _grown(tongue, "figure", before, after)
        yield from _readings(tongue, before, after)
        yield from _shown_first(tongue, "figure", before, after)
        if (before.low, before.high) != (after.low, after.high):
            text = tongue.say(
                "%(title)s: the range was %(old)s, now %(new)s.",
                title=cluster_title(tongue, after),
                old=range_words(tongue, before),
                new=range_words(tongue, after),
            )
            yield Change("figure", "range", after.id, text)


def _readings(tongue: Tongue, before: Series, after: Series) -> Iterator[Change]:
    known = {reading.statement: reading for reading in before.readings}
    title = cluster_title(tongue, after)
    for reading in after.readings:
        was = known.get(reading.statement)
        if was is None:
            yield Change("figure", "reading", after.id, f"{title}: {_told(tongue, reading)}.")
        elif was.status != reading.status:
            text = tongue.say(
                "%(title)s: %(told)s, which is now %(new)s (was %(old)s).",
                title=title,
                told=_told(tongue, reading),
                new=tongue.resay(reading.status),
                old=tongue.resay(was.status),
            )
            yield Change("figure", reading.status, after.id, text)


def _told(tongue: Tongue, reading: Reading) -> str:
    return tongue.say(
        "%(origin)s says %(range)s in %(account)s",
        origin=reading.origin,
        range=range_words(tongue, reading),
        account=reading.document,
    )


def _regrouped(tongue: Tongue, what: What, found: Matched[_Cluster]) -> Iterator[Change]:
    for one in found.gone:
        text = tongue.say("No longer in the record: %(title)s.", title=cluster_title(tongue, one))
        yield Change(what, "gone", one.id, text)
    for one, others in found.merged:
        text = tongue.say(
            "%(title)s: now one with what stood apart as %(others)s.", **_titles(tongue, one, others)
        )
        yield Change(what, "merged", one.id, text)
    for one, others in found.split:
        text = tongue.say("%(title)s: now told apart from %(others)s.", **_titles(tongue, one, others))
        yield Change(what, "split", one.id, text)


def _titles(tongue: Tongue, one: _Cluster, others: Iterable[_Cluster]) -> dict[str, str]:
    names = and_list(tongue, (cluster_title(tongue, other) for other in others))
    return {"title": cluster_title(tongue, one), "others": names}


def _grown(tongue: Tongue, what: What, before: _Cluster, after: _Cluster) -> Iterator[Change]:
    documents = sorted(set(after.documents) - set(before.documents))
    if not documents:
        return
    origins = sorted(set(after.origins) - set(before.origins))
    text = tongue.say(
        "%(title)s: also told in %(accounts)s, %(support)s.",
        title=cluster_title(tongue, after),
        accounts=and_list(tongue, documents),
        support=tongue.say("a new origin: %(origins)s", origins=and_list(tongue, origins))
        if origins
        else tongue.say("no new origin"),
    )
    yield Change(what, "grown", after.id, text)


def _shown_first(tongue: Tongue, what: What, before: _Cluster, after: _Cluster) -> Iterator[Change]:
    was, now = shown(before.answers), shown(after.answers)
    for attribute in now:
        if attribute in was and was[attribute].value != now[attribute].value:
            text = tongue.say(
                "%(title)s, %(what)s: %(old)r was shown first, now %(new)r (%(why)s).",
                title=cluster_title(tongue, after),
                what=tongue.resay(attribute),
                old=tongue.resay(was[attribute].value),
                new=tongue.resay(now[attribute].value),
                why=tongue.resay(now[attribute].why),
            )
            yield Change(what, "shown", after.id, text)


def _disagreements(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    before, after = (list(_real(record)) for record in (old, new))
    for one in _without_kin(after, before):
        text = tongue.say("New disagreement (%(kind)s): %(why)s", **_dispute(tongue, one, new))
        yield Change("disagreement", "new", one.id, text)
    for one in _without_kin(before, after):
        text = tongue.say("No longer in dispute (%(kind)s): %(why)s", **_dispute(tongue, one, old))
        yield Change("disagreement", "gone", one.id, text)


def _dispute(tongue: Tongue, one: Disagreement, record: Record) -> dict[str, str]:
    clusters: tuple[Event | Series, ...] = (*record.events, *record.series)
    about = (cluster_title(tongue, cluster) for cluster in clusters if cluster.id in one.about)
    kind = one.kind if tongue is ENGLISH else tongue.word("disagreement", one.kind)
    return {"kind": kind, "why": difference_words(tongue, one, about)}


def _real(record: Record) -> Iterator[Disagreement]:
    return (one for one in record.disagreements if one.kind != "not_comparable")


def _without_kin(some: Iterable[Disagreement], others: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Yield the disagreements that share no side with one of their kind among the others."""
    known = [(other.kind, {s for side in other.sides for s in side.statements}) for other in others]
    for one in some:
        sides = [set(side.statements) for side in one.sides]
        if not any(kind == one.kind and sum(bool(s & said) for s in sides) > 1 for kind, said in known):
            yield one


def _promises(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    known = {statement.id for statement in old.statements}
    for statement in new.statements:
        if statement.id not in known and (text := _promise(tongue, statement)):
            yield Change("promise", "new", statement.id, f"{text} {_quoted(statement)}.")


def _promise(tongue: Tongue, statement: Statement) -> str:
    claim = statement.claim
    if not isinstance(claim, CommitmentClaim | DemandClaim):
        return ""
    name = (claim.by.name or claim.by.text or "") if claim.by else ""
    if isinstance(claim, CommitmentClaim):
        return tongue.say("New promise of %(name)s:", name=name) if name else tongue.say("New promise:")
    return tongue.say("New demand of %(name)s:", name=name) if name else tongue.say("New demand:")


def _bearings(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    said, known = {s.id: s for s in new.statements}, set(old.bearings)
    for one in new.bearings:
        if one not in known and one.promise in said and one.statement in said:
            promise, later = _quoted(said[one.promise]), _quoted(said[one.statement])
            text = f"{promise}. {tongue.say(LATER[one.how])} {later}."
            yield Change("promise", one.how, one.promise, text)


def _framing(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    """Yield where an outlet's words for people now change, or change otherwise than before."""
    known = {shift_sentence(shift) for shift in old.shifts}
    for shift in new.shifts:
        if shift_sentence(shift) not in known:
            yield Change("framing", "new", shift.outlet, f"{shift_sentence(shift, tongue)}.")


def _troubles(tongue: Tongue, old: Record, new: Record) -> Iterator[Change]:
    for trouble in sorted(set(new.troubles) - set(old.troubles)):
        why = tongue.resay(trouble.reason)
        text = tongue.say("Left out: %(file)s, %(why)s.", file=trouble.file, why=why)
        yield Change("trouble", "new", trouble.file, text)
