"""What `svod diff` tells, on composed records."""

from dataclasses import replace
from pathlib import Path

import pytest

from composed import document, event, figure
from svod.cli import run
from svod.export.changes import Change, find_changes
from svod.export.explain import explain_reference
from svod.fusion import fuse
from svod.model import (
    Bearing,
    ByHand,
    Cluster,
    Document,
    Party,
    Record,
    Resolution,
    Shift,
    ShiftStep,
    Statement,
    Voice,
)

GUARDS = Party("the guards", "security_forces")
TROOPS = Party("foreign troops", "foreign_forces")
MINISTRY = (Voice("Ministry", named=True),)


def record(*clusters: list[Statement], documents: list[Document] | None = None) -> Record:
    said = [statement for cluster in clusters for statement in cluster]
    made = documents or [document(key) for key in sorted({s.citation.document for s in said})]
    events, figures = (
        tuple(Cluster(tuple(sorted(s.id for s in c)), ()) for c in clusters if c[0].kind == kind)
        for kind in ("event", "figure")
    )
    return fuse("Case", made, said, [], Resolution((), events, figures))


def told(old: Record, new: Record) -> list[str]:
    return [change.text for change in find_changes(old, new)]


def hows(old: Record, new: Record) -> list[tuple[str, str]]:
    return [(change.what, change.how) for change in find_changes(old, new)]


def test_a_record_is_no_change_to_itself() -> None:
    same = record([event("taken"), event("seized", document="b")], [figure(12)])
    assert find_changes(same, same) == ()


def test_a_new_account_is_told_with_all_that_it_adds() -> None:
    old = record([event("taken")])
    new = record([event("taken"), event("seized", document="b")])
    assert told(old, new) == [
        "New account: b (Paper b, 2031-05-10), with 1 statements.",
        "Seizure, Tarn: also told in b, a new origin: Paper b.",
    ]


def test_an_account_of_a_known_origin_adds_none() -> None:
    old = record([event("taken", voice=MINISTRY)])
    new = record([event("taken", voice=MINISTRY), event("seized", document="b", voice=MINISTRY)])
    assert told(old, new)[-1].endswith("also told in b, no new origin.")


def test_what_is_new_or_gone_is_told() -> None:
    assert ("event", "new") in hows(record(), record([event("taken")]))
    assert ("event", "gone") in hows(record([event("taken")]), record())


def test_a_withdrawn_number_is_told_and_the_range_with_it() -> None:
    dates = [document("a", "2031-05-05"), document("b", "2031-05-06")]
    old = record([figure(164)], documents=dates)
    new = record([figure(164), figure(164, document="b", polarity="denied")], documents=dates)
    assert ("figure", "withdrawn") in hows(old, new)
    assert "Number of people killed, Tarn: the range was 164, now no number that stands." in told(old, new)


def test_a_disagreement_that_appears_and_one_that_ends() -> None:
    sides = [event("cleared", "recapture", actor=GUARDS), event("freed", "recapture", "tarn", document="b")]
    quiet = record(sides)
    loud = record([sides[0], replace(sides[1], claim=event("", "recapture", actor=TROOPS).claim)])
    assert ("disagreement", "new") in hows(quiet, loud)
    assert ("disagreement", "gone") in hows(loud, quiet)


def test_clusters_that_join_and_part_are_told() -> None:
    one, other = event("taken"), event("seized", document="b")
    apart, together = record([one], [other]), record([one, other])
    assert ("event", "merged") in hows(apart, together)
    assert ("event", "split") in hows(together, apart)


def test_the_answer_shown_first_may_change() -> None:
    old = record([event("taken", when="2031-05-01/2031-05-09")])
    new = record([event("taken", when="2031-05-01/2031-05-09"), event("seized", document="b")])
    [change] = [c for c in find_changes(old, new) if c.how == "shown"]
    assert "when: '2031-05-01/2031-05-09' was shown first, now '2031-05-04'" in change.text


def test_changes_are_told_in_a_fixed_order() -> None:
    old, new = record(), record([event("taken")], [figure(12)])
    whats = [change.what for change in find_changes(old, new)]
    assert whats == ["account", "event", "figure"]
    assert all(isinstance(change, Change) for change in find_changes(old, new))


def test_between_two_days_of_one_case(example_case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--from", "2022-01-09", "--to", "2022-01-10"]
    assert run(["diff", str(example_case), *days]) == 0
    out = capsys.readouterr().out
    assert "New account: digest-0110" in out
    assert "which is now withdrawn (was standing)" in out


def test_a_case_needs_something_to_compare_with(example_case: Path) -> None:
    assert run(["diff", str(example_case)]) == 2


def test_what_people_decided_on_statements_is_told() -> None:
    taken, seized = event("taken"), event("seized", document="b")
    old = record([taken], [seized])
    by_hand = ByHand(taken.id, ("type",), ("Dana",), (1,))
    corrected = replace(old, statements=(replace(taken, by_hand=by_hand), seized))
    assert told(old, corrected) == ["Corrected (type) by Dana: “taken” (a)."]
    assert ("statement", "as read") in hows(corrected, old)
    rejected = replace(old, statements=(taken,), rejected=(seized,))
    assert hows(old, rejected) == [("statement", "rejected")]
    assert hows(rejected, old) == [("statement", "accepted")]


def test_what_became_of_a_promise_and_new_names_are_told() -> None:
    old = record([event("taken"), event("seized", document="b")])
    [promise, later] = [said.id for said in old.statements]
    steps = tuple(
        ShiftStep((words,), day, day, (promise,))
        for words, day in (("crowd", "2031-05-01"), ("mob", "2031-05-03"))
    )
    new = replace(
        old, bearings=(Bearing(promise, later, "done"),), shifts=(Shift("Paper a", "crowd", steps),)
    )
    assert [(c.what, c.how, c.text) for c in find_changes(old, new)] == [
        ("promise", "done", "“taken” (a). Told as done later: “seized” (b)."),
        ("framing", "new", "Paper a: crowd until 1 May 2031, mob from 3 May 2031."),
    ]
    assert find_changes(new, new) == ()
    assert explain_reference(new, promise)["done later"] == [f"{later} “seized” (b)"]
    assert explain_reference(new, later)["bears on"] == [f"{promise} “taken” (a)"]
    assert explain_reference(new, "a")["names changed"] == [
        "Paper a: crowd until 1 May 2031, mob from 3 May 2031"
    ]
