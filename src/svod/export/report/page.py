"""The report as a page: every section, rendered."""

from functools import cache, partial
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from svod import __version__
from svod.export.report.index import place_name
from svod.export.report.sections import Sections
from svod.model import Record
from svod.tongue import ENGLISH, Tongue


def template_environment(tongue: Tongue) -> Environment:
    """Return the templates of the sections with the words and links that they use.

    A template links by `href(anchor)`: here a place on the same page. Who shows
    the sections elsewhere passes an `href` of their own.

    Args:
        tongue: The language that the templates speak; its words are `_()`,
            `ngettext()` and `{% trans %}` in them.
    """
    environment = Environment(
        loader=PackageLoader("svod.export.report"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.install_gettext_callables(tongue.gettext, tongue.ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {
        "listed": tongue.listed,
        "capitalize_first": lambda text: text[:1].upper() + text[1:],
        "word": lambda code, shelf: tongue.word(shelf, code),
        "resay": tongue.resay,
    }
    environment.globals |= {
        "counted": tongue.counted,
        "noun": tongue.noun,
        "digits": tongue.digits,
        "href": lambda anchor: f"#{anchor}",
        "no_flags": (tongue.word("polarity", "denied"), tongue.gettext("disputed: also denied")),
        "tongue": tongue,
        "most": None,  # of a list, how much is shown: a report shows all
        "version": __version__,
    }
    return environment


def style_sheet() -> str:
    """Return the style of the sections, for screen and print, light and dark."""
    return files("svod.export.report").joinpath("templates/style.css").read_text("utf-8")


@cache
def _environment(tongue: Tongue) -> Environment:
    return template_environment(tongue)


def write_report(record: Record, stream: TextIO, tongue: Tongue = ENGLISH) -> None:
    """Write a record as one self-contained HTML page.

    The page needs no script and asks nothing of any network. All that comes
    from sources is escaped. The same record gives the same bytes.

    Args:
        record: What to report.
        stream: Text stream opened as UTF-8 with `newline=""`.
        tongue: Language of the page; what accounts say stays in theirs.
    """
    context = _context(Sections(record, tongue))
    template = _environment(tongue).get_template("report.html.jinja")
    stream.writelines(_encodable(chunk) for chunk in template.generate(context))


def _context(sections: Sections) -> dict[str, object]:
    groups, timeline, bars = sections.chronology(sections.entries)
    places, map_view = sections.map(sections.entries)
    differences, incomparable = sections.parted
    return {
        "record": sections.record,
        "place_name": partial(place_name, sections.index),
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
        "name_changes": sections.name_changes,
        "demands": sections.demands,
        "commitments": sections.commitments,
        "accusations": sections.accusations,
        "gaps": sections.gaps,
        "texts": sections.texts,
    }


def _encodable(text: str) -> str:
    """Replace lone surrogates, which no encoding of text can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
