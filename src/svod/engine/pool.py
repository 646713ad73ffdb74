"""One interface for work on many items: the answers come in the order of the items."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTHWHILE = 400_000
"""Code points a worker must have to read before it pays: loading the models
takes four seconds, in which one core reads about this much (`benchmarks/`)."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Applies functions to items, in worker processes if it has any.

    Attributes:
        executor: The processes, or `None` to work in this process.
    """

    executor: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[T], R], items: Sequence[T]) -> Iterable[R]:
        """Yield `function(item)` for each item, in the order of `items`.

        Args:
            function: A module-level function (workers import it by name).
            items: What can be pickled.
        """
        if self.executor is None:
            return map(function, items)
        with _uninterruptible():
            return self.executor.map(function, items)


@contextmanager
def open_pool(workers: int) -> Iterator[Pool]:
    """Give a pool of `workers` processes; of none at all for fewer than two.

    Workers are started afresh, not forked, so that they inherit neither locks
    nor threads. Each loads what it needs once.
    """
    if workers < 2:
        yield Pool()
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_quiet) as executor:
        try:
            yield Pool(executor)
        except BaseException:
            executor.shutdown(cancel_futures=True)  # else it would first finish all items
            raise


def worker_count(code_points: int) -> int:
    """Return how many workers are worth starting for so much text."""
    return max(1, min(os.cpu_count() or 1, code_points // WORTHWHILE))


@contextmanager
def _uninterruptible() -> Iterator[None]:
    """Leave it to the first process to be interrupted: workers that are started here
    inherit that Ctrl-C means nothing to them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _quiet() -> None:
    """Keep numeric libraries to one thread each: the processes fill the cores already."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
