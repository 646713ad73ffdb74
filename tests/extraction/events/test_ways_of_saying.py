"""Coverage of the language: common ways of telling each type of event, as `ways_LANGUAGE.toml` lists them."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from svod.extraction.events import find_events
from svod.extraction.reading import Reading
from svod.model import EVENT_TYPES, EventClaim, Span

WAYS: dict[str, dict[str, str]] = {
    tag: tomllib.loads((Path(__file__).parent / f"ways_{tag}.toml").read_text("utf-8"))
    for tag in ("en", "ru")
}


@pytest.mark.parametrize("tag", WAYS)
def test_every_type_has_ways_of_saying(tag: str) -> None:
    assert set(WAYS[tag]) == set(EVENT_TYPES)


@pytest.mark.parametrize(("tag", "kind"), [(tag, kind) for tag in WAYS for kind in WAYS[tag]])
def test_each_way_of_saying_is_read_with_its_type(
    annotated: Callable[[str, str], Reading], tag: str, kind: str
) -> None:
    lines = WAYS[tag][kind].strip().splitlines()
    reading = annotated("\n\n".join(lines), tag)
    text = reading.annotation.document.text
    read = [
        finding.quote
        for finding in find_events(reading)
        if isinstance(finding.claim, EventClaim) and finding.claim.type == kind
    ]
    spans = {line: Span(at := text.index(line), at + len(line)) for line in lines}
    assert [line for line, span in spans.items() if not any(span.contains(quote) for quote in read)] == []
