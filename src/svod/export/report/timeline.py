"""The strip above the chronology, and the small bars of uncertain events."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from svod.export.report.chronology import EventEntry, Group
from svod.tongue import Tongue
from svod.tongue.dates import render_short, render_short_day

WIDTH = 720
HEIGHT = 96
BASE = 70

# What lies longer before the first account or after the last is background or plan, not the crisis.
BACKGROUND_DAYS = 60

# Beyond this a day needs its year.
DAYS_WITHOUT_YEAR = 300

# A column narrower than this cannot be told from its neighbour.
MOST_COLUMNS = 120


@dataclass(frozen=True, slots=True)
class Column:
    """The events of one day (or of a few, in a long crisis) in the strip.

    `sure` and `unsure` are heights in the same unit as the strip's own; `since`
    and `until` are the first and the last day it counts.
    """

    x: float
    width: float
    sure: float
    unsure: float
    label: str
    anchor: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """The strip.

    Attributes:
        first: First day shown.
        last: Last day shown.
        step: How many days a column counts; 1 unless the crisis is long.
        columns: One per step, in order.
        ticks: Positions of the days that are named, with their names.
        left_out: How many dated events lie before the first day or after the last.
    """

    first: date
    last: date
    step: int
    columns: tuple[Column, ...]
    ticks: tuple[tuple[float, str], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Bar:
    """Where in the strip an uncertain event may lie, 0 to 100."""

    start: float
    width: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The stretch of the strip that a reader asked for, in its own unit."""

    x: float
    width: float


def build_timeline(
    tongue: Tongue, entries: list[EventEntry], groups: list[Group], published: list[date]
) -> Timeline | None:
    """Count events per day, or return `None` if no event has a day."""
    dated = [entry for entry in entries if _start(entry)]
    starts = [start for entry in dated if (start := _start(entry))]
    margin = timedelta(days=BACKGROUND_DAYS)
    begin = max(min(published, default=date.min), date.min + margin) - margin
    end = min(max(published, default=date.max), date.max - margin) + margin
    recent = [day for day in starts if begin <= day <= end] or starts
    if not recent:
        return None
    first, last = min(recent), max(recent)
    step = 1 + (last - first).days // MOST_COLUMNS
    columns = _columns(tongue, dated, groups, (first, last), step)
    left_out = sum(not first <= day <= last for day in starts)
    return Timeline(first, last, step, columns, _ticks(tongue, first, last, step), left_out)


def uncertainty_bar(entry: EventEntry, timeline: Timeline | None) -> Bar | None:
    """Return where an uncertain event may lie within the strip's days."""
    if timeline is None or entry.timing.certainty != "uncertain" or entry.timing.first == entry.timing.last:
        return None
    total = (timeline.last - timeline.first).days + 1
    start = max(0, min(total, (entry.timing.first - timeline.first).days))
    end = max(0, min(total, (min(entry.timing.last, timeline.last) - timeline.first).days + 1))
    if end <= start:
        return None
    before, after = entry.timing.first < timeline.first, entry.timing.last > timeline.last
    return Bar(round(100 * start / total, 1), round(100 * (end - start) / total, 1), before, after)


def band(timeline: Timeline | None, asked: tuple[date, date]) -> Band:
    """Return the part of the strip that some days take; nothing if they take all of it or none."""
    if timeline is None or (asked[0] <= timeline.first and asked[1] >= timeline.last):
        return Band(0, 0)
    total = (timeline.last - timeline.first).days // timeline.step + 1
    start = max(0, (max(asked[0], timeline.first) - timeline.first).days // timeline.step)
    end = min(total, (min(asked[1], timeline.last) - timeline.first).days // timeline.step + 1)
    return Band(round(WIDTH * start / total, 1), round(WIDTH * max(0, end - start) / total, 1))


def _start(entry: EventEntry) -> date | None:
    """Return the day that a column counts an event on, if it has one."""
    is_one_day = entry.timing.first == entry.timing.last
    has_start = entry.timing.certainty == "certain" and entry.timing.first != date.min
    return entry.timing.first if entry.timing.certainty != "undated" and (is_one_day or has_start) else None


def _columns(
    tongue: Tongue, entries: list[EventEntry], groups: list[Group], days: tuple[date, date], step: int
) -> tuple[Column, ...]:
    first, last = days
    counts = Counter(((day - first).days // step, e.timing.certainty) for e in entries if (day := _start(e)))
    anchors = {group.entries[0].timing.first: group.anchor for group in groups if not group.is_period}
    number = (last - first).days // step + 1
    tallest = max(counts[n, "certain"] + counts[n, "uncertain"] for n in range(number))
    unit = (BASE - 14) / max(1, tallest)
    slot = WIDTH / number
    width = min(slot * 0.72, 40.0)
    return tuple(
        Column(
            x=round(n * slot + (slot - width) / 2, 1),
            width=round(width, 1),
            sure=round(counts[n, "certain"] * unit, 1),
            unsure=round(counts[n, "uncertain"] * unit, 1),
            label=_label(tongue, start, counts[n, "certain"], counts[n, "uncertain"]),
            anchor=anchors.get(start, ""),
            since=start,
            until=start + timedelta(days=step - 1),
        )
        for n in range(number)
        for start in [first + timedelta(days=n * step)]
    )


def _label(tongue: Tongue, day: date, sure: int, unsure: int) -> str:
    told = {"day": render_short_day(tongue, day), "all": sure + unsure, "unsure": unsure}
    if unsure:
        return tongue.say("%(day)s: %(all)s, %(unsure)s of them of uncertain time", **told)
    return f"{told['day']}: {told['all']}"


def _name(tongue: Tongue, day: date, first: date, last: date) -> str:
    is_long = (last - first).days > DAYS_WITHOUT_YEAR
    return render_short(tongue, f"{day:%Y-%m}") if is_long else render_short_day(tongue, day)


def _ticks(tongue: Tongue, first: date, last: date, step: int) -> tuple[tuple[float, str], ...]:
    number = (last - first).days // step + 1
    every = 1 + (number - 1) // 10
    slot = WIDTH / number
    return tuple(
        (round((n + 0.5) * slot, 1), _name(tongue, first + timedelta(days=n * step), first, last))
        for n in range(0, number, every)
    )
