"""Every view: it opens, links to what exists, holds its state in the address, explains its emptiness."""

import re
from html import unescape
from pathlib import Path

import httpx
import pytest
from door import BASE, PORT, TOKEN
from fastapi.testclient import TestClient

from svod.model import Record
from svod.pipeline import compile_case
from svod.web import create_app
from svod.web.rendering import MENU

VIEWS = [path for path, _ in MENU]


def links(page: str) -> set[str]:
    return {unescape(link) for link in re.findall(r'href="(/[^"]*)"', page)}


def anchors(page: str) -> set[str]:
    return {unescape(anchor) for anchor in re.findall(r'\bid="([^"]*)"', page)}


@pytest.mark.parametrize("path", VIEWS)
def test_every_link_of_a_view_leads_to_a_page_and_a_place_on_it(reader: httpx.Client, path: str) -> None:
    page = reader.get(path).text
    broken = [local for local in re.findall(r'href="#([^"]*)"', page) if unescape(local) not in anchors(page)]
    for link in sorted(links(page)):
        target, _, anchor = link.partition("#")
        answer = reader.get(target)
        if answer.status_code != 200 or (anchor and anchor not in anchors(answer.text)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("path", VIEWS)
def test_a_record_before_all_accounts_explains_its_emptiness(reader: httpx.Client, path: str) -> None:
    answer = reader.get(path, params={"as_of": "2020-01-01"})
    assert answer.status_code == 200
    main = answer.text.split('id="main"')[1].split("</main>")[0]
    assert len(re.sub(r"<[^>]*>|\s+", " ", main).split()) > 6


def test_a_day_stays_in_every_link(reader: httpx.Client) -> None:
    page = reader.get("/chronology", params={"as_of": "2022-01-06"}).text
    stray = [link for link in links(page) if "as_of=2022-01-06" not in link and "/static/" not in link]
    assert [link for link in stray if not link.startswith("/chronology")] == []


def test_a_day_hides_what_was_published_later(reader: httpx.Client) -> None:
    assert "wire-0109" in reader.get("/accounts").text
    assert "wire-0109" not in reader.get("/accounts", params={"as_of": "2022-01-06"}).text
    assert "wire-0109" not in reader.get("/search", params={"q": "killed", "as_of": "2022-01-06"}).text
    assert reader.get("/accounts/wire-0109", params={"as_of": "2022-01-06"}).status_code == 404


def test_an_emptied_box_of_the_day_asks_for_all(reader: httpx.Client) -> None:
    assert reader.get("/accounts", params={"as_of": ""}).text.count("<tr>") > 10
    assert reader.get("/accounts", params={"as_of": "yesterday"}).status_code == 422


def test_filters_keep_what_is_asked_for(reader: httpx.Client, example_record: Record) -> None:
    wanted = {event.id for event in example_record.events if event.type == "killing"}
    page = reader.get("/chronology", params={"type": "killing"}).text
    assert wanted
    assert {anchor[2:] for anchor in anchors(page) if anchor.startswith("e-")} == wanted
    assert "No event is all that you ask for" in reader.get("/chronology", params={"place": "nowhere"}).text


def test_a_view_and_its_twin_hold_the_same_events(reader: httpx.Client) -> None:
    page = reader.get("/chronology", params={"support": "several"}).text
    [twin] = {link for link in links(page) if link.startswith("/api/events?")}
    shown = {anchor[2:] for anchor in anchors(page) if anchor.startswith("e-")}
    assert {row["id"] for row in reader.get(twin).json()["rows"]} == shown
    assert len(shown) > 1


def test_words_are_found_in_their_other_forms(reader: httpx.Client) -> None:
    found = reader.get("/search", params={"q": "аэропортами"}).text
    hits = set(re.findall(r'<b class="hit">([^<]*)</b>', found))
    assert hits
    assert "аэропортами" not in hits
    assert all(hit.casefold().startswith("аэропорт") for hit in hits)


@pytest.mark.parametrize("sought", ['"', "a OR", "NEAR(", "*", "-x", "{}", "' --", "\x00", "😀", "\ud800"])
def test_no_search_breaks_the_page(reader: httpx.Client, sought: str) -> None:
    query = sought.encode("utf-8", "surrogatepass")
    assert reader.get(httpx.URL("/search", params={"q": query.decode("utf-8", "replace")})).status_code == 200


@pytest.mark.parametrize(
    "path", ["/events/x", "/accounts/x", "/entities/x", "/statements/x", "/figures/x", "/x"]
)
def test_what_is_not_there_is_told(reader: httpx.Client, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 404
    assert "no such thing" in answer.text


def test_what_sources_say_is_never_markup(tmp_path: Path) -> None:
    text = 'Troops <script>alert(1)</script> killed 12 people in Taraz on 6 May 2024, "the mayor" said.\n'
    (tmp_path / "<img src=x onerror=alert(2)>.txt").write_text(text)
    case = tmp_path / "hostile.case"
    compile_case(sorted(tmp_path.glob("*.txt")), case, title="<b>title</b>", workers=1)
    app = create_app(case, TOKEN, PORT)
    with TestClient(app, base_url=BASE, headers={"authorization": f"Bearer {TOKEN}"}) as client:
        for path in (*VIEWS, "/search?q=<i>troops", "/chronology?actor=<i>"):
            page = client.get(path).text
            assert not re.search(r"<script>|<img|<b>title|<i>troops|=<i>", page)


def test_a_record_compiled_anew_is_shown_at_once(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("A bridge fell in Taraz on 6 May 2024. Two people were killed.\n")
    two.write_text("Five people were injured in Oral on 7 May 2024.\n")
    case = tmp_path / "bridge.case"
    compile_case([one], case, workers=1)
    app = create_app(case, TOKEN, PORT)
    with TestClient(app, base_url=BASE, headers={"authorization": f"Bearer {TOKEN}"}) as client:
        before = client.get("/api/case").json()
        compile_case([two], case, workers=1)
        after = client.get("/api/case").json()
    assert (before["counts"]["documents"], after["counts"]["documents"]) == (1, 2)
    assert before["edition"] != after["edition"]


def test_a_long_chronology_comes_in_pages(reader: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    total = reader.get("/api/events").json()["total"]
    monkeypatch.setattr("svod.web.happenings.PAGE", 10)
    monkeypatch.setattr("svod.web.slices.cut.__defaults__", (10,))
    found: list[str] = []
    for number in range(1, -(-total // 10) + 1):
        page = reader.get("/chronology", params={"page": number}).text
        found += sorted(a for a in anchors(page) if a.startswith("e-"))
        for link in links(page):
            if link.startswith("/chronology?page="):
                target, _, anchor = link.partition("#")
                assert not anchor or anchor in anchors(reader.get(target).text)
    assert len(found) == len(set(found)) == total
