"""A full round of review in a browser, by hand and by keys alone; a composed case."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import CHROMIUM, PHONE, served, violations, watched
from dam import LATER, said
from playwright.sync_api import Browser, Page, expect

from svod.deciding import decide
from svod.decisions import Request
from svod.model import EventClaim
from svod.pipeline import compile_case
from svod.store import read_journal, read_record, verify_case

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium: apt install chromium")


@pytest.fixture
def address(case: Path) -> Iterator[str]:
    with served(case) as address:
        yield address


def sign(page: Page, name: str = "Dana") -> None:
    """Tell who decides, on the page at hand."""
    page.locator("#my-name").fill(name)
    page.keyboard.press("Enter")
    expect(page.get_by_text("You decide as")).to_be_visible()
    page.wait_for_load_state()  # the keys come with the script


def test_a_full_round_holds_through_a_recompile(seen: Page, case: Path) -> None:
    before = read_record(case)
    fire, arrests = said(before, "burned the town hall"), said(before, "detained 40")
    seen.goto("/review")
    sign(seen)
    seen.goto(f"/statements/{fire.id}")
    seen.locator("summary", has_text="Correct").click()
    seen.get_by_label("Type", exact=True).select_option("attack")
    seen.locator(".fold[open] button").click()
    seen.wait_for_url("**done=1")
    expect(seen.locator(".done")).to_contain_text("Corrected")
    event = next(e.id for e in read_record(case).events if fire.id in e.statements)
    other = next(e.id for e in before.events if arrests.id in e.statements)
    seen.goto(f"/events/{event}")
    seen.locator("summary", has_text="Merge").click()
    seen.get_by_label("Which").select_option(other)
    seen.locator(".fold[open] button").click()
    seen.wait_for_url("**done=2")
    expect(seen.locator("h1")).to_contain_text("Event")
    seen.goto(f"/statements/{said(before, 'dam broke').id}")
    seen.get_by_role("button", name="Reject").click()
    seen.wait_for_url("**done=3")
    seen.locator(".done").get_by_role("button", name="Undo").click()
    seen.wait_for_url("**done=4")
    assert [r.status for r in read_record(case).decisions] == ["holds", "holds", "undone", "holds"]

    (case / "cache.sqlite").unlink()  # so that all is read anew
    (case.parent / "later.txt").write_text(LATER)
    record = compile_case([case.parent / "later.txt"], case, workers=1)
    now = {s.id: s for s in record.statements}[fire.id].claim
    assert isinstance(now, EventClaim)
    assert now.type == "attack"
    assert [e for e in record.events if {fire.id, arrests.id} <= set(e.statements)]
    assert not record.rejected
    seen.goto(f"/statements/{fire.id}")
    expect(seen.get_by_role("cell", name="attack")).to_be_visible()
    assert verify_case(case) == ()


def test_keys_alone_are_enough(seen: Page, case: Path) -> None:
    seen.goto("/review")
    sign(seen)
    seen.keyboard.press("j")
    first = str(seen.evaluate("document.activeElement.querySelector('[name=about]').value"))
    seen.keyboard.press("w")
    seen.keyboard.type("looked at it")
    seen.keyboard.press("Escape")
    seen.keyboard.press("a")
    seen.wait_for_url("**done=1")
    assert [(d.action, d.about, d.reason) for d in read_journal(case)] == [
        ("accept", (first,), "looked at it")
    ]
    seen.keyboard.press("j")
    seen.keyboard.press("r")
    seen.wait_for_url("**done=2")
    seen.keyboard.press("u")
    seen.wait_for_url("**done=3")
    seen.keyboard.press("j")
    seen.keyboard.press("n")
    seen.keyboard.type("who said so?")
    seen.keyboard.press("Enter")
    seen.wait_for_url("**done=4")
    seen.keyboard.press("j")
    seen.keyboard.press("c")
    assert seen.evaluate("document.activeElement.closest('details').open")
    assert [d.action for d in read_journal(case)] == ["accept", "reject", "undo", "note"]
    assert read_record(case).rejected == ()


def test_merging_and_splitting_have_a_key_each(seen: Page, case: Path) -> None:
    event = next(e for e in read_record(case).events if len(e.statements) > 1)
    seen.goto(f"/statements/{event.statements[0]}")
    sign(seen)
    seen.keyboard.press("m")
    seen.wait_for_url(f"**/events/{event.id}")
    seen.keyboard.press("m")
    assert seen.evaluate("document.activeElement.name") == "with"
    seen.goto(f"/events/{event.id}")
    seen.keyboard.press("s")
    seen.keyboard.press("Space")
    assert seen.evaluate("document.activeElement.checked")
    seen.keyboard.press("Enter")
    seen.wait_for_url("**done=1")
    expect(seen.locator("h1")).to_contain_text("Event")
    assert [d.action for d in read_journal(case)] == ["split"]


def test_the_page_lists_its_keys(seen: Page) -> None:
    seen.goto("/review")
    seen.keyboard.press("?")
    expect(seen.locator("#keys dl")).to_be_visible()
    shown = " ".join(seen.locator("#keys kbd").all_inner_texts())
    assert shown == "j k / ? a r c m s n u w"


def test_letters_typed_into_a_box_decide_nothing(seen: Page, case: Path) -> None:
    seen.goto("/review")
    sign(seen)
    seen.locator("[name=reason]").first.focus()
    seen.keyboard.type("arsnu")
    seen.keyboard.press("Enter")
    seen.reload()
    assert read_journal(case) == ()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_and_use_what_decides(seen: Page, case: Path, scheme: Any) -> None:
    record = read_record(case)
    fire = said(record, "burned the town hall")
    decide(case, [Request("correct", (fire.id,), (("actor", "students"),), reason="a picture")], by="Aigul")
    decide(case, [Request("reject", (said(record, "detained 40").id,))], by="Aigul")
    record = read_record(case)
    event = next(e for e in record.events if fire.id in e.statements)
    seen.emulate_media(color_scheme=scheme)
    faults, wide = {}, []
    for path in (
        "/review",
        "/review?done=1",
        "/decisions",
        "/bulk?document=wire&action=reject",
        f"/events/{event.id}",
        f"/figures/{record.series[0].id}",
        f"/statements/{fire.id}",
        f"/statements/{record.rejected[0].id}",
        "/accounts/wire",
        "/accounts/paper",
    ):
        seen.set_viewport_size({"width": 1280, "height": 900})
        seen.goto(path)
        if seen.locator("button", has_text="Go on").count():
            sign(seen)
        seen.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        if found := violations(seen, scheme):
            faults[path] = found
        seen.set_viewport_size(PHONE)
        if seen.evaluate("document.documentElement.scrollWidth") > 390:
            wide.append(path)
    assert faults == {}
    assert wide == []


def test_two_windows_and_a_command_lose_nothing(
    browser: Browser, address: str, seen: Page, case: Path
) -> None:
    record = read_record(case)
    fire = said(record, "burned the town hall")
    with watched(browser, address) as other:
        for page, name in ((seen, "Dana"), (other, "Aigul")):
            page.goto(f"/statements/{fire.id}")
            sign(page, name)
            page.locator("summary", has_text="Correct").click()
        decide(case, [Request("note", (fire.id,), value="from the command")], by="Serik")
        seen.get_by_label("Type", exact=True).select_option("attack")
        other.get_by_label("Actor", exact=True).fill("students")
        for page in (seen, other):
            page.locator(".fold[open] button").click()
            page.wait_for_url("**done=*")
    assert {d.by for d in read_journal(case)} == {"Serik", "Dana", "Aigul"}
    claim = {s.id: s for s in read_record(case).statements}[fire.id].claim
    assert isinstance(claim, EventClaim)
    assert claim.type == "attack"
    assert claim.actor is not None
    assert claim.actor.text == "students"


def test_without_script_the_buttons_do_it(browser: Browser, address: str, case: Path) -> None:
    with watched(browser, address, java_script_enabled=False) as page:
        page.goto("/review")
        page.locator("#my-name").fill("Dana")
        page.get_by_role("button", name="Go on").click()
        page.locator("[data-deck]").first.get_by_role("button", name="Accept").click()
        expect(page.locator(".done")).to_contain_text("Accepted")
    assert [d.action for d in read_journal(case)] == ["accept"]
