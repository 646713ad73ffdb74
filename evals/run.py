"""svod, run over a corpus in this process."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.corpus import Corpus, Row, Text
from svod.export import FORMATS
from svod.ingest import read_documents
from svod.model import Record
from svod.pipeline import compile_record


def read_corpus(corpus: Corpus, *, workers: int | None = 1) -> tuple[Row, ...]:
    """Return what svod exports of each case: statements, and times and places.

    Args:
        corpus: Its texts go through ingest as files with a sidecar, as a
            user's would.
        workers: Processes to read with; see `svod.pipeline.compile_record`.
    """
    return tuple(row for case in corpus.cases for row in read_case(case, workers=workers))


def read_case(case: tuple[Text, ...], *, workers: int | None = 1) -> Iterator[Row]:
    """Yield what svod exports of the texts of one case.

    Raises:
        ValueError: If svod could not read a text whose language it speaks.
    """
    with TemporaryDirectory() as name:
        _write_texts(case, Path(name))
        record = compile_record(read_documents([Path(name)]), "evaluation", workers=workers)
    if broken := [trouble for trouble in record.troubles if "read through" in trouble.reason]:
        raise ValueError(f"not read: {broken}")
    yield from _exported(record, "statements")
    yield from (row for row in _exported(record, "mentions") if row["kind"] in ("time", "place"))


def _write_texts(case: tuple[Text, ...], folder: Path) -> None:
    rows = []
    for text in case:
        (folder / f"{text.id}.txt").write_bytes(text.body.encode())
        rows.append({"file": f"{text.id}.txt", "lang": text.language, **dict(text.facts)})
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "documents.jsonl").write_text("\n".join(lines), "utf-8")


def _exported(record: Record, name: str) -> Iterator[Row]:
    stream = StringIO(newline="")
    FORMATS[name](record, stream)
    yield from (json.loads(line) for line in stream.getvalue().split("\n") if line)
