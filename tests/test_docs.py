"""The documentation: whole, linked, and true to the program."""

import re
from pathlib import Path

import pytest

from svod.cli import app
from svod.export import FORMATS
from svod.lang import installed_languages, load_language
from svod.model import EVENT_TYPES, GROUPS, KINDS, MEASURES

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
COMMANDS = ["compile", "report", "export", "verify", "explain", "doctor"]


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_readme_is_short() -> None:
    assert len(page("README.md").splitlines()) < 150


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_relative_links_resolve(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text("utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_knows_a_machine(path: Path) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp)/", path.read_text("utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_described(command: str) -> None:
    assert f"## svod {command}" in page("docs/reference/cli.md")
    assert command in app


def test_every_word_of_the_vocabulary_is_described() -> None:
    reference = page("docs/reference/statements.md")
    words = (*KINDS, *EVENT_TYPES, *MEASURES, *GROUPS)
    assert [word for word in words if f"`{word}`" not in reference] == []


def test_every_format_is_described() -> None:
    assert [name for name in FORMATS if f"`{name}`" not in page("docs/reference/formats.md")] == []


def test_every_language_is_named() -> None:
    names = [load_language(tag).name for tag in installed_languages()]
    assert [name for name in names if name not in page("README.md")] == []


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md"])
def test_commands_in_examples_exist(name: str) -> None:
    used = re.findall(r"^\$ svod (\w+)(.*)$", page(name), re.MULTILINE)
    help_page = page("docs/reference/cli.md")
    assert used
    assert {command for command, _ in used} <= set(COMMANDS)
    options = {option for _, rest in used for option in re.findall(r"(?<!\S)--[a-z-]+", rest)}
    assert [option for option in options if option not in help_page] == []


def test_the_table_of_accuracy_is_filled() -> None:
    table = page("README.md").partition("<!-- table")[2].partition("<!-- /table")[0]
    assert table.count("|") > 40
