"""Whether anything changed since a case was compiled: told by digests, before a document or model is loaded."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from svod.engine import fingerprint, key_of
from svod.ingest import FoundFile, find_files
from svod.ingest.readers.registry import GROUP
from svod.ingest.readers.scans import find_recogniser
from svod.store import Kept, are_originals_whole, digest_of_case, digest_of_file

_STANDING = "standing"  # under this name a case keeps what it was given and what it then held


def digest_of_given(paths: Sequence[Path], title: str, columns: str) -> str:
    """Return a digest of all that a compile is given: files with their bytes and facts, options, the program."""
    found = find_files(paths)
    troubles = (f"{trouble.file}: {trouble.reason}" for trouble in found.troubles)
    told = (part for one in found.files for part in _told(one))
    program = (fingerprint(("svod",), group) for group in ("svod.languages", GROUP))
    scans = repr(find_recogniser())  # another program or model may read a scan otherwise
    return key_of(*program, scans, title, columns, *found.sidecars, *troubles, *told)


def is_standing(case: Path, kept: Kept, given: str) -> bool:
    """Tell whether a case stands as the same files left it, byte for byte."""
    return kept.get(_STANDING) == _standing(case, given) and are_originals_whole(case)


def keep_standing(case: Path, kept: Kept, given: str) -> None:
    """Keep that the files with this digest gave the case as it stands now."""
    kept.put(_STANDING, _standing(case, given))


def _standing(case: Path, given: str) -> str:
    return key_of(given, digest_of_case(case))


def _told(found: FoundFile) -> Iterator[str]:
    yield found.file
    yield found.columns
    yield _digest(found.path)
    yield repr((found.facts.pairs(), [(name, facts.pairs()) for name, facts in found.members]))


def _digest(path: Path) -> str:
    try:
        return digest_of_file(path)
    except OSError as error:
        return f"cannot be read: {error.errno}"
