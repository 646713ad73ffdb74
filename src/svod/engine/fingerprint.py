"""What the outcome of reading depends on besides the text: our code and words, plug-ins, libraries."""

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from importlib.util import find_spec
from pathlib import Path
from re import match


@cache
def fingerprint(packages: tuple[str, ...], plug_ins: str) -> str:
    """Return a digest of code, data files and versions: another one may read a text otherwise.

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
    for library in _libraries(requires("svod") or ()):
        digest.update(f"{library}\n".encode())
    return digest.hexdigest()


def _files(package: str) -> Iterator[tuple[str, bytes]]:
    spec = find_spec(package)
    for folder in map(Path, (spec and spec.submodule_search_locations) or ()):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(folder).as_posix(), path.read_bytes()


def _libraries(requirements: Sequence[str]) -> Iterator[str]:
    for requirement in sorted(requirements):
        name = match(r"[\w.-]+", requirement)
        try:
            yield f"{name[0]} {version(name[0])}" if name else requirement
        except PackageNotFoundError:  # of another system
            yield requirement
