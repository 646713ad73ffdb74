"""Deciding on the pages: forms alone, as a browser without script sends them; composed accounts."""

import multiprocessing
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import httpx
import pytest
from dam import said
from door import BASE, PORT, TOKEN
from fastapi.testclient import TestClient

from svod.deciding import decide
from svod.decisions import Request
from svod.model import EventClaim
from svod.store import read_journal, read_record, verify_case
from svod.web import create_app
from svod.web.posted import Posted, back_of

OWN = {"sec-fetch-site": "same-origin", "origin": BASE}


@pytest.fixture
def window(case: Path) -> Iterator[httpx.Client]:
    """A browser without script, let in."""
    with opened(case) as client:
        yield client


@contextmanager
def opened(case: Path) -> Iterator[httpx.Client]:
    with TestClient(create_app(case, TOKEN, PORT), base_url=BASE, headers=OWN) as client:
        assert client.get("/api/case", params={"token": TOKEN}).status_code == 200
        assert client.post("/name", data={"by": "Dana"}).status_code == 200
        yield client


def forms(page: str, action: str = "/decide") -> list[dict[str, str]]:
    """The fields of each form of a page that a browser would send as they are, with its buttons apart."""
    found = []
    for form in re.findall(rf'<form[^>]*action="{action}"[^>]*>(.*?)</form>', page, re.DOTALL):
        fields = {}
        for tag in re.findall(r"<input([^>]*)>", form):
            told = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', tag))
            if "name" in told and told.get("type") not in {"checkbox", "radio"}:
                fields[unescape(told["name"])] = unescape(told.get("value", ""))
        for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
            chosen = re.findall(r'<option value="([^"]*)" selected', options) or re.findall(
                r'value="([^"]*)"', options
            )
            fields[name] = unescape(chosen[0])
        found.append(fields)
    return found


def form_of(page: str, action: str) -> dict[str, str]:
    return next(form for form in forms(page) if form.get("action") == action)


def test_a_full_round_by_forms_alone(window: httpx.Client, case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    form = form_of(window.get(f"/statements/{fire.id}").text, "correct")
    told = window.post("/decide", data={**form, "set-type": "attack", "reason": "stones"}).text
    assert "Corrected" in told
    assert "stones" in told
    now = {s.id: s for s in read_record(case).statements}[fire.id]
    assert isinstance(now.claim, EventClaim)
    assert now.claim.type == "attack"
    assert now.by_hand is not None
    assert now.by_hand.fields == ("type",)
    undo = form_of(told, "undo")
    assert "Undid" in window.post("/decide", data=undo).text
    assert {s.id: s for s in read_record(case).statements}[fire.id] == fire
    assert verify_case(case) == ()


def test_events_are_merged_and_split_and_the_ids_of_statements_stay(window: httpx.Client, case: Path) -> None:
    before = read_record(case)
    one, other = (
        next(e.id for e in before.events if said(before, words).id in e.statements)
        for words in ("town hall", "detained 40")
    )
    form = form_of(window.get(f"/events/{one}").text, "merge")
    window.post("/decide", data={**form, "with": other})
    merged = read_record(case)
    [event] = [e for e in merged.events if said(before, "detained 40").id in e.statements]
    assert said(before, "town hall").id in event.statements
    form = form_of(window.get(f"/events/{event.id}").text, "split")
    window.post("/decide", data={**form, "about": said(before, "detained 40").id})
    parted = read_record(case)
    assert [e.statements for e in parted.events] == [e.statements for e in before.events]
    assert {s.id for s in parted.statements} == {s.id for s in before.statements}


def test_an_answer_is_chosen_and_a_note_left(window: httpx.Client, case: Path) -> None:
    series = next(s for s in read_record(case).series if s.measure == "killed")
    form = form_of(window.get(f"/figures/{series.id}").text, "choose")
    shown = next(a.value for a in series.answers if a.attribute == "count" and not a.shown)
    page = window.post("/decide", data={**form, "choice": f"count={shown}"}).text
    assert "Shown first" in page
    [count] = [
        a
        for s in read_record(case).series
        if s.id == series.id
        for a in s.answers
        if a.attribute == "count" and a.shown
    ]
    assert (count.value, count.why) == (shown, "chosen by Dana")
    window.post("/decide", data={"action": "note", "about": series.id, "text": "ask the mayor", "by": "Dana"})
    assert "ask the mayor" in window.get(f"/figures/{series.id}").text
    assert "ask the mayor" in window.get("/decisions").text
    window.post("/decide", data={"action": "note", "about": "wire", "text": "a stringer", "by": "Dana"})
    assert "a stringer" in window.get("/accounts/wire").text


def test_the_queue_falls_by_weight_and_shows_words_in_context(window: httpx.Client) -> None:
    rows = window.get("/api/queue").json()["rows"]
    assert [row["weight"] for row in rows] == sorted((row["weight"] for row in rows), reverse=True)
    assert rows[0]["question"] in {"which_side", "read_right_number"}
    page = window.get("/review").text
    assert '<mark class="k-event">' in page
    assert "read by machine" in page


def test_what_was_decided_leaves_the_queue(window: httpx.Client) -> None:
    row = window.get("/api/queue").json()["rows"][0]
    window.post("/decide", data={"action": "accept", "about": row["statements"], "by": "Dana"})
    assert row not in window.get("/api/queue").json()["rows"]


def test_machine_and_people_are_told_apart_everywhere(window: httpx.Client, case: Path) -> None:
    record = read_record(case)
    fire, arrests = said(record, "burned the town hall"), said(record, "detained 40")
    change = (("actor", "students"),)
    decide(case, [Request("correct", (fire.id,), change, reason="a photograph")], by="Dana")
    decide(case, [Request("reject", (arrests.id,), reason="a rumour")], by="Aigul")
    event = next(e for e in read_record(case).events if fire.id in e.statements)
    for path in (f"/statements/{fire.id}", f"/events/{event.id}", "/accounts/wire"):
        assert "corrected by Dana" in window.get(path).text, path
    statement = window.get(f"/statements/{fire.id}").text
    assert "Set by hand" in statement
    assert "Protesters" in statement  # what the machine read
    assert 'class="k-event hand"' in window.get("/accounts/wire").text
    assert "Rejected by people" in window.get("/accounts/paper").text
    rejected = window.get(f"/statements/{arrests.id}").text
    assert "a rumour" in rejected
    assert "Take back in" in rejected


def test_a_rule_is_previewed_and_nothing_is_written_before(window: httpx.Client, case: Path) -> None:
    before = (case / "journal.jsonl").read_bytes()
    page = window.get("/bulk", params={"document": "paper", "action": "reject"}).text
    assert "What would change" in page
    assert "No longer in the record" in page
    assert (case / "journal.jsonl").read_bytes() == before
    window.post("/decide", data=form_of(page, "reject"))
    record = read_record(case)
    assert {s.citation.document for s in record.statements} == {"wire"}
    assert {s.citation.document for s in record.rejected} == {"paper"}
    assert len(read_journal(case)) == 1


def test_a_field_is_corrected_by_rule(window: httpx.Client, case: Path) -> None:
    asked = {"type": "detention", "action": "correct", "field": "where", "value": "Taraz"}
    page = window.get("/bulk", params=asked).text
    window.post("/decide", data=form_of(page, "correct"))
    where = said(read_record(case), "detained 40").where
    assert where is not None
    assert where.name == "Taraz"
    refused = window.get("/bulk", params={**asked, "value": "Nowhere at all"}).text
    assert "no place is called" in refused


def test_what_cannot_be_decided_is_told_and_nothing_is_written(window: httpx.Client, case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    asked = {"about": fire.id, "back": f"/statements/{fire.id}"}
    for data, words in (
        ({"action": "reject"}, "say who decides"),
        ({"action": "correct", "by": "Dana", "set-when": "yesterday", "was-when": ""}, "when is a date"),
        ({"action": "reject", "about": "zz", "by": "Dana"}, "Look again"),
    ):
        answer = window.post("/decide", data={**asked, **data})
        assert answer.status_code == 409
        assert words in answer.text
        assert f'href="/statements/{fire.id}"' in answer.text
    assert window.post("/decide", data={"action": "dance", "by": "Dana"}).status_code == 422
    assert read_journal(case) == ()


def test_only_a_page_of_this_server_decides(case: Path) -> None:
    data = {"action": "note", "about": "wire", "text": "x", "by": "Dana"}
    with TestClient(create_app(case, TOKEN, PORT), base_url=BASE, headers=OWN) as stranger:
        assert stranger.post("/decide", data=data).status_code == 403
    with opened(case) as window:
        elsewhere = {**OWN, "sec-fetch-site": "cross-site", "origin": "http://elsewhere.invalid"}
        assert window.post("/decide", data=data, headers=elsewhere).status_code == 403
    assert read_journal(case) == ()


def test_who_decides_is_told_once_and_remembered(case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    with TestClient(create_app(case, TOKEN, PORT), base_url=BASE, headers=OWN) as client:
        page = client.get(f"/statements/{fire.id}", params={"token": TOKEN}).text
        assert not forms(page)
        [name] = forms(page, "/name")
        page = client.post("/name", data={**name, "by": "Әсел Öz"}).text
        assert "You decide as" in page
        client.post("/decide", data={**form_of(page, "note"), "text": "seen"})
    assert [decision.by for decision in read_journal(case)] == ["Әсел Öz"]


def test_an_older_form_does_not_take_back_what_another_window_corrected(
    window: httpx.Client, case: Path
) -> None:
    fire = said(read_record(case), "burned the town hall")
    form = form_of(window.get(f"/statements/{fire.id}").text, "correct")
    decide(case, [Request("correct", (fire.id,), (("type", "attack"),))], by="Aigul")
    window.post("/decide", data={**form, "set-actor": "students"})
    claim = {s.id: s for s in read_record(case).statements}[fire.id].claim
    assert isinstance(claim, EventClaim)
    assert claim.type == "attack"
    assert claim.actor is not None
    assert claim.actor.text == "students"


def test_a_decision_from_elsewhere_is_shown_at_once(window: httpx.Client, case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    before = window.get("/api/statements").headers["etag"]
    decide(case, [Request("reject", (fire.id,))], by="Aigul")
    assert "rejected" in window.get(f"/statements/{fire.id}").text
    assert "Aigul" in window.get("/decisions").text
    assert window.get("/api/statements").headers["etag"] != before


def test_a_decision_whose_writer_died_is_shown_as_well(window: httpx.Client, case: Path) -> None:
    stale = (case / "record.sqlite").read_bytes()
    fire = said(read_record(case), "burned the town hall")
    decide(case, [Request("reject", (fire.id,))], by="Aigul")
    (case / "record.sqlite").write_bytes(stale)
    assert "Take back in" in window.get(f"/statements/{fire.id}").text


def _browse(case: Path, start: int) -> None:
    with opened(case) as client:
        for number in range(start, start + 3):
            data = {"action": "note", "about": "wire", "text": f"n{number}", "by": f"window {start}"}
            assert client.post("/decide", data=data).status_code == 200


def _command(case: Path, start: int) -> None:
    for number in range(start, start + 3):
        decide(case, [Request("note", ("wire",), value=f"n{number}")], by="command")


def test_two_windows_and_a_command_at_once_lose_nothing(case: Path) -> None:
    context = multiprocessing.get_context("spawn")
    work: list[tuple[Callable[[Path, int], None], int]] = [(_browse, 0), (_browse, 3), (_command, 6)]
    writers = [context.Process(target=target, args=(case, start)) for target, start in work]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert sorted(decision.value for decision in read_journal(case)) == [f"n{n}" for n in range(9)]
    assert len(read_record(case).decisions) == 9
    assert verify_case(case) == ()


def test_a_broken_journal_is_told_with_its_line_and_the_record_still_shown(
    window: httpx.Client, case: Path
) -> None:
    for number in range(3):
        decide(case, [Request("note", ("wire",), value=f"n{number}")], by="Dana")
    journal = case / "journal.jsonl"
    broken = journal.read_bytes().replace(b"n1", b"n7")
    journal.write_bytes(broken)
    page = window.get("/review").text
    assert "journal.jsonl:3" in page
    assert "Nothing can be decided" in page
    assert not forms(page)
    assert window.get("/chronology").status_code == 200
    answer = window.post("/decide", data={"action": "note", "about": "wire", "text": "x", "by": "Dana"})
    assert answer.status_code == 503
    assert "journal.jsonl:3" in answer.text
    assert journal.read_bytes() == broken


def test_a_day_in_the_past_is_looked_at_and_not_decided_on(window: httpx.Client, case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    page = window.get("/review", params={"as_of": "2030-01-01"}).text
    assert "Decisions are made on all that is known" in page
    assert not forms(page)
    assert fire.id


@pytest.mark.parametrize(
    ("back", "leads_to"),
    [
        ("/events/x?as_of=2022-01-06&done=3", "/events/x?as_of=2022-01-06&done=7"),
        ("//elsewhere.invalid/", "/?done=7"),
        ("https://elsewhere.invalid/x", "/x?done=7"),
        ("/\\elsewhere.invalid", "/review?done=7"),
        ("", "/review?done=7"),
        ("javascript:alert(1)", "/review?done=7"),
    ],
)
def test_the_way_back_leads_to_no_other_server(back: str, leads_to: str) -> None:
    assert back_of(Posted(httpx.QueryParams({"back": back}).__str__().encode()), {}, done="7") == leads_to


def test_a_form_without_end_is_refused(window: httpx.Client) -> None:
    assert window.post("/decide", content=b"x" * 3_000_000).status_code == 413


def test_withheld_words_stand_in_the_list_of_decisions_and_lead_nowhere(case: Path) -> None:
    decide(case, [Request("redact", (), value="Taraz")], by="Dana")
    with opened(case) as client:
        page = client.get("/decisions").text
        assert "Taraz" in page
        assert 'href="/accounts/"' not in page
        assert "Taraz" not in client.get("/api/statements").text


def test_an_account_is_removed_on_its_page_and_comes_back_by_an_undo(
    window: httpx.Client, case: Path
) -> None:
    key = read_record(case).documents[0].id
    form = form_of(window.get(f"/accounts/{key}").text, "remove")
    answer = window.post("/decide", data=form | {"reason": "of another flood"})
    assert answer.url.path == "/decisions"
    assert "of another flood" in answer.text
    assert window.get(f"/accounts/{key}").status_code == 404
    assert key in window.get("/gaps").text
    window.post("/decide", data=form_of(answer.text, "undo"))
    assert window.get(f"/accounts/{key}").status_code == 200
    assert verify_case(case) == ()
