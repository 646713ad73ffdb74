"""What people see of the command: progress and errors on stderr, answers on stdout."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from svod.deciding import Outcome
from svod.decisions import Item
from svod.doctor import Check
from svod.export.changes import Change, find_changes
from svod.model import Ruling, Trouble
from svod.store import Finding, Overview

T = TypeVar("T")

_SHOWN = 20  # troubles and findings listed in full; the count tells the rest
# What commands a terminal or turns the direction of writing, save line breaks and tabs.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def show_progress(stage: str, items: Iterable[T], count: int) -> Iterator[T]:
    """Yield `items` and draw a bar on stderr while they come, if it is a terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(stage, total=count, rate="")
        for item in items:
            speed = progress.tasks[0].speed
            progress.update(task, advance=1, rate=f"{speed:.1f} documents/s" if speed else "")
            yield item


def say(answer: Mapping[str, object], words: str, *, as_json: bool) -> None:
    """Print an answer: as JSON on stdout, or as words on stderr."""
    if as_json:
        _print_json(answer)
    else:
        _stderr().print(_safe(words))


def show_compiled(overview: Overview, case: Path, *, as_json: bool) -> None:
    """Print what a compile found and what it left out."""
    counts, kinds = overview.counts, dict(overview.kinds)
    if as_json:
        troubles = [asdict(trouble) for trouble in overview.troubles]
        _print_json({"case": str(case), **counts, "kinds": kinds, "troubles": troubles})
        return
    console = _stderr()
    on_events, *others = (_counted(number, kind) for kind, number in kinds.items())
    console.print(
        f"[bold]{_safe(overview.title)}[/]: {_counted(counts['documents'], 'account')}, "
        f"{_counted(counts['statements'], 'statement')} ({on_events.replace(' ', ' on ')}, {', '.join(others)})"
    )
    console.print(
        f"  They tell of {_counted(counts['events'], 'event')} and {_counted(counts['series'], 'quantity')}, "
        f"with {_counted(counts['disagreements'], 'disagreement')}."
    )
    _show_troubles(console, overview.troubles)
    console.print(f"The case is {_safe(case)}.")


def show_findings(
    case: Path, findings: Sequence[Finding], removed: Sequence[Mapping[str, object]], *, as_json: bool
) -> None:
    """Print what `verify` found wrong, or that all is well, and what people removed."""
    if as_json:
        told = [asdict(finding) for finding in findings]
        _print_json({"case": str(case), "ok": not findings, "findings": told, "removed": removed})
        return
    console = _stderr()
    for finding in findings[:_SHOWN]:
        console.print(f"[red]✗[/] {_safe(finding.where)}: {_safe(finding.what)}")
    if len(findings) > _SHOWN:
        console.print(f"… and {len(findings) - _SHOWN} more; --json lists all")
    if not findings:
        console.print(f"{_safe(case)}: every quote stands at its place, every original has its hash.")
    _show_removed(console, removed)


def show_outcome(outcome: Outcome, *, dry_run: bool, as_json: bool) -> None:
    """Print what decisions changed, or would change."""
    changes = find_changes(outcome.before, outcome.after)
    if as_json:
        decisions = [asdict(decision) for decision in outcome.decisions]
        told = [asdict(change) for change in changes]
        _print_json({"dry_run": dry_run, "decisions": decisions, "changes": told})
        return
    console = _stderr()
    for made in outcome.decisions:
        head = "Would be decision" if dry_run else "Decision"
        console.print(f"{head} {made.sequence}: {made.action} {_safe(' '.join(made.about) or made.value)}")
    for change in changes[:_SHOWN]:
        console.print(f"  [bold]{change.what}[/] {_safe(_one_line(change.text))}")
    if len(changes) > _SHOWN:
        console.print(f"  … and {len(changes) - _SHOWN} more; --json lists all")
    if any(made.action == "redact" for made in outcome.decisions):
        console.print("  No export and no report shows these words; the case and its pages do.")
    elif not changes:
        console.print("  No statement, event, figure or disagreement changes.")


def show_rulings(rulings: Sequence[Ruling], *, as_json: bool) -> None:
    """Print the decisions of a case, and what came of them."""
    if as_json:
        _print_json({"decisions": [asdict(ruling) for ruling in rulings]})
        return
    console = Console(highlight=False, soft_wrap=True)
    for ruling in rulings:
        made = ruling.decision
        changes = [f"{field}={value}" for field, value in made.changes]
        words = filter(None, (*made.about, *changes, made.value, made.reason and f"({made.reason})"))
        status = ruling.status if ruling.status == "holds" else f"{ruling.status}: {ruling.why}"
        line = f"{made.sequence} {made.at} {made.by}: {made.action} {' '.join(words)} [{status}]"
        console.print(_safe(_one_line(line)))


def show_queue(items: Sequence[Item], *, as_json: bool) -> None:
    """Print what waits for a decision, the weightiest first."""
    if as_json:
        _print_json({"queue": [asdict(item) for item in items]})
        return
    console = Console(highlight=False, soft_wrap=True)
    for item in items[:_SHOWN]:
        console.print(_safe(_one_line(f"{' '.join(item.about)}: {item.why}")))
    if len(items) > _SHOWN:
        console.print(f"… and {len(items) - _SHOWN} more; --json lists all")


def show_explanation(explanation: Mapping[str, object], *, as_json: bool) -> None:
    """Print an explanation as JSON, or as a table of two columns."""
    if as_json:
        _print_json(explanation)
        return
    console = Console(highlight=False, soft_wrap=True)
    rows = [(key, _safe(_words(value))) for key, value in explanation.items()]
    if console.is_terminal:
        console.print(_table(rows), soft_wrap=False)
        return
    for key, words in rows:
        console.print(f"{key}: {words}".replace("\n", "\n  "))


def show_changes(changes: Sequence[Change], *, as_json: bool) -> None:
    """Print what changed between two records, one sentence a line."""
    if as_json:
        _print_json({"changes": [asdict(change) for change in changes]})
        return
    console = Console(highlight=False, soft_wrap=True)
    for change in changes:
        console.print(f"[bold]{change.what}[/] {_safe(_one_line(change.text))}")
    if not changes:
        _stderr().print("Nothing changed.")


def show_documents(
    rows: Sequence[Mapping[str, object]],
    removed: Sequence[Mapping[str, object]],
    troubles: Sequence[Trouble],
    *,
    as_json: bool,
) -> None:
    """Print the documents of a case, one a line, then those that people removed, and how much was left out."""
    if as_json:
        left_out = [asdict(trouble) for trouble in troubles]
        _print_json({"documents": rows, "removed": removed, "troubles": left_out})
        return
    console = Console(highlight=False, soft_wrap=True)
    for row in rows:
        source: Any = row["source"]
        told = (row["doc"], row["published"] or "undated", row["language"], source["name"], row["file"])
        console.print("  ".join(_safe(_one_line(str(one))) for one in told))
    _show_removed(console, removed)
    if troubles:
        _stderr().print(f"{len(troubles)} left out; svod export -f troubles tells why")


def show_checks(checks: Sequence[Check], *, as_json: bool) -> None:
    """Print what is installed and what is missing."""
    if as_json:
        _print_json({"ok": all(c.ok for c in checks), "checks": [asdict(check) for check in checks]})
        return
    console = Console(highlight=False, soft_wrap=True)
    for check in checks:
        mark = "[green]✓[/]" if check.ok else "[red]✗[/]"
        console.print(f"{mark} [bold]{_safe(check.name)}[/]: {_safe(check.told)}")


def show_error(kind: str, message: str, *, as_json: bool, hint: str = "") -> None:
    """Print what went wrong as one line on stderr, in JSON also on stdout; then a hint, if any.

    Args:
        kind: Name of the error, for programs.
        message: What is wrong.
        as_json: Whether the answer is wanted in JSON.
        hint: Where to read more.
    """
    if as_json:
        _print_json({"error": kind, "message": message})
    console = _stderr()
    console.print(f"[red]svod:[/] {_safe(message.strip())}")
    if hint:
        console.print(_safe(hint))


def show_interrupted() -> None:
    """Say that the user stopped the work and nothing was changed."""
    _stderr().print("Stopped. The case is as it was before.")


def _show_removed(console: Console, rows: Sequence[Mapping[str, object]]) -> None:
    for row in rows:
        reason = f": {row['reason']}" if row["reason"] else ""
        line = f"{row['doc']}  removed by {row['by']}, {row['at']}, decision {row['decision']}{reason}"
        console.print(f"{_safe(_one_line(line))}; its original is kept")


def _show_troubles(console: Console, troubles: Sequence[Trouble]) -> None:
    if not troubles:
        return
    console.print(f"[yellow]{len(troubles)} left out:[/]")
    for trouble in troubles[:_SHOWN]:
        console.print(f"  {_safe(_one_line(trouble.file))}: {_safe(_one_line(trouble.reason))}")
    if len(troubles) > _SHOWN:
        console.print(f"  … and {len(troubles) - _SHOWN} more; the report lists all")


def _stderr() -> Console:
    return Console(stderr=True, highlight=False, soft_wrap=True)


def _table(rows: Sequence[tuple[str, str]]) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _safe(value: object) -> str:
    """Return words that a terminal shows and never obeys: no markup, no escapes."""
    return escape(_COMMANDS.sub(lambda match: ascii(match[0])[1:-1], str(value)))


def _one_line(words: str) -> str:
    return words.replace("\n", "\\n")


def _counted(number: int, thing: str) -> str:
    """Return "1 account", "2 accounts", "3 quantities"."""
    several = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{number:,} {thing if number == 1 else several}"


def _words(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "\n".join(_words(item) for item in value) or "–"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_words(item)}" for key, item in value.items())
    return "–" if value is None or value == "" else str(value)


def _print_json(answer: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1, default=str) + "\n")
