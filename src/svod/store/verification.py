"""Proof that a case is whole: hashes, quotes, the chain of the journal."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from svod.errors import DamagedCaseError
from svod.model import Document, Record, Span
from svod.store.database import open_database, read_database
from svod.store.journal import check_against_record
from svod.store.layout import INDEX, JOURNAL, ORIGINALS, RECORD, Finding, is_case
from svod.store.originals import digest_of_file, original_path, stored_originals


def verify_case(case: Path) -> tuple[Finding, ...]:
    """Return what is wrong with a case, sorted; nothing if it is whole.

    Checked: every original against the hash that names it, every document's
    text against its hash, the words of every statement and mention against
    the text where they stand, the chain of the journal, the database itself.

    Raises:
        DamagedCaseError: If the folder is no case at all.
    """
    if not is_case(case):
        raise DamagedCaseError(str(case), "is not a case")
    return tuple(sorted({*_journal(case), *_originals(case), *_database(case)}))


def _journal(case: Path) -> Iterator[Finding]:
    try:
        yield from check_against_record(case, (case / JOURNAL).read_bytes())[1]
    except FileNotFoundError:
        yield Finding(JOURNAL, "is missing")
    except OSError as error:
        yield Finding(JOURNAL, f"cannot be read: {error.strerror}")


def _originals(case: Path) -> Iterator[Finding]:
    try:
        hashes = {original.kept for original in stored_originals(case)}
    except DamagedCaseError as error:
        yield Finding(INDEX, error.reason)
        hashes = set()
    for value in sorted(hashes):
        yield from _original(case, value)
    for path in sorted((case / ORIGINALS).glob("*/*")):
        if path.name not in hashes and not path.name.startswith("."):
            yield from _original(case, path.name)


def _original(case: Path, value: str) -> Iterator[Finding]:
    where = f"{ORIGINALS}/{value[:2]}/{value}"
    try:
        if digest_of_file(original_path(case, value)) != value:
            yield Finding(where, "does not have the hash that names it")
    except FileNotFoundError:
        yield Finding(where, "is missing")
    except DamagedCaseError as error:
        yield Finding(where, error.reason)
    except OSError as error:
        yield Finding(where, f"cannot be read: {error.strerror}")


def _database(case: Path) -> Iterator[Finding]:
    try:
        with open_database(case) as connection:
            faults = [row[0] for row in connection.execute("PRAGMA integrity_check(10)")]
        record = read_database(case)
    except DamagedCaseError as error:
        yield Finding(RECORD, error.reason)
        return
    yield from (Finding(RECORD, str(fault)) for fault in faults if fault != "ok")
    accounts = (*record.documents, *(one.document for one in record.removed))
    yield from _documents(case, accounts)
    yield from _quotes(record, accounts)


def _documents(case: Path, documents: Iterable[Document]) -> Iterator[Finding]:
    for document in documents:
        where = f"document {document.id}"
        if sha256(document.text.encode()).hexdigest() != document.text_sha256:
            yield Finding(where, "has a text that is not the one received")
        try:
            if not original_path(case, document.original).is_file():
                yield Finding(where, "has no original")
        except DamagedCaseError as error:
            yield Finding(where, error.reason)


def _quotes(record: Record, accounts: Iterable[Document]) -> Iterator[Finding]:
    texts = {document.id: document.text for document in accounts}
    for said in (*record.statements, *(said for one in record.removed for said in one.statements)):
        at = said.citation
        if not _stands(texts.get(at.document), at.span, at.quote):
            yield Finding(f"statement {said.id}", f"quotes words that do not stand there in {at.document}")
    for mention in (*record.mentions, *(mention for one in record.removed for mention in one.mentions)):
        if not _stands(texts.get(mention.document), mention.span, mention.text):
            where = f"mention {mention.document}:{mention.span.start}-{mention.span.end}"
            yield Finding(where, f"names a {mention.kind} whose words do not stand there")


def _stands(text: str | None, span: Span, words: str) -> bool:
    return text is not None and 0 <= span.start <= span.end <= len(text) and span.of(text) == words
