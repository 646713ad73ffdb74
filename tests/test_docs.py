"""The documentation: whole, linked, and true to the program. Nothing is compiled here."""

import re
import runpy
import shlex
from collections.abc import Iterator
from doctest import DocTestParser
from pathlib import Path
from typing import get_args

import pytest
from cyclopts import CycloptsError

from svod import errors
from svod.cli import app
from svod.export import FORMATS, TABLES
from svod.lang import installed_languages, load_language
from svod.lang.protocol import Topic
from svod.model import EVENT_TYPES, GROUPS, KINDS, MEASURES
from svod.model.record import DisagreementKind

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
IDS = [path.relative_to(ROOT).as_posix() for path in PAGES]
COMMANDS = sorted(name for name in app if not name.startswith("-"))


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)```", text, re.MULTILINE | re.DOTALL)


def anchors(text: str) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def commands_of(path: Path) -> Iterator[str]:
    for block in blocks(path.read_text("utf-8"), "console"):
        yield from (line[2:] for line in block.splitlines() if line.startswith("$ svod "))


def test_the_readme_is_short() -> None:
    assert len(page("README.md").splitlines()) < 150


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_relative_links_resolve(path: Path) -> None:
    broken = []
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", path.read_text("utf-8")):
        file = (path.parent / target) if target else path
        if not file.exists() or (anchor and anchor not in anchors(file.read_text("utf-8"))):
            broken.append(f"{target}#{anchor}")
    assert broken == []


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_no_page_knows_a_machine(path: Path) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp|Users)/|[A-Z]:\\", path.read_text("utf-8"))


def test_no_page_or_picture_is_out_of_reach() -> None:
    linked = {
        (path.parent / target).resolve()
        for path in PAGES
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", path.read_text("utf-8"))
    }
    shelf = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("docs/pictures/*")]
    assert [path for path in shelf if path not in linked] == []


def test_the_reference_of_commands_is_what_help_says() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "cli_reference.py"))
    assert script["reference"]() == page("docs/reference/cli.md"), "run scripts/cli_reference.py"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_described(command: str) -> None:
    assert f"## svod {command}\n" in page("docs/reference/cli.md")


def test_every_error_is_described() -> None:
    reference = page("docs/reference/cli.md")
    assert [name for name in errors.__all__ if name != "SvodError" and f"`{name}`" not in reference] == []


def test_every_word_of_the_vocabulary_is_described() -> None:
    reference = page("docs/reference/statements.md")
    words = (*KINDS, *EVENT_TYPES, *MEASURES, *GROUPS)
    assert [word for word in words if f"`{word}`" not in reference] == []


def test_every_event_type_and_class_has_a_line_of_its_own() -> None:
    first_cells = re.findall(r"^\| `(\w+)` \|", page("docs/reference/statements.md"), re.MULTILINE)
    assert [word for word in (*KINDS, *EVENT_TYPES, *GROUPS) if word not in first_cells] == []


def test_every_format_is_described() -> None:
    reference = page("docs/reference/formats.md")
    assert [name for name in (*FORMATS, "csv") if f"\n## `{name}`\n" not in reference] == []


@pytest.mark.parametrize("name", ["documents", "disagreements", "events", "figures", "framing", "troubles"])
def test_every_column_is_described(name: str) -> None:
    section = page("docs/reference/formats.md").partition(f"\n## `{name}`\n")[2].partition("\n## ")[0]
    nested = re.compile(r"^(?:where|source|readings|sides)_(?=\w)")
    parts = {nested.sub("", column) for column in TABLES[name].columns if not column.startswith("where_")}
    assert [part for part in sorted(parts) if f"`{part}`" not in section] == []


def test_every_kind_of_disagreement_is_described() -> None:
    reference = page("docs/reference/formats.md")
    assert [kind for kind in get_args(DisagreementKind) if f"`{kind}`" not in reference] == []


def test_every_language_is_named() -> None:
    names = [load_language(tag).name for tag in installed_languages()]
    assert [name for name in names if name not in page("README.md")] == []


def test_every_topic_of_a_language_is_named() -> None:
    guide = page("docs/guides/adding-a-language.md")
    assert [topic for topic in get_args(Topic) if f"`{topic}`" not in guide] == []


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_commands_in_examples_can_be_parsed(path: Path) -> None:
    wrong = []
    for line in commands_of(path):
        try:
            app.parse_args(shlex.split(line.partition(" | ")[0])[1:], exit_on_error=False, print_error=False)
        except CycloptsError as error:
            wrong.append(f"{line}: {error}")
    assert wrong == []


def test_readme_and_tutorial_show_commands() -> None:
    assert len(list(commands_of(ROOT / "README.md"))) >= 5
    assert len(list(commands_of(ROOT / "docs" / "tutorial.md"))) >= 5


def test_python_in_the_readme_is_python() -> None:
    [block] = blocks(page("README.md"), "pycon")
    for example in DocTestParser().get_examples(block):
        compile(example.source, "README.md", "single")


def test_the_table_of_accuracy_is_filled_by_its_script() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "readme_table.py"))
    inside = page("README.md").partition("<!-- table: development texts -->\n")[2].partition("<!-- /table")[0]
    assert inside.startswith(script["table"]([]))
    assert inside.count("\n") > 2


def test_pictures_are_light() -> None:
    pictures = list(ROOT.glob("docs/pictures/*.png"))
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > 400_000] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/decisions/*.md")), ids=lambda path: path.stem)
def test_decisions_have_one_form(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(r"---\ntitle: .+\ndate: \d{4}-\d\d-\d\d\nstatus: \w+\n---\n", text)
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert heads == ["Context", "Choice", "What we gave up"]
