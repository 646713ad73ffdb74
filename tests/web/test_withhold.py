"""Withholding words on the pages: looked at first, seen here, in nothing that leaves. Composed texts."""

import html
import re
from pathlib import Path

import httpx
import pytest
from browsing import CHROMIUM, served, violations, watched
from playwright.sync_api import Browser
from test_review import form_of, opened

from svod.cli import run
from svod.export import TABLES
from svod.store import read_journal, read_record

PASSAGE = "people were killed"


def withhold(window: httpx.Client, words: str) -> str:
    page = window.get("/withhold", params={"words": words}).text
    return window.post("/decide", data=form_of(page, "redact") | {"reason": "a witness"}).text


def everything(window: httpx.Client, case: Path, folder: Path) -> dict[str, bytes]:
    """All that leaves: each table as JSON and CSV, the other data of the pages, and a report."""
    found = {
        f"{table}{form}": window.get(f"/api/{table}{form}").content
        for table in TABLES
        for form in ("", ".csv")
    }
    found |= {
        name: window.get(f"/api/{name}").content for name in ("case", "queue", "decisions", "map.geojson")
    }
    assert run(["report", str(case), "-o", str(folder / "report.html")]) == 0
    return found | {"report": (folder / "report.html").read_bytes()}


def test_a_preview_counts_and_shows_and_writes_nothing(case: Path) -> None:
    with opened(case) as window:
        page = html.unescape(window.get("/withhold", params={"words": "town hall"}).text)
        assert "2 passages, 2 accounts" in page
        assert '<mark class="withheld">town hall</mark>' in page
        assert read_journal(case) == ()
        assert "stands nowhere" in window.get("/withhold", params={"words": "Nobody Atall"}).text


@pytest.mark.parametrize("words", ["Taraz", "town hall", PASSAGE])
def test_withheld_words_are_in_nothing_that_leaves_and_come_back(
    case: Path, tmp_path: Path, words: str
) -> None:
    with opened(case) as window:
        assert any(words.encode() in content for content in everything(window, case, tmp_path).values())
        told = withhold(window, words)
        assert "a bar stands in its place" in told
        leaks = [
            name for name, content in everything(window, case, tmp_path).items() if words.encode() in content
        ]
        assert leaks == []
        assert f'withheld">{words.split(maxsplit=1)[0]}' in window.get("/accounts/wire").text
        window.post("/decide", data=form_of(told, "undo"))
        assert "Nothing is withheld." in window.get("/withhold").text
        assert any(words.encode() in content for content in everything(window, case, tmp_path).values())


def test_marks_leave_the_text_of_an_account_whole(case: Path) -> None:
    with opened(case) as window:
        withhold(window, "killed, the mayor")
        page = window.get("/accounts/wire").text
        text = page.partition('<div class="text"')[2].partition(">")[2].partition("</div>")[0]
        bare = html.unescape(re.sub(r'<a class="ref".*?</a>|<[^>]+>', "", text))
        assert bare == next(d.text for d in read_record(case).documents if d.id == "wire")


@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium: apt install chromium")
def test_words_are_selected_and_withheld(browser: Browser, case: Path) -> None:
    with served(case) as address, watched(browser, address) as page:
        page.request.post("/name", form={"by": "Dana"}, headers={"origin": address})
        page.goto("/accounts/wire")
        assert not page.get_by_text("Withhold the selected words").is_visible()
        page.evaluate(
            """() => { const text = document.querySelector(".text"), node = document.createTreeWalker(text, 4).nextNode();
            getSelection().setBaseAndExtent(node, 1, node, 7); }"""
        )
        page.get_by_text("Withhold the selected words").click()
        assert page.get_by_label("Words, as an account").input_value() == "Flood water"
        assert violations(page, "light") == []
        page.get_by_role("button", name="Withhold", exact=True).click()
        page.get_by_text("From now on a bar stands").wait_for()
        assert [made.action for made in read_journal(case)] == ["redact"]
