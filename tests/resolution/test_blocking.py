"""Blocking: what is compared, and that a big crisis is not compared in full."""

from collections.abc import Callable, Iterable

from said import event

from svod.model import Statement
from svod.resolution.blocking import candidate_pairs
from svod.resolution.compare import event_sorts
from svod.resolution.profile import Profile, make_profiles


def pairs_of(
    found: tuple[Profile, ...], sorts: Callable[[Profile], Iterable[str]] = event_sorts
) -> list[tuple[int, int]]:
    ones, others = candidate_pairs(found, sorts)
    return list(zip(ones.tolist(), others.tolist(), strict=True))


def profiles(statements: list[Statement]) -> tuple[Profile, ...]:
    return make_profiles(statements, {}, {}, frozenset())


def test_small_sorts_are_compared_in_full() -> None:
    found = profiles([event(f"word{n} taken", start=n * 100) for n in range(10)])
    assert len(pairs_of(found)) == 45


def test_a_large_sort_is_not_compared_in_full() -> None:
    days = [f"2031-05-{1 + n % 28:02}" for n in range(600)]
    found = profiles([event(f"w{n} q{n % 50}", when=day, start=n * 99) for n, day in enumerate(days)])
    assert len(pairs_of(found)) < 600 * 599 / 2 / 5


def test_a_statement_without_date_meets_its_event_in_a_large_sort() -> None:
    crowd = [event(f"thing{n} taken", when=f"2031-05-{1 + n % 28:02}", start=n * 99) for n in range(300)]
    lost = event("the quarry fell", when=None, document="b")
    told = event("the quarry was taken", when="2031-05-04", document="c")
    found = profiles([*crowd, lost, told])
    at = {profile.ids[0]: index for index, profile in enumerate(found)}
    pair = tuple(sorted((at[lost.id], at[told.id])))
    assert pair in pairs_of(found)


def test_no_statement_is_paired_with_itself_though_it_is_filed_twice() -> None:
    found = profiles([event(f"word{n} taken", start=n * 100) for n in range(2)])
    assert pairs_of(found, lambda _: ("sort", "sort")) == [(0, 1)]
