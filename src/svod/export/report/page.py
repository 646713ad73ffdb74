"""The report as a page: every section, rendered."""

from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from svod import __version__
from svod.export.report.sections import Sections
from svod.export.report.words import counted, listed, render_word
from svod.model import Record


def template_environment() -> Environment:
    """Return the templates of the sections with the words and links that they use.

    A template links by `href(anchor)`: here a place on the same page. Who shows
    the sections elsewhere passes an `href` of their own.
    """
    environment = Environment(
        loader=PackageLoader("svod.export.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "listed": listed,
        "capitalize_first": lambda text: text[:1].upper() + text[1:],
        "word": lambda code, shelf: render_word(shelf, code),
    }
    environment.globals |= {"counted": counted, "href": lambda anchor: f"#{anchor}", "version": __version__}
    return environment


def style_sheet() -> str:
    """Return the style of the sections, for screen and print, light and dark."""
    return files("svod.export.report").joinpath("templates/style.css").read_text("utf-8")


_ENVIRONMENT = template_environment()


def write_report(record: Record, stream: TextIO) -> None:
    """Write a record as one self-contained HTML page.

    The page needs no script and asks nothing of any network. All that comes
    from sources is escaped. The same record gives the same bytes.

    Args:
        record: What to report.
        stream: Text stream opened as UTF-8 with `newline=""`.
    """
    context = _context(Sections(record))
    stream.writelines(
        _encodable(chunk) for chunk in _ENVIRONMENT.get_template("report.html.jinja").generate(context)
    )


def _context(sections: Sections) -> dict[str, object]:
    groups, timeline, bars = sections.chronology(sections.entries)
    places, map_view = sections.map(sections.entries)
    differences, incomparable = sections.parted
    return {
        "record": sections.record,
        "overview": sections.overview,
        "accounts": sections.accounts,
        "groups": groups,
        "timeline": timeline,
        "bars": bars,
        "places": places,
        "map": map_view,
        "series": sections.series,
        "matrix": sections.matrix,
        "alone": sections.alone,
        "differences": differences,
        "incomparable": incomparable,
        "names": sections.names,
        "demands": sections.demands,
        "commitments": sections.commitments,
        "accusations": sections.accusations,
        "gaps": sections.gaps,
        "texts": sections.texts,
    }


def _encodable(text: str) -> str:
    """Replace lone surrogates, which no encoding of text can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
