"""The pages about what has a name of its own: accounts, their statements, people and places."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from svod.export.explain import explain_reference
from svod.export.report.chronology import EventEntry
from svod.export.report.quote import account, quote
from svod.model import Entity, Statement
from svod.web.decks import decks, rulings_by_statement
from svod.web.rendering import MOST_ALONE, one_of, render
from svod.web.slices import PAGE, cut, cut_abreast
from svod.web.views import Views
from svod.web.visit import Number, Text, Visited

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

# Events and passages on one page about somebody.
_ABREAST = 50


@router.get("/accounts")
def show_accounts(visit: Visited, page: Number = 1) -> HTMLResponse:
    """What the case holds."""
    shown = cut(visit.sections.accounts, page)
    return render(
        visit, "accounts", visit.tongue.say("Accounts"), accounts=shown.items, slice=shown, table="documents"
    )


@router.get("/accounts/{key}")
def show_account(visit: Visited, key: str) -> HTMLResponse:
    """One account in full, with its statements marked."""
    index = visit.sections.index
    one_of(index.documents, key)
    said = visit.sections.said_in.get(key, ())
    here = {f"s-{s.id}": f"#s-{s.id}" for s in said}
    text = visit.sections.text(key)
    return render(
        visit,
        "account",
        text.row.title or text.row.account.name,
        here,
        key=key,
        text=text,
        statements=[(index.items[s.id], quote(index, s), s) for s in said],
        rulings=[r for r in index.record.decisions if key in r.decision.about],
        rejected=[(quote(index, s), s) for s in index.record.rejected if s.citation.document == key],
    )


@router.get("/statements/{key}")
def show_statement(visit: Visited, key: str) -> HTMLResponse:
    """One statement, and why it was read so."""
    index = visit.sections.index
    deck = one_of({deck.said.id: deck for deck in decks(visit.sections, [key])}, key)
    return render(
        visit,
        "statement",
        deck.said.citation.quote,
        deck=deck,
        why=explain_reference(index.record, key),
    )


@router.get("/entities")
def show_entities(visit: Visited, q: Text = "", kind: Text = "", page: Number = 1) -> HTMLResponse:
    """Who and what several accounts name."""
    sought = q.casefold()
    entities = visit.sections.ranked_entities
    picked = [
        entity
        for entity in entities
        if kind in ("", entity.kind)
        and any(sought in name.casefold() for name in (entity.name, *entity.names))
    ]
    kinds = sorted({entity.kind for entity in entities})
    shown = cut(picked, page)
    return render(
        visit,
        "entities",
        visit.tongue.say("People and places"),
        entities=shown.items,
        kinds=kinds,
        slice=shown,
        q=q,
        kind=kind,
        table="entities",
    )


@router.get("/entities/{key}")
def show_entity(visit: Visited, key: str, page: Number = 1) -> HTMLResponse:
    """Somebody or something: all names, and what is said of it."""
    views = visit.sections
    index = views.index
    entity = one_of(views.entity_by_id, key)
    events = [entry for entry in views.entries if _is_in(entity, entry)]
    words = _said_of(views, entity)
    told = {s for entry in events for s in entry.event.statements} | {said.id for said in words}
    made = rulings_by_statement(index.record, told)
    slice_, (shown, said) = cut_abreast(page, events, words, size=_ABREAST)
    return render(
        visit,
        "entity",
        entity.name,
        rulings=sorted(
            {r.decision.sequence: r for found in made.values() for r in found}.values(),
            key=lambda r: r.decision.sequence,
        )[-PAGE:],
        entity=entity,
        accounts=[account(index, document) for document in entity.documents],
        events=shown,
        said=[quote(index, one) for one in said],
        slice=slice_,
        most=MOST_ALONE,
    )


def _is_in(entity: Entity, entry: EventEntry) -> bool:
    if entity.place is not None:
        return entry.event.where is not None and entry.event.where.id == entity.place.id
    names = {entity.name, *entity.names}
    return any(fact.text in names for fact in entry.facts if fact.attribute in ("actor", "target"))


def _said_of(views: Views, entity: Entity) -> list[Statement]:
    """Return what is said in somebody's own words."""
    told = {s.id for name in {entity.name, *entity.names} for s in views.said_by.get(name, ())}
    return views.index.picked(told)
