"""One interface for work on many items: the answers come in the order of the items."""

import faulthandler
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
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

    def map(
        self,
        function: Callable[[T], R],
        items: Sequence[T],
        lost: Callable[[T], R] | None = None,
        most_s: float = 0.0,
    ) -> Iterable[R]:
        """Yield `function(item)` for each item, in the order of `items`.

        Args:
            function: A module-level function (workers import it by name).
            items: What can be pickled.
            lost: Called, in this process, for an item over which a worker
                ended (out of memory, a fault in a library); gives the answer
                in its place. Without it the loss is an error.
            most_s: Seconds by the clock after which a worker that is still at
                one item is ended, whatever it does; 0 for no such end. Nothing
                ends this process.

        Raises:
            BrokenProcessPool: If a worker ended and `lost` is not given.
        """
        if self.executor is None:
            return map(function, items)
        function = partial(_watched, function, most_s) if most_s else function
        futures: list[Future[R]] = []
        with _uninterruptible(), _single_threaded(), suppress(BrokenProcessPool):
            futures.extend(self.executor.submit(function, item) for item in items)
        return _collected(function, items, futures, lost)


def _watched(function: Callable[[T], R], most_s: float, item: T) -> R:
    """Apply a function in a worker that ends if it takes too long, even in native code that never returns."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(most_s, exit=True, file=nowhere)
        try:
            return function(item)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _collected(
    function: Callable[[T], R],
    items: Sequence[T],
    futures: Sequence[Future[R]],
    lost: Callable[[T], R] | None,
) -> Iterator[R]:
    """Yield the answers in order; once a worker has ended, all the others end with it, and the rest is done anew."""
    done = 0
    try:
        for future in futures:
            answer = future.result()
            done += 1
            yield answer
    except BrokenProcessPool:
        if lost is None:
            raise
    if lost is not None:
        yield from _one_by_one(function, items[done:], lost)


def _one_by_one(function: Callable[[T], R], items: Sequence[T], lost: Callable[[T], R]) -> Iterator[R]:
    """Yield answers from a single worker, so that it shows which item ends one; each time another is started."""
    rest = deque(items)
    while rest:
        with _started(1) as executor, suppress(BrokenProcessPool):
            while rest:
                with _uninterruptible(), _single_threaded():
                    future = executor.submit(function, rest[0])
                answer = future.result()
                rest.popleft()
                yield answer
        if rest:
            yield lost(rest.popleft())


def _started(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


@contextmanager
def open_pool(workers: int) -> Iterator[Pool]:
    """Give a pool of `workers` processes; of none at all for fewer than two.

    Workers are started afresh, not forked, so that they inherit neither locks
    nor threads. Each loads what it needs once.
    """
    if workers < 2:
        yield Pool()
        return
    with _started(workers) as executor:
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


@contextmanager
def _single_threaded() -> Iterator[None]:
    """Let workers that are started here keep numeric libraries to one thread each: the processes fill
    the cores already. The libraries look at this when they are loaded, before a worker runs any code of ours.
    """
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
