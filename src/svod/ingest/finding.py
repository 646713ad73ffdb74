"""Which files a set of paths means, and what a sidecar says of each."""

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

from svod.ingest.settings import NAME as SETTINGS
from svod.ingest.settings import Settings, mapping_for, read_settings
from svod.ingest.sidecar import NAME, NO_FACTS, Facts, Line, read_sidecar
from svod.model import INSIDE, Trouble

_CASE = frozenset({"journal.jsonl", "originals"})
"""What every case folder holds: a case is kept beside documents, it is not one of them."""
_NOTICES = ("readme", "notice", "license", "licence")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read.

    Attributes:
        path: Where it is.
        root: The folder that its name is relative to.
        facts: What sidecars say of it.
        members: What they say of documents inside it: pairs of the name there and facts.
        columns: What `case.toml` beside it says of its columns, if it is a table.
    """

    path: Path
    root: Path
    facts: Facts = NO_FACTS
    members: tuple[tuple[str, Facts], ...] = ()
    columns: str = ""

    @property
    def file(self) -> str:
        """Path relative to the folder that was read, with `/`; bytes of the name
        that are not UTF-8 are shown as U+FFFD.
        """
        return _shown(self.path.relative_to(self.root).as_posix())


@dataclass(frozen=True, slots=True)
class Found:
    """What a set of paths means.

    Attributes:
        files: The files to read, sorted by name.
        troubles: What was passed over and why, sorted.
        sidecars: Names of the sidecars and of each `case.toml` that were met, sorted.
    """

    files: tuple[FoundFile, ...]
    troubles: tuple[Trouble, ...]
    sidecars: tuple[str, ...] = ()


def find_files(paths: Sequence[Path]) -> Found:
    """Find the files that `paths` mean: folders with all they hold, and single files.

    Hidden files and folders and case folders are passed over silently, as are
    files called README, NOTICE or LICENSE (with any suffix), unless a sidecar
    names them.
    Links are followed only to files inside the folder. A file reached twice is
    found once, under its longest name. The order of `paths` does not matter.
    """
    files: dict[str, FoundFile] = {}
    troubles: set[Trouble] = set()
    sidecars: set[str] = set()
    for path in paths:
        found = _in_folder(path) if path.is_dir() else _single(path)
        troubles.update(found.troubles)
        sidecars.update(found.sidecars)
        for one in found.files:
            key = os.path.realpath(one.path)
            files[key] = min(files.get(key, one), one, key=_precedence)
    ordered = tuple(sorted(files.values(), key=_order))
    return Found(ordered, tuple(sorted(troubles)), tuple(sorted(sidecars)))


def _order(found: FoundFile) -> tuple[str, str]:
    return found.file, str(found.path)


def _precedence(found: FoundFile) -> tuple[int, str, str]:
    return -found.file.count("/"), found.file, str(found.path)


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def _single(path: Path) -> Found:
    root = path.parent
    if path.name in {NAME, SETTINGS}:
        return Found((), (Trouble(path.name, "is a sidecar: give the folder or the documents instead"),))
    fault = _fault(path)
    if fault:
        return Found((), (Trouble(_shown(path.name), fault),))
    lines, troubles = _sidecar(root, root)
    wanted = unicodedata.normalize("NFC", _shown(path.name))
    facts = next((line.facts for line in lines if line.file == wanted), NO_FACTS)
    inside = f"{wanted}{INSIDE}"
    members = tuple((x.file[len(inside) :], x.facts) for x in lines if x.file.startswith(inside))
    settings, faults = _settings(root, root)
    columns = mapping_for(wanted, {"": settings})
    return Found((FoundFile(path, root, facts, members, columns),), (*troubles, *faults), (NAME, SETTINGS))


def _fault(path: Path) -> str:
    """Return why a path is no file to read, or an empty string."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        return "is a link that leads nowhere" if path.is_symlink() else f"cannot be read: {_cause(error)}"
    return "" if stat.S_ISREG(mode) else "is not a regular file"


def _cause(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)


@dataclass(slots=True)
class _Scan:
    """A folder being read: all regular files by name in NFC, folders with sidecars and settings, troubles."""

    root: Path
    files: dict[str, FoundFile]
    silent: set[str]
    sidecars: list[Path]
    settings: list[Path]
    troubles: list[Trouble]


def _in_folder(root: Path) -> Found:
    scan = _Scan(root, {}, set(), [], [], [])
    waiting = [root]
    while waiting:
        waiting += _scan_folder(scan, waiting.pop())
    # Outer folders first, so that the sidecar nearest to a file has the last word.
    for folder in sorted(scan.sidecars, key=lambda folder: (len(folder.parts), str(folder))):
        lines, troubles = _sidecar(folder, root)
        scan.troubles += troubles
        for line in lines:
            _apply(scan, folder, line)
    settings = dict(_all_settings(scan))
    kept = (
        replace(found, columns=mapping_for(name, settings))
        for name, found in scan.files.items()
        if name not in scan.silent
    )
    sidecars = [_name(scan, folder / NAME) for folder in scan.sidecars]
    sidecars += [_name(scan, folder / SETTINGS) for folder in scan.settings]
    return Found(tuple(kept), tuple(scan.troubles), tuple(sidecars))


def _scan_folder(scan: _Scan, folder: Path) -> list[Path]:
    """Note the files of one folder; return the folders in it."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        scan.troubles.append(Trouble(_name(scan, folder) + "/", f"cannot be read: {_cause(error)}"))
        return []
    if {entry.name for entry in entries} >= _CASE:
        if folder == scan.root:
            scan.troubles.append(Trouble(_shown(folder.name) + "/", "is a case, not a folder of documents"))
        return []
    below = []
    for entry in entries:
        hidden = entry.name.startswith(".")
        if entry.is_dir(follow_symlinks=False):
            below += [] if hidden else [Path(entry.path)]
        elif entry.name == NAME:
            scan.sidecars.append(folder)
        elif entry.name == SETTINGS:
            scan.settings.append(folder)
        else:
            _scan_file(scan, Path(entry.path), silent=hidden or is_notice(entry.name))
    return below


def _scan_file(scan: _Scan, path: Path, *, silent: bool) -> None:
    fault = _link_fault(scan, path) or _fault(path)
    name = unicodedata.normalize("NFC", _name(scan, path))
    if not fault:
        scan.files[name] = FoundFile(path, scan.root)
        if silent:
            scan.silent.add(name)
    elif not silent:
        scan.troubles.append(Trouble(_name(scan, path), fault))


def _link_fault(scan: _Scan, path: Path) -> str:
    if not path.is_symlink():
        return ""
    target = Path(os.path.realpath(path))
    if not target.is_relative_to(os.path.realpath(scan.root)):
        return "is a link that leads out of the folder"
    return "is a link to a folder, which is not followed" if target.is_dir() else ""


def is_notice(name: str) -> bool:
    """Tell whether a file of this name speaks of others rather than being an account."""
    stem = name.lower().split(".")[0]
    return any(stem == notice or stem.startswith((f"{notice}-", f"{notice}_")) for notice in _NOTICES)


def _name(scan: _Scan, path: Path) -> str:
    return _shown(path.relative_to(scan.root).as_posix())


def _sidecar(folder: Path, root: Path) -> tuple[tuple[Line, ...], tuple[Trouble, ...]]:
    path = folder / NAME
    name = _shown(path.relative_to(root).as_posix())
    if not os.path.lexists(path):
        return (), ()
    fault = _beside_fault(path, root)
    return ((), (Trouble(name, fault),)) if fault else read_sidecar(path, name)


def _all_settings(scan: _Scan) -> Iterator[tuple[str, Settings]]:
    """Yield what each `case.toml` says by the name of its folder; tell of files that it names and that are not there."""
    for folder in scan.settings:
        settings, troubles = _settings(folder, scan.root)
        inside = "" if folder == scan.root else unicodedata.normalize("NFC", _name(scan, folder))
        missing = [file for file in settings.files if f"{inside}/{file}".lstrip("/") not in scan.files]
        scan.troubles += troubles
        where = _name(scan, folder / SETTINGS)
        scan.troubles += [Trouble(where, f"names {file}, which is not there") for file in missing]
        yield inside, settings


def _settings(folder: Path, root: Path) -> tuple[Settings, tuple[Trouble, ...]]:
    path, nothing = folder / SETTINGS, Settings("", {})
    if not os.path.lexists(path):
        return nothing, ()
    name = _shown(path.relative_to(root).as_posix())
    fault = _beside_fault(path, root)
    return (nothing, (Trouble(name, fault),)) if fault else read_settings(path, name)


def _beside_fault(path: Path, root: Path) -> str:
    """Return why a file that speaks of others may not be read, or an empty string."""
    outside = not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    return "is a link that leads out of the folder" if outside else _fault(path)


def _apply(scan: _Scan, folder: Path, line: Line) -> None:
    inside = "" if folder == scan.root else _name(scan, folder) + "/"
    name = unicodedata.normalize("NFC", inside + line.file)
    outer, _, member = name.partition(INSIDE)
    found = scan.files.get(name) or scan.files.get(outer)
    if found is None:
        if all(trouble.file != name for trouble in scan.troubles):
            where = f"{inside}{NAME}:{line.number}"
            scan.troubles.append(Trouble(where, f"names {line.file}, which is not there"))
        return
    if member and name not in scan.files:
        members = dict(found.members)
        members[member] = line.facts.over(members.get(member, NO_FACTS))
        scan.files[outer] = replace(found, members=tuple(sorted(members.items(), key=itemgetter(0))))
        return
    scan.files[name] = replace(found, facts=line.facts.over(found.facts))
    scan.silent.discard(name)
