"""Events: clusters of event statements with an answer for every question."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from svod.fusion.answers import make_answers
from svod.fusion.attributes import (
    actor_of,
    outcome_candidates,
    party_candidates,
    party_words,
    place_named,
    target_of,
    when_candidates,
    where_candidates,
)
from svod.fusion.case import Case, told_place
from svod.fusion.ground import Ground, silent_on
from svod.fusion.wording import event_title, event_type
from svod.model import Answer, Cluster, Event, EventType, Statement, edtf


def make_events(clusters: Iterable[Cluster], case: Case, ground: Ground) -> tuple[Event, ...]:
    """Return an event for each cluster, sorted by first day, then id; undated ones last."""
    events = [_event(cluster, case, ground) for cluster in clusters if case.in_order(cluster.statements)]
    return tuple(sorted(events, key=lambda e: (e.when is None, edtf.days(e.when)[0], e.id)))


def content_id(prefix: str, parts: Iterable[str]) -> str:
    """Return `prefix` and 12 hexadecimal digits made from the sorted parts."""
    key = "\x1f".join(sorted(parts))
    return prefix + blake2b(key.encode(), digest_size=6).hexdigest()


def explain_links(cluster: Cluster) -> tuple[str, ...]:
    """Return the links of a cluster in words, strongest first."""
    pairs = sorted(cluster.pairs, key=lambda p: (-p.score, p.one, p.other))
    return tuple(
        f"{pair.one} and {pair.other}: {pair.score:+g} bits ("
        + ", ".join(f"{c.name} {c.level} {c.weight:+g}" for c in pair.comparisons if c.weight)
        + ")"
        for pair in pairs
    )


def first_value(answers: Sequence[Answer], attribute: str) -> str | None:
    """Return the value to show first for an attribute, or `None`."""
    return next((a.value for a in answers if a.attribute == attribute and a.shown), None)


def _event(cluster: Cluster, case: Case, ground: Ground) -> Event:
    said = case.in_order(cluster.statements)
    answers = _answers(said, case)
    type_, when = _type(said, case), first_value(answers, "when")
    where = place_named(said, first_value(answers, "where"))
    return Event(
        id=content_id("e", (s.id for s in said)),
        title=event_title(type_, _titled_target(said, case), told_place(said, where)),
        type=type_,
        when=when,
        where=where,
        statements=tuple(s.id for s in said),
        documents=case.documents_of(said),
        origins=case.origins_of(said),
        denied_by=case.documents_of(s for s in said if s.polarity == "denied"),
        silent=silent_on(said, where, when, case, ground),
        answers=answers,
        why=explain_links(cluster),
    )


def _answers(said: Sequence[Statement], case: Case) -> tuple[Answer, ...]:
    asserted = [statement for statement in said if statement.polarity == "affirmed"] or list(said)
    return (
        *make_answers("when", when_candidates(asserted), case),
        *make_answers("where", where_candidates(asserted), case),
        *make_answers("actor", party_candidates(asserted, case, actor_of), case),
        *make_answers("target", party_candidates(asserted, case, target_of), case),
        *make_answers("occurred", outcome_candidates(said), case),
    )


def _type(said: Sequence[Statement], case: Case) -> EventType:
    best = case.commonest(said, event_type)
    return next(found for s in said if (found := event_type(s)) == best)


def _titled_target(said: Sequence[Statement], case: Case) -> str:
    """Return the name that most passages give the target, else its class."""
    named = case.commonest(said, lambda s: party_words(t, case) if (t := target_of(s)) and t.name else None)
    return named or case.commonest(said, _known_class)


def _known_class(statement: Statement) -> str | None:
    target = target_of(statement)
    return target.group if target and target.group != "unknown" else None
