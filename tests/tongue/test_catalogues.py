"""Nothing of the interface lacks a word, and nothing in the catalogues is said no more."""

import re
import runpy
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from svod.model import EVENT_TYPES, GROUPS, KINDS, MEASURES
from svod.tongue import TONGUES, load_tongue
from svod.tongue.catalogue import SOURCE, read_catalogue
from svod.tongue.phrases import patterns, plain

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "catalogues.py"))
LANGUAGES = [code for code in TONGUES if code != SOURCE]
SLOT = re.compile(r"%\(\w+\)s|\{\d?\}|</?\w+|%%")


def slots(text: str) -> list[str]:
    return sorted(re.sub(r"\d", "", slot) for slot in SLOT.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated_and_none_is_left_over(language: str) -> None:
    catalogue = read_catalogue(language)
    said = {(context, text) for context, text in SCRIPT["gather"]()}
    held = {(message.context or "", message.id) for message in catalogue if message.id}
    assert held == said, "run scripts/catalogues.py and translate what it lists"
    assert SCRIPT["untranslated"](catalogue) == []
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_every_slot_and_mark(language: str) -> None:
    torn = []
    for message in read_catalogue(language):
        if not message.id:
            continue
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        english = message.id[-1] if isinstance(message.id, tuple) else message.id
        torn += [form for form in forms if slots(str(form)) != slots(english)]
    assert torn == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_written_as_the_script_writes_it(language: str) -> None:
    written: bytes = SCRIPT["written"](SCRIPT["updated"](language))
    assert written == files("svod.tongue").joinpath(f"{language}.po").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("shelf", "codes"), [("event", EVENT_TYPES), ("measure", MEASURES), ("group", GROUPS), ("kind", KINDS)]
)
def test_every_code_of_the_codebook_has_a_word(language: Any, shelf: str, codes: tuple[str, ...]) -> None:
    tongue = load_tongue(language)
    assert [code for code in codes if re.search("[a-z]", tongue.word(shelf, code))] == []


def shelf(path: str, package: str) -> dict[str, Any]:
    return tomllib.loads(files(package).joinpath(path).read_text("utf-8"))


def test_every_title_that_a_record_makes_is_in_the_phrase_book() -> None:
    words = shelf("words.toml", "svod.fusion")
    known = {plain(pattern) for pattern in patterns()}
    assert {*words["events"].values(), *words["figures"].values()} <= known


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_everything_counted_is_in_the_phrase_book(language: str) -> None:
    figures = shelf("figures.toml", f"svod.lang.{language}")
    counted = {*figures["persons"], *figures["items"]}
    counted |= {name for gauges in figures["gauges"].values() for name in gauges}
    known = {plain(pattern) for pattern in patterns()}
    assert sorted(name for name in counted if name.replace("_", " ") not in known) == []
