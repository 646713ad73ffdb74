"""The pages: each a view of the record under an address that holds all that was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader

from svod.export.changes import Change
from svod.export.explain import explain_reference
from svod.export.report.chronology import EventEntry
from svod.export.report.index import place_name
from svod.export.report.maps import PlaceRow
from svod.export.report.page import template_environment
from svod.export.report.quote import account, quote
from svod.export.report.timeline import Timeline, band
from svod.model import Entity, Ruling, Statement
from svod.tongue import TONGUES, Tongue, load_tongue, mark
from svod.tongue.dates import render_day
from svod.web import basemap
from svod.web.decks import decks, rulings_by_statement, sheet
from svod.web.explained import explained, worded
from svod.web.filters import CORROBORATION, Filter, choices
from svod.web.links import Links
from svod.web.posted import known_name
from svod.web.search import Hit, search_case
from svod.web.slices import PAGE, cut
from svod.web.visit import Asked, Number, Visit, Visited
from svod.web.voices import speakers
from svod.web.wishes import remember_choice

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

MENU = (
    ("/", mark("Overview")),
    ("/chronology", mark("Chronology")),
    ("/map", mark("Places")),
    ("/figures", mark("Figures")),
    ("/matrix", mark("Who tells what")),
    ("/differences", mark("Where accounts differ")),
    ("/voices", mark("Voices")),
    ("/framing", mark("Names for the actors")),
    ("/promises", mark("Demands and promises")),
    ("/entities", mark("People and places")),
    ("/accounts", mark("Accounts")),
    ("/gaps", mark("What is not known")),
    ("/search", mark("Search")),
    ("/review", mark("Review")),
    ("/decisions", mark("Decisions")),
)
"""All views with their names, in the order of the menu."""

Text = Annotated[str, Query(max_length=400)]


@cache
def _environment(tongue: Tongue) -> Environment:
    environment = template_environment(tongue)
    sections = environment.loader
    assert sections is not None
    environment.loader = ChoiceLoader([PackageLoader("svod.web"), sections])
    environment.globals |= {
        "explained": partial(explained, tongue),
        "worded": partial(worded, tongue),
        "render_day": partial(render_day, tongue),
        "tongues": [load_tongue(code) for code in TONGUES],
    }
    return environment


def render(
    visit: Visit, template: str, title: str, here: Mapping[str, str] | None = None, **context: Any
) -> HTMLResponse:
    """Return a page made from a template.

    Args:
        visit: What was asked for.
        template: Its file name without the endings.
        title: Title of the page.
        here: Anchors that the page shows itself, with their addresses.
        context: What the template shows.
    """
    links, tongue = visit.links(here), visit.tongue
    page = _environment(tongue).get_template(f"{template}.page.jinja")
    text = page.render(
        record=visit.sections.record,
        visit=visit,
        links=links,
        href=links.href,
        title=title,
        menu=[(path, tongue.gettext(name)) for path, name in MENU],
        name=known_name(visit.request.cookies),
        made=_just_made(visit),
        place_name=partial(place_name, visit.sections.index),
        **{"table": "", **context},
    )
    answer = HTMLResponse(text.encode("utf-8", "replace"))  # half a surrogate pair has no encoding
    remember_choice(visit.request, answer)
    return answer


def _just_made(visit: Visit) -> tuple[Ruling, tuple[Change, ...]] | None:
    """Return the decision that the reader comes from, if any, with what it changed."""
    done = visit.query.get("done", "")
    found = [r for r in visit.sections.record.decisions if str(r.decision.sequence) == done]
    told = visit.desk.told.get(int(done), {}) if found else {}
    return (found[0], told.get(visit.tongue.code, ())) if found else None


@router.get("/")
def show_overview(visit: Visited) -> HTMLResponse:
    """The record in a few sentences."""
    return render(
        visit, "overview", visit.tongue.say("Overview"), overview=visit.sections.overview, table="statements"
    )


@router.get("/chronology")
def show_chronology(visit: Visited, asked: Asked, page: Number = 1) -> HTMLResponse:
    """What happened, day by day."""
    sections = visit.sections
    picked = asked.picked(sections.index, sections.entries)
    groups, _, _ = sections.chronology(picked)
    shown = cut(picked, page)
    days, _, bars = sections.chronology(list(shown.items))
    links = visit.links()
    order = {entry.item.anchor: position for position, entry in enumerate(picked)}
    brushing = _brushing(visit, asked)
    here = _days_alone(brushing["timeline"], links) | {
        e.item.anchor: f"#{e.item.anchor}" for e in shown.items
    }
    for group in groups:
        number = order[group.entries[0].item.anchor] // PAGE + 1
        same = f"#{group.anchor}"
        here[group.anchor] = same if number == shown.number else links.again(page=str(number)) + same
    return render(
        visit,
        "chronology",
        visit.tongue.say("Chronology"),
        here,
        **_filtering(visit, asked),
        groups=days,
        **brushing,
        bars={e.item.anchor: bar for e in shown.items for bar in [_bar(e, bars)]},
        slice=shown,
        total=len(sections.entries),
        table="events",
    )


@router.get("/events/{key}")
def show_event(visit: Visited, key: str) -> HTMLResponse:
    """One event, with what holds it together."""
    entry = _one([e for e in visit.sections.entries if e.event.id == key])
    bars = visit.sections.chronology([entry])[2]
    return render(
        visit,
        "event",
        entry.item.title,
        {entry.item.anchor: f"#{entry.item.anchor}"},
        entry=entry,
        bar=bars[entry.item.anchor],
        sheet=sheet(visit.sections.index, entry.event),
        why=explain_reference(visit.sections.record, key),
    )


@router.get("/map")
def show_map(visit: Visited, asked: Asked) -> HTMLResponse:
    """Where it happened."""
    sections = visit.sections
    picked = asked.picked(sections.index, sections.entries)
    # The conditions are about events: beside some of them, all figures would be noise.
    places, drawn = sections.map(picked, with_figures=asked == Filter())
    brushing = _brushing(visit, asked)
    titles = {row.anchor: _place_title(visit.tongue, row) for row in places}
    return render(
        visit,
        "map",
        visit.tongue.say("Places"),
        _days_alone(brushing["timeline"], visit.links()) | {row.anchor: f"#{row.anchor}" for row in places},
        **_filtering(visit, asked),
        **brushing,
        places=places,
        map=drawn,
        live=basemap.places(places, titles),
        tiles=visit.request.app.state.tiles,
        slice=cut(picked, 1),
        total=len(sections.entries),
        table="events",
    )


@router.get("/figures")
def show_figures(visit: Visited, page: Number = 1) -> HTMLResponse:
    """Figures over the time in which they were said."""
    shown = cut(visit.sections.series, page)
    here = {entry.item.anchor: f"#{entry.item.anchor}" for entry in shown.items}
    return render(
        visit, "figures", visit.tongue.say("Figures"), here, series=shown.items, slice=shown, table="figures"
    )


@router.get("/figures/{key}")
def show_figure(visit: Visited, key: str) -> HTMLResponse:
    """One figure with its history."""
    entry = _one([e for e in visit.sections.series if e.series.id == key])
    return render(
        visit,
        "figure",
        entry.item.title,
        {entry.item.anchor: f"#{entry.item.anchor}"},
        entry=entry,
        sheet=sheet(visit.sections.index, entry.series),
        why=explain_reference(visit.sections.record, key),
    )


@router.get("/matrix")
def show_matrix(visit: Visited) -> HTMLResponse:
    """Which account tells of which event."""
    sections = visit.sections
    return render(
        visit,
        "matrix",
        visit.tongue.say("Who tells what"),
        matrix=sections.matrix,
        alone=sections.alone,
        table="events",
    )


@router.get("/differences")
def show_differences(visit: Visited) -> HTMLResponse:
    """Where accounts differ, side by side."""
    differences, incomparable = visit.sections.parted
    here = {item.anchor: f"#{item.anchor}" for item in (*differences, *incomparable)}
    return render(
        visit,
        "differences",
        visit.tongue.say("Where accounts differ"),
        here,
        differences=differences,
        incomparable=incomparable,
        table="disagreements",
    )


@router.get("/differences/{key}")
def show_difference(visit: Visited, key: str) -> HTMLResponse:
    """One difference."""
    differences, incomparable = visit.sections.parted
    item = _one([d for d in (*differences, *incomparable) if d.anchor == f"x-{key}"])
    [dispute] = [d for d in visit.sections.record.disagreements if d.id == key]
    told = (statement for side in dispute.sides for statement in side.statements)
    return render(
        visit,
        "difference",
        item.why,
        {item.anchor: f"#{item.anchor}"},
        item=item,
        key=key,
        decks=decks(visit.sections.index, told),
    )


@router.get("/voices")
def show_voices(visit: Visited, page: Number = 1) -> HTMLResponse:
    """Who speaks through whom."""
    shown = cut(speakers(visit.sections.index), page)
    return render(
        visit, "voices", visit.tongue.say("Voices"), speakers=shown.items, slice=shown, table="statements"
    )


@router.get("/framing")
def show_framing(visit: Visited) -> HTMLResponse:
    """What accounts call the actors."""
    return render(
        visit,
        "framing",
        visit.tongue.say("Names for the actors"),
        names=visit.sections.names,
        name_changes=visit.sections.name_changes,
        table="framing",
    )


@router.get("/promises")
def show_promises(visit: Visited) -> HTMLResponse:
    """What was demanded, promised and blamed."""
    sections = visit.sections
    ledgers = (sections.demands, sections.commitments, sections.accusations)
    here = {entry.item.anchor: f"#{entry.item.anchor}" for ledger in ledgers for entry in ledger}
    return render(
        visit,
        "promises",
        visit.tongue.say("Demands and promises"),
        here,
        demands=sections.demands,
        commitments=sections.commitments,
        accusations=sections.accusations,
        table="promises",
    )


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
    if key not in index.documents:
        raise HTTPException(404)
    said = [s for s in index.record.statements if s.citation.document == key]
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
    deck = _one(decks(index, [key]))
    return render(
        visit,
        "statement",
        deck.said.citation.quote,
        deck=deck,
        why=explain_reference(index.record, key),
    )


@router.get("/gaps")
def show_gaps(visit: Visited) -> HTMLResponse:
    """What could not be read, dated or placed."""
    gaps = visit.sections.gaps
    here = {one.item.anchor: f"#{one.item.anchor}" for one in gaps.loose}
    return render(visit, "gaps", visit.tongue.say("What is not known"), here, gaps=gaps, table="troubles")


@router.get("/entities")
def show_entities(visit: Visited, q: Text = "", kind: Text = "", page: Number = 1) -> HTMLResponse:
    """Who and what several accounts name."""
    sought = q.casefold()
    entities = visit.sections.record.entities
    picked = [
        entity
        for entity in entities
        if kind in ("", entity.kind)
        and any(sought in name.casefold() for name in (entity.name, *entity.names))
    ]
    picked.sort(key=lambda e: (-len(e.documents), -e.mentions, e.name, e.id))
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
def show_entity(visit: Visited, key: str) -> HTMLResponse:
    """Somebody or something: all names, and what is said of it."""
    index = visit.sections.index
    entity = _one([e for e in index.record.entities if e.id == key])
    events = [entry for entry in visit.sections.entries if _is_in(entity, entry)]
    told = {s for entry in events for s in entry.event.statements} | {s.id for s in _said_of(visit, entity)}
    made = rulings_by_statement(index.record, told)
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
        events=events[:PAGE],
        said=[quote(index, said) for said in _said_of(visit, entity)[:PAGE]],
    )


@router.get("/search")
def show_search(visit: Visited, q: Text = "", page: Number = 1) -> HTMLResponse:
    """Words in accounts and statements, in any form."""
    index = visit.sections.index
    tags = {document.language for document in index.documents.values()}
    said, texts = search_case(visit.desk.case, q, tags)
    said = [hit for hit in said if hit.statement in index.statements]
    texts = [hit for hit in texts if hit.document in index.documents]
    shown = cut(max(said, texts, key=len), page)
    return render(
        visit,
        "search",
        visit.tongue.say("Search: %(words)s", words=q) if q else visit.tongue.say("Search"),
        q=q,
        statements=[
            (hit, index.items[hit.statement], quote(index, index.statements[hit.statement]))
            for hit in _same_page(said, shown.number)
        ],
        accounts=[
            (hit, account(index, hit.document), index.documents[hit.document])
            for hit in _same_page(texts, shown.number)
        ],
        totals=(len(said), len(texts)),
        slice=shown,
    )


def _same_page(hits: list[Hit], number: int) -> list[Hit]:
    return hits[(number - 1) * PAGE : number * PAGE]


def _filtering(visit: Visit, asked: Filter) -> dict[str, object]:
    sections = visit.sections
    return {"asked": asked, "choices": choices(sections.index, sections.entries), "supports": CORROBORATION}


def _days_alone(timeline: Timeline | None, links: Links) -> dict[str, str]:
    """Return for each column of the strip the address of this page with its days alone."""
    columns = timeline.columns if timeline else ()
    return {
        column.anchor: links.again(since=f"{column.since}", until=f"{column.until}", page="")
        for column in columns
        if column.anchor
    }


def _brushing(visit: Visit, asked: Filter) -> dict[str, Any]:
    """Return the strip of all days that the other conditions leave, and the band over those asked for."""
    sections = visit.sections
    undated = replace(asked, since="", until="")
    _, timeline, _ = sections.chronology(undated.picked(sections.index, sections.entries))
    return {"timeline": timeline, "band": band(timeline, asked.days)}


def _place_title(tongue: Tongue, row: PlaceRow) -> str:
    events, figures = tongue.counted(len(row.events), "event"), tongue.counted(len(row.figures), "figure")
    return f"{row.name}: {events}, {figures}"


def _bar(entry: EventEntry, bars: Mapping[str, Any]) -> Any:
    return bars.get(entry.item.anchor)


def _one(found: Sequence[Any]) -> Any:
    if not found:
        raise HTTPException(404)
    return found[0]


def _is_in(entity: Entity, entry: EventEntry) -> bool:
    if entity.place is not None:
        return entry.event.where is not None and entry.event.where.id == entity.place.id
    names = {entity.name, *entity.names}
    return any(fact.text in names for fact in entry.facts if fact.attribute in ("actor", "target"))


def _said_of(visit: Visit, entity: Entity) -> list[Statement]:
    """Return what is said in somebody's own words."""
    index, names = visit.sections.index, {entity.name, *entity.names}
    told = (s.id for s in index.record.statements if any(voice.name in names for voice in s.voice))
    return index.picked(told)
