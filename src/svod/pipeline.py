"""The stages in order, on one page."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import chain
from pathlib import Path

from svod.annotation import annotate
from svod.decisions import (
    apply_decisions,
    decision_troubles,
    is_on_decision,
    machine_statements,
    set_aside,
    settle_rulings,
)
from svod.engine import fingerprint, key_of, open_pool, recall, remember, worker_count
from svod.errors import DamagedCaseError
from svod.extraction import extract_statements
from svod.fusion import fuse
from svod.gazetteer import Prior, country_prior, load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.ingest import (
    MAX_SECONDS,
    PATIENCE,
    Intake,
    TimeIsUpError,
    columns_fault,
    mark_reprints,
    read_documents,
    time_limit,
    too_slow,
)
from svod.lang import load_language
from svod.model import (
    Decision,
    Document,
    Mention,
    Record,
    ShownFirst,
    Source,
    Statement,
    Trouble,
    mentions_of,
)
from svod.model.edtf import days
from svod.resolution import resolve
from svod.store import (
    Kept,
    Options,
    digest_of_case,
    has_record,
    lock_case,
    open_kept,
    read_journal,
    read_options,
    read_record,
    read_troubles,
    stored_originals,
    to_text,
    write_case,
)
from svod.unchanged import digest_of_given, is_standing, keep_standing

_READING = ("svod.annotation", "svod.extraction", "svod.gazetteer", "svod.lang", "svod.model")
"""Packages that decide what a document gives."""

_NOTHING_KEPT = Kept(None)
_UNREAD = "could not be read through: "
_RECORD = "record"  # under this name a case keeps what its record was made of

Progress = Callable[[str, Iterable["Account"], int], Iterable["Account"]]
"""Passes on what it is given and tells people how far it is: stage, items, how many."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one document gave: its mentions and statements, or why it gave none."""

    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    trouble: Trouble | None = None


def no_progress(_stage: str, accounts: Iterable[Account], _count: int) -> Iterable[Account]:
    """Return the accounts and tell nobody."""
    return accounts


def compile_case(  # noqa: PLR0913  what a compile may be told
    paths: Sequence[Path],
    case: Path,
    *,
    title: str = "",
    workers: int | None = None,
    columns: str = "",
    limit_s: float = MAX_SECONDS,
    progress: Progress = no_progress,
) -> Record:
    """Compile the documents that `paths` mean into a case; add to it if it exists.

    Args:
        paths: Folders and files.
        case: Folder of the case, made if it is not there.
        title: Title of a new case; by default the name of its folder.
        workers: Processes to read with; by default as many as pay. The
            record does not depend on it.
        columns: Which columns of tables mean what, `text=body,published=day`, where
            neither a sidecar nor a `case.toml` beside them tells; by default what
            the `case.toml` of the case says, else guessed from their names.
        limit_s: Seconds of the processor that one document may take; what takes
            longer is a trouble, and the next compile tries it again.
        progress: Told of each document that is read.

    Returns:
        The record, as it stands in the case.

    Raises:
        DamagedCaseError: If `case` is something else, or cannot be written.
    """
    with lock_case(case):
        made = update_case(
            paths,
            case,
            title=title,
            workers=workers,
            columns=columns,
            limit_s=limit_s,
            progress=progress,
        )
        return read_record(case) if made is None else made


def update_case(  # noqa: PLR0913  what a compile may be told
    paths: Sequence[Path],
    case: Path,
    *,
    title: str = "",
    workers: int | None = None,
    columns: str = "",
    limit_s: float = MAX_SECONDS,
    progress: Progress = no_progress,
) -> Record | None:
    """Do what `compile_case` does, but if nothing changed since the last compile, neither
    documents nor decisions nor program, return `None`: nothing is made or loaded again.
    """
    with lock_case(case), open_kept(case) as kept:
        given = digest_of_given(paths, title, columns)
        if is_standing(case, kept, given):
            return None
        listed = read_troubles(case) if has_record(case) else ()
        troubles = [trouble for trouble in listed if not _is_told_anew(trouble)]
        options, decisions = read_options(case), read_journal(case)
        columns = columns or _columns(case, options)
        intake = read_documents(paths, stored_originals(case), troubles, columns=columns, seconds=limit_s)
        name, first = options.title or title or case.resolve().stem, options.shown_first
        made_of = _made_of(intake, name, first, decisions)
        if kept.get(_RECORD) == key_of(made_of, digest_of_case(case)):
            if not listed:
                keep_standing(case, kept, given)
            return None
        record = compile_record(
            intake,
            name,
            decisions=decisions,
            workers=workers,
            progress=progress,
            kept=kept,
            shown_first=first,
            limit_s=limit_s,
        )
        write_case(case, record, intake.originals)
        is_whole = not any(trouble.reason.startswith(_UNREAD) for trouble in record.troubles)
        kept.put(_RECORD, key_of(made_of, digest_of_case(case)) if is_whole else "")
        if not record.troubles:  # what failed may fail no more: it is tried again
            keep_standing(case, kept, given)
    return record


def _columns(case: Path, options: Options) -> str:
    """Return the mapping of columns that a case sets.

    Raises:
        DamagedCaseError: If it is none.
    """
    if options.columns and (fault := columns_fault(options.columns)):
        raise DamagedCaseError(str(case), f"case.toml: columns: {fault}")
    return options.columns


def _is_told_anew(trouble: Trouble) -> bool:
    """Tell whether each compile finds out for itself whether this trouble is still there."""
    return is_on_decision(trouble) or trouble.reason.startswith(_UNREAD)


def compile_record(  # noqa: PLR0913  what may be left out is by name
    intake: Intake,
    title: str,
    *,
    decisions: Sequence[Decision] = (),
    workers: int | None = None,
    progress: Progress = no_progress,
    kept: Kept = _NOTHING_KEPT,
    shown_first: ShownFirst = "origins",
    limit_s: float = MAX_SECONDS,
) -> Record:
    """Compile documents into one record: annotate, extract, decide, resolve, fuse.

    What `kept` holds of a document is not read again; the record is the same.
    """
    documents = mark_reprints(intake.documents)
    prior = country_prior((document.text for document in documents), load_gazetteer())
    accounts = _read_all(documents, prior, kept, workers, limit_s, progress)
    statements = tuple(chain.from_iterable(account.statements for account in accounts))
    mentions = tuple(chain.from_iterable(account.mentions for account in accounts))
    troubles = (*intake.troubles, *(a.trouble for a in accounts if a.trouble))
    read = Record(title, documents, statements, mentions, troubles=troubles)
    return weigh(read, decisions, shown_first)


def weigh(read: Record, decisions: Sequence[Decision], shown_first: ShownFirst = "origins") -> Record:
    """Return the record that the statements of `read` make when `decisions` hold.

    Nothing is read again. What people decided in `read` before is undone first,
    so a record may be weighed anew as often as the journal grows.
    """
    read = _parted(read, decisions)
    statements = machine_statements(read.statements, read.rejected, read.as_read)
    decided = apply_decisions(decisions, statements, read.documents, read.removed)
    resolution = resolve(decided.statements, read.mentions, read.documents, decided.constraints)
    rulings = settle_rulings(decided, resolution)
    told = decision_troubles(rulings, read.removed)
    troubles = (*(t for t in read.troubles if not is_on_decision(t)), *told)
    record = fuse(
        read.title,
        read.documents,
        decided.statements,
        read.mentions,
        resolution,
        troubles,
        decided.choices,
        shown_first,
    )
    return replace(
        record, rejected=decided.rejected, as_read=decided.as_read, decisions=rulings, removed=read.removed
    )


def _parted(read: Record, decisions: Sequence[Decision]) -> Record:
    """Set aside the accounts that people removed; what copied one of them is then a copy of another, or of none."""
    parted = set_aside(read, decisions)
    if {one.document.id for one in parted.removed} == {one.document.id for one in read.removed}:
        return parted
    return replace(parted, documents=mark_reprints(parted.documents))


def record_as_of(record: Record, day: date, shown_first: ShownFirst = "origins") -> Record:
    """Return the record as it was known at the end of `day`, from what was published by then.

    Nothing is read again: the statements of later documents are left out, and
    the rest is weighed anew. What people decided holds on any day: it is about
    how the accounts are read. Documents without a day of publication
    are left out too, and listed as troubles.
    """
    known = [d for d in record.documents if _is_known(d, day)]
    ids = {document.id for document in known}
    removed = tuple(one for one in record.removed if _is_known(one.document, day))
    later = {d.id for d in (*record.documents, *(one.document for one in record.removed))} - ids
    later -= {one.document.id for one in removed}
    undated = (
        Trouble(document.file, f"not dated, so left out of the record as of {day.isoformat()}")
        for document in record.documents
        if not document.published
    )
    read = replace(
        record,
        documents=mark_reprints(known),
        statements=tuple(s for s in record.statements if s.citation.document in ids),
        rejected=tuple(s for s in record.rejected if s.citation.document in ids),
        mentions=tuple(m for m in record.mentions if m.document in ids),
        troubles=(*record.troubles, *undated),
        removed=removed,
    )
    decisions = [d for ruling in record.decisions for d in _without(later, ruling.decision)]
    return weigh(read, decisions, shown_first)


def _is_known(document: Document, day: date) -> bool:
    return bool(document.published) and days(document.published)[1] <= day


def _without(documents: Collection[str], decision: Decision) -> Iterator[Decision]:
    """Yield the decision without what it says of some documents, unless it says nothing else."""
    targets = tuple(target for target in decision.targets if target.document not in documents)
    if targets or not decision.targets:
        yield replace(decision, targets=targets)


def read_account(document: Document, prior: Prior, limit_s: float = MAX_SECONDS) -> Account:
    """Annotate one document and extract its statements, in so many seconds of the processor.

    A document that breaks a parser must not cost the others: whatever goes
    wrong is told as a trouble of this file, and the next compile tries it again.
    """
    try:
        _warm_up(document.language)
        with time_limit(limit_s):
            return _read(document, prior)
    except TimeIsUpError:
        return _unread(document, too_slow(limit_s))
    except Exception as error:  # noqa: BLE001 - hostile text may break any library
        return _unread(document, repr(error))


def _read(document: Document, prior: Prior) -> Account:
    language = load_language(document.language)
    annotation = annotate(document, language, load_gazetteer(), load_actors(), prior)
    return Account(mentions_of(annotation), extract_statements(annotation, language))


@cache
def _warm_up(language: str) -> None:
    """Load what reading a language takes, once in a process, so that it is on no document's time."""
    nobody = Source("", named=False)
    _read(Document("", "", "Water rose.\n", "", "", "", "", language, "", None, None, "", "", nobody), ())


def _unread(document: Document, why: str) -> Account:
    return Account(trouble=Trouble(document.file, f"{_UNREAD}{why}"))


def _lost(document: Document) -> Account:
    """Tell of a document over which the process that read it ended."""
    return _unread(document, "it ended the process that read it, perhaps for want of memory or of time")


def _made_of(intake: Intake, title: str, shown_first: ShownFirst, decisions: Sequence[Decision]) -> str:
    """Return a digest of all that a record is made of, the program included."""
    told = (f"{one.document} {one.file} {one.sha256} {one.facts}" for one in intake.originals)
    documents = (to_text(document, Document) for document in intake.documents)
    troubles = (f"{trouble.file}: {trouble.reason}" for trouble in intake.troubles)
    decided = (to_text(decision, Decision) for decision in decisions)
    program = fingerprint(("svod",), "svod.languages")
    return key_of(program, title, shown_first, *told, *documents, *troubles, *decided)


def _read_all(  # noqa: PLR0913, PLR0917  what reading takes
    documents: Sequence[Document],
    prior: Prior,
    kept: Kept,
    workers: int | None,
    limit_s: float,
    progress: Progress,
) -> tuple[Account, ...]:
    """Read what is not kept yet; return the accounts of all documents in their order."""
    reader = fingerprint(_READING, "svod.languages")
    alone = [replace(document, reprint_of=None) for document in documents]
    keys = [key_of(reader, *prior, to_text(document, Document)) for document in alone]
    known = recall(kept, keys, Account)
    new = {key: document for key, document in zip(keys, alone, strict=True) if key not in known}
    size = sum(len(document.text) for document in new.values())
    with open_pool(worker_count(size) if workers is None else workers) as pool:
        reading = partial(read_account, prior=prior, limit_s=limit_s)
        read = pool.map(reading, tuple(new.values()), _lost, most_s=2 * PATIENCE * limit_s)
        fresh = remember(kept, tuple(new), read, Account, lasts=lambda account: account.trouble is None)
        known |= dict(zip(new, progress("Reading", fresh, len(new)), strict=True))
    kept.forget_all_but(keys)
    return tuple(known[key] for key in keys)
