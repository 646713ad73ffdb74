"""What one request asks for: the day, the language, the record as of then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query, Request

from svod.tongue import Tongue
from svod.web.days import Slider, slider
from svod.web.desk import Desk
from svod.web.filters import Filter
from svod.web.links import Links
from svod.web.views import Views
from svod.web.wishes import tongue_for

AsOf = Annotated[
    date | Literal[""],
    Query(description="A day: the record as known from what had been published by its end."),
]
Asked = Annotated[Filter, Depends()]
Text = Annotated[str, Query(max_length=400)]
Number = Annotated[int, Query(ge=1, le=1_000_000, description="Page of a long list, from 1.")]


@dataclass(frozen=True)
class Visit:
    """One request, with the record that it is about.

    Attributes:
        request: The request.
        desk: Where the record lies.
        sections: The record as of the day asked for.
        as_of: That day, or `None` for all that is known.
    """

    request: Request
    desk: Desk
    sections: Views
    as_of: date | None

    @property
    def tongue(self) -> Tongue:
        """The language that the page speaks."""
        return self.sections.index.tongue

    @property
    def slider(self) -> Slider:
        """The slider over the days of the whole record."""
        return slider(self.desk.sections(None, self.tongue).days, self.as_of)

    @property
    def query(self) -> Mapping[str, str]:
        """What the reader chose, as the address has it."""
        return dict(self.request.query_params)

    def links(self, here: Mapping[str, str] | None = None) -> Links:
        """Return the links of the page asked for; `here` are anchors that it shows itself."""
        kept = {key: value for key, value in self.query.items() if key == "as_of"}
        return Links(self.sections.index, self.request.url.path, self.query, kept, here or {})


def read_visit(request: Request, as_of: AsOf = "") -> Visit:
    """Find the record that a request is about."""
    desk: Desk = request.app.state.desk
    day = as_of or None  # a form sends an empty box as an empty word
    return Visit(request, desk, desk.sections(day, tongue_for(request)), day)


Visited = Annotated[Visit, Depends(read_visit)]
