"""Documents, framing and what could not be read, as rows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from svod.export.row import Row, Table
from svod.export.shift import shift_sentence
from svod.model import Derivation, Document, Label, Passage, Record, Shift, Usage, removals


def document_rows(record: Record) -> Iterator[Row]:
    """Yield one row per document, by id, with how many statements it makes."""
    made = Counter(said.citation.document for said in record.statements)
    derived: dict[str, list[Derivation]] = defaultdict(list)
    for one in record.derivations:
        derived[one.document].append(one)
    return (_document_row(document, made[document.id], derived[document.id]) for document in record.documents)


def removed_rows(record: Record) -> Iterator[Row]:
    """Yield one row per account that people removed, by id: who did so, when and why."""
    by = removals(record.decisions)
    for document in (one.document for one in record.removed):
        made = by[document.sha256]
        yield {
            "doc": document.id,
            "file": document.file,
            "sha256": document.sha256,
            "original": document.original,
            "decision": made.sequence,
            "by": made.by,
            "at": made.at,
            "reason": made.reason,
        }


def framing_rows(record: Record) -> Iterator[Row]:
    """Yield what each account calls each group, by group, words and document, with the days on which its outlet does
    so, and what the outlet calls these people before or after.
    """
    order = sorted(record.labels, key=lambda x: (x.group, x.words, x.document, x.quoted, x.scare_quotes))
    usages = {
        (said, u.group, u.words, u.quoted, u.scare_quotes): u for u in record.usages for said in u.statements
    }
    shifts = {said: shift for shift in record.shifts for step in shift.steps for said in step.statements}
    for label in order:
        keys = (
            (said, label.group, label.words, label.quoted, label.scare_quotes) for said in label.statements
        )
        usage = next((usages[key] for key in keys if key in usages), None)
        yield _label_row(label, usage, _shift_of(label, shifts))


def trouble_rows(record: Record) -> Iterator[Row]:
    """Yield every file that could not be read, with the reason, by file."""
    return ({"file": trouble.file, "reason": trouble.reason} for trouble in sorted(record.troubles))


def _document_row(document: Document, statements: int, derived: Iterable[Derivation]) -> Row:
    return {
        "doc": document.id,
        "file": document.file,
        "title": document.title,
        "source": {
            "name": document.source.name,
            "named": document.source.named,
            "kind": document.source.kind,
        },
        "language": document.language,
        "published": document.published,
        "published_from": document.published_from,
        "genre": document.genre,
        "url": document.url,
        "author": document.author,
        "captured": document.captured or None,
        "evidence": dict(document.evidence),
        "reprint_of": document.reprint_of,
        "derived": [_derived(one) for one in derived],
        "media_type": document.media_type,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "original": document.original,
        "characters": len(document.text),
        "statements": statements,
    }


def _derived(one: Derivation) -> Row:
    return {
        "kind": one.kind,
        "source": one.source,
        "doc": one.account,
        "words": _passage(one.words),
        "changes": [
            {"kind": change.kind, "before": _passage(change.before), "after": _passage(change.after)}
            for change in one.changes
        ],
    }


def _passage(passage: Passage | None) -> Row | None:
    if passage is None:
        return None
    return {"text": passage.text, "start": passage.span.start, "end": passage.span.end}


def _shift_of(label: Label, shifts: Mapping[str, Shift]) -> Shift | None:
    """Return the shift that a label is part of: one in its own voice that shows a word of it."""
    if label.quoted or label.scare_quotes:
        return None
    found = (shifts[said] for said in label.statements if said in shifts)
    return next((s for s in found if any(w in label.words for step in s.steps for w in step.words)), None)


def _label_row(label: Label, usage: Usage | None, shift: Shift | None) -> Row:
    return {
        "class": label.group,
        "words": label.words,
        "doc": label.document,
        "quoted": label.quoted,
        "scare_quotes": label.scare_quotes,
        "outlet": usage.outlet if usage else None,
        "first": usage.first if usage else None,
        "last": usage.last if usage else None,
        "shift": shift_sentence(shift) if shift else None,
        "statements": list(label.statements),
    }


DOCUMENTS = Table(
    document_rows,
    (
        *("doc", "file", "title", "source_name", "source_named", "source_kind", "language", "published"),
        *(
            "published_from",
            "genre",
            "url",
            "author",
            "captured",
            "reprint_of",
            "derived",
            "media_type",
            "encoding",
        ),
        *("sha256", "text_sha256", "original", "characters", "statements"),
    ),
)
FRAMING = Table(
    framing_rows,
    ("class", "words", "doc", "quoted", "scare_quotes", "outlet", "first", "last", "shift", "statements"),
)
TROUBLES = Table(trouble_rows, ("file", "reason"))
