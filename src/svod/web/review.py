"""The review: a queue of what is worth a look, decisions one by one or by rule, and their list."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from typing import Annotated, Any, cast
from urllib.parse import quote as url_quote

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import HTMLResponse, Response

from svod.deciding import Outcome, decide, preview
from svod.decisions import FIELDS, Item, Rule
from svod.decisions import Request as Wish
from svod.errors import DamagedCaseError, InvalidDecisionError, SvodError, UnknownReferenceError
from svod.export.changes import Change, find_changes
from svod.export.report.sections import Sections
from svod.model import EVENT_TYPES, KINDS, MEASURES, Action, Record
from svod.tongue import TONGUES, Tongue, load_tongue, mark
from svod.web.decks import Deck, decks
from svod.web.posted import Posted, Sent, back_of, go_back, known_name
from svod.web.rendering import render
from svod.web.slices import cut
from svod.web.visit import Number, Text, Visit, Visited

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

QUESTIONS = {
    "which_side": mark("Accounts differ"),
    "still_found": mark("A decision lost its words"),
    "read_right_number": mark("One number makes the range"),
    "happened": mark("Told as uncertain, by one alone"),
    "read_right": mark("Told once"),
}
"""What each question of the queue is called."""

# Questions on one page of the queue: each has its words in context and its buttons.
ON_A_PAGE = 20
_ACTIONS = ("accept", "reject", "correct", "choose", "merge", "split", "remove", "note", "redact", "undo")
_IN_BULK = ("accept", "reject", "correct", "note")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the queue with the statements that it is about."""

    item: Item
    name: str
    why: str
    decks: tuple[Deck, ...]


@router.get("/review")
def show_queue(visit: Visited, page: Number = 1) -> HTMLResponse:
    """What waits for a decision, the weightiest first."""
    shown = cut(visit.desk.queue(visit.as_of), page, ON_A_PAGE)
    wanted = [key for item in shown.items for key in item.statements]
    laid = {deck.said.id: deck for deck in decks(visit.sections, wanted)}
    asked = [
        Asked(
            item,
            visit.tongue.gettext(QUESTIONS[item.question]),
            _why(visit.sections, item),
            tuple(laid[key] for key in item.statements if key in laid),
        )
        for item in shown.items
    ]
    return render(visit, "review", visit.tongue.say("Review"), asked=asked, slice=shown)


@router.get("/decisions")
def show_decisions(visit: Visited, page: Number = 1) -> HTMLResponse:
    """All that people decided, the last first."""
    rulings = tuple(reversed(visit.sections.record.decisions))
    shown = cut(rulings, page)
    record = visit.sections.record
    known = {said.id for said in (*record.statements, *record.rejected)}
    return render(
        visit, "decisions", visit.tongue.say("Decisions"), rulings=shown.items, slice=shown, known=known
    )


@router.get("/bulk")
def show_bulk(  # noqa: PLR0913, PLR0917  one for each field of the form
    visit: Visited,
    rule: Annotated[Rule, Depends()],
    action: Text = "",
    field: Text = "",
    value: Text = "",
    text: Text = "",
) -> HTMLResponse:
    """Decide on all statements that have something in common, after a look at what would change."""
    record = visit.sections.record
    found = rule.pick(record)
    outcome, refusal = None, ""
    if action in _IN_BULK and found and not visit.as_of:
        try:
            wish = _bulk_wish(action, found, field, value, text)
            by = known_name(visit.request.cookies) or visit.tongue.say("you")
            outcome = preview(visit.desk.case, [wish], by=by)
        except SvodError as error:
            refusal = str(error)
    return render(
        visit,
        "bulk",
        visit.tongue.say("Decide by rule"),
        rule=rule,
        choices=_rule_choices(record, visit.tongue),
        action=action,
        actions=_IN_BULK,
        field=field,
        value=value,
        fields=tuple(FIELDS),
        text=text,
        asked=rule != Rule(),
        found=decks(visit.sections, found[:ON_A_PAGE]),
        total=len(found),
        meant=asdict(rule),
        digest=_digest(found),
        changes=find_changes(outcome.before, outcome.after, visit.tongue) if outcome else (),
        is_previewed=outcome is not None,
        refusal=refusal,
    )


@router.post("/decide")
def write_decision(visit: Visited, posted: Sent) -> Response:
    """Write what a form decides, and go back to where it stood."""
    try:
        outcome = decide(visit.desk.case, [_wish(visit, posted)], by=posted.get("by"))
    except (InvalidDecisionError, UnknownReferenceError) as error:
        return _refuse(visit, posted, error, 409)
    except DamagedCaseError as error:
        return _refuse(visit, posted, error, 503)
    return _told(visit, posted, outcome)


@router.post("/name")
def write_name(posted: Sent) -> Response:
    """Remember who decides in this browser."""
    return go_back(posted, {})


def _why(sections: Sections, item: Item) -> str:
    """Return the sentence of a question in the language of the page."""
    index = sections.index
    if item.question == "which_side":
        return next(one.why for one in sections.parted[0] if one.anchor == f"x-{item.about[0]}")
    if item.question == "read_right_number":
        [title] = [one.title for one in index.series if item.about[0] in one.statements]
        head, tail = index.items[item.about[0]].title, item.why.removeprefix(f"{title}: ")
        return f"{head}: {index.tongue.resay(tail)}"
    return index.tongue.resay(item.why)


def _told(visit: Visit, posted: Posted, outcome: Outcome) -> Response:
    made = outcome.decisions[-1].sequence
    told: dict[str, tuple[Change, ...]] = {
        code: find_changes(outcome.before, outcome.after, load_tongue(code)) for code in TONGUES
    }
    visit.desk.tell(made, told)
    return go_back(posted, _moved(outcome), done=str(made))


def _moved(outcome: Outcome) -> dict[str, str]:
    """Return path of each page that a decision took away → path of the page that took its place."""
    moved = {f"/differences/{one.id}": "/review" for one in _gone(outcome, "disagreements")}
    for one in _gone(outcome, "documents"):
        moved |= dict.fromkeys((f"/accounts/{one.id}", f"/accounts/{url_quote(one.id)}"), "/decisions")
    for shelf, field in (("events", "events"), ("figures", "series")):
        homes = {s: now.id for now in getattr(outcome.after, field) for s in now.statements}
        for one in _gone(outcome, field):
            heirs = [homes[s] for s in one.statements if s in homes]
            moved[f"/{shelf}/{one.id}"] = f"/{shelf}/{heirs[0]}" if heirs else "/decisions"
    return moved


def _gone(outcome: Outcome, field: str) -> list[Any]:
    """Return what the record before has and the record after has not, of one of its fields."""
    kept = {one.id for one in getattr(outcome.after, field)}
    return [one for one in getattr(outcome.before, field) if one.id not in kept]


def _refuse(visit: Visit, posted: Posted, error: Exception, status: int) -> Response:
    """Tell why nothing was decided, with the way back."""
    answer = render(
        visit,
        "refused",
        visit.tongue.say("Nothing was decided"),
        why=str(error),
        is_gone=isinstance(error, UnknownReferenceError),
        back=back_of(posted, {}),
    )
    answer.status_code = status
    return answer


def _wish(visit: Visit, posted: Posted) -> Wish:
    action = posted.get("action")
    if action not in _ACTIONS:
        raise HTTPException(422, mark("There is no such decision."))
    about = _meant(visit, posted) or tuple(key for value in posted.all("about") for key in value.split())
    if action == "merge":
        about = (*about, *posted.all("with"))
    changes = posted.changed() if action == "correct" else ()
    if choice := posted.get("choice"):
        attribute, _, value = choice.partition("=")
        changes = ((attribute, value),)
    return Wish(cast("Action", action), about, changes, posted.get("text"), posted.get("reason"))


def _meant(visit: Visit, posted: Posted) -> tuple[str, ...]:
    """Return the statements that the rule of a form means, if they are those that its sender saw.

    Raises:
        InvalidDecisionError: If they are others by now.
    """
    if not (seen := posted.get("found")):
        return ()
    rule = Rule(**{field.name: posted.get(f"rule-{field.name}") for field in fields(Rule)})
    found = rule.pick(visit.sections.record)
    if _digest(found) != seen:
        raise InvalidDecisionError(
            visit.tongue.say("the rule means other statements by now; look at them again")
        )
    return found


def _digest(ids: Iterable[str]) -> str:
    return sha256("\n".join(ids).encode()).hexdigest()


def _bulk_wish(action: str, found: tuple[str, ...], field: str, value: str, text: str) -> Wish:
    changes = ((field, value),) if action == "correct" and field else ()
    return Wish(cast("Action", action), found, changes, text if action == "note" else "")


def _rule_choices(record: Record, tongue: Tongue) -> dict[str, dict[str, str]]:
    """Return for each part of a rule the values that the record knows, with words for people."""
    every = (*record.statements, *record.rejected)
    labels = sorted({label.words for label in record.labels})
    rules = sorted({said.rule.partition(":")[0] for said in every})
    return {
        "document": {one: one for one in sorted(document.id for document in record.documents)},
        "kind": {one: tongue.word("kind", one) for one in KINDS},
        "type": {one: _sense_words(tongue, one) for one in (*EVENT_TYPES, *MEASURES)},
        "label": {one: one for one in labels},
        "origin": {one: one for one in sorted({origin for _, origin in record.origins})},
        "rule": {one: one for one in rules},
    }


def _sense_words(tongue: Tongue, code: str) -> str:
    """Return the words for a code that may be both a type and a measure."""
    shelves = (("event", EVENT_TYPES), ("measure", MEASURES))
    return ", ".join(tongue.word(shelf, code) for shelf, codes in shelves if code in codes)
