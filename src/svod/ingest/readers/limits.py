"""Limits: files come from strangers, and some are made to choke a program."""

import gzip
import signal
import threading
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import IO

from svod.errors import UnreadableDocumentError

Source = Path | bytes

MAX_BYTES = 20_000_000
"""A long book is 2 MB, a page with pictures in its markup 10 MB. What is larger is a dump
or an archive, and would hold up every parser behind."""
MAX_CONTAINER_BYTES = 4_000_000_000
MAX_DEPTH = 4
"""A page in a web archive in a WACZ in a ZIP lies three deep."""
MAX_PIECES = 200_000
"""Documents of one container: a large channel has 100,000 posts."""
MAX_RATIO = 200
"""Text shrinks to a tenth or a twentieth; a thousandth is a bomb."""
MAX_INFLATED = 2_000_000_000
FREE_BYTES = 50_000_000
"""What a container may hold whatever its ratio: a page of zeros is no danger."""
MAX_SECONDS = 60.0
"""Time of the processor for one document: the longest page of the benchmark takes two seconds."""
PATIENCE = 10
"""How many times as long by the clock: for what waits instead of working, and on a machine with much else to do."""


class TimeIsUpError(BaseException):
    """A document took too long. No `except Exception` of a library may swallow it."""


def too_slow(seconds: float) -> str:
    """Return why a document that took longer than so many seconds was not read."""
    return f"takes longer than {seconds:g} seconds to read"


@contextmanager
def time_limit(seconds: float = MAX_SECONDS) -> Iterator[None]:
    """Raise `TimeIsUpError` in the block after so many seconds of work, or `PATIENCE` times as many by the clock.

    Work is time of the processor, so that the limit falls on the same documents
    whatever else a machine has to do. Where the system has no interval timer,
    or outside the main thread, there is no limit. Native code is stopped only
    when it returns: what may hang there is read in a process of its own.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    timers = (
        (signal.ITIMER_PROF, signal.SIGPROF, seconds),
        (signal.ITIMER_REAL, signal.SIGALRM, PATIENCE * seconds),
    )
    before = [signal.signal(sign, _raise) for _, sign, _ in timers]
    for timer, _, most in timers:
        signal.setitimer(timer, most)
    try:
        yield
    finally:
        for (timer, sign, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(sign, handler)


def opened(source: Source) -> IO[bytes]:
    """Open bytes, or the file that holds them, for reading."""
    return BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def size_of(source: Source) -> int:
    """Return how many bytes a source has."""
    return len(source) if isinstance(source, bytes) else source.stat().st_size


def read_whole(source: Source, file: str, limit: int) -> bytes:
    """Return all bytes of a source.

    Raises:
        UnreadableDocumentError: If there are more than `limit`, none but white
            space, or they cannot be read.
    """
    try:
        if size_of(source) > limit:
            raise UnreadableDocumentError(file, f"is larger than {limit // 1_000_000} MB")
        with opened(source) as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise UnreadableDocumentError(file, f"cannot be read: {error.strerror or error}") from error
    if len(data) > limit:
        raise UnreadableDocumentError(file, f"is larger than {limit // 1_000_000} MB")
    if not data.strip():
        raise UnreadableDocumentError(file, "is empty")
    return data


def inflate(stream: IO[bytes], limit: int) -> bytes | None:
    """Return what a stream unpacks to, or `None` if that is more than `limit` bytes.

    Raises:
        ValueError: If the packed bytes are damaged.
    """
    try:
        data = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile, RuntimeError) as error:
        raise ValueError(str(error) or type(error).__name__) from error
    return data if len(data) <= limit else None


def is_bomb(packed: int, unpacked: int) -> bool:
    """Tell whether so many bytes out of so few are no honest file."""
    return unpacked > MAX_INFLATED or unpacked > max(FREE_BYTES, MAX_RATIO * packed)


def _raise(_number: int, _frame: FrameType | None) -> None:
    raise TimeIsUpError
