"""Whether something happened at all: one account says so, another denies it."""

from collections.abc import Iterable, Iterator, Sequence

from svod.fusion.case import Case
from svod.fusion.disagreements.sides import (
    factual,
    independent,
    make_disagreement,
    make_side,
    nested_places,
    said_by,
    same_window,
)
from svod.fusion.series import named_numbers
from svod.model import AccusationClaim, Disagreement, Event, Reading, Resolution, Series, Statement, edtf


def occurrence_disagreements(
    events: Iterable[Event], series: Iterable[Series], resolution: Resolution, case: Case
) -> Iterator[Disagreement]:
    """Yield one `occurrence` disagreement for each event, figure or accusation that one
    origin asserts and another denies, of a time and place that can be the same.
    """
    for event in events:
        yield from _disputed(event.title, [event.id], case.in_order(event.statements), event.type, case)
    for one in series:
        standing = [r.statement for r in one.readings if r.status != "withdrawn" or _is_denial(r, case)]
        yield from _disputed(one.title, [one.id], case.in_order(standing), one.measure, case)
    for cluster in resolution.accusations:
        said = case.in_order(cluster.statements)
        title = _charge(said, case)
        yield from _disputed(title, [], said, "accusation", case)


def _disputed(
    title: str, about: list[str], said: Sequence[Statement], subject: str, case: Case
) -> Iterator[Disagreement]:
    yes, no = _opposed(said, case)
    if yes:
        sides = [make_side("that it is so", yes, case), make_side("that it is not so", no, case)]
        ordered = make_disagreement("occurrence", about, "", sides, subject).sides
        yield make_disagreement("occurrence", about, f"{title}: {said_by(ordered)}.", sides, subject)


def _charge(said: Sequence[Statement], case: Case) -> str:
    """Return the charge in the words of most of those who lay it."""
    laid = [s for s in said if s.polarity == "affirmed"] or said
    return f"The charge “{case.commonest(laid, _content)}”"


def _content(statement: Statement) -> str | None:
    claim = statement.claim
    return " ".join(claim.content.split()) if isinstance(claim, AccusationClaim) else None


def _opposed(said: Sequence[Statement], case: Case) -> tuple[list[Statement], list[Statement]]:
    """Return those who assert and those who deny, each opposed by at least one of the others."""
    yes, no = list(factual(said, case)), [s for s in said if s.polarity == "denied"]
    pairs = [(a, b) for a in yes for b in no if _comparable(a, b, case)]
    return [a for a in yes if any(a is x for x, _ in pairs)], [b for b in no if any(b is y for _, y in pairs)]


def _comparable(one: Statement, other: Statement, case: Case) -> bool:
    return (
        independent(one, other, case)
        and _same_number(one, other)
        and _same_time(one, other)
        and nested_places(one, other)
    )


def _is_denial(reading: Reading, case: Case) -> bool:
    return case.statements[reading.statement].polarity == "denied"


def _same_number(one: Statement, denial: Statement) -> bool:
    """Tell whether a denied figure is the one told; who denies 164 says nothing on 103."""
    if one.kind != "figure":
        return True
    return not named_numbers(one).isdisjoint(named_numbers(denial))


def _same_time(one: Statement, denial: Statement) -> bool:
    """Tell whether a denial can speak of what `one` says: a date that its own
    clause does not tell is the latest that it may be of.
    """
    if denial.dated_by == "clause":
        return same_window(one, denial)
    return edtf.days(one.when)[0] <= edtf.days(denial.when)[1]
