"""The pages in a browser: nothing breaks, nothing leaves the machine, everybody can read them."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from svod.web import create_app
from svod.web.pages import MENU

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
TOKEN = "a-token-of-the-browser"
ON_THE_WORDS: Any = {"x": 60, "y": 12}  # a quotation mark, made by the style, takes no click in Chromium
VIEWS = [path for path, _ in MENU]
WIDE: Any = {"width": 1280, "height": 900}
PHONE: Any = {"width": 390, "height": 844}

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium: apt install chromium")


@pytest.fixture(scope="module")
def address(example_case: Path) -> Iterator[str]:
    """The pages over the example, served as `svod serve` does."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(create_app(example_case, TOKEN, port), log_level="critical", ws="none")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    deadline = monotonic() + 20
    while not server.started and monotonic() < deadline:
        sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)
    listener.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


class Watch:
    """What went wrong in a browser while somebody looked at pages."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.faults: list[str] = []
        context.on("page", self._watch)
        context.on("request", lambda request: self._request(request.url, address))

    def _watch(self, page: Page) -> None:
        page.on("console", lambda told: told.type in ("error", "warning") and self.faults.append(told.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _request(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:")):
            self.faults.append(f"asked {url}")


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Page]:
    """A page of somebody who came by the start address; at the end nothing may have gone wrong."""
    context = browser.new_context(viewport=WIDE, base_url=address, reduced_motion="reduce")
    watch = Watch(context, address)
    page = context.new_page()
    page.goto(f"/?token={TOKEN}")
    yield page
    context.close()
    assert watch.faults == []


def violations(page: Page, scheme: str) -> list[tuple[str, list[Any]]]:
    rules = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}  # all else is the same in the dark
    found = Axe().run(page, options={"resultTypes": ["violations"], **rules}).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]][:3]) for fault in found]


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
    seen.get_by_label("As known on").fill("2022-01-06")
    seen.locator(".day button").click()
    seen.wait_for_url("**as_of=2022-01-06**")
    assert 0 < seen.locator("tbody tr").count() < before
    seen.get_by_text("Show all that is known").click()
    seen.wait_for_url("**/accounts")
    assert seen.locator("tbody tr").count() == before


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
