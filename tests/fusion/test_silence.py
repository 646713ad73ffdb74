"""Days, hours and places of which nobody tells. Composed statements."""

import json
from io import StringIO

from told import event, record

from svod.export import export
from svod.export.report.page import write_report
from svod.export.silence import silence_sentence
from svod.model import Record, Statement
from svod.tongue import load_tongue


def on(when: str, start: int, **other: object) -> Statement:
    return event(f"something came {start}", when=when, dated_by="clause", start=start, **other)  # type: ignore[arg-type]


def told(*said: Statement) -> Record:
    return record(*([one] for one in said))


def silences(made: Record) -> list[tuple[str, str, str]]:
    return [(one.kind, one.first, one.last) for one in made.silences]


def test_days_between_days_with_events() -> None:
    made = told(on("2031-01-02", 0), on("2031-01-05", 9))
    assert silences(made) == [("days", "2031-01-03", "2031-01-04")]


def test_an_event_long_before_is_another_course() -> None:
    assert silences(told(on("2029-05-01", 0), on("2031-01-02", 9), on("2031-01-03", 18))) == []


def test_what_may_fall_in_is_told() -> None:
    wide = on("2031-01-01/2031-01-09", 9)
    [one] = told(on("2031-01-02", 0), wide, on("2031-01-04", 18)).silences
    assert len(one.possible) == 1


def test_a_plan_or_a_denial_covers_no_day() -> None:
    plan, denial = on("2031-01-03", 9, modality="planned"), on("2031-01-03", 18, polarity="denied")
    made = told(on("2031-01-02", 0), plan, denial, on("2031-01-04", 27))
    assert silences(made) == [("days", "2031-01-03", "2031-01-03")]


def test_a_night_covers_both_its_days() -> None:
    assert silences(told(on("2031-01-02/2031-01-03", 0), on("2031-01-04", 9))) == []


def test_hours_of_a_day_with_events() -> None:
    made = told(on("2031-01-02T03:00", 0), on("2031-01-02T14:30", 9), on("2031-01-02T17:00", 18))
    assert silences(made) == [("hours", "2031-01-02T04:00", "2031-01-02T14:00")]


def test_a_stretch_covers_its_hours() -> None:
    assert silences(told(on("2031-01-02T03:00/2031-01-02T12:00", 0), on("2031-01-02T14:00", 9))) == []


def test_a_town_told_of_before_and_after_while_others_are() -> None:
    made = told(
        on("2031-01-02", 0, where="tarn"),
        on("2031-01-03", 9, where="orel"),
        on("2031-01-04", 18, where="tarn"),
    )
    [one] = made.silences
    assert (one.kind, one.first) == ("place", "2031-01-03")
    assert silence_sentence(one) == "Tarn, 3 January 2031: no account puts an event there."


def test_export_and_report_tell_it() -> None:
    made = told(on("2031-01-02", 0), on("2031-01-04", 9))
    rows, page = StringIO(), StringIO()
    export(made, "silences", rows)
    write_report(made, page, load_tongue("ru"))
    [row] = map(json.loads, rows.getvalue().splitlines())
    assert (row["kind"], row["first"], row["where"]) == ("days", "2031-01-03", None)
    assert "ни одно сообщение не относит событий к этому времени" in page.getvalue()
