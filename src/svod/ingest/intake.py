"""Many files to the documents of a case: unique ids, no bytes twice, troubles listed."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from svod.errors import UnreadableDocumentError
from svod.ingest.finding import Found, FoundFile, find_files
from svod.ingest.reading import read_original
from svod.ingest.sidecar import Facts, facts_of
from svod.model import Document, Original, Trouble

Outcome = Document | Trouble
"""What becomes of a file."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read of a set of files.

    Attributes:
        documents: Sorted by id.
        originals: Where their bytes are, in the same order.
        troubles: What was not read, sorted.
    """

    documents: tuple[Document, ...]
    originals: tuple[Original, ...]
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be read, as a worker process gets it.

    Attributes:
        path: Where the bytes are.
        file: Name that it was received under.
        facts: What a sidecar says of it.
        kept_id: Id that it has in the case already, or an empty string.
    """

    path: Path
    file: str
    facts: Facts
    kept_id: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    task: Task
    document: Document


def read_documents(
    paths: Sequence[Path],
    kept: Iterable[Original] = (),
    earlier: Iterable[Trouble] = (),
    each: Callable[[Callable[[Task], Outcome], Sequence[Task]], Iterable[Outcome]] = map,
) -> Intake:
    """Read all files that `paths` mean, together with the originals that a case keeps.

    Args:
        paths: Folders and single files, in any order.
        kept: Originals of the case from earlier, which are read again from
            where they are kept. A kept document keeps its id. A file received
            again under the same name with the same bytes replaces its kept
            original, so that new sidecar facts count.
        earlier: Troubles of the case from earlier. One stays until a file or a
            sidecar of its name is met again.
        each: Applies a function to tasks and yields the outcomes in order:
            `map`, or the `map` of a pool of processes.

    Returns:
        The documents with ids that are unique: where several have one name,
        each new one gets `-` and the first digits of its hash. The outcome
        depends neither on the order of `paths` nor on that of `kept`.
    """
    found = find_files(paths)
    tasks = [*map(_kept_task, kept), *map(_task, found.files)]
    troubles, read = {*found.troubles, *_lasting(earlier, found)}, []
    for task, outcome in zip(tasks, each(read_task, tasks), strict=True):
        if isinstance(outcome, Trouble):
            troubles.add(outcome)
        else:
            read.append(_Read(task, outcome))
    single, repeated = _without_repeats(read)
    named = sorted(_with_unique_ids(single), key=lambda one: one.document.id)
    return Intake(
        tuple(one.document for one in named),
        tuple(_original(one) for one in named),
        tuple(sorted(troubles | repeated)),
    )


def read_task(task: Task) -> Outcome:
    """Read one file; what cannot be read becomes a trouble."""
    try:
        return read_original(task.path, task.file, task.facts)
    except UnreadableDocumentError as error:
        return Trouble(task.file, error.reason)


def _lasting(earlier: Iterable[Trouble], found: Found) -> Iterator[Trouble]:
    """Yield the earlier troubles of files and sidecars that are not met this time."""
    told = (trouble.file for trouble in found.troubles)
    met = {*(one.file for one in found.files), *found.sidecars, *map(_without_line, told)}
    return (trouble for trouble in earlier if _without_line(trouble.file) not in met)


def _without_line(file: str) -> str:
    return re.sub(r":\d+$", "", file)


def _task(found: FoundFile) -> Task:
    return Task(found.path, found.file, found.facts)


def _kept_task(original: Original) -> Task:
    return Task(original.path, original.file, facts_of(dict(original.facts)), original.document)


def _original(one: _Read) -> Original:
    document = one.document
    return Original(document.id, document.file, document.sha256, one.task.path, one.task.facts.pairs())


def _without_repeats(read: Iterable[_Read]) -> tuple[list[_Read], set[Trouble]]:
    """Keep one of those with the same bytes: the kept, then the best described, then the first name."""
    first: dict[str, _Read] = {}
    troubles = set()
    for one in sorted(read, key=_precedence):
        other = first.setdefault(one.document.sha256, one)
        if other is one:
            continue
        if other.document.file != one.document.file:
            troubles.add(Trouble(one.document.file, f"same bytes as {other.document.file}"))
        elif other.task.kept_id and not one.task.kept_id:
            first[one.document.sha256] = _Read(replace(one.task, kept_id=other.task.kept_id), one.document)
    return list(first.values()), troubles


def _precedence(one: _Read) -> tuple[bool, int, str, tuple[tuple[str, str], ...], str]:
    task = one.task
    return not task.kept_id, -len(task.facts.pairs()), task.file, task.facts.pairs(), str(task.path)


def _with_unique_ids(read: Iterable[_Read]) -> list[_Read]:
    read = list(read)
    taken = {one.task.kept_id for one in read if one.task.kept_id}
    names = Counter(one.document.id for one in read if not one.task.kept_id)
    return [_Read(one.task, _renamed(one.document, _unique_id(one, names, taken))) for one in read]


def _unique_id(one: _Read, names: Counter[str], taken: set[str]) -> str:
    if one.task.kept_id:
        return one.task.kept_id
    name = one.document.id
    return f"{name}-{one.document.sha256[:8]}" if names[name] > 1 or name in taken else name


def _renamed(document: Document, id_: str) -> Document:
    if document.id == id_:
        return document
    source = document.source if document.source.named else replace(document.source, name=id_)
    return replace(document, id=id_, source=source)
