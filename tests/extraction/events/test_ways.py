"""Ways of telling each type of event: composed sentences that must be read with their type."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from svod.extraction.events import find_events
from svod.extraction.reading import Reading
from svod.model import EVENT_TYPES, EventClaim

WAYS = tomllib.loads((Path(__file__).parent / "ways_ru.toml").read_text("utf-8"))


@pytest.mark.parametrize("kind", WAYS)
def test_every_way_of_telling_a_type_is_read_with_it(
    annotated: Callable[[str, str], Reading], kind: str
) -> None:
    claims = {text: [f.claim for f in find_events(annotated(text, "ru"))] for text in WAYS[kind]}
    types = {text: {c.type for c in found if isinstance(c, EventClaim)} for text, found in claims.items()}
    assert [text for text, found in types.items() if kind not in found] == []


def test_the_table_has_every_type() -> None:
    assert set(WAYS) == set(EVENT_TYPES)
