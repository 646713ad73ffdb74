"""Who gets in, from where, and what goes out with every page."""

import httpx
import pytest
from door import BASE, PORT, TOKEN
from fastapi import FastAPI
from fastapi.testclient import TestClient

from svod.web.app import NO_TELEMETRY
from svod.web.guard import POLICY, Guard

SESSION = {"cookie": f"svod-{PORT}={TOKEN}"}
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def written() -> TestClient:
    """A client of an application that can be written to."""
    app = FastAPI(telemetry=NO_TELEMETRY)
    app.add_api_route("/write", lambda: "written", methods=["POST"])
    app.add_middleware(Guard, token=TOKEN, port=PORT)
    return TestClient(app, base_url=BASE)


@pytest.mark.parametrize("path", ["/", "/chronology", "/api/events", "/static/pages.css", "/nothing"])
def test_nothing_is_shown_without_the_token(stranger: httpx.Client, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "svod serve" in answer.text


@pytest.mark.parametrize("headers", [{"cookie": f"svod-{PORT}=guess"}, {"authorization": "Bearer guess"}])
def test_a_guess_does_not_open(stranger: httpx.Client, headers: dict[str, str]) -> None:
    assert stranger.get("/", headers=headers).status_code == 403


def test_the_start_address_is_exchanged_for_a_cookie(stranger: httpx.Client) -> None:
    answer = stranger.get("/figures", params={"token": TOKEN, "as_of": "2022-01-06"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/figures?as_of=2022-01-06"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert str(PORT) in cookie
    stranger.cookies.clear()


def test_the_start_address_leads_to_no_other_host(stranger: httpx.Client) -> None:
    answer = stranger.get(f"{BASE}//elsewhere.invalid/", params={"token": TOKEN})
    assert answer.headers["location"] == "/elsewhere.invalid/"
    stranger.cookies.clear()


@pytest.mark.parametrize(
    "host", ["elsewhere.invalid", f"elsewhere.invalid:{PORT}", "127.0.0.1", "127.0.0.1:1"]
)
def test_a_foreign_name_of_this_machine_is_refused(stranger: httpx.Client, host: str) -> None:
    assert stranger.get("/", headers={"host": host, **BEARER}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "same-origin", "origin": BASE},
        {"origin": f"http://localhost:{PORT}"},
    ],
)
def test_a_page_of_this_server_may_write(written: TestClient, headers: dict[str, str]) -> None:
    assert written.post("/write", headers={**SESSION, **headers}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "none"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"sec-fetch-site": "same-origin", "origin": "http://elsewhere.invalid"},
    ],
)
def test_no_other_page_may_write(written: TestClient, headers: dict[str, str]) -> None:
    assert written.post("/write", headers={**SESSION, **headers}).status_code == 403


def test_a_program_with_the_token_may_write(written: TestClient) -> None:
    assert written.post("/write", headers=BEARER).status_code == 200
    assert written.post(f"/write?token={TOKEN}").status_code == 403


@pytest.mark.parametrize("path", ["/", "/api/case", "/static/pages.css", "/nothing"])
def test_every_answer_has_the_headers(reader: httpx.Client, path: str) -> None:
    headers = reader.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert "no-cache" in headers["cache-control"]


def test_refusals_have_the_headers_too(stranger: httpx.Client) -> None:
    assert stranger.get("/").headers["content-security-policy"] == POLICY
