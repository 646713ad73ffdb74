"""Pages in a browser: how they are served to it, and what may not go wrong."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from svod.web import create_app
from svod.web.tiles import Tiles

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
TOKEN = "a-token-of-the-browser"
WIDE: Any = {"width": 1280, "height": 900}
PHONE: Any = {"width": 390, "height": 844}


@contextmanager
def served(case: Path, tiles: Tiles | None = None) -> Iterator[str]:
    """The address of the pages over a case, served as `svod serve` does."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(create_app(case, TOKEN, port, tiles), log_level="critical", ws="none")
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


class Watch:
    """What went wrong in a browser while somebody looked at pages."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.faults: list[str] = []
        context.on("page", self._watch)
        context.on("request", lambda request: self._request(request.url, address))

    def _watch(self, page: Page) -> None:
        page.on("console", lambda told: self._console(told.type, told.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _console(self, kind: str, text: str) -> None:
        # A picture of a WebGL canvas makes the software renderer complain that it is slow.
        if kind in ("error", "warning") and "GPU stall due to ReadPixels" not in text:
            self.faults.append(text)

    def _request(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:")):
            self.faults.append(f"asked {url}")


@contextmanager
def watched(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page of somebody who came by the start address; at the end nothing may have gone wrong."""
    context = browser.new_context(viewport=WIDE, base_url=address, reduced_motion="reduce", **options)
    watch = Watch(context, address)
    page = context.new_page()
    page.goto(f"/?token={TOKEN}")
    yield page
    context.close()
    assert watch.faults == []


def violations(page: Page, scheme: str) -> list[tuple[str, list[Any]]]:
    """Return what axe finds wrong with a page in light or dark."""
    rules = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}  # all else is the same in the dark
    found = Axe().run(page, options={"resultTypes": ["violations"], **rules}).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]][:3]) for fault in found]
