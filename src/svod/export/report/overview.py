"""Section: the record in a few sentences, all of them read off the record."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from svod.export.report.chronology import EventEntry
from svod.export.report.dates import render_day, render_when
from svod.export.report.differences import Difference
from svod.export.report.figures import SeriesEntry
from svod.export.report.index import Index
from svod.export.report.words import counted, listed, render_language
from svod.model import KINDS
from svod.model.edtf import days, is_certain

# How many of the events, figures and differences an overview can name.
MOST_NAMED = 5

# People first: what readers of a crisis ask for before anything else.
_FIRST_MEASURES = ("killed", "injured", "missing", "detained", "displaced", "rescued")


@dataclass(frozen=True, slots=True)
class Overview:
    """The record at a glance.

    Attributes:
        sentences: What the case holds.
        numbers: Key numbers, each with its word.
        figures: The figures on people that most accounts give.
        events: Events with the most independent origins, at least two.
        differences: The first differences.
    """

    sentences: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    figures: tuple[SeriesEntry, ...]
    events: tuple[EventEntry, ...]
    differences: tuple[Difference, ...]


def overview(
    index: Index, entries: list[EventEntry], series: list[SeriesEntry], differences: list[Difference]
) -> Overview:
    """Sum a record up without adding anything to it."""
    shared = [entry for entry in entries if len(entry.support.origins) > 1]
    shared.sort(key=lambda entry: -len(entry.support.origins))  # stable: then in order of time
    return Overview(
        sentences=(_accounts(index), _period(entries), _statements(index)),
        numbers=_numbers(index, differences),
        figures=tuple(_people(series)[:MOST_NAMED]),
        events=tuple(shared[:MOST_NAMED]),
        differences=tuple(differences[:MOST_NAMED]),
    )


def _accounts(index: Index) -> str:
    documents = index.documents.values()
    languages = Counter(render_language(document.language) for document in documents)
    spoken = listed([f"{number} in {name}" for name, number in sorted(languages.items())])
    dated = [days(d.published) for d in documents if d.published]
    span = _span(min(first for first, _ in dated), max(last for _, last in dated)) if dated else ""
    undated = sum(d.published is None for d in documents)
    tail = f"; {undated} {'is' if undated == 1 else 'are'} undated" if undated and dated else ""
    return f"This record is compiled from {counted(len(index.documents), 'account')} ({spoken}){span}{tail}."


def _span(first: date, last: date) -> str:
    if first == last:
        return f", published on {render_day(first)}"
    return f", published between {render_day(first)} and {render_day(last)}"


def _period(entries: list[EventEntry]) -> str:
    certain = [entry for entry in entries if entry.timing.certainty == "certain"]
    sure = [entry.timing.first for entry in certain if is_certain(entry.event.when)]
    if not sure:
        return f"They tell of {counted(len(entries), 'event')}, none of them on a certain day."
    busiest, number = min(Counter(sure).items(), key=lambda pair: (-pair[1], pair[0]))
    return (
        f"They tell of {counted(len(entries), 'event')}, {len(certain)} with a certain time; "
        f"most on {render_when(busiest.isoformat())} ({number})."
    )


def _statements(index: Index) -> str:
    kinds = Counter(said.kind for said in index.record.statements)
    parts = [counted(kinds[kind], kind) for kind in KINDS if kinds[kind]]
    return (
        f"In all they make {counted(len(index.record.statements), 'statement')}: {listed(parts)}."
        if parts
        else ""
    )


def _numbers(index: Index, differences: list[Difference]) -> tuple[tuple[str, str], ...]:
    record = index.record
    origins = {name for _, name in record.origins}
    counts = (
        (len(record.documents), "account"),
        (len(origins), "origin"),
        (len(record.statements), "statement"),
        (len(record.events), "event"),
        (len(record.series), "figure"),
        (len(differences), "difference"),
    )
    return tuple((f"{number:,}", word if number == 1 else f"{word}s") for number, word in counts)


def _people(series: list[SeriesEntry]) -> list[SeriesEntry]:
    by_measure = [
        [entry for entry in series if entry.series.measure == measure] for measure in _FIRST_MEASURES
    ]
    return [max(found, key=_weight) for found in by_measure if found]


def _weight(entry: SeriesEntry) -> tuple[bool, int, int]:
    """What stands comes before what was taken back, then what most origins give."""
    stands = entry.series.low is not None or entry.series.high is not None
    return stands, len(entry.series.origins), len(entry.rows)
