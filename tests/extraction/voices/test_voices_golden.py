"""Who says a passage, on composed texts; see the tables for their form."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from svod.extraction.reading import Reading
from svod.extraction.voices import find_voices, voice_at
from svod.model import Span

Read = Callable[[str, str], Reading]


def _rows(tag: str) -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / f"golden_{tag}.txt").read_text("utf-8").splitlines()
    return [(tag, *line.split("⇒")) for line in lines if "⇒" in line and not line.startswith("#")]


@pytest.mark.parametrize(("tag", "marked", "chain"), [*_rows("en"), *_rows("ru")])
def test_a_passage_has_the_chain_of_those_who_say_it(
    tag: str, marked: str, chain: str, reading: Read
) -> None:
    marked = marked.strip().replace("¶", "\n\n")
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = re.sub("[⟦⟧]", "", marked)
    found = voice_at(find_voices(reading(text, tag)), Span(start, end))
    assert " < ".join(voice.name for voice in found) == chain.strip()


def test_each_language_has_sixty_rows_and_more() -> None:
    assert min(len(_rows(tag)) for tag in ("en", "ru")) >= 60
