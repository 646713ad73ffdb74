"""The traps of the example (`examples/january-2022/NOTICE.md`), one by one, on the compiled record."""

from collections.abc import Callable, Iterator

import pytest

from svod.fusion.labels import parties_of
from svod.model import CommitmentClaim, Disagreement, Document, Event, FigureClaim, Reading, Record, Statement

Said = Callable[..., list[Statement]]


def unread(what: str) -> pytest.MarkDecorator:
    """Mark a trap that the reading of texts falls into yet."""
    return pytest.mark.xfail(strict=True, reason=what)


def figures(record: Record, low: float, of: str, *documents: str) -> list[Statement]:
    """Counts of the killed in the given documents, or in all."""
    return [
        s
        for s in record.statements
        if isinstance(s.claim, FigureClaim)
        and (s.claim.measure, s.claim.low, s.claim.of) == ("killed", low, of)
        and (not documents or s.citation.document in documents)
    ]


def readings(record: Record, low: float) -> dict[str, Reading]:
    """Readings of the killed that give a number, by document."""
    found = (r for series in record.series if series.measure == "killed" for r in series.readings)
    return {r.document: r for r in found if r.low == low}


def document(record: Record, id_: str) -> Document:
    return next(d for d in record.documents if d.id == id_)


def origins(record: Record, statements: list[Statement]) -> set[str]:
    of = dict(record.origins)
    return {of[s.id] for s in statements}


def disputes(record: Record, kind: str, *statements: Statement) -> list[Disagreement]:
    """Disagreements of a kind with one of the given statements on each side."""
    ids = {s.id for s in statements}
    return [
        d for d in record.disagreements if d.kind == kind and all(ids & set(s.statements) for s in d.sides)
    ]


def events_of(record: Record, type_: str, *quoted: str) -> Iterator[Event]:
    """Events of a type with a statement whose quote holds one of the words."""
    quotes = {s.id: s.citation.quote for s in record.statements}
    for event in record.events:
        if event.type == type_ and any(word in quotes[s] for s in event.statements for word in quoted):
            yield event


def labels(record: Record, document: str) -> str:
    return " | ".join(label.words for label in record.labels if label.document == document)


def test_two_counts_of_the_dead_stand_with_their_dates(example_record: Record) -> None:
    [first, second] = [
        figures(example_record, 164, "people", "wire-0109"),
        figures(example_record, 225, "people", "monitor-0117"),
    ]
    assert [s.when for s in first] == ["2022-01-09"]
    assert len(second) == 1
    assert readings(example_record, 164)["wire-0109"].published == "2022-01-09"
    assert readings(example_record, 225)["monitor-0117"].published == "2022-01-17"


def test_two_counts_of_two_dates_are_no_rivals(example_record: Record) -> None:
    said = [*figures(example_record, 164, "people"), *figures(example_record, 225, "people")]
    assert disputes(example_record, "count", *said) == []


@unread("a weekday before the voice does not date what the voice says")
def test_the_later_count_speaks_for_the_day_that_it_was_given(example_record: Record) -> None:
    assert [s.when for s in figures(example_record, 225, "people")] == ["2022-01-15"]


@pytest.mark.parametrize("account", ["wire-0109", "harbour-0109", "vestnik-0109", "digest-0110"])
def test_a_count_that_was_taken_back_is_withdrawn(example_record: Record, account: str) -> None:
    assert readings(example_record, 164)[account].status == "withdrawn"


def test_a_count_that_was_taken_back_stands_in_no_range(example_record: Record) -> None:
    series = [s for s in example_record.series if any(r.low == 164 for r in s.readings)]
    ranges = {(one.low, one.high) for one in series if one.measure == "killed"}
    assert (None, None) in ranges
    assert not any(164 in ends for ends in ranges)


@unread("whoever withdraws a figure is not read as its voice")
def test_whoever_takes_back_a_count_gave_it(example_record: Record) -> None:
    assert origins(example_record, figures(example_record, 164, "people")) == {"Ministry of Health"}


def test_the_edited_reprint_points_to_the_wire(example_record: Record) -> None:
    assert document(example_record, "harbour-0109").reprint_of == "wire-0109"
    assert document(example_record, "wire-0109").reprint_of is None


def test_the_reprint_adds_no_origin(example_record: Record) -> None:
    reprinted = [s for s in example_record.statements if s.citation.document == "harbour-0109"]
    wired = [s for s in example_record.statements if s.citation.document == "wire-0109"]
    assert reprinted
    assert origins(example_record, reprinted) <= origins(example_record, wired)


def test_an_outlet_that_cites_an_outlet_that_cites_a_ministry_adds_no_origin(example_record: Record) -> None:
    said = figures(example_record, 164, "people", "vestnik-0109", "wire-0109")
    assert len(said) == 2
    assert origins(example_record, said) == {"Ministry of Health"}


def test_the_chain_names_all_who_passed_it_on(example_record: Record) -> None:
    [said] = figures(example_record, 164, "people", "vestnik-0109")
    assert [v.name for v in said.voice][:2] == ["Ministry of Health", "Steppe Wire"]


def test_two_counts_of_officers_at_one_date_disagree_once(example_record: Record) -> None:
    said = [
        *figures(example_record, 18, "security_forces", "predgorye-0117"),
        *figures(example_record, 19, "security_forces", "monitor-0117"),
    ]
    [only] = disputes(example_record, "count", *said)
    quotes = {s.id: s.citation.quote for s in said}
    assert [[quotes[key] for key in side.statements] for side in only.sides if side.value == "18"]
    assert sorted("".join(map(quotes.__getitem__, side.statements)).count("1") for side in only.sides)
    assert {side.value for side in only.sides} == {"18", "19"}


@unread("reports that are denied are read as fact, and the testimony carries no place over")
def test_the_shooting_on_the_square_is_denied(example_record: Record) -> None:
    [told] = [
        s
        for s in example_record.statements
        if s.citation.document == "post-square"
        and "открыли огонь" in s.citation.quote
        and s.kind == "event"
        and s.claim.type in {"attack", "gunfire", "killing"}
    ]
    denied_by = {d for e in example_record.events if told.id in e.statements for d in e.denied_by}
    assert denied_by == {"predgorye-0117"}
    assert any(
        told.id in side.statements
        for d in example_record.disagreements
        if d.kind == "occurrence"
        for side in d.sides
    )


PROMISES = [
    ("выплатит семьям", 5_000_000, "KZT", None),
    ("восстановим разрушенные здания", None, "", "2022"),
    ("создать общественный фонд", None, "", "2022-07-01"),
]


@pytest.mark.parametrize(("words", "amount", "unit", "due"), PROMISES)
def test_promises_stand_with_amount_and_day(
    example_record: Record, words: str, amount: float | None, unit: str, due: str | None
) -> None:
    [claim] = [
        s.claim
        for s in example_record.statements
        if s.citation.document == "address-0111"
        and words in s.citation.quote
        and isinstance(s.claim, CommitmentClaim)
    ]
    assert (claim.amount, claim.unit) == (amount, unit)
    assert (claim.due or "").startswith(due or "")
    assert bool(claim.due) is bool(due)


NAMES = [
    ("wire-0105", "armed_group", "attackers"),
    ("wire-0105", "protesters", "demonstrators"),
    ("vestnik-0106", "protesters", "митингующие"),
    ("vestnik-0106", "armed_group", "погромщики"),
    ("vestnik-0106", "armed_group", "террористические банды"),
    ("address-0111", "armed_group", "террористы"),
    ("address-0111", "armed_group", "бандитов"),
]


@pytest.mark.parametrize(("account", "group", "words"), NAMES)
def test_rival_names_for_one_group_are_kept(
    example_record: Record, account: str, group: str, words: str
) -> None:
    found = [n for n in example_record.labels if n.document == account and words in n.words]
    assert {n.group for n in found} == {group}


def test_rival_names_for_who_took_the_airport_are_a_disagreement(example_record: Record) -> None:
    [airport] = events_of(example_record, "seizure", "airport", "аэропорт Алматы")
    [only] = [
        d for d in example_record.disagreements if d.kind == "characterisation" and airport.id in d.about
    ]
    assert any("погромщики" in side.value for side in only.sides)
    assert any("demonstrators" in side.value for side in only.sides)


def test_no_account_is_given_the_words_of_another(example_record: Record) -> None:
    said = {s.id: s for s in example_record.statements}
    for dispute in example_record.disagreements:
        if dispute.kind == "characterisation":
            for side in dispute.sides:
                texts = [p.text or p.name for key in side.statements for p in parties_of(said[key])]
                assert set(side.value.split(" or ")) <= {" ".join(t.split()) for t in texts}


def test_the_undated_testimony_is_in_the_record_without_a_date(example_record: Record) -> None:
    testimony = document(example_record, "post-square")
    assert (testimony.published, testimony.published_from) == (None, None)
    said = [s for s in example_record.statements if s.citation.document == "post-square"]
    assert {"event", "figure"} <= {s.kind for s in said}


ONE_EVENT = [
    ("seizure", ("city hall", "здание акимата"), {"wire-0105", "vestnik-0106", "dala-0106"}),
    ("request", ("Collective Security", "ОДКБ"), {"wire-0105", "vestnik-0106", "dala-0106", "address-0111"}),
]


@pytest.mark.parametrize(("type_", "words", "documents"), ONE_EVENT, ids=["city hall", "appeal"])
def test_what_three_languages_tell_is_one_event(
    example_record: Record, type_: str, words: tuple[str, ...], documents: set[str]
) -> None:
    [event] = events_of(example_record, type_, *words)
    assert set(event.documents) == documents


def test_the_city_hall_is_not_the_airport(example_record: Record) -> None:
    [hall] = events_of(example_record, "seizure", "city hall")
    [airport] = events_of(example_record, "seizure", "airport")
    assert hall.id != airport.id
