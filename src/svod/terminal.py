"""What people see of the command: progress and errors on stderr, answers on stdout."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from svod.doctor import Check
from svod.model import KINDS, Record
from svod.store import Finding

T = TypeVar("T")

_SHOWN = 20  # troubles and findings listed in full; the count tells the rest


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
        Console(stderr=True, highlight=False).print(escape(words))


def show_compiled(record: Record, case: Path, *, as_json: bool) -> None:
    """Print what a compile found and what it left out."""
    counts = {kind: sum(s.kind == kind for s in record.statements) for kind in KINDS}
    if as_json:
        troubles = [asdict(trouble) for trouble in record.troubles]
        _print_json({"case": str(case), **_counts(record), "kinds": counts, "troubles": troubles})
        return
    console = Console(stderr=True, highlight=False)
    kinds = ", ".join(f"{number} {kind}s" for kind, number in counts.items())
    console.print(
        f"[bold]{escape(record.title)}[/]: {len(record.documents)} accounts, "
        f"{len(record.statements)} statements ({kinds})"
    )
    disputes = sum(d.kind != "not_comparable" for d in record.disagreements)
    console.print(f"  {len(record.events)} events, {len(record.series)} quantities, {disputes} disagreements")
    _show_troubles(console, record)
    console.print(f"The case is {escape(str(case))}.")


def show_findings(case: Path, findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print what `verify` found wrong, or that all is well."""
    if as_json:
        _print_json({"case": str(case), "ok": not findings, "findings": [asdict(f) for f in findings]})
        return
    console = Console(stderr=True, highlight=False)
    for finding in findings[:_SHOWN]:
        console.print(f"[red]✗[/] {escape(finding.where)}: {escape(finding.what)}")
    if len(findings) > _SHOWN:
        console.print(f"… and {len(findings) - _SHOWN} more; --json lists all")
    if not findings:
        console.print(f"{escape(str(case))}: every quote stands at its place, every original has its hash.")


def show_explanation(explanation: Mapping[str, object], *, as_json: bool) -> None:
    """Print an explanation as JSON, or as a table of two columns."""
    if as_json:
        _print_json(explanation)
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for key, value in explanation.items():
        table.add_row(key, escape(_words(value)))
    Console(highlight=False).print(table)


def show_checks(checks: Sequence[Check], *, as_json: bool) -> None:
    """Print what is installed and what is missing."""
    if as_json:
        _print_json({"ok": all(c.ok for c in checks), "checks": [asdict(check) for check in checks]})
        return
    console = Console(highlight=False)
    for check in checks:
        mark = "[green]✓[/]" if check.ok else "[red]✗[/]"
        console.print(f"{mark} [bold]{escape(check.name)}[/]  {escape(check.told)}")


def show_error(error: Exception, *, as_json: bool) -> None:
    """Print an expected error as one line on stderr; in JSON also on stdout."""
    if as_json:
        _print_json({"error": type(error).__name__, "message": str(error)})
    Console(stderr=True, highlight=False).print(f"[red]svod:[/] {escape(str(error))}", soft_wrap=True)


def show_usage(message: str) -> None:
    """Print what is wrong with the command line."""
    console = Console(stderr=True, highlight=False)
    console.print(f"[red]svod:[/] {escape(message.strip())}", soft_wrap=True)
    console.print("svod --help tells more.")


def show_interrupted() -> None:
    """Say that the user stopped the work and nothing was changed."""
    Console(stderr=True, highlight=False).print("Stopped. The case is as it was before.")


def _show_troubles(console: Console, record: Record) -> None:
    if not record.troubles:
        return
    console.print(f"[yellow]{len(record.troubles)} left out:[/]")
    for trouble in record.troubles[:_SHOWN]:
        console.print(f"  {escape(trouble.file)}: {escape(trouble.reason)}", soft_wrap=True)
    if len(record.troubles) > _SHOWN:
        console.print(f"  … and {len(record.troubles) - _SHOWN} more; the report lists all")


def _counts(record: Record) -> dict[str, int]:
    return {
        "documents": len(record.documents),
        "statements": len(record.statements),
        "events": len(record.events),
        "series": len(record.series),
        "disagreements": sum(d.kind != "not_comparable" for d in record.disagreements),
    }


def _words(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "\n".join(_words(item) for item in value) or "–"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_words(item)}" for key, item in value.items())
    return "–" if value is None or value == "" else str(value)


def _print_json(answer: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1, default=str) + "\n")
