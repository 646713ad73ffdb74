"""Deeds that one account has a group do, and the group itself, in another account, disowns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from svod.fusion.attributes import actor_of
from svod.fusion.case import Case
from svod.fusion.disagreements.sides import (
    factual,
    independent,
    make_disagreement,
    make_side,
    nested_places,
    said_by,
)
from svod.fusion.wording import event_type, fold, words_of
from svod.model import AccusationClaim, Disagreement, Event, Statement, edtf

_CROWD = words_of("crowd")
_FIRST_PERSON = words_of("first_person")


def disowned_deeds(events: Iterable[Event], case: Case) -> Iterator[Disagreement]:
    """Yield one `agent` disagreement for each event whose doers, a crowd, disown it elsewhere.

    "The dockers had no part in what was burnt at the gate" disowns every fire of its time and place that another
    account lays to protesters. Nobody but the speaker's own side can disown: `first_person` in `words.toml`.
    """
    denials = _denials(case)
    for event in events:
        said = list(factual((case.statements[key] for key in event.statements), case))
        blamed = [s for s in said if _is_crowd(s)]
        pairs = [
            (one, other)
            for one in blamed
            for other in denials.get(event.type, ())
            if independent(one, other, case) and _can_meet(one, other)
        ]
        if pairs:
            yield _tell(event, pairs, case)


def _denials(case: Case) -> Mapping[str, Sequence[Statement]]:
    """Return type of event → accusations denied by those whom they are laid to, that speak of such an event."""
    types: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for one in case.statements.values():
        if one.kind == "event":
            at = one.trigger
            types[one.citation.document].append((at.start, at.end, event_type(one)))
    found: dict[str, list[Statement]] = defaultdict(list)
    for denial in case.statements.values():
        if _is_disowned(denial):
            at = denial.citation.span
            named = {t for a, b, t in types[denial.citation.document] if at.start <= a and b <= at.end}
            for type_ in sorted(named):
                found[type_].append(denial)
    return found


def _is_disowned(statement: Statement) -> bool:
    claim = statement.claim
    if not isinstance(claim, AccusationClaim) or statement.polarity != "denied" or claim.against is None:
        return False
    return claim.against.group in _CROWD or fold(claim.against.text or "") in _FIRST_PERSON


def _is_crowd(statement: Statement) -> bool:
    actor = actor_of(statement)
    return actor is not None and bool(actor.text) and actor.group in _CROWD


def _can_meet(one: Statement, denial: Statement) -> bool:
    return edtf.days(one.when)[0] <= edtf.days(denial.when)[1] and nested_places(one, denial)


def _tell(event: Event, pairs: Sequence[tuple[Statement, Statement]], case: Case) -> Disagreement:
    blamed, denied = ({s.id: s for s in side}.values() for side in zip(*pairs, strict=True))
    doers = " or ".join(sorted({" ".join((a.text or "").split()) for s in blamed if (a := actor_of(s))}))
    sides = [make_side(doers, blamed, case), make_side("that they had no part in it", denied, case)]
    ordered = make_disagreement("agent", [event.id], "", sides, event.type).sides
    why = f"{event.title}, done by: {said_by(ordered)}."
    return make_disagreement("agent", [event.id], why, sides, event.type)
