"""Many files to the documents of a case: unique ids, no bytes twice, troubles listed."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from svod.ingest.finding import Found, FoundFile, find_files
from svod.ingest.readers.limits import MAX_SECONDS
from svod.ingest.readers.table import Csv, JsonRows
from svod.ingest.reading import Outcome, read_outcomes
from svod.ingest.sidecar import NO_FACTS, Facts, facts_of
from svod.model import INSIDE, Document, Original, Trouble

_TABLES = (*Csv.suffixes, *JsonRows.suffixes)

Outcomes = tuple[Outcome, ...]
"""What becomes of a file: a document, all documents of a container, troubles."""


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
        members: What a sidecar says of documents in it: pairs of the name there and facts.
        kept: What the case keeps of it already.
        seconds: How long each document in it may take.
    """

    path: Path
    file: str
    facts: Facts = NO_FACTS
    members: tuple[tuple[str, Facts], ...] = ()
    kept: tuple[Original, ...] = ()
    seconds: float = MAX_SECONDS

    def facts_of(self, file: str) -> Facts:
        """Return what a sidecar says of the document `file`, this one or one in it."""
        if file == self.file:
            return self.facts
        own = dict(self.members).get(file.removeprefix(f"{self.file}{INSIDE}"), NO_FACTS)
        return own.over(self.facts.shared())

    def kept_id(self, document: Document) -> str:
        """Return the id that a document has in the case already, or an empty string."""
        named = [one for one in self.kept if one.file == document.file]
        same = [one for one in named if one.sha256 == document.sha256]
        return next((one.document for one in same or named), "")


@dataclass(frozen=True, slots=True)
class _Read:
    task: Task
    document: Document
    kept_id: str

    @property
    def facts(self) -> Facts:
        return self.task.facts_of(self.document.file)


def read_documents(  # noqa: PLR0913, PLR0917  what an intake may be told
    paths: Sequence[Path],
    kept: Iterable[Original] = (),
    earlier: Iterable[Trouble] = (),
    each: Callable[[Callable[[Task], Outcomes], Sequence[Task]], Iterable[Outcomes]] = map,
    columns: str = "",
    seconds: float = MAX_SECONDS,
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
        columns: Which columns of tables mean what, where neither a sidecar nor a
            `case.toml` beside them tells.
        seconds: How long each document may take; what takes longer is a trouble.

    Returns:
        The documents with ids that are unique: where several have one name,
        each new one gets `-` and the first digits of its hash. The outcome
        depends neither on the order of `paths` nor on that of `kept`.
    """
    found = find_files(paths)
    tasks = [*_kept_tasks(kept), *(_task(one, columns) for one in found.files)]
    tasks = [replace(task, seconds=seconds) for task in tasks]
    troubles, read = {*found.troubles, *_lasting(earlier, found)}, []
    for task, outcomes in zip(tasks, each(read_task, tasks), strict=True):
        troubles.update(one for one in outcomes if isinstance(one, Trouble))
        read += [_Read(task, one, task.kept_id(one)) for one in outcomes if isinstance(one, Document)]
    single, repeated = _without_repeats(read)
    named = sorted(_with_unique_ids(single), key=lambda one: one.document.id)
    return Intake(
        tuple(one.document for one in named),
        tuple(_original(one) for one in named),
        tuple(sorted(troubles | repeated)),
    )


def read_task(task: Task) -> Outcomes:
    """Read one file: each document in it, and a trouble for each that cannot be read."""
    return tuple(read_outcomes(task.path, task.file, task.facts_of, task.seconds))


def _lasting(earlier: Iterable[Trouble], found: Found) -> Iterator[Trouble]:
    """Yield the earlier troubles of files and sidecars that are not met this time."""
    told = (trouble.file for trouble in found.troubles)
    met = {*(one.file for one in found.files), *found.sidecars, *map(_received, told)}
    return (trouble for trouble in earlier if _received(trouble.file) not in met)


def _received(file: str) -> str:
    """Return the name of the file that was received, without line and place inside."""
    return re.sub(r":\d+$", "", file.split(INSIDE, maxsplit=1)[0])


def _task(found: FoundFile, columns: str) -> Task:
    facts, columns = found.facts, found.columns or columns
    if columns and found.file.lower().endswith(_TABLES):
        facts = facts.over(Facts(columns=columns))
    return Task(found.path, found.file, facts, found.members)


def _kept_tasks(kept: Iterable[Original]) -> Iterator[Task]:
    """Yield one task for each file that was received, however many documents it holds."""
    groups: dict[tuple[str, str], list[Original]] = {}
    for original in kept:
        groups.setdefault((original.kept, original.received), []).append(original)
    for (_, file), originals in sorted(groups.items()):
        yield _kept_task(file, tuple(originals))


def _kept_task(file: str, originals: tuple[Original, ...]) -> Task:
    facts = [facts_of(dict(original.facts)) for original in originals]
    if not originals[0].container:
        return Task(originals[0].path, file, facts[0], kept=originals)
    shared = set.intersection(*(set(one.shared().pairs()) for one in facts))
    inside = len(f"{file}{INSIDE}")
    members = tuple((one.file[inside:], told) for one, told in zip(originals, facts, strict=True))
    return Task(originals[0].path, file, facts_of(dict(shared)), members, originals)


def _original(one: _Read) -> Original:
    document = one.document
    facts = one.facts.pairs()
    return Original(
        document.id, document.file, document.sha256, one.task.path, facts, container=document.container
    )


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
        elif other.kept_id and not one.kept_id:
            first[one.document.sha256] = replace(one, kept_id=other.kept_id)
    return list(first.values()), troubles


def _precedence(one: _Read) -> tuple[bool, int, str, tuple[tuple[str, str], ...], str]:
    facts = one.facts.pairs()
    return not one.kept_id, -len(facts), one.document.file, facts, str(one.task.path)


def _with_unique_ids(read: Iterable[_Read]) -> list[_Read]:
    read = list(read)
    taken = {one.kept_id for one in read if one.kept_id}
    names = Counter(one.document.id for one in read if not one.kept_id)
    return [replace(one, document=_renamed(one.document, _unique_id(one, names, taken))) for one in read]


def _unique_id(one: _Read, names: Counter[str], taken: set[str]) -> str:
    if one.kept_id:
        return one.kept_id
    name = one.document.id
    return f"{name}-{one.document.sha256[:8]}" if names[name] > 1 or name in taken else name


def _renamed(document: Document, id_: str) -> Document:
    if document.id == id_:
        return document
    source = document.source if document.source.named else replace(document.source, name=id_)
    return replace(document, id=id_, source=source)
