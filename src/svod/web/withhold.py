"""Withholding words: what a bar would cover, seen before anything is written."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from svod.deciding import preview
from svod.decisions import Request as Wish
from svod.errors import SvodError
from svod.export.report.direction import direction
from svod.export.report.quote import Account, account
from svod.export.report.sections import Sections
from svod.model import Ruling
from svod.publishing import Bars, make_bars, withheld_words
from svod.web.context import Passage, passage
from svod.web.rendering import render
from svod.web.visit import Visited

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

MOST_PASSAGES = 5
"""Passages of one account that are shown; all are counted."""

_AROUND = 90


@dataclass(frozen=True, slots=True)
class Covered:
    """What bars would newly cover in one account: how many passages, and the first of them in context."""

    account: Account
    language: str
    direction: str
    count: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a decision to withhold would do.

    Attributes:
        forms: What would be withheld beside the words themselves: other forms of a name.
        covered: By account, in their order.
        total: Passages in all accounts.
    """

    forms: tuple[str, ...]
    covered: tuple[Covered, ...]
    total: int


@router.get("/withhold")
def show_withholding(visit: Visited, words: Annotated[str, Query(max_length=4000)] = "") -> HTMLResponse:
    """Withhold a name, a place or a passage from all that leaves the case, after a look at what that covers."""
    foreseen, refusal = None, ""
    if words.strip() and not visit.as_of:
        try:
            after = preview(visit.desk.case, [Wish("redact", (), value=words.strip())]).after
            foreseen = foresee(visit.sections, words.strip(), withheld_words(after, "case"))
        except SvodError as error:
            refusal = str(error)
    return render(
        visit,
        "withhold",
        visit.tongue.say("Withhold words"),
        words=words.strip(),
        foreseen=foreseen,
        refusal=refusal,
        withheld=withheld(visit.sections),
    )


def foresee(sections: Sections, words: str, after: tuple[str, ...]) -> Foreseen:
    """Return what would be covered that is not covered yet.

    Args:
        sections: The record as it stands.
        words: What somebody wants withheld.
        after: All that would be withheld then.
    """
    bars, now = make_bars(after), sections.bars
    covered = tuple(
        one for key in sections.index.documents for one in [_covered(sections, key, bars, now)] if one.count
    )
    before = {word.casefold() for word in (*withheld_words(sections.record, "case"), words)}
    forms = {word.casefold(): word for word in after if word.casefold() not in before}
    return Foreseen(tuple(forms.values()), covered, sum(one.count for one in covered))


def withheld(sections: Sections) -> list[Ruling]:
    """Return the decisions by which something is withheld, the last first."""
    made = (one for one in sections.record.decisions if one.decision.action == "redact")
    return [one for one in made if one.status != "undone"][::-1]


def _covered(sections: Sections, key: str, bars: Bars, now: Bars) -> Covered:
    document = sections.index.documents[key]
    known = now.spans(document.text)
    spans = [span for span in bars.spans(document.text) if not any(span.overlaps(one) for one in known)]
    passages = tuple(passage(document.text, span, _AROUND) for span in spans[:MOST_PASSAGES])
    said_in = document.language
    return Covered(account(sections.index, key), said_in, direction(said_in), len(spans), passages)
