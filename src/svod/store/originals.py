"""The originals of a case: bytes as received, and what was told about them."""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

from svod.errors import DamagedCaseError
from svod.model import Original
from svod.store.layout import INDEX, ORIGINALS, RECORD, replace_file, settle_file, telling_faults

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20


def original_path(case: Path, sha256: str) -> Path:
    """Return where the bytes with a hash are kept.

    Raises:
        DamagedCaseError: If `sha256` is no SHA-256: it becomes part of a path.
    """
    if not _SHA256.fullmatch(sha256):
        raise DamagedCaseError(str(case), f"{sha256!r:.80} is no SHA-256")
    return case / ORIGINALS / sha256[:2] / sha256


def stored_originals(case: Path) -> tuple[Original, ...]:
    """Return the originals that a case keeps, sorted by document, with what sidecars
    told of them; none if nothing has been compiled into it yet.

    Raises:
        DamagedCaseError: If the index of the originals is damaged or missing.
    """
    path = case / INDEX
    if not path.is_file():
        if (case / RECORD).exists():
            raise DamagedCaseError(str(case), f"{INDEX} is missing")
        return ()
    with telling_faults(case, f"read {INDEX}"):
        lines = path.read_bytes().splitlines()
    return tuple(
        sorted((_loaded(case, n, line) for n, line in enumerate(lines, 1)), key=lambda o: o.document)
    )


def are_originals_whole(case: Path) -> bool:
    """Tell whether the bytes of every original are still those of its hash.

    Raises:
        DamagedCaseError: If the index of the originals is damaged or missing.
    """
    kept = {original.kept: original.path for original in stored_originals(case)}
    return all(path.is_file() and digest_of_file(path) == sha256 for sha256, path in kept.items())


def keep_originals(case: Path, originals: Iterable[Original]) -> None:
    """Copy bytes that a case does not hold yet; nothing is ever overwritten.

    Raises:
        DamagedCaseError: If the bytes cannot be copied, or are no longer those
            that were read.
    """
    for original in originals:
        place = original_path(case, original.kept)
        if not place.exists():
            with telling_faults(case, f"keep the original of {original.file}"):
                _keep(case, original, place)


def write_index(case: Path, originals: Iterable[Original]) -> None:
    """Write what is known of each original beside its bytes: the lines of a sidecar
    with the hash, sorted by document.
    """
    lines = [
        json.dumps(_packed(original), ensure_ascii=False)
        for original in sorted(originals, key=lambda o: o.document)
    ]
    with telling_faults(case, f"write {INDEX}"):
        replace_file(case / INDEX, "".join(f"{line}\n" for line in lines).encode())


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _keep(case: Path, original: Original, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_name(f".{place.name}.tmp")
    digest = hashlib.sha256()
    try:
        with original.path.open("rb") as source, partial.open("wb") as target:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        if digest.hexdigest() != original.kept:
            raise DamagedCaseError(str(case), f"{original.file} changed while it was read")
        settle_file(partial, place)
    finally:
        partial.unlink(missing_ok=True)


def _packed(original: Original) -> dict[str, object]:
    held = {"container": original.container} if original.container else {}
    head = {"doc": original.document, "file": original.file, "sha256": original.sha256}
    return head | held | {"facts": dict(original.facts)}


def _loaded(case: Path, number: int, line: bytes) -> Original:
    try:
        loaded = json.loads(line)
        facts = {str(key): str(value) for key, value in loaded["facts"].items()}
        document, file, sha256 = (str(loaded[key]) for key in ("doc", "file", "sha256"))
        container = str(loaded.get("container", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedCaseError(str(case), f"{INDEX}:{number} is damaged") from error
    path = original_path(case, container or sha256)
    return Original(document, file, sha256, path, tuple(sorted(facts.items())), container)
