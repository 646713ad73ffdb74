"""A page: what was asked for, put into a template, with the frame that all pages have."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any, TypeVar

from fastapi import HTTPException
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader

from svod.export.changes import Change
from svod.export.report.index import place_name
from svod.export.report.page import template_environment
from svod.model import Ruling
from svod.tongue import TONGUES, Tongue, load_tongue, mark
from svod.tongue.dates import render_day
from svod.web.explained import explained, worded
from svod.web.posted import known_name
from svod.web.visit import Visit
from svod.web.wishes import remember_choice

T = TypeVar("T")

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

# Of a list inside a thing (origins, silent accounts, passages) a page with many things shows so many.
MOST = 10
# A page about one thing shows more.
MOST_ALONE = 100


@cache
def _environment(tongue: Tongue) -> Environment:
    environment = template_environment(tongue)
    sections = environment.loader
    assert sections is not None
    environment.loader = ChoiceLoader([PackageLoader("svod.web"), sections])
    environment.globals |= {
        "explained": partial(explained, tongue),
        "worded": partial(worded, tongue),
        "most": MOST,
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


def one_of(found: Mapping[str, T], key: str) -> T:
    """Return what an address names.

    Raises:
        HTTPException: 404 if there is no such thing.
    """
    if key not in found:
        raise HTTPException(404)
    return found[key]
