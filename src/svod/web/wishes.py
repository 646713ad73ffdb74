"""Which language a reader wants: what they chose on a page, else what their browser asks for."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from svod.tongue import TONGUES, Tongue, pick_tongue

COOKIE = "svod-language"
_A_YEAR = 365 * 24 * 3600


def tongue_for(request: HTTPConnection) -> Tongue:
    """Return the language of a page: `?lang=`, then the cookie, then `Accept-Language`."""
    chosen = request.query_params.get("lang", ""), request.cookies.get(COOKIE, "")
    return pick_tongue(*chosen, request.headers.get("accept-language", ""))


def remember_choice(request: HTTPConnection, response: Response) -> None:
    """Let the browser keep a language that was chosen by `?lang=`."""
    chosen = request.query_params.get("lang", "")
    if chosen in TONGUES:
        response.set_cookie(COOKIE, chosen, max_age=_A_YEAR, httponly=True, samesite="strict")
