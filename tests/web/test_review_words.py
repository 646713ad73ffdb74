"""The review in the other languages: no English word of the interface is left; composed accounts in Russian."""

import re
import shutil
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from door import BASE, PORT, TOKEN
from fastapi.testclient import TestClient

from svod.decisions import review_queue
from svod.model import Record
from svod.pipeline import compile_case
from svod.store import read_journal, read_record
from svod.web import create_app
from svod.web.rendering import MENU

LENTA = (
    "---\npublished: 2024-05-08\n---\n"
    "6 мая 2024 года в Таразе прорвало плотину. 6 мая 2024 года в Таразе погибли двенадцать человек, сообщил аким."
    " 7 мая 2024 года протестующие подожгли автобус в Таразе. Полиция, возможно, задержала 40 человек в Шымкенте.\n"
)
GAZETA = (
    "---\npublished: 2024-05-09\n---\n"
    "6 мая 2024 года в Таразе прорвало плотину. 6 мая 2024 года в Таразе погибли пятнадцать человек, сообщили врачи."
    " 7 мая 2024 года протестующие подожгли автобус в Таразе. Активисты требуют отставки акима.\n"
)
OWN = {"sec-fetch-site": "same-origin", "origin": BASE}

# Names and codes that are the same in every language.
OF_NO_LANGUAGE = frozenset(
    {"svod", "json", "csv", "edtf", "iso", "utc", "geojson", "natural", "earth", "english"}
)
# Voices and places have the names that the record gives them; accounts tell here when they were published.
OF_THE_RECORD = frozenset({"mayor", "doctors", "activists", "taraz", "shymkent", "published"})


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    for name, text in (("лента", LENTA), ("газета", GAZETA)):
        (folder / f"{name}.md").write_text(text)
    compile_case(sorted(folder.glob("*.md")), folder / "плотина.case", title="Плотина", workers=1)
    return folder / "плотина.case"


@pytest.fixture
def case(pristine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "плотина.case"))


@pytest.fixture(params=["ru", "kk"])
def window(case: Path, request: pytest.FixtureRequest) -> Iterator[httpx.Client]:
    """A browser that reads one of the languages, let in; Дана decides in it."""
    headers = {**OWN, "accept-language": request.param}
    with TestClient(create_app(case, TOKEN, PORT), base_url=BASE, headers=headers) as client:
        client.get("/", params={"token": TOKEN})
        client.post("/name", data={"by": "Дана"})
        yield client


def english(page: str) -> set[str]:
    """Return the Latin words of a page but for keys and names of rules; ids hold a digit, codes a line or a dot."""
    unread = r'<(script|kbd|details class="why|select id="rule-rule)\b.*?</(?:script|kbd|details|select)>'
    page = re.sub(unread, " ", page, flags=re.DOTALL)
    read_out = re.findall(r'\b(?:aria-label|title|placeholder)="([^"]*)"', page)
    text = unescape(" ".join([re.sub(r"<[^>]*>", " ", page), *read_out]))
    words = re.findall(r"(?<![\w.@:/-])[A-Za-z]{2,}(?![\w@/-]|[.:]\w)", text)
    return {word.lower() for word in words} - OF_NO_LANGUAGE - OF_THE_RECORD


def by_path(window: httpx.Client, paths: Iterable[str]) -> dict[str, set[str]]:
    found = {path: english(window.get(path).text) for path in paths}
    return {path: words for path, words in found.items() if words}


def things(record: Record) -> Iterator[str]:
    yield from (f"/statements/{said.id}" for said in (*record.statements, *record.rejected))
    yield from (f"/events/{event.id}" for event in record.events)
    yield from (f"/figures/{series.id}" for series in record.series)
    yield from (f"/differences/{dispute.id}" for dispute in record.disagreements)


def test_the_test_sees_words_that_are_left(window: httpx.Client) -> None:
    page = window.get("/review", params={"lang": "en"}).text
    assert {"review", "waiting", "accept", "keys", "language"} <= english(page)


def test_nothing_of_the_review_is_left_in_english(window: httpx.Client, case: Path) -> None:
    record = read_record(case)
    asked = {item.question for item in review_queue(record)}
    assert asked == {"which_side", "read_right_number", "happened", "read_right"}
    whole = (
        *(path for path, _ in MENU),
        "/bulk",
        "/bulk?kind=event&action=reject",
        "/bulk?kind=event&action=accept",
    )
    placed = "/bulk?kind=event&action=correct&field=where&value=Шымкент"
    refused = "/bulk?kind=event&action=correct&field=where&value=Нет такого места"
    assert by_path(window, (*whole, placed, refused, *things(record))) == {}


def test_nothing_of_what_was_decided_is_left_in_english(window: httpx.Client, case: Path) -> None:
    record = read_record(case)
    killed = next(one for one in record.series if one.measure == "killed")
    other = next(answer.value for answer in killed.answers if not answer.shown)
    one, two, three, *_ = [event for event in record.events if event.where]
    told = {"by": "Дана", "reason": "по снимку"}
    left = {}
    for number, (action, about, more) in enumerate(
        (
            ("choose", killed.id, {"choice": f"count={other}"}),
            ("note", one.id, {"text": "спросить"}),
            (
                "correct",
                three.statements[0],
                {"set-type": "attack", "set-actor": "", "set-modality": "planned"},
            ),
            ("reject", two.statements[0], {}),
            ("merge", one.id, {"with": three.id}),
            ("undo", "4", {}),
            ("accept", two.statements[0], {}),
            ("undo", "5", {}),
            ("reject", killed.id, {}),
        ),
        1,
    ):
        answer = window.post("/decide", data={**told, "action": action, "about": about, **more})
        assert answer.status_code == 200, answer.text
        assert len(read_journal(case)) == number
        left[action, number] = english(answer.text)
    assert {step: words for step, words in left.items() if words} == {}
    assert by_path(window, ("/review", "/decisions", "/accounts/лента", *things(read_record(case)))) == {}


def test_why_nothing_was_decided_is_not_told_in_english(window: httpx.Client, case: Path) -> None:
    said = read_record(case).statements[0].id
    for data in (
        {"action": "reject", "about": said},
        {"action": "note", "about": said, "by": "Дана"},
        {"action": "correct", "about": said, "by": "Дана", "set-where": "Нет такого места"},
        {"action": "reject", "about": "zz9", "by": "Дана"},
        {"action": "undo", "about": "9", "by": "Дана"},
    ):
        answer = window.post("/decide", data=data)
        assert answer.status_code == 409, data
        assert english(answer.text) == set()
    assert "decision" not in window.post("/decide", data={"action": "dance"}).text


def test_a_broken_journal_is_not_told_in_english(window: httpx.Client, case: Path) -> None:
    window.post("/decide", data={"action": "note", "about": "лента", "text": "раз", "by": "Дана"})
    journal = case / "journal.jsonl"
    journal.write_bytes(journal.read_bytes() + b"{}\n")
    page = window.get("/review").text
    assert "journal.jsonl:2" in page
    assert english(page) == set()
