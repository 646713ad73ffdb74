"""The pages: each a view of the record under an address that holds all that was chosen."""

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from svod.export.explain import explain_reference
from svod.export.report.gaps import Gaps
from svod.export.report.quote import account, quote
from svod.web.decks import MOST_DECKS, decks, sheet
from svod.web.rendering import MOST, MOST_ALONE, one_of, render
from svod.web.search import Hit, search_case
from svod.web.slices import PAGE, cut, cut_abreast
from svod.web.visit import Number, Text, Visited
from svod.web.voices import speaker

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

# On a page of things that take half a screen each.
_FEW = 25


@router.get("/")
def show_overview(visit: Visited) -> HTMLResponse:
    """The record in a few sentences."""
    return render(
        visit, "overview", visit.tongue.say("Overview"), overview=visit.sections.overview, table="statements"
    )


@router.get("/figures")
def show_figures(visit: Visited, page: Number = 1) -> HTMLResponse:
    """Figures over the time in which they were said."""
    shown = cut(visit.sections.series, page, _FEW)
    here = {entry.item.anchor: f"#{entry.item.anchor}" for entry in shown.items}
    return render(
        visit, "figures", visit.tongue.say("Figures"), here, series=shown.items, slice=shown, table="figures"
    )


@router.get("/figures/{key}")
def show_figure(visit: Visited, key: str) -> HTMLResponse:
    """One figure with its history."""
    entry = one_of(visit.sections.series_by_id, key)
    return render(
        visit,
        "figure",
        entry.item.title,
        {entry.item.anchor: f"#{entry.item.anchor}"},
        entry=entry,
        sheet=sheet(visit.sections, entry.series),
        why=explain_reference(visit.sections.record, key),
        most=MOST_ALONE,
    )


@router.get("/differences")
def show_differences(visit: Visited, page: Number = 1) -> HTMLResponse:
    """Where accounts differ, side by side."""
    shown, (differences, incomparable) = cut_abreast(page, *visit.sections.parted, size=_FEW)
    here = {item.anchor: f"#{item.anchor}" for item in (*differences, *incomparable)}
    return render(
        visit,
        "differences",
        visit.tongue.say("Where accounts differ"),
        here,
        differences=differences,
        incomparable=incomparable,
        slice=shown,
        table="disagreements",
    )


@router.get("/differences/{key}")
def show_difference(visit: Visited, key: str) -> HTMLResponse:
    """One difference."""
    item = one_of(visit.sections.difference_by_anchor, f"x-{key}")
    [dispute] = [d for d in visit.sections.record.disagreements if d.id == key]
    told = [statement for side in dispute.sides for statement in side.statements]
    return render(
        visit,
        "difference",
        item.why,
        {item.anchor: f"#{item.anchor}"},
        item=item,
        key=key,
        decks=decks(visit.sections, told[:MOST_DECKS]),
        left_out=max(0, len(told) - MOST_DECKS),
        most=MOST_ALONE,
    )


@router.get("/voices")
def show_voices(visit: Visited, page: Number = 1) -> HTMLResponse:
    """Who speaks through whom."""
    shown = cut(visit.sections.by_origin, page, _FEW)
    return render(
        visit,
        "voices",
        visit.tongue.say("Voices"),
        speakers=[speaker(visit.sections.index, name, told, MOST) for name, told in shown.items],
        slice=shown,
        table="statements",
    )


@router.get("/framing")
def show_framing(visit: Visited, page: Number = 1) -> HTMLResponse:
    """What accounts call the actors."""
    views = visit.sections
    lists = [group.names for group in views.names]
    shown, (changes, *names) = cut_abreast(page, views.name_changes, *lists, size=_FEW)
    groups = [
        replace(group, names=tuple(some)) for group, some in zip(views.names, names, strict=True) if some
    ]
    return render(
        visit,
        "framing",
        visit.tongue.say("Names for the actors"),
        names=groups,
        name_changes=changes,
        slice=shown,
        table="framing",
    )


@router.get("/promises")
def show_promises(visit: Visited, page: Number = 1) -> HTMLResponse:
    """What was demanded, promised and blamed."""
    views = visit.sections
    shown, ledgers = cut_abreast(page, views.demands, views.commitments, views.accusations)
    here = {entry.item.anchor: f"#{entry.item.anchor}" for ledger in ledgers for entry in ledger}
    demands, commitments, accusations = ledgers
    return render(
        visit,
        "promises",
        visit.tongue.say("Demands and promises"),
        here,
        demands=demands,
        commitments=commitments,
        accusations=accusations,
        slice=shown,
        table="promises",
    )


@router.get("/gaps")
def show_gaps(visit: Visited, page: Number = 1) -> HTMLResponse:
    """What could not be read, dated or placed."""
    gaps = visit.sections.gaps
    shown, parts = cut_abreast(
        page,
        gaps.troubles,
        gaps.undated_accounts,
        gaps.undated,
        gaps.unplaced,
        gaps.loose,
        gaps.silences,
    )
    part = Gaps(*map(tuple, parts))
    here = {one.item.anchor: f"#{one.item.anchor}" for one in part.loose}
    title = visit.tongue.say("What is not known")
    return render(visit, "gaps", title, here, gaps=part, slice=shown, most=None, table="troubles")


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
