"""The `svod` command: a thin shell over `svod.pipeline`, `svod.store` and `svod.export`."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TextIO

from cyclopts import App, CycloptsError, Parameter

from svod import __version__, terminal
from svod.deciding import decide as write_decisions
from svod.deciding import preview, redecided
from svod.decisions import Request, parse_rule, review_queue
from svod.doctor import examine
from svod.errors import DamagedCaseError, SvodError, UnknownReferenceError
from svod.export import FORMATS, export, write_csv_folder, write_report
from svod.export.account import document_rows, removed_rows
from svod.export.changes import find_changes
from svod.export.explain import explain_reference
from svod.ingest import MAX_SECONDS
from svod.ingest.sidecar import columns_fault
from svod.model import Record
from svod.pipeline import record_as_of, update_case
from svod.publishing import Profile, published
from svod.store import has_record, read_options, read_overview, read_record, verify_case
from svod.tongue import Code, load_tongue

DONE, FINDINGS, USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: done; findings; wrong usage; unreadable input or damaged case; Ctrl-C."""

Format = Literal[
    "csv",
    "disagreements",
    "documents",
    "entities",
    "events",
    "figures",
    "framing",
    "geojson",
    "mentions",
    "promises",
    "silences",
    "statements",
    "troubles",
]

Doing = Literal[
    "accept", "reject", "correct", "choose", "merge", "split", "note", "redact", "undo", "list", "queue"
]

MOST_SECONDS = 86_400
"""A day: a greater limit is a slip of the finger, and no timer of the system takes much more."""

Case = Annotated[Path, Parameter(help="Folder of the case.")]
Reference = Annotated[str, Parameter(help="An id, or the first characters of one.")]
Json = Annotated[
    bool, Parameter(name="--json", negative=(), show_default=False, help="Answer in JSON on standard output.")
]
Output = Annotated[Path | None, Parameter(name=["--output", "-o"], help="Where to write.")]

DryRun = Annotated[
    bool, Parameter(negative=(), show_default=False, help="Tell what would change; write nothing.")
]

Limit = Annotated[
    float,
    Parameter(
        name="--document-limit",
        help="Seconds of the processor that one document may take; the others go on without it.",
    ),
]

Columns = Annotated[
    str,
    Parameter(
        show_default=False,
        help="Which columns of a CSV or JSON Lines file mean what, e.g. text=body,published=day.",
    ),
]

AsOf = Annotated[
    str,
    Parameter(
        name="--as-of",
        show_default=False,
        help="A day, such as 2022-01-06: the record as known from what had been published by then.",
    ),
]

To = Annotated[
    Profile,
    Parameter(
        name="--profile",
        help="Whose eyes it is for; public withholds all private persons and coarsens places, too.",
    ),
]

app = App(
    name="svod",
    version=__version__,
    help="Compile many accounts of one crisis into one sourced record.",
    help_epilogue="Exit codes: 0 done, 1 findings, 2 wrong usage, 3 unreadable input or damaged case.",
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)


@app.command(name="compile")
def compile_(  # noqa: PLR0913 - one parameter for each option
    *paths: Annotated[Path, Parameter(help="Files, folders and archives to read.")],
    case: Annotated[Path, Parameter(name=["--output", "-o"], help="Folder of the case.")],
    title: Annotated[str, Parameter(help="Title of a new case; the folder's name if not given.")] = "",
    workers: Annotated[int | None, Parameter(help="Processes to read with; as many as pay.")] = None,
    columns: Columns = "",
    limit_s: Limit = MAX_SECONDS,
    as_json: Json = False,
) -> int:
    """Read documents and compile them into a case; add them if the case exists.

    Read are text, Markdown, HTML, PDF, DOCX, mail (EML, MBOX), CSV, JSON Lines,
    RSS and Atom, WARC and WACZ, exports of Telegram Desktop, and ZIP of these.
    A folder may hold `documents.jsonl`, one object a line: `file`, and any of
    `doc`, `title`, `published`, `publisher`, `author`, `url`, `lang`, `genre`.

    Example: `svod compile wires/ address.html -o quake.case`
    """
    if not paths:
        raise _WrongUsageError("compile: name at least one file or folder to read")
    if not 0 < limit_s <= MOST_SECONDS:
        raise _WrongUsageError(
            f"compile: --document-limit lies between 0 and {MOST_SECONDS}, not at {limit_s:g}"
        )
    update_case(
        paths,
        case,
        title=title,
        workers=workers,
        columns=_columns(columns),
        limit_s=limit_s,
        progress=terminal.show_progress,
    )
    overview = read_overview(case)
    terminal.show_compiled(overview, case, as_json=as_json)
    return DONE if overview.counts["documents"] else UNREADABLE


@app.command
def add(
    case: Case,
    *paths: Annotated[Path, Parameter(help="Files, folders and archives to read.")],
    workers: Annotated[int | None, Parameter(help="Processes to read with; as many as pay.")] = None,
    columns: Columns = "",
    limit_s: Limit = MAX_SECONDS,
    as_json: Json = False,
) -> int:
    """Add documents to a case that exists, and compile it anew.

    Example: `svod add quake.case more/ mail.mbox`
    """
    if not paths:
        raise _WrongUsageError("add: name at least one file or folder to read")
    if not has_record(case):
        raise DamagedCaseError(str(case), "is not a case yet: make it with svod compile")
    return compile_(*paths, case=case, workers=workers, columns=columns, limit_s=limit_s, as_json=as_json)


@app.command(name="list")
def list_(case: Case, *, as_json: Json = False) -> int:
    """List the documents of a case: id, day of publication, language, publisher, file.

    Example: `svod list quake.case`
    """
    record = read_record(case)
    rows, removed = [*document_rows(record)], [*removed_rows(record)]
    terminal.show_documents(rows, removed, record.troubles, as_json=as_json)
    return DONE


@app.command
def remove(
    case: Case,
    *documents: Annotated[str, Parameter(help="Ids of documents, or their first characters.")],
    by: Annotated[str, Parameter(help="Who decides.")] = "",
    reason: Annotated[str, Parameter(help="Why.")] = "",
    dry_run: DryRun = False,
    as_json: Json = False,
) -> int:
    """Take documents out of the record, with all that they say; their originals stay in the case.

    It is a decision like any other: signed, kept in the journal, undone with
    `svod decide CASE undo NUMBER`. The same bytes stay out when they are received again.

    Example: `svod remove quake.case wire-0109 --by "A. Reader" --reason "of another quake"`
    """
    if not documents:
        raise _WrongUsageError("remove: name at least one document")
    return _decided(case, Request("remove", documents, reason=reason), by, dry_run=dry_run, as_json=as_json)


@app.command
def report(  # noqa: PLR0913 - one parameter for each option
    case: Case,
    output: Output = None,
    *,
    form: Annotated[Literal["html", "pdf"], Parameter(name="--format", help="One page, or paper.")] = "html",
    language: Annotated[
        Code, Parameter(help="Language of the report; what accounts say stays in theirs.")
    ] = "en",
    as_of: AsOf = "",
    profile: To = "case",
    as_json: Json = False,
) -> int:
    """Write the record of a case as one HTML page that needs nothing else, or as a PDF.

    In a PDF each quote has a footnote: the account, its file, and where in it
    the words stand.

    Example: `svod report quake.case -o report.html`

    Example: `svod report quake.case --language kk -o report.html`
    """
    record = published(_read(case, as_of), profile)
    target = output or Path(f"{case.resolve().stem}.{form}")
    if form == "pdf":
        from svod.export.pdf import make_pdf  # noqa: PLC0415 - 80 MB that no other command needs

        target.write_bytes(make_pdf(record, load_tongue(language)))
    else:
        with _opened(target) as stream:
            write_report(record, stream, load_tongue(language))
    terminal.say({"report": str(target)}, f"The report is {target}.", as_json=as_json)
    return DONE


@app.command
def serve(
    case: Case,
    *,
    port: Annotated[int, Parameter(help="Port to listen on; 0 takes a free one.")] = 8765,
    browser: Annotated[
        bool, Parameter(negative="--no-browser", help="Whether to open the address in the browser.")
    ] = True,
    tiles: Annotated[
        Path | None,
        Parameter(show_default=False, help="A PMTiles file of your own with streets to draw under the map."),
    ] = None,
    as_json: Json = False,
) -> int:
    """Show the pages over a case on this machine, until Ctrl-C.

    Listens on 127.0.0.1 alone and prints the address, which holds a key made
    for this run: nobody without it can read. A record that is compiled anew
    meanwhile is shown on the next page.

    Example: `svod serve quake.case`

    Example: `svod serve quake.case --tiles city.pmtiles`
    """
    if not 0 <= port <= 65535:
        raise _WrongUsageError(f"serve: a port lies between 0 and 65535, not at {port}")
    from svod.web import serve_case  # noqa: PLC0415  the web server doubles the start of every command

    def tell(address: str) -> None:
        words = f"The pages are at {address}\nCtrl-C ends."
        terminal.say({"address": address}, words, as_json=as_json)
        sys.stdout.flush()

    serve_case(case, port, tell, opens_browser=browser, tiles=tiles)
    return DONE


@app.command(name="export")
def export_(  # noqa: PLR0913 - one parameter for each option
    case: Case,
    *,
    name: Annotated[Format, Parameter(name=["--format", "-f"], help="What to write, and how.")],
    output: Output = None,
    as_csv: Annotated[
        bool, Parameter(name="--csv", negative=(), show_default=False, help="A table instead of JSON.")
    ] = False,
    as_of: AsOf = "",
    profile: To = "case",
    as_json: Json = False,
) -> int:
    """Write one part of the record; to standard output, or to a file.

    Tables come as JSON Lines, or as CSV with `--csv`. The format `csv` writes
    all tables into the folder that `-o` names.

    Example: `svod export quake.case -f figures --csv -o figures.csv`
    """
    record = published(_read(case, as_of), profile)
    if name == "csv":
        if output is None:
            raise _WrongUsageError("export: -f csv writes a folder of tables: say which with -o")
        write_csv_folder(record, output)
    elif as_csv and name == "geojson":
        raise _WrongUsageError("export: geojson has no CSV twin")
    elif output is None:
        export(record, name, _binary_safe(sys.stdout), as_csv=as_csv)
    else:
        with _opened(output) as stream:
            export(record, name, stream, as_csv=as_csv)
    if output is not None:
        terminal.say({"export": str(output)}, f"Wrote {output}.", as_json=as_json)
    return DONE


@app.command
def verify(case: Case, *, as_json: Json = False) -> int:
    """Prove a case: every quote stands at its place, every original has its hash.

    Exit code 1, with a list, if anything is off.
    """
    findings = verify_case(case)
    removed = [] if findings else [*removed_rows(read_record(case))]
    terminal.show_findings(case, findings, removed, as_json=as_json)
    return FINDINGS if findings else DONE


@app.command
def decide(  # noqa: PLR0913 - one parameter for each option
    case: Case,
    action: Annotated[Doing, Parameter(help="What to do.")],
    *words: Annotated[
        str, Parameter(help="Ids, or their first characters; FIELD=VALUE to correct or choose.")
    ],
    by: Annotated[str, Parameter(help="Who decides.")] = "",
    reason: Annotated[str, Parameter(help="Why.")] = "",
    text: Annotated[str, Parameter(help="Text of a note.")] = "",
    rule: Annotated[
        tuple[str, ...],
        Parameter(
            negative=(),
            show_default=False,
            help="All statements with document=, kind=, type=, label=, origin= or rule=; may be repeated.",
        ),
    ] = (),
    dry_run: DryRun = False,
    as_json: Json = False,
) -> int:
    """Decide on statements, events and figures; every decision is kept, signed, and can be undone.

    `accept`, `reject`: statements, or all of an event. `correct`: fields of a
    statement. `choose`: the answer of an event or series to show first.
    `merge`: several events or series into one. `split`: statements out of
    theirs. `note`: a remark. `redact`: words that no export and no report may
    show, in any form; of a name all forms that the record knows. `undo`: a decision by its number. `list`: all
    decisions. `queue`: what is most worth a look.

    Examples:
    `svod decide quake.case correct 3f2a type=arson where=Almaty --by "A. Reader" --reason "see page 2"`
    `svod decide quake.case merge e41c e9d0 --by "A. Reader" --dry-run`
    `svod decide quake.case choose s71b count=164 --by "A. Reader"`
    `svod decide quake.case reject --rule document=post-square --rule type=killing --dry-run`
    `svod decide quake.case redact "Ann Roe" --by "A. Reader" --reason "a witness"`
    `svod decide quake.case undo 7 --by "A. Reader"`
    """
    if action == "list":
        terminal.show_rulings(redecided(case).decisions, as_json=as_json)
        return DONE
    if action == "queue":
        terminal.show_queue(review_queue(redecided(case)), as_json=as_json)
        return DONE
    _check_signed(by, dry_run=dry_run)
    changes = tuple(_pairs(words).items())
    about = tuple(word for word in words if "=" not in word)
    if action == "redact":
        about, changes, text = (), (), " ".join(words)
    if rule:
        about = (*about, *parse_rule(_pairs(rule)).pick(redecided(case)))
    return _decided(case, Request(action, about, changes, text, reason), by, dry_run=dry_run, as_json=as_json)


def _check_signed(by: str, *, dry_run: bool) -> None:
    if not (by or dry_run):
        raise _WrongUsageError("say who decides with --by")


def _decided(case: Path, request: Request, by: str, *, dry_run: bool, as_json: bool) -> int:
    _check_signed(by, dry_run=dry_run)
    outcome = preview(case, [request]) if dry_run else write_decisions(case, [request], by=by)
    terminal.show_outcome(outcome, dry_run=dry_run, as_json=as_json)
    return DONE


@app.command
def explain(case: Case, reference: Reference, *, as_json: Json = False) -> int:
    """Tell why: the words, the rule, the chain of voices, the scores behind an id.

    The id may be that of a statement, event, series, disagreement, entity or
    document.

    Example: `svod explain quake.case wire-0109`
    """
    terminal.show_explanation(explain_reference(read_record(case), reference), as_json=as_json)
    return DONE


@app.command
def diff(
    old: Annotated[Path, Parameter(help="Folder of the earlier case.")],
    new: Annotated[
        Path | None, Parameter(help="Folder of the later case; the same one if not given.")
    ] = None,
    *,
    from_day: Annotated[
        str,
        Parameter(name="--from", show_default=False, help="Compare with the earlier case as of this day."),
    ] = "",
    to_day: Annotated[
        str, Parameter(name="--to", show_default=False, help="Compare the later case as of this day.")
    ] = "",
    as_json: Json = False,
) -> int:
    """Tell in plain words what changed: between two cases, or in one case between two days.

    Example: `svod diff monday.case tuesday.case`

    Example: `svod diff quake.case --from 2022-01-06 --to 2022-01-09`
    """
    if new is None and not (from_day or to_day):
        raise _WrongUsageError("diff: name two cases, or one case and a day --from or --to")
    changes = find_changes(_read(old, from_day, "--from"), _read(new or old, to_day, "--to"))
    terminal.show_changes(changes, as_json=as_json)
    return DONE


@app.command
def doctor(*, as_json: Json = False) -> int:
    """Tell what is installed: languages, models, places, and what is missing."""
    checks = examine()
    terminal.show_checks(checks, as_json=as_json)
    return DONE if all(check.ok for check in checks) else FINDINGS


def main(arguments: list[str] | None = None) -> None:
    """Run the command and exit; expected errors are one line, bugs keep their traceback."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command on the given arguments and return its exit code."""
    as_json = "--json" in arguments
    try:
        code = app(arguments, exit_on_error=False, print_error=False)
        sys.stdout.flush()
    except (CycloptsError, _WrongUsageError) as error:
        terminal.show_error("WrongUsage", str(error), as_json=as_json, hint=_hint(arguments))
        return USAGE
    except SvodError as error:
        terminal.show_error(type(error).__name__, str(error), as_json=as_json)
        return USAGE if isinstance(error, UnknownReferenceError) else UNREADABLE
    except BrokenPipeError:
        _close_stdout()
        return DONE  # whoever read our output has seen enough
    except OSError as error:
        message = ": ".join(map(str, filter(None, (error.filename, error.strerror or error))))
        terminal.show_error("OSError", message, as_json=as_json)
        return UNREADABLE
    except KeyboardInterrupt:
        terminal.show_interrupted()
        return INTERRUPTED
    return code if isinstance(code, int) else DONE


class _WrongUsageError(Exception):
    """A command line that reads well and cannot be done."""


def _hint(arguments: list[str]) -> str:
    known = arguments[0] if arguments and arguments[0] in app else ""
    return " ".join(filter(None, ("svod", known, "--help tells more.")))


def _close_stdout() -> None:
    """Send what is left to nowhere, so that Python's own flush at exit finds no broken pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _pairs(words: Sequence[str]) -> dict[str, str]:
    return {name: value for name, mark, value in (word.partition("=") for word in words) if mark}


def _columns(mapping: str) -> str:
    if mapping and (fault := columns_fault(mapping)):
        raise _WrongUsageError(f"--columns {fault}")
    return mapping


def _read(case: Path, as_of: str, option: str = "--as-of") -> Record:
    # What people decided to withhold holds even where its writer died before the record was made.
    record = redecided(case)
    if not as_of:
        return record
    try:
        return record_as_of(record, date.fromisoformat(as_of), read_options(case).shown_first)
    except ValueError as error:
        raise _WrongUsageError(f"{option} wants a day such as 2022-01-06, not {as_of!r}") from error


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    with path.open("w", encoding="utf-8", newline="") as stream:
        yield stream


def _binary_safe(stream: TextIO) -> TextIO:
    """Write UTF-8 and plain newlines whatever the terminal's own encoding is."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="")
    return stream


assert set(FORMATS) < set(Format.__args__)  # type: ignore[attr-defined]  # Literal lists what exists
