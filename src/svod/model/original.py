"""Originals: the bytes of the documents as received, kept so that a case can be compiled anew."""

from dataclasses import dataclass
from pathlib import Path

INSIDE = "!/"
"""Stands between the name of a container and the name of what it holds."""


@dataclass(frozen=True, slots=True)
class Original:
    """Where the bytes of a document are, and what was told about it from outside.

    Attributes:
        document: Id of the document that they became.
        file: Path of the file relative to the folder that was read.
        sha256: SHA-256 of the document's own bytes, hexadecimal.
        path: Where the bytes as received can be read now.
        facts: Sidecar facts as received, pairs of key and value, sorted.
        container: SHA-256 of the container that was received, if the document
            came in one; it is then what is kept.
    """

    document: str
    file: str
    sha256: str
    path: Path
    facts: tuple[tuple[str, str], ...] = ()
    container: str = ""

    @property
    def kept(self) -> str:
        """SHA-256 of the bytes as received, under which they are kept."""
        return self.container or self.sha256

    @property
    def received(self) -> str:
        """Name of the file that was received: the container's, for what came in one."""
        return self.file.split(INSIDE, maxsplit=1)[0] if self.container else self.file
