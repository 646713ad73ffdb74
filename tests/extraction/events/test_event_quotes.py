"""Quotes of events: own sentences; the notation stands at the head of `golden_quotes.txt`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from marked import rows, unmark

from svod.extraction.events import find_events
from svod.extraction.reading import Reading
from svod.model import EventClaim

ROWS = list(rows(Path(__file__).parent / "golden_quotes.txt", ""))


@pytest.mark.parametrize(("_tag", "text", "expected"), ROWS)
def test_a_quote_is_the_smallest_clause(
    annotated: Callable[[str, str], Reading], _tag: str, text: str, expected: str
) -> None:
    plain, start, end = unmark(text)
    kind, tag = expected.split()
    found = [f for f in find_events(annotated(plain, tag)) if isinstance(f.claim, EventClaim)]
    assert [f.quote.of(plain) for f in found if f.claim.type == kind] == [plain[start:end]]
    assert all(f.quote.contains(f.trigger) for f in found)
