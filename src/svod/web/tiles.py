"""Streets under the live map: a PMTiles file of the user's own, looked at before it is served.

Source of the layout: PMTiles version 3, github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md.
"""

import gzip
import html
import io
import json
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from svod.errors import UnusableTilesError

_HEAD = struct.Struct("<7sB11Q6B4i")
_KINDS: dict[int, Literal["vector", "raster"]] = {
    1: "vector",
    2: "raster",
    3: "raster",
    4: "raster",
    5: "raster",
}
_UNPACKED = {0, 1, 2}  # unknown, none, gzip: what the browser's reader unpacks
_GZIP = 2
_MOST_TOLD = 4_000_000
_LONGEST_CREDIT = 300
_WRONG_MAGIC = "is no PMTiles file of version 3"


@dataclass(frozen=True, slots=True)
class Tiles:
    """A file of map tiles.

    Attributes:
        file: Where it lies.
        kind: Whether it holds shapes or pictures.
        credit: Whom it names as its source, as plain text; empty if nobody.
    """

    file: Path
    kind: Literal["vector", "raster"]
    credit: str


def read_tiles(file: Path) -> Tiles:
    """Look at a file of map tiles.

    Args:
        file: A PMTiles archive of version 3, its tiles packed with gzip or not at all.

    Raises:
        UnusableTilesError: If it cannot be read, or a browser could not draw it.
    """
    try:
        with file.open("rb") as stream:
            return _looked_at(file, stream, file.stat().st_size)
    except OSError as error:
        raise UnusableTilesError(str(file), error.strerror or "cannot be read") from error


def _looked_at(file: Path, stream: io.BufferedReader, size: int) -> Tiles:
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise UnusableTilesError(str(file), _WRONG_MAGIC)
    magic, version, *numbers = _HEAD.unpack(head)
    if magic != b"PMTiles" or version != 3:
        raise UnusableTilesError(str(file), _WRONG_MAGIC)
    parts = list(zip(numbers[:8:2], numbers[1:8:2], strict=True))
    if any(start + length > size for start, length in parts):
        raise UnusableTilesError(str(file), "is cut off: it tells of more bytes than it has")
    inner, outer, kind = numbers[12:15]
    if kind not in _KINDS:
        raise UnusableTilesError(str(file), f"holds tiles of a kind that cannot be drawn ({kind})")
    if not {inner, outer} <= _UNPACKED:
        raise UnusableTilesError(
            str(file), "is packed with brotli or zstd, which a browser cannot unpack here"
        )
    stream.seek(parts[1][0])
    return Tiles(file, _KINDS[kind], _credit(stream.read(min(parts[1][1], _MOST_TOLD)), inner))


def _credit(told: bytes, packing: int) -> str:
    """Return the attribution of the metadata without its tags; a file without readable metadata has none."""
    try:
        if packing == _GZIP:
            told = gzip.GzipFile(fileobj=io.BytesIO(told)).read(_MOST_TOLD)
        words = json.loads(told).get("attribution") or ""
    except (OSError, EOFError, ValueError, AttributeError, RecursionError):
        return ""
    bare = html.unescape(re.sub(r"<[^>]*>", " ", str(words)))
    return " ".join(bare.split())[:_LONGEST_CREDIT]
