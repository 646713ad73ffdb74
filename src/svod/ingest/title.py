"""The title of an account, where its first line is one."""

import re

from svod.ingest.publication import find_publication, is_stamp

MAX_TITLE = 160
"""Characters; headlines of news run to 120, with subtitles a little more."""

_CLOSED = re.compile(r"[.;:,][\"»”)]*$")
_MARKDOWN = re.compile(r"#{1,3}\s+|\s+#+$")


def find_title(text: str) -> str:
    """Return the first line if it looks like a title, else an empty string.

    It does if it is short, more text follows, it does not end like a sentence
    (a question or a call may be a title) and is neither a date nor a dateline.
    """
    head, _, rest = text.lstrip("\ufeff \t\r\n")[:10_000].partition("\n")
    line = _MARKDOWN.sub("", head.strip())
    if not rest.strip() or len(line) > MAX_TITLE or not any(map(str.isalpha, line)):
        return ""
    dated = is_stamp(line) or find_publication(f" {head.strip()} ")[1] in {"prefix", "dateline"}
    return "" if dated or _CLOSED.search(line) else line
