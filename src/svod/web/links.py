"""From the anchor of a thing to the page that shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, urlencode

from svod.export.report.index import Index

_PAGES = {"e": "events", "f": "figures", "x": "differences"}
_STATEMENTS = frozenset("cdao")


@dataclass(frozen=True)
class Links:
    """Links of one page; what the reader chose for all pages stays in every address.

    Attributes:
        index: The record.
        path: Path of the page.
        query: What the reader chose on it.
        kept: Which of that holds for all pages: the day.
        here: Addresses of anchors that this page or its neighbours show.
    """

    index: Index
    path: str
    query: Mapping[str, str]
    kept: Mapping[str, str]
    here: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def documents(self) -> Sequence[str]:
        """Ids of the accounts, in the order of their numbers."""
        return tuple(self.index.documents)

    def href(self, anchor: str) -> str:
        """Return the address of a thing by its anchor in a report."""
        if anchor in self.here:
            return self.here[anchor]
        shelf, _, key = anchor.partition("-")
        if shelf == "account":
            return self.to(f"/accounts/{_escape(self.documents[int(key) - 1])}")
        if shelf == "s":
            return (
                self.to(f"/accounts/{_escape(self.index.statements[key].citation.document)}") + f"#{anchor}"
            )
        if shelf in _PAGES:
            return self.to(f"/{_PAGES[shelf]}/{key}")
        if shelf in _STATEMENTS and key in self.index.statements:
            return self.to(f"/statements/{key}")
        return f"#{anchor}"

    def to(self, path: str, **chosen: str) -> str:
        """Return the address of a page with what the reader chose for all pages."""
        return _address(path, {**self.kept, **chosen})

    def again(self, **changed: str) -> str:
        """Return this page with some choices changed; an empty one is taken back."""
        return _address(self.path, {**self.query, "lang": "", **changed})

    def twin(self, table: str, suffix: str = "") -> str:
        """Return the address of the data behind this page: JSON, or CSV with `.csv`."""
        chosen = {key: value for key, value in self.query.items() if key not in ("lang", "page", "as")}
        return _address(f"/api/{table}{suffix}", chosen)


def _address(path: str, query: Mapping[str, str]) -> str:
    chosen = urlencode({key: value for key, value in query.items() if value})
    return f"{path}?{chosen}" if chosen else path


def _escape(key: str) -> str:
    return quote(key, safe="")
