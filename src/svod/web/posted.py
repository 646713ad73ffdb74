"""What a form sends, and where its sender goes back to."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from fastapi import Depends, HTTPException, Request
from fastapi.responses import RedirectResponse

from svod.tongue import mark

# A form of the pages takes some hundred bytes; a decision on 10,000 statements half a million.
MOST_BYTES = 2_000_000
_NAME = "svod-name"
_YEAR_S = 365 * 24 * 3600


class Posted:
    """The fields of a form.

    Attributes:
        pairs: Names and values, in order; a name may come several times.
    """

    def __init__(self, body: bytes) -> None:
        self.pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)

    def get(self, name: str) -> str:
        """Return the last value of a field, without blanks around it; empty if there is none."""
        return next((value.strip() for key, value in reversed(self.pairs) if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Return all values of a field that are not empty."""
        return tuple(value.strip() for key, value in self.pairs if key == name and value.strip())

    def changed(self) -> tuple[tuple[str, str], ...]:
        """Return the fields `set-NAME` that differ from what the form showed in `was-NAME`.

        What was not touched is not sent on: it may have been decided elsewhere meanwhile.
        """
        before = {key: value for key, value in self.pairs if key.startswith("was-")}
        return tuple(
            (key[4:], value.strip())
            for key, value in self.pairs
            if key.startswith("set-") and value.strip() != before.get(f"was-{key[4:]}", "").strip()
        )


async def read_posted(request: Request) -> Posted:
    """Read the form that a request brings."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(413, mark("This form is too long."))
    return Posted(body)


Sent = Annotated[Posted, Depends(read_posted)]


def known_name(cookies: Mapping[str, str]) -> str:
    """Return the name under which this browser decided last, or an empty string."""
    return unquote(cookies.get(_NAME, ""))[:200]


def go_back(posted: Posted, moved: Mapping[str, str], **told: str) -> RedirectResponse:
    """Return to the page that the form stood on, with something to tell there; remember who decided.

    Args:
        posted: The form.
        moved: Path of a page that is no more → path of the one to go to instead.
        told: What to add to the address.
    """
    answer = RedirectResponse(back_of(posted, moved, **told), 303)
    if name := posted.get("by"):
        answer.set_cookie(_NAME, quote(name[:200]), max_age=_YEAR_S, httponly=True, samesite="strict")
    return answer


def back_of(posted: Posted, moved: Mapping[str, str], **told: str) -> str:
    """Return the address of the page that the form stood on; never one of another server."""
    at = urlsplit(posted.get("back"))
    path = f"/{at.path.lstrip('/')}" if at.path.startswith("/") and "\\" not in at.path else "/review"
    path = moved.get(path, path)
    query = [pair for pair in parse_qsl(at.query) if pair[0] not in told and pair[0] != "done"]
    return f"{path}?{urlencode([*query, *told.items()])}" if query or told else path
