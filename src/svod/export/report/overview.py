"""Section: the record in a few sentences, all of them read off the record."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from svod.export.report.chronology import EventEntry
from svod.export.report.differences import Difference
from svod.export.report.figures import SeriesEntry
from svod.export.report.index import Index
from svod.model import KINDS
from svod.model.edtf import days, is_certain
from svod.tongue import Tongue
from svod.tongue.dates import render_day

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
        sentences=(_accounts(index), _period(index.tongue, entries), _statements(index)),
        numbers=_numbers(index, differences),
        figures=tuple(_people(series)[:MOST_NAMED]),
        events=tuple(shared[:MOST_NAMED]),
        differences=tuple(differences[:MOST_NAMED]),
    )


def _accounts(index: Index) -> str:
    tongue, documents = index.tongue, index.documents.values()
    languages = Counter(tongue.language(document.language) for document in documents)
    spoken = tongue.listed(
        [
            tongue.say("%(number)s in %(language)s", number=n, language=name)
            for name, n in sorted(languages.items())
        ]
    )
    dated = [days(d.published) for d in documents if d.published]
    told = tongue.plural(
        len(index.documents),
        "This record is compiled from %(num)s account (%(languages)s)",
        "This record is compiled from %(num)s accounts (%(languages)s)",
        languages=spoken,
    )
    span = _span(tongue, min(first for first, _ in dated), max(last for _, last in dated)) if dated else ""
    undated = sum(d.published is None for d in documents)
    tail = (
        tongue.plural(undated, "; %(num)s is undated", "; %(num)s are undated") if undated and dated else ""
    )
    return f"{told}{span}{tail}."


def _span(tongue: Tongue, first: date, last: date) -> str:
    if first == last:
        return tongue.say(", published on %(day)s", day=render_day(tongue, first))
    ends = {"first": render_day(tongue, first), "last": render_day(tongue, last)}
    return tongue.say(", published between %(first)s and %(last)s", **ends)


def _period(tongue: Tongue, entries: list[EventEntry]) -> str:
    certain = [entry for entry in entries if entry.timing.certainty == "certain"]
    sure = [entry.timing.first for entry in certain if is_certain(entry.event.when)]
    if not sure:
        return tongue.plural(
            len(entries),
            "They tell of %(num)s event, not on a certain day.",
            "They tell of %(num)s events, none of them on a certain day.",
        )
    busiest, number = min(Counter(sure).items(), key=lambda pair: (-pair[1], pair[0]))
    return tongue.plural(
        len(entries),
        "They tell of %(num)s event, %(certain)s with a certain time; most on %(day)s (%(most)s).",
        "They tell of %(num)s events, %(certain)s with a certain time; most on %(day)s (%(most)s).",
        certain=tongue.digits(len(certain)),
        day=render_day(tongue, busiest),
        most=tongue.digits(number),
    )


def _statements(index: Index) -> str:
    tongue, kinds = index.tongue, Counter(said.kind for said in index.record.statements)
    parts = tongue.listed([tongue.counted(kinds[kind], kind) for kind in KINDS if kinds[kind]])
    return (
        tongue.plural(
            len(index.record.statements),
            "In all they make %(num)s statement: %(parts)s.",
            "In all they make %(num)s statements: %(parts)s.",
            parts=parts,
        )
        if parts
        else ""
    )


def _numbers(index: Index, differences: list[Difference]) -> tuple[tuple[str, str], ...]:
    record, tongue = index.record, index.tongue
    origins = {name for _, name in record.origins}
    counts = (
        (len(record.documents), tongue.noun(len(record.documents), "account")),
        (len(origins), tongue.noun(len(origins), "origin")),
        (len(record.statements), tongue.noun(len(record.statements), "statement")),
        (len(record.events), tongue.noun(len(record.events), "event")),
        (len(record.series), tongue.noun(len(record.series), "figure")),
        (len(differences), tongue.noun(len(differences), "difference")),
    )
    return tuple((tongue.digits(number), word) for number, word in counts)


def _people(series: list[SeriesEntry]) -> list[SeriesEntry]:
    by_measure = [
        [entry for entry in series if entry.series.measure == measure] for measure in _FIRST_MEASURES
    ]
    return [max(found, key=_weight) for found in by_measure if found]


def _weight(entry: SeriesEntry) -> tuple[bool, int, int]:
    """What stands comes before what was taken back, then what most origins give."""
    stands = entry.series.low is not None or entry.series.high is not None
    return stands, len(entry.series.origins), len(entry.rows)
