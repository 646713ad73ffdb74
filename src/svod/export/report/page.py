"""The report as a page: every section built from one index, then rendered."""

from datetime import date
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from svod import __version__
from svod.export.report.accounts import account_rows
from svod.export.report.chronology import event_entries, grouped
from svod.export.report.differences import difference_views
from svod.export.report.figures import series_entries
from svod.export.report.framing import group_names
from svod.export.report.gaps import find_gaps
from svod.export.report.index import Index, index_record
from svod.export.report.ledgers import ledger
from svod.export.report.maps import build_map
from svod.export.report.matrix import build_matrix, told_alone
from svod.export.report.overview import overview
from svod.export.report.texts import marked_texts
from svod.export.report.timeline import build_timeline, uncertainty_bar
from svod.export.report.words import counted, listed, render_word
from svod.model import Record
from svod.model.edtf import days

_ENVIRONMENT = Environment(
    loader=PackageLoader("svod.export.report"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_ENVIRONMENT.filters |= {
    "listed": listed,
    "capitalize_first": lambda text: text[:1].upper() + text[1:],
    "word": lambda code, shelf: render_word(shelf, code),
}
_ENVIRONMENT.globals |= {"counted": counted}


def write_report(record: Record, stream: TextIO) -> None:
    """Write a record as one self-contained HTML page.

    The page needs no script and asks nothing of any network. All that comes
    from sources is escaped. The same record gives the same bytes.

    Args:
        record: What to report.
        stream: Text stream opened as UTF-8 with `newline=""`.
    """
    context = _context(index_record(record))
    stream.writelines(
        _encodable(chunk) for chunk in _ENVIRONMENT.get_template("report.html.jinja").generate(context)
    )


def _context(index: Index) -> dict[str, object]:
    entries = event_entries(index)
    groups = grouped(entries)
    series = series_entries(index)
    differences, incomparable = difference_views(index)
    places, map_view = build_map(index, entries)
    timeline = build_timeline(entries, groups, _published(index))
    return {
        "record": index.record,
        "version": __version__,
        "overview": overview(index, entries, series, differences),
        "accounts": account_rows(index),
        "groups": groups,
        "timeline": timeline,
        "bars": {entry.item.anchor: uncertainty_bar(entry, timeline) for entry in entries},
        "places": places,
        "map": map_view,
        "series": series,
        "matrix": build_matrix(index, entries),
        "alone": told_alone(index, entries),
        "differences": differences,
        "incomparable": incomparable,
        "names": group_names(index),
        "demands": ledger(index, "demand"),
        "commitments": ledger(index, "commitment"),
        "accusations": ledger(index, "accusation"),
        "gaps": find_gaps(index, entries),
        "texts": marked_texts(index),
    }


def _published(index: Index) -> list[date]:
    return [days(document.published)[0] for document in index.documents.values() if document.published]


def _encodable(text: str) -> str:
    """Replace lone surrogates, which no encoding of text can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
