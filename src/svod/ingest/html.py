"""HTML pages: the account in them, without menus, comments and scripts."""

import re
from dataclasses import dataclass
from typing import Any

from trafilatura import bare_extraction, html2txt, load_html
from trafilatura.metadata import extract_metadata

from svod.errors import UnreadableDocumentError
from svod.ingest.elements import element_parts
from svod.model import Part

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_COMMENTS = "//script|//style|//noscript|//template|//comment()"
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1990-01-01",
    "max_date": "2100-01-01",
}
"""Only what the page says of itself: htmldate's wide search guesses, and its default
latest date is the clock's."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds; an empty string for what it does not say.

    Attributes:
        text: The account, one paragraph a line.
        title: Title of the account.
        publisher: Name of the site.
        published: Day of publication, ISO 8601.
        url: Address that the page gives itself.
        author: Who signed it.
        parts: The element that each paragraph of the text stands in.
    """

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    author: str = ""
    parts: tuple[Part, ...] = ()


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a page claims near its top, or an empty string."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "ignore") if match else ""


def read_html(markup: str, file: str, url: str = "") -> Page:
    """Read the account and what the page says of itself.

    Args:
        markup: The page, decoded.
        file: How to call the file in an error.
        url: Where it was published, if known: helps to date it.

    Raises:
        UnreadableDocumentError: If no account is found in it.
    """
    try:
        return _page(markup, url)
    except Exception as error:
        raise UnreadableDocumentError(file, "holds HTML that cannot be parsed") from error


def _page(markup: str, url: str) -> Page:
    if "<html" not in markup[:2000].lower():  # trafilatura takes a bare fragment for plain text
        markup = f"<html><body>{markup}</body></html>"
    whole, bare = load_html(markup), _without_scripts(markup)
    if whole is None or bare is None:
        return Page("")
    about = extract_metadata(whole, default_url=url or None, date_config=_DATES)
    found = bare_extraction(bare, url=url or None, include_comments=False)
    text = found.text if found is not None else None
    account = (text or html2txt(_without_scripts(markup))).strip()
    return Page(
        account,
        about.title or "",
        about.sitename or "",
        about.date or "",
        about.url or "",
        about.author or "",
        element_parts(account, load_html(markup)),
    )


def _without_scripts(markup: str) -> Any:  # lxml ships no types
    """Parse a page and drop what is never part of an account: the text must not
    come from structured data in a script either.
    """
    tree = load_html(markup)
    for element in [] if tree is None else list(tree.xpath(_COMMENTS)):
        element.drop_tree()
    return tree
