"""Take a picture of every view of the pages, on a desk and on a phone, for the documentation.

    python scripts/page_pictures.py build/january-2022.case docs/pictures/pages

Needs Debian's Chromium. Serves the case on a free port of this machine while it looks.
"""

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import uvicorn
from playwright.sync_api import Page, sync_playwright

from svod.web import create_app
from svod.web.rendering import MENU

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
TOKEN = "pictures"
WIDTHS = {1280: 1000, 390: 844}
"""Width of a picture → its height, in CSS pixels."""


@contextmanager
def served(case: Path) -> Iterator[str]:
    """Serve a case; yields the address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(create_app(case, TOKEN, port), log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            sleep(0.05)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


def views(page: Page) -> dict[str, str]:
    """Return name of each picture → address: every view of the menu, and one page of each thing."""
    found = {path.strip("/") or "overview": path for path, _ in MENU}
    for name, table in (("event", "events"), ("figure", "figures"), ("statement", "statements")):
        rows = page.request.get(f"/api/{table}?limit=200").json()["rows"]
        richest = max(rows, key=lambda row: len(row.get("documents") or row.get("voice") or ()))
        found[name] = f"/{name}s/{richest['id']}"
    documents = page.request.get("/api/documents?limit=1").json()["rows"]
    return found | {
        "account": f"/accounts/{documents[0]['doc']}",
        "search": "/search?q=airport",
        "bulk": "/bulk?kind=event&type=arson&action=reject",
        "withhold": f"/withhold?words={documents[0]['source']['name']}",
    }


def take(case: Path, folder: Path) -> None:
    """Write all pictures of a case into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(case) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for width, height in WIDTHS.items():
            page = browser.new_page(base_url=address, viewport={"width": width, "height": height})
            page.goto(f"/?token={TOKEN}")
            for name, path in views(page).items():
                page.goto(path)
                if name == "map":
                    page.locator("#live-map[data-ready]").wait_for()
                    page.locator("#live-map").scroll_into_view_if_needed()
                    page.wait_for_timeout(800)
                page.screenshot(path=folder / f"{name}-{width}.jpg", type="jpeg", quality=60)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
