"""Golden events: own sentences; the notation stands at the head of `golden_en.txt`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from marked import rows

from svod.extraction.events import find_events
from svod.extraction.reading import Finding, Reading
from svod.model import EventClaim, Party

FOLDER = Path(__file__).parent
ROWS = [row for tag in ("en", "ru") for row in rows(FOLDER / f"golden_{tag}.txt", tag)]


def written(finding: Finding) -> str:
    claim = finding.claim
    assert isinstance(claim, EventClaim)
    place = f" @{finding.where.name}" if finding.where else ""
    return f"{claim.type} {party(claim.actor)} > {party(claim.target)}{place}"


def party(of: Party | None) -> str:
    return f"{of.group}: {of.text}" if of else "-"


def matches(expected: str, found: str) -> bool:
    """The words of a party may be fewer than those found: articles and numerals are left out."""
    if ":" not in expected:
        return expected == found
    left, right = expected.split(), found.split()
    rest = iter(right)
    return left[0] == right[0] and all(word in rest for word in left)


@pytest.mark.parametrize(("tag", "text", "expected"), ROWS)
def test_events_are_read_as_the_table_says(
    annotated: Callable[[str, str], Reading], tag: str, text: str, expected: str
) -> None:
    found = [written(finding) for finding in find_events(annotated(text, tag))]
    wanted = expected.split(" ; ") if expected else []
    assert len(found) == len(wanted), found
    assert all(map(matches, wanted, found)), found
