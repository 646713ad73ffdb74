"""The pages in a browser: nothing breaks, nothing leaves the machine, everybody can read them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import CHROMIUM, PHONE, served, violations
from playwright.sync_api import Page

from svod.web.rendering import MENU

ON_THE_WORDS: Any = {"x": 60, "y": 12}  # a quotation mark, made by the style, takes no click in Chromium
VIEWS = [path for path, _ in MENU]

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium: apt install chromium")


@pytest.fixture(scope="module")
def address(example_case: Path) -> Iterator[str]:
    """The pages over the example."""
    with served(example_case) as address:
        yield address


DETAILS = ["/events/{event}", "/figures/{figure}", "/differences/{difference}", "/statements/{statement}"]


def details(page: Page) -> list[str]:
    """One address of each kind of page that shows a single thing."""
    rows = {}
    for kind, table in (
        ("event", "events"),
        ("figure", "figures"),
        ("difference", "disagreements"),
        ("statement", "statements"),
    ):
        rows[kind] = page.request.get(f"/api/{table}?limit=1").json()["rows"][0]["id"]
    return [
        *(detail.format(**rows) for detail in DETAILS),
        "/accounts/wire-0109",
        "/search?q=airport",
        "/chronology?as=table",
        "/chronology?as_of=2022-01-06",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_every_view(seen: Page, scheme: Any) -> None:
    seen.emulate_media(color_scheme=scheme)
    faults = {}
    for path in (*VIEWS, *details(seen)):
        seen.goto(path)
        if found := violations(seen, scheme):
            faults[path] = found
    assert faults == {}


def test_nothing_is_wider_than_a_phone(seen: Page) -> None:
    seen.set_viewport_size(PHONE)
    wide = []
    for path in (*VIEWS, *details(seen)):
        seen.goto(path)
        if seen.evaluate("document.documentElement.scrollWidth") > 390:
            wide.append(path)
    assert wide == []


def test_an_account_leads_from_passage_to_statement_and_back(seen: Page) -> None:
    seen.goto("/accounts/wire-0109")
    mark = seen.locator(".text mark[id]").first
    statement = str(mark.get_attribute("id")).removeprefix("s-")
    mark.click()
    assert seen.evaluate("document.activeElement.id") == f"of-{statement}"
    seen.locator(f"#of-{statement} a.words").click(position=ON_THE_WORDS)
    seen.wait_for_url(f"**#s-{statement}")
    assert seen.evaluate("document.querySelector(':target').id") == f"s-{statement}"


def test_a_quote_leads_to_its_words_in_the_account(seen: Page) -> None:
    seen.goto("/differences")
    quote = seen.locator(".side a.words").first
    words = quote.inner_text()
    quote.click(position=ON_THE_WORDS)
    seen.wait_for_url("**/accounts/**")
    target = seen.evaluate(
        "(document.querySelector('mark:target') ?? document.querySelector(':target + mark')).textContent"
    )
    assert words.strip("“”«»").startswith(target[:20])


def test_keys_go_from_event_to_event(seen: Page) -> None:
    seen.goto("/chronology")
    seen.keyboard.press("j")
    first = seen.evaluate("document.activeElement.id")
    seen.keyboard.press("j")
    second = seen.evaluate("document.activeElement.id")
    seen.keyboard.press("k")
    assert first != second
    assert seen.evaluate("document.activeElement.id") == first


def test_a_day_is_chosen_in_a_box(seen: Page) -> None:
    seen.goto("/accounts")
    before = seen.locator("tbody tr").count()
    seen.get_by_label("As known on").and_(seen.locator("input")).fill("2022-01-06")
    seen.locator(".day button").click()
    seen.wait_for_url("**as_of=2022-01-06**")
    assert 0 < seen.locator("tbody tr").count() < before
    seen.get_by_text("Show all that is known").click()
    seen.wait_for_url("**/accounts")
    assert seen.locator("tbody tr").count() == before


def test_a_day_is_chosen_with_the_slider(seen: Page) -> None:
    seen.goto("/accounts")
    before = seen.locator("tbody tr").count()
    slider = seen.get_by_label("From day to day")
    slider.press("ArrowLeft")
    slider.press("ArrowLeft")
    told = seen.locator(".day output").text_content()
    seen.wait_for_url("**as_of=2022-**")
    assert seen.locator(".then strong").text_content() == told
    assert 0 < seen.locator("tbody tr").count() < before
    assert seen.evaluate("document.activeElement.id") == "day-by-day"


def test_a_phone_has_one_row_at_its_head_and_the_views_behind_a_button(seen: Page) -> None:
    seen.set_viewport_size(PHONE)
    seen.goto("/chronology")
    head = seen.locator(".bar").bounding_box()
    assert head is not None
    assert head["height"] < 60
    assert not seen.get_by_role("link", name="Figures", exact=True).is_visible()
    seen.get_by_role("button", name="Menu").click()
    seen.get_by_role("link", name="Figures", exact=True).click()
    seen.wait_for_url("**/figures")


@pytest.mark.parametrize(("code", "name"), [("en", "Kazakhstan"), ("ru", "Казахстан"), ("kk", "Қазақстан")])
def test_the_live_map_names_countries_in_the_language_of_the_page(seen: Page, code: str, name: str) -> None:
    land = seen.request.get(f"/static/land.{code}.geojson").json()
    assert name in {feature["properties"].get("name") for feature in land["features"]}


def test_a_filter_is_in_the_address_and_survives_a_reload(seen: Page) -> None:
    seen.goto("/chronology")
    before = seen.locator("li.event").count()
    seen.get_by_label("Support").select_option("several")
    seen.locator(".filters button").click()
    seen.wait_for_url("**support=several**")
    after = seen.locator("li.event").count()
    assert 0 < after < before
    seen.reload()
    assert seen.locator("li.event").count() == after
    assert seen.get_by_label("Support").input_value() == "several"


def test_the_live_map_takes_the_place_of_the_printed_one(seen: Page) -> None:
    seen.goto("/map")
    seen.locator("#live-map[data-ready] canvas").wait_for()
    assert not seen.locator("figure.map svg").first.is_visible()
    assert seen.locator("figure.map figcaption").is_visible()


def test_a_mark_of_the_live_map_leads_to_its_place_in_the_table(seen: Page) -> None:
    rows = seen.request.get("/api/events?limit=1000").json()["rows"]
    town = next(row["where"] for row in rows if row["where"] and row["where"]["kind"] == "city")
    seen.goto("/map")
    seen.locator("#by-place").select_option(town["id"])
    seen.locator(".filters button").click()
    seen.wait_for_url("**place=**")
    seen.locator("#live-map[data-ready]").wait_for()
    box = seen.locator("#live-map").bounding_box()
    assert box is not None
    seen.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seen.locator(".maplibregl-popup a").click()
    assert town["name"] in seen.locator("tr:target th").inner_text()


def test_without_webgl_the_printed_map_stays(seen: Page) -> None:
    seen.add_init_script(
        "const plain = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        "  return kind.startsWith('webgl') ? null : plain.call(this, kind, ...rest);"
        "};"
    )
    seen.goto("/map")
    assert seen.locator("figure.map svg").first.is_visible()
    assert not seen.locator("#live-map").is_visible()


@pytest.mark.parametrize("path", ["/chronology", "/map"])
def test_days_are_asked_for_by_dragging_over_the_strip(seen: Page, path: str) -> None:
    seen.goto(path)
    columns = seen.locator("[data-brush] [data-since]")
    first, last = columns.nth(1), columns.nth(2)
    start, end = first.bounding_box(), last.bounding_box()
    assert start is not None
    assert end is not None
    seen.mouse.move(start["x"] + 1, start["y"] + 1)
    seen.mouse.down()
    seen.mouse.move(end["x"] + end["width"] - 1, start["y"] + 2, steps=5)
    since, until = first.get_attribute("data-since"), last.get_attribute("data-until")
    seen.mouse.up()
    seen.wait_for_url(f"**since={since}*until={until}**")
    assert float(seen.locator(".band").get_attribute("width") or 0) > 0
