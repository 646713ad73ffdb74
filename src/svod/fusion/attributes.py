"""The attributes of an event: what each statement says on them, and the answers."""

from collections.abc import Callable, Sequence

from svod.fusion.answers import Candidate, group_by
from svod.fusion.case import Case
from svod.fusion.origins import canonical
from svod.fusion.wording import fold, outcome
from svod.model import EventClaim, Party, Place, Statement, edtf

_MOST_SPECIFIC = {"facility": 5, "area": 4, "city": 3, "district": 2, "region": 1, "country": 0}


def when_candidates(statements: Sequence[Statement]) -> list[Candidate]:
    """Return the dates given, the shorter the more specific."""
    told = group_by(statements, lambda s: (s.when, s.dated_by != "bounds") if s.when else None)
    values = {when: any(flag for value, flag in told if value == when) for when, _ in told}
    return [
        Candidate(
            value=when,
            statements=tuple(s for s in statements if s.when == when),
            specific=-float(edtf.length_days(when)) + ("T" in when) / 2,
            told=values[when],
        )
        for when in sorted(values)
    ]


def where_candidates(statements: Sequence[Statement]) -> list[Candidate]:
    """Return the places given by name, a facility being more specific than a country."""
    by_place = group_by(statements, lambda s: s.where)
    return [
        Candidate(
            place.name,
            by_place[place],
            float(_MOST_SPECIFIC[place.kind]),
            told=any(statement.tells_place for statement in by_place[place]),
        )
        for place in sorted(by_place, key=lambda p: (p.name, p.id))
    ]


def party_candidates(
    statements: Sequence[Statement], case: Case, party: Callable[[Statement], Party | None]
) -> list[Candidate]:
    """Return who is named for a part, a proper name being more specific than a word."""
    by_words = group_by(statements, lambda s: party_words(party(s), case))
    return [
        Candidate(
            as_written(by_words[words], party, case),
            by_words[words],
            float(any(_has_name(party(s)) for s in by_words[words])),
        )
        for words in sorted(by_words)
    ]


def outcome_candidates(statements: Sequence[Statement]) -> list[Candidate]:
    """Return whether it happened, as said; a plan is less specific than an outcome."""
    by_outcome = group_by(statements, outcome)
    certain = {"happened", "did not happen"}
    return [Candidate(value, by_outcome[value], float(value in certain)) for value in sorted(by_outcome)]


def actor_of(statement: Statement) -> Party | None:
    """Return who did it, or `None`."""
    return statement.claim.actor if isinstance(statement.claim, EventClaim) else None


def target_of(statement: Statement) -> Party | None:
    """Return to whom it was done, or `None`."""
    return statement.claim.target if isinstance(statement.claim, EventClaim) else None


def party_words(party: Party | None, case: Case) -> str | None:
    """Return the canonical name of a party, else its words folded, else `None`."""
    if party is None:
        return None
    if party.name:
        return canonical(party.name, case.names)
    return fold(party.text) if party.text else None


def as_written(
    statements: Sequence[Statement], party: Callable[[Statement], Party | None], case: Case
) -> str:
    """Return how most passages name a party: its canonical name, or the words as they stand."""
    return case.commonest(statements, lambda s: _written(party(s), case))


def place_named(statements: Sequence[Statement], name: str | None) -> Place | None:
    """Return the place of that name among the statements' places."""
    places = {s.where for s in statements if s.where and s.where.name == name}
    return min(places, key=lambda p: p.id, default=None)


def _written(party: Party | None, case: Case) -> str | None:
    if party is None or party.name:
        return party_words(party, case)
    return " ".join(party.text.split()) if party.text else None


def _has_name(party: Party | None) -> bool:
    return party is not None and bool(party.name)
