"""What the outcome of reading depends on besides the text: our code and words, plug-ins, libraries."""

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions, entry_points
from importlib.util import find_spec
from pathlib import Path


@cache
def fingerprint(packages: tuple[str, ...], plug_ins: str) -> str:
    """Return a digest of code, data files and versions: another one may read a text otherwise.

    The versions are those of everything that is installed: a better model may be
    taken as soon as it is there, and a library brings libraries of its own.

    Args:
        packages: Packages of svod whose files count, e.g. `svod.extraction`.
        plug_ins: Group of entry points whose packages count too.

    Returns:
        64 hexadecimal digits.
    """
    digest = sha256(f"Python {sys.version_info[:2]}".encode())
    foreign = {ep.module.split(".")[0] for ep in entry_points(group=plug_ins)} - {"svod"}
    for package in sorted({*packages, *foreign}):
        for name, data in _files(package):
            digest.update(f"{package}/{name} {len(data)}\n".encode())
            digest.update(data)
    for library in sorted({f"{one.name} {one.version}" for one in distributions()}):
        digest.update(f"{library}\n".encode())
    return digest.hexdigest()


def _files(package: str) -> Iterator[tuple[str, bytes]]:
    spec = find_spec(package)
    for folder in map(Path, (spec and spec.submodule_search_locations) or ()):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(folder).as_posix(), path.read_bytes()
