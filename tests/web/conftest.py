"""Pages over the example, asked without a socket, and by a browser over the loopback."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from browsing import CHROMIUM, FLAGS, watched
from dam import compile_dam
from door import BASE, PORT, TOKEN
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright

from svod.web import create_app


@pytest.fixture(scope="session")
def stranger(example_case: Path) -> Iterator[httpx.Client]:
    """Somebody who has no token."""
    with TestClient(create_app(example_case, TOKEN, PORT), base_url=BASE, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def reader(example_case: Path) -> Iterator[httpx.Client]:
    """Somebody whom the start address let in."""
    with TestClient(create_app(example_case, TOKEN, PORT), base_url=BASE) as client:
        assert client.get("/", params={"token": TOKEN}).status_code == 200
        yield client


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Page]:
    """A page of somebody who came by the start address; at the end nothing may have gone wrong."""
    with watched(browser, address) as page:
        yield page


@pytest.fixture(scope="session")
def dam_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A composed case that nobody has decided on."""
    return compile_dam(tmp_path_factory.mktemp("dam"))


@pytest.fixture
def case(dam_case: Path, tmp_path: Path) -> Path:
    """A copy of it to decide on."""
    return Path(shutil.copytree(dam_case, tmp_path / "dam.case"))


@pytest.fixture(autouse=True)
def no_language_is_remembered(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no test find the language that another chose."""
    yield
    if "reader" in request.fixturenames:
        client: httpx.Client = request.getfixturevalue("reader")
        client.cookies = httpx.Cookies({n: v for n, v in client.cookies.items() if n != "svod-language"})
