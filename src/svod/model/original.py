"""Originals: the bytes of the documents as received, kept so that a case can be compiled anew."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Original:
    """Where the bytes of a document are, and what was told about it from outside.

    Attributes:
        document: Id of the document that they became.
        file: Path of the file relative to the folder that was read.
        sha256: SHA-256 of the bytes, hexadecimal.
        path: Where the bytes can be read now.
        facts: Sidecar facts as received, pairs of key and value, sorted.
    """

    document: str
    file: str
    sha256: str
    path: Path
    facts: tuple[tuple[str, str], ...] = ()
