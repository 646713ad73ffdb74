"""Whole crises in miniature, compiled from texts composed for these tests: what is found, and what is not made up.

A file holds the accounts and what is to be found in them. It gives a statement as the account and words of its quote.
`missing` says why something is not found yet; once it is, the word must go.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from svod.ingest import read_documents
from svod.model import Disagreement, Record
from svod.pipeline import compile_record

HERE = Path(__file__).parent

Gold = Mapping[str, Any]


@dataclass(frozen=True)
class Crisis:
    """What is to be found, and what is."""

    gold: Gold
    record: Record

    def ids(self, told: str) -> set[str]:
        document, _, words = told.partition(": ")
        said = (s for s in self.record.statements if s.citation.document == document)
        return {s.id for s in said if words in s.citation.quote}

    def clusters(self, told: str) -> set[str]:
        found = chain(self.record.events, self.record.series)
        return {cluster.id for cluster in found if self.ids(told) & set(cluster.statements)}


@pytest.fixture(scope="session", params=["quake", "strike"])
def crisis(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Crisis:
    gold = tomllib.loads((HERE / f"{request.param}.toml").read_text("utf-8"))
    folder = tmp_path_factory.mktemp(request.param)
    rows = [{"file": f"{d['doc']}.txt", **d} for d in gold["documents"]]
    for row in rows:
        (folder / row["file"]).write_text(row.pop("text"), "utf-8")
    (folder / "documents.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return Crisis(gold, compile_record(read_documents([folder]), request.param, workers=1))


def is_found(crisis: Crisis, gold: Gold) -> bool:
    return any(meets(crisis, one, gold) for one in crisis.record.disagreements)


def meets(crisis: Crisis, found: Disagreement, gold: Gold) -> bool:
    """Tell whether a disagreement is of the kind, and holds the statements, on at least two sides."""
    sides = [
        {n for n, told in enumerate(gold["statements"]) if crisis.ids(told) & set(side.statements)}
        for side in found.sides
    ]
    whole = set().union(*sides) == set(range(len(gold["statements"])))
    return found.kind == gold["kind"] and whole and sum(map(bool, sides)) > 1


def test_disagreements_are_found(crisis: Crisis) -> None:
    asked = crisis.gold["disagreements"]
    assert [d["statements"] for d in asked if "missing" not in d and not is_found(crisis, d)] == []
    assert [d["statements"] for d in asked if "missing" in d and is_found(crisis, d)] == []


def test_no_disagreement_is_made_up(crisis: Crisis) -> None:
    listed = [d for d in crisis.record.disagreements if d.kind != "not_comparable"]
    made_up = [
        d.why for d in listed if not any(meets(crisis, d, gold) for gold in crisis.gold["disagreements"])
    ]
    assert made_up == []


def test_what_is_of_one_thing_stands_together(crisis: Crisis) -> None:
    groups: Sequence[Gold] = crisis.gold["together"]
    shared = {
        tuple(group["statements"]): set.intersection(*map(crisis.clusters, group["statements"]))
        for group in groups
    }
    assert [told for told, found in shared.items() if not found] == []


def test_what_is_of_two_things_stands_apart(crisis: Crisis) -> None:
    for group in crisis.gold["apart"]:
        one, other = map(crisis.clusters, group["statements"])
        assert one
        assert other
        assert not one & other, group


def test_copies_and_retellings_are_told(crisis: Crisis) -> None:
    found = {
        (d.document, d.kind, d.account): [change.kind for change in d.changes]
        for d in crisis.record.derivations
        if d.account
    }
    assert found == {(d["document"], d["kind"], d["account"]): d["changes"] for d in crisis.gold["derived"]}


def test_later_statements_bear_on_promises(crisis: Crisis) -> None:
    found = {(b.promise, b.statement, b.how) for b in crisis.record.bearings}
    for gold in crisis.gold.get("bearings", ()):
        asked = {
            (p, s, gold["how"]) for p in crisis.ids(gold["promise"]) for s in crisis.ids(gold["statement"])
        }
        assert bool(asked & found) == ("missing" not in gold), gold


def test_outlets_that_change_their_words_are_told(crisis: Crisis) -> None:
    assert [shift.outlet for shift in crisis.record.shifts] == [
        s["outlet"] for s in crisis.gold.get("shifts", ())
    ]
