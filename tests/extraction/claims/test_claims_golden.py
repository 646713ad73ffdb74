"""Golden claims: own sentences; the notation stands at the head of `claims_en.txt`."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

from svod.extraction.claims import find_accusations, find_commitments, find_demands
from svod.extraction.reading import Finding, Reading
from svod.extraction.voices import find_voices
from svod.model import AccusationClaim, CommitmentClaim, Party

FOLDER = Path(__file__).parent


def rows() -> Iterator[object]:
    for tag in ("en", "ru"):
        for line in (FOLDER / f"claims_{tag}.txt").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, expected = line.removeprefix("? ").partition(" ⇒")
                marks = [pytest.mark.xfail(strict=True, reason="not read yet")] if line[0] == "?" else []
                yield pytest.param(tag, text, expected.strip(), marks=marks, id=text[:40])


def claims(reading: Reading) -> list[Finding]:
    scopes = find_voices(reading)
    finders = (find_demands, find_commitments, find_accusations)
    return [finding for finder in finders for finding in finder(reading, scopes)]


def written(finding: Finding) -> str:
    claim = finding.claim
    kind = type(claim).__name__.removesuffix("Claim").lower()
    flags = [f"({x})" for x in (finding.polarity, finding.modality) if x in {"denied", "uncertain"}]
    sides = [group(claim.by)]  # type: ignore[union-attr]  # a demand, commitment or accusation
    if isinstance(claim, AccusationClaim):
        sides += [">", group(claim.against)]
    return " ".join([kind, *flags, *sides]) + f": {claim.content}" + terms(finding)  # type: ignore[union-attr]


def group(party: Party | None) -> str:
    return party.group if party else "-"


def terms(finding: Finding) -> str:
    claim = finding.claim
    if not isinstance(claim, CommitmentClaim):
        return ""
    amount = "" if claim.amount is None else f" [{claim.amount:.0f} {claim.unit}]"
    due = f" [by {claim.due}]" if claim.due else ""
    return amount + due + (f" [for {claim.beneficiary}]" if claim.beneficiary else "")


def matches(expected: str | None, found: str | None) -> bool:
    """A `*` stands for any class."""
    if expected is None or found is None:
        return False
    (left, _, content), (right, _, read) = expected.partition(":"), found.partition(":")
    words = zip_longest(left.split(), right.split())
    return content == read and all(one in {"*", other} for one, other in words)


@pytest.mark.parametrize(("tag", "text", "expected"), list(rows()))
def test_claims_are_read_as_the_table_says(
    annotated: Callable[[str, str], Reading], tag: str, text: str, expected: str
) -> None:
    found = [written(finding) for finding in claims(annotated(text, tag))]
    wanted = expected.split(" ; ") if expected else []
    assert all(matches(one, other) for one, other in zip_longest(wanted, found)), found
