"""Who did it, and by what name: agents and characterisations."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from svod.fusion.answers import group_by
from svod.fusion.attributes import actor_of, as_written, target_of
from svod.fusion.case import Case
from svod.fusion.disagreements.sides import (
    factual,
    independent,
    make_disagreement,
    make_side,
    rivals,
    said_by,
    same_window,
)
from svod.fusion.wording import fold, pairs_of, words_of
from svod.model import Disagreement, DisagreementKind, Event, Group, Party, Resolution, Side, Statement

PartyOf = Callable[[Statement], Party | None]

_SAME_PEOPLE = words_of("same_people")
_TWO_SIDED = words_of("two_sided")
_PRONOUNS = words_of("pronouns")
_NOT_EXCLUSIVE = pairs_of("not_exclusive")


def party_disagreements(
    events: Iterable[Event], resolution: Resolution, case: Case
) -> Iterator[Disagreement]:
    """Yield disagreements on who did something to whom.

    - `characterisation`: the accounts class one group differently
      (protesters, armed men), or one puts its name in distancing quotation
      marks where another uses it plainly;
    - `agent`: they name doers of classes that exclude each other, or the doer
      of one account is the target of the other ("dissolved the cabinet", "the
      cabinet resigned"). What two sides do to each other is left out.
    """
    crossed = _crossed_pairs(resolution)
    for event in events:
        said = list(factual((case.statements[key] for key in event.statements), case))
        named = [d for party in (actor_of, target_of) for d in _characterised(event, said, party, case)]
        yield from named or _distanced(event, said, case)
        yield from _doers(event, said, case)
        yield from _crossed(event, said, crossed, case)


def _characterised(
    event: Event, said: Sequence[Statement], party: PartyOf, case: Case
) -> Iterator[Disagreement]:
    groups = group_by(said, lambda s: _group(party(s), inside=True))
    values = rivals({g: groups[g] for g in sorted(groups)}, lambda a, b: _comparable(a, b, party, case))
    sides = [make_side(_names(groups[value], party, case), groups[value], case) for value in values]
    if len({side.value for side in sides}) > 1:
        yield _tell("characterisation", event, "named differently", sides)


def _names(said: Sequence[Statement], party: PartyOf, case: Case) -> str:
    """Return all that one side calls them, so that nobody is given another's words."""
    return " or ".join(sorted({as_written([statement], party, case) for statement in said}))


def _doers(event: Event, said: Sequence[Statement], case: Case) -> Iterator[Disagreement]:
    if event.type in _TWO_SIDED:
        return
    groups = group_by(said, lambda s: _group(actor_of(s), inside=False))
    values = rivals({g: groups[g] for g in sorted(groups)}, lambda a, b: _other_doer(a, b, case))
    sides = [make_side(as_written(groups[value], actor_of, case), groups[value], case) for value in values]
    if len({side.value for side in sides}) > 1:
        yield _tell("agent", event, "done by", sides)


def _other_doer(one: Statement, other: Statement, case: Case) -> bool:
    a, b = actor_of(one), actor_of(other)
    if a is None or b is None or (a.group, b.group) in _NOT_EXCLUSIVE:
        return False
    return not {a.group, b.group} <= _SAME_PEOPLE and _comparable(one, other, actor_of, case)


def _distanced(event: Event, said: Sequence[Statement], case: Case) -> Iterator[Disagreement]:
    for party in (actor_of, target_of):
        marked = [s for s in said if (p := party(s)) and p.text and p.scare_quotes]
        plain = [s for s in said if (p := party(s)) and p.text and not p.scare_quotes]
        pairs = [(a, b) for a in marked for b in plain if _one_group(a, b, party) and independent(a, b, case)]
        if pairs:
            sides = [
                make_side(as_written(with_marks, party, case) + marks, with_marks, case)
                for with_marks, marks in (
                    (_distinct(a for a, _ in pairs), " (in distancing quotation marks)"),
                    (_distinct(b for _, b in pairs), ""),
                )
            ]
            yield _tell("characterisation", event, "named differently", sides)


def _crossed(
    event: Event, said: Sequence[Statement], crossed: frozenset[tuple[str, str]], case: Case
) -> Iterator[Disagreement]:
    inside = {statement.id: statement for statement in said}
    for one, other in sorted(crossed):
        if one in inside and other in inside and independent(inside[one], inside[other], case):
            pair = [inside[one], inside[other]]
            if all(actor_of(s) for s in pair):
                sides = [make_side(as_written([s], actor_of, case), [s], case) for s in pair]
                yield _tell("agent", event, "done by", sides)


def _crossed_pairs(resolution: Resolution) -> frozenset[tuple[str, str]]:
    return frozenset(
        (pair.one, pair.other)
        for cluster in resolution.events
        for pair in cluster.pairs
        if any(c.name == "target" and c.level == "crossed" for c in pair.comparisons)
    )


def _comparable(one: Statement, other: Statement, party: PartyOf, case: Case) -> bool:
    a, b = party(one), party(other)
    assert a is not None
    assert b is not None
    shared = _folded(a) & _folded(b)
    return independent(one, other, case) and same_window(one, other) and not shared


def _group(party: Party | None, *, inside: bool) -> Group | None:
    """Return the class of a party in words; for characterisation only those that one group may get."""
    if party is None or not party.text or party.group == "unknown" or fold(party.text) in _PRONOUNS:
        return None
    return party.group if not inside or party.group in _SAME_PEOPLE else None


def _one_group(one: Statement, other: Statement, party: PartyOf) -> bool:
    a, b = party(one), party(other)
    return a is not None and b is not None and a.group == b.group


def _folded(party: Party) -> set[str]:
    words = fold(f"{party.text or ''} {party.name}").split()
    return {word.strip(".,;:«»\"'()") for word in words if len(word) > 3}


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    return list({statement.id: statement for statement in statements}.values())


def _tell(kind: DisagreementKind, event: Event, what: str, sides: list[Side]) -> Disagreement:
    ordered = make_disagreement(kind, [event.id], "", sides, event.type).sides
    why = f"{event.title}, {what}: {said_by(ordered)}."
    return make_disagreement(kind, [event.id], why, sides, event.type)
