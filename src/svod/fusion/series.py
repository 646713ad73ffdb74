"""Series: clusters of figures on one quantity, with their history."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from svod.fusion.answers import Candidate, group_by, make_answers
from svod.fusion.attributes import place_named, when_candidates, where_candidates
from svod.fusion.case import Case, place_in_text, told_place
from svod.fusion.events import content_id, explain_links, first_value
from svod.fusion.ground import Ground, silent_on
from svod.fusion.wording import number, series_title
from svod.model import Answer, Cluster, FigureClaim, Reading, Series, Statement, edtf

Status = Literal["standing", "revised", "withdrawn"]

# How exact a figure is, for showing the most specific first.
_EXACT = {"exact": 3, "approximate": 2, "range": 1, "at_least": 1, "at_most": 1, "vague": 0}


def make_series(clusters: Iterable[Cluster], case: Case, ground: Ground) -> tuple[Series, ...]:
    """Return a series for each cluster of figures, sorted by measure, what is counted, and id."""
    found = [_series(cluster, case, ground) for cluster in clusters if case.in_order(cluster.statements)]
    return tuple(sorted(found, key=lambda s: (s.measure, s.of, s.id)))


def figure_of(statement: Statement) -> FigureClaim:
    """Return the claim of a figure statement."""
    assert isinstance(statement.claim, FigureClaim)
    return statement.claim


def make_readings(said: Iterable[Statement], case: Case) -> tuple[Reading, ...]:
    """Return the readings of figure statements in order of publication, then
    the day they speak for, document and offset, each with its status.

    A reading is `revised` if its origin gives a number that excludes it later:
    published on a later day, or in one account for a later day. It is
    `withdrawn` if it denies a number, or if one that says the same as it is
    denied on its day of publication or later. Of a reprint the day of the
    account that it prints counts.
    """
    ordered = sorted(said, key=lambda s: (_day_published(s, case), edtf.days(s.when)[0], place_in_text(s)))
    readings = [_reading(statement, case) for statement in ordered]
    return tuple(replace(reading, status=_status(at, ordered, case)) for at, reading in enumerate(readings))


def excludes(one: FigureClaim, other: FigureClaim) -> bool:
    """Tell whether two numbers cannot both hold.

    An approximate number reaches a tenth to either side; an open end reaches
    without limit, so "more than 10" does not exclude 12.
    """
    (a, b), (c, d) = _reach(one), _reach(other)
    return max(a, c) > min(b, d)


def named_numbers(statement: Statement) -> set[float]:
    """Return the numbers that a figure names: who takes back "164" takes back "at least 164"."""
    claim = figure_of(statement)
    return {value for value in (claim.low, claim.high) if value is not None}


def _series(cluster: Cluster, case: Case, ground: Ground) -> Series:
    said = case.in_order(cluster.statements)
    claim, readings = _typical(said, case), make_readings(said, case)
    standing = {reading.statement for reading in readings if reading.status == "standing"}
    answers = _answers(said, standing, case)
    when = first_value(answers, "when")
    where = place_named(said, first_value(answers, "where"))
    low, high = _range([r for r in readings if r.status == "standing"])
    return Series(
        id=content_id("s", (s.id for s in said)),
        title=series_title(claim, told_place(said, where)),
        measure=claim.measure,
        of=claim.of,
        unit=claim.unit,
        when=when,
        where=where,
        low=low,
        high=high,
        statements=tuple(s.id for s in said),
        documents=case.documents_of(said),
        origins=case.origins_of(said),
        silent=silent_on(said, where, when, case, ground),
        readings=readings,
        answers=answers,
        why=explain_links(cluster),
    )


def _typical(said: Sequence[Statement], case: Case) -> FigureClaim:
    """Return a claim that counts what most passages count."""
    of = case.commonest(said, lambda s: figure_of(s).of)
    claims = (figure_of(s) for s in said if figure_of(s).of == of)
    return min(claims, key=lambda c: (c.unit, c.measure))


def _answers(said: Sequence[Statement], standing: set[str], case: Case) -> tuple[Answer, ...]:
    counts = group_by(said, lambda s: number(figure_of(s)) if s.polarity == "affirmed" else None)
    return (
        *make_answers("count", [_count(v, counts[v], standing) for v in sorted(counts)], case),
        *make_answers("when", when_candidates(said), case),
        *make_answers("where", where_candidates(said), case),
    )


def _count(value: str, said: tuple[Statement, ...], standing: set[str]) -> Candidate:
    return Candidate(
        value=value,
        statements=said,
        specific=float(max(_EXACT[figure_of(statement).bound] for statement in said)),
        told=any(statement.id in standing for statement in said),
    )


def _reading(statement: Statement, case: Case) -> Reading:
    claim = figure_of(statement)
    return Reading(
        statement=statement.id,
        document=statement.citation.document,
        published=case.published(statement),
        origin=case.origins[statement.id],
        low=claim.low,
        high=claim.high,
        status="standing",
    )


def _status(at: int, ordered: Sequence[Statement], case: Case) -> Status:
    this = ordered[at]
    if this.polarity == "denied" or any(_denies(other, this, case) for other in ordered):
        return "withdrawn"
    return "revised" if any(_revises(other, this, case) for other in ordered) else "standing"


def _denies(other: Statement, this: Statement, case: Case) -> bool:
    if other.polarity != "denied" or named_numbers(other) != named_numbers(this):
        return False
    return _day_told(other, case) >= _day_told(this, case)


def _revises(other: Statement, this: Statement, case: Case) -> bool:
    if other.polarity == "denied" or case.origins[other.id] != case.origins[this.id]:
        return False
    later = _day_told(other, case) > _day_told(this, case)
    if case.account(other) == case.account(this):
        later = edtf.days(other.when)[0] > edtf.days(this.when)[1]
    return later and excludes(figure_of(other), figure_of(this))


def _day_told(statement: Statement, case: Case) -> int:
    return edtf.days(case.told_on(statement))[0].toordinal()


def _day_published(statement: Statement, case: Case) -> int:
    return edtf.days(case.published(statement))[0].toordinal()


def _reach(claim: FigureClaim) -> tuple[float, float]:
    low = float("-inf") if claim.low is None else claim.low
    high = float("inf") if claim.high is None else claim.high
    return (low * 0.9, high * 1.1) if claim.bound == "approximate" else (low, high)


def _range(standing: Sequence[Reading]) -> tuple[float | None, float | None]:
    lows, highs = [r.low for r in standing], [r.high for r in standing]
    low = min((v for v in lows if v is not None), default=None) if None not in lows else None
    high = max((v for v in highs if v is not None), default=None) if None not in highs else None
    return low, high
