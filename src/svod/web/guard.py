"""The door: who may ask, from where, and what a page may do.

A page is served to whoever holds the token of the start address, by the names
of this machine alone (a foreign name that resolves here is DNS rebinding), and
a write only to pages of this server (else any site could press our buttons).
"""

import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from svod.tongue import mark, pick_tongue

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No page runs or loads anything that did not come with the package."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # "no-referrer" would hide the origin of our own forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_READS = ("GET", "HEAD")
_ASK_FOR_TOKEN = mark("Open the address that `svod serve` printed: it holds the key to these pages.")


class Guard:
    """Middleware that lets through what may be asked, and puts the headers on what goes out.

    Args:
        app: The pages.
        token: Opens them: as `?token=` once, then as a cookie, or as a bearer token.
        port: The port listened on; part of every name that this server has.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._cookie = f"svod-{port}"  # cookies know no ports: two servers must not share one
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "private, no-cache")
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """Return the answer to a request that goes no further, or `None`."""
        headers = Headers(scope=scope)
        query = QueryParams(scope["query_string"])
        if headers.get("host", "").lower() not in self._hosts:
            return _refused(headers, mark("This server has no such name."), 421)
        if scope["method"] in _READS and self._is_token(query.get("token", "")):
            return self._admitted(scope["path"], query)
        if not self._is_token(_bearer(headers)):
            if not any(map(self._is_token, _cookies(headers, self._cookie))):
                return _refused(headers, _ASK_FOR_TOKEN, 403)
            if scope["method"] not in _READS and not self._is_own(headers):
                return _refused(headers, mark("A write must come from a page of this server."), 403)
        return None

    def _admitted(self, path: str, query: QueryParams) -> Response:
        rest = urlencode([pair for pair in query.multi_items() if pair[0] != "token"])
        # One slash: two would name another host.
        response = RedirectResponse(f"/{path.lstrip('/')}" + (f"?{rest}" if rest else ""), 303)
        response.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return response

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._token.encode())

    def _is_own(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        origin = headers.get("origin")
        if site is not None and site != "same-origin":
            return False
        return site is not None if origin is None else origin in {f"http://{host}" for host in self._hosts}


def _refused(headers: Headers, words: str, status: int) -> Response:
    tongue = pick_tongue(headers.get("accept-language", ""))
    return PlainTextResponse(f"{tongue.gettext(words)}\n", status)


def _bearer(headers: Headers) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" else ""


def _cookies(headers: Headers, name: str) -> Iterable[str]:
    for line in headers.getlist("cookie"):
        try:
            jar = SimpleCookie(line)
        except CookieError:
            continue
        if name in jar:
            yield jar[name].value
