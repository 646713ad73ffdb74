"""Pages over the example, asked without a socket, and by a browser over the loopback."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from door import BASE, PORT, TOKEN
from fastapi.testclient import TestClient

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
