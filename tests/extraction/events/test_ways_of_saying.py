"""Coverage of the language: common ways of telling each type of event, as `ways_en.toml` lists them."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from svod.extraction.events import find_events
from svod.extraction.reading import Reading
from svod.model import EVENT_TYPES, EventClaim

WAYS: dict[str, str] = tomllib.loads((Path(__file__).parent / "ways_en.toml").read_text("utf-8"))


def test_every_type_has_ways_of_saying() -> None:
    assert set(WAYS) == set(EVENT_TYPES)


@pytest.mark.parametrize("kind", WAYS)
def test_each_way_of_saying_is_read_with_its_type(
    annotated: Callable[[str, str], Reading], kind: str
) -> None:
    lines = WAYS[kind].strip().splitlines()
    reading = annotated("\n\n".join(lines), "en")
    text = reading.annotation.document.text
    read = {
        text[finding.quote.start : finding.quote.end]
        for finding in find_events(reading)
        if isinstance(finding.claim, EventClaim) and finding.claim.type == kind
    }
    assert [line for line in lines if not any(quote in line for quote in read)] == []
