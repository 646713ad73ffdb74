"""The pages about events: the chronology, one event, the map, and who tells what."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from svod.export.explain import explain_reference
from svod.export.report.maps import PlaceRow
from svod.export.report.matrix import concerned_accounts
from svod.export.report.timeline import Timeline, band
from svod.tongue import Tongue
from svod.web import basemap
from svod.web.decks import sheet
from svod.web.filters import CORROBORATION, Filter
from svod.web.links import Links
from svod.web.rendering import MOST_ALONE, one_of, render
from svod.web.slices import PAGE, cut, cut_abreast
from svod.web.visit import Asked, Number, Visit, Visited

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

# A page of the matrix: so many events, by so many of the accounts that tell or pass over one of them.
_ROWS, _COLUMNS = 25, 40


@router.get("/chronology")
def show_chronology(visit: Visited, asked: Asked, page: Number = 1) -> HTMLResponse:
    """What happened, day by day."""
    views = visit.sections
    picked = views.picked(asked)
    shown = cut(picked.entries, page)
    groups, _, bars = views.chronology(list(shown.items))
    links = visit.links()
    filtering = _filtering(visit, asked)
    here = _days_alone(filtering["timeline"], links) | {
        e.item.anchor: f"#{e.item.anchor}" for e in shown.items
    }
    order = {entry.item.anchor: position for position, entry in enumerate(picked.entries)}
    for anchor, first in picked.days:
        number = order[first] // PAGE + 1
        here[anchor] = f"#{anchor}" if number == shown.number else f"{links.again(page=str(number))}#{anchor}"
    return render(
        visit,
        "chronology",
        visit.tongue.say("Chronology"),
        here,
        **filtering,
        groups=groups,
        bars={e.item.anchor: bars.get(e.item.anchor) for e in shown.items},
        slice=shown,
        table="events",
    )


@router.get("/events/{key}")
def show_event(visit: Visited, key: str) -> HTMLResponse:
    """One event, with what holds it together."""
    entry = one_of(visit.sections.entry_by_id, key)
    bars = visit.sections.chronology([entry])[2]
    return render(
        visit,
        "event",
        entry.item.title,
        {entry.item.anchor: f"#{entry.item.anchor}"},
        entry=entry,
        bar=bars[entry.item.anchor],
        sheet=sheet(visit.sections, entry.event),
        why=explain_reference(visit.sections.record, key),
        most=MOST_ALONE,
    )


@router.get("/map")
def show_map(visit: Visited, asked: Asked, page: Number = 1) -> HTMLResponse:
    """Where it happened."""
    views = visit.sections
    picked = views.picked(asked).entries
    # The conditions are about events: beside some of them, all figures would be noise.
    places, drawn = views.map_of(asked, with_figures=asked == Filter())
    filtering = _filtering(visit, asked)
    titles = {row.anchor: _place_title(visit.tongue, row) for row in places}
    shown, links = cut(places, page), visit.links()
    homes = {row.anchor: f"#{row.anchor}" for row in shown.items}
    for position, row in enumerate(places):
        number = str(position // PAGE + 1)
        homes.setdefault(row.anchor, f"{links.again(page=number)}#{row.anchor}")
    return render(
        visit,
        "map",
        visit.tongue.say("Places"),
        _days_alone(filtering["timeline"], links) | homes,
        **filtering,
        places=shown.items,
        map=drawn,
        live=basemap.places(places, titles),
        tiles=visit.request.app.state.tiles,
        slice=cut(picked, 1),
        pager=shown,
        table="events",
    )


@router.get("/matrix")
def show_matrix(visit: Visited, page: Number = 1, accounts: Number = 1) -> HTMLResponse:
    """Which account tells of which event."""
    views = visit.sections
    shown, (entries, alone) = cut_abreast(page, views.shared, views.alone, size=_ROWS)
    columns = cut(concerned_accounts(views.index, list(entries)), accounts, _COLUMNS)
    return render(
        visit,
        "matrix",
        visit.tongue.say("Who tells what"),
        matrix=views.matrix_of(entries, columns.items),
        alone=alone,
        slice=shown,
        columns=columns,
        table="events",
    )


def _filtering(visit: Visit, asked: Filter) -> dict[str, Any]:
    """Return what the form above events shows: conditions, choices, and the strip of all days
    that the other conditions leave, with the band over those asked for.
    """
    views = visit.sections
    timeline = views.strip(asked)
    return {
        "asked": views.settled(asked),
        "choices": views.choices,
        "supports": CORROBORATION,
        "timeline": timeline,
        "band": band(timeline, asked.days),
        "total": len(views.entries),
    }


def _days_alone(timeline: Timeline | None, links: Links) -> dict[str, str]:
    """Return for each column of the strip the address of this page with its days alone."""
    columns = timeline.columns if timeline else ()
    return {
        column.anchor: links.again(since=f"{column.since}", until=f"{column.until}", page="")
        for column in columns
        if column.anchor
    }


def _place_title(tongue: Tongue, row: PlaceRow) -> str:
    events, figures = tongue.counted(len(row.events), "event"), tongue.counted(len(row.figures), "figure")
    return f"{row.name}: {events}, {figures}"
