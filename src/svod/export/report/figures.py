"""Section: figures, how they changed and who gives them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from svod.export.report.index import Index, Item
from svod.export.report.quote import Account, Quote, accounts, quote
from svod.model import FigureClaim, Reading, Series
from svod.tongue import Tongue
from svod.tongue.dates import render_short, render_when
from svod.tongue.numbers import render_figure, render_number, render_range

Shape = Literal["dot", "about", "at_least", "at_most", "range"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on the axis of its series; positions are 0 to 100."""

    shape: Shape
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One figure as one statement gives it.

    Attributes:
        said: Day of publication, short.
        is_new_day: Whether the row before was said on another day.
        origin: Who stands behind it.
        value: The figure with its comparator.
        status: Code of its status.
        status_word: Word for it.
        repeats: Whether the same origin gave the same figure before.
        mark: Where it stands on the axis.
        quote: The words.
    """

    said: str
    is_new_day: bool
    origin: str
    value: str
    status: str
    status_word: str
    repeats: bool
    mark: Mark
    quote: Quote


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """One series with its axis and its readings in order of publication.

    `ticks` and `band` (the range of what stands) are positions, 0 to 100.
    """

    item: Item
    series: Series
    measure: str
    range: str
    when: str
    rows: tuple[ReadingRow, ...]
    ticks: tuple[tuple[float, str], ...]
    band: tuple[float, float] | None
    silent: tuple[Account, ...]
    differences: tuple[Item, ...]


def series_entries(index: Index) -> list[SeriesEntry]:
    """Return all series; those that more than one reading makes come first."""
    return [_entry(index, series) for series in index.series]


def _range(tongue: Tongue, series: Series) -> str:
    """What stands; where all was taken back, that it was."""
    if series.low is None and series.high is None and all(r.status == "withdrawn" for r in series.readings):
        return tongue.word("status", "withdrawn")
    return render_range(tongue, series.low, series.high, series.unit)


def axis_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return two to five round numbers that span a stretch of values."""
    if high <= low:
        low, high = min(0.0, low), max(1.0, high)
    step = _round_step((high - low) / 3)
    first = step * (low // step)
    ticks = [first]
    while ticks[-1] < high:
        ticks.append(round(ticks[-1] + step, 10))
    return tuple(ticks)


def _round_step(rough: float) -> float:
    power = 10.0 ** (len(str(int(rough))) - 1) if rough >= 1 else 0.1
    while rough < power:
        power /= 10
    return next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough)


def _entry(index: Index, series: Series) -> SeriesEntry:
    ticks = axis_ticks(*_extent(series.readings))
    return SeriesEntry(
        item=index.clusters[series.id],
        series=series,
        measure=index.tongue.word("measure", series.measure),
        range=_range(index.tongue, series),
        when=render_when(index.tongue, series.when) if series.when else "",
        rows=_rows(index, series, ticks),
        ticks=tuple((_position(tick, ticks), render_number(index.tongue, tick)) for tick in ticks),
        band=_band(series, ticks),
        silent=tuple(accounts(index, series.silent)),
        differences=index.differences.get(series.id, ()),
    )


def _band(series: Series, ticks: tuple[float, ...]) -> tuple[float, float] | None:
    if series.low is None or series.high is None or series.low == series.high:
        return None
    start = _position(series.low, ticks)
    return start, round(_position(series.high, ticks) - start, 2)


def _extent(readings: Sequence[Reading]) -> tuple[float, float]:
    values = [v for reading in readings for v in (reading.low, reading.high) if v is not None] or [0.0]
    # A scale from zero is honest while it wastes less than half of the width.
    low = 0.0 if 0 <= min(values) <= max(values) / 2 else min(values)
    return low, max(values)


def _rows(index: Index, series: Series, ticks: tuple[float, ...]) -> tuple[ReadingRow, ...]:
    rows: list[ReadingRow] = []
    seen: set[tuple[str, float | None, float | None]] = set()
    day = ""
    for reading in series.readings:
        key = (reading.origin, reading.low, reading.high)
        said = render_short(index.tongue, reading.published)
        rows.append(_row(index, reading, ticks, is_new_day=said != day, repeats=key in seen))
        seen.add(key)
        day = said
    return tuple(rows)


def _row(
    index: Index, reading: Reading, ticks: tuple[float, ...], *, is_new_day: bool, repeats: bool
) -> ReadingRow:
    said = index.statements[reading.statement]
    claim = said.claim
    bound, unit = (claim.bound, claim.unit) if isinstance(claim, FigureClaim) else ("exact", "")
    return ReadingRow(
        said=render_short(index.tongue, reading.published),
        is_new_day=is_new_day,
        origin=reading.origin,
        value=render_figure(index.tongue, reading.low, reading.high, bound, unit),
        status=reading.status,
        status_word=index.tongue.word("status", reading.status),
        repeats=repeats,
        mark=_mark(reading, bound, ticks),
        quote=quote(index, said),
    )


def _mark(reading: Reading, bound: str, ticks: tuple[float, ...]) -> Mark:
    low = reading.low if reading.low is not None else ticks[0]
    high = reading.high if reading.high is not None else ticks[-1]
    return Mark(_shape(reading, bound), _position(low, ticks), _position(high, ticks))


def _shape(reading: Reading, bound: str) -> Shape:
    if bound == "at_least" or (reading.high is None and reading.low is not None):
        return "at_least"
    if bound == "at_most" or (reading.low is None and reading.high is not None):
        return "at_most"
    if reading.low != reading.high:
        return "range"
    return "about" if bound in ("approximate", "vague") else "dot"


def _position(value: float, ticks: tuple[float, ...]) -> float:
    share = (value - ticks[0]) / ((ticks[-1] - ticks[0]) or 1)
    return round(100 * max(0.0, min(1.0, share)), 2)
