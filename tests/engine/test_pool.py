"""Work on many items gives its answers in their order, with workers and without."""

import operator
import os
import signal
from concurrent.futures.process import BrokenProcessPool

import pytest

from svod.engine import open_pool, worker_count

ITEMS = [*range(40, 0, -1)]


@pytest.mark.parametrize("workers", [-1, 0, 1, 2])
def test_answers_come_in_the_order_of_the_items(workers: int) -> None:
    with open_pool(workers) as pool:
        assert list(pool.map(operator.neg, ITEMS)) == [-item for item in ITEMS]
        assert list(pool.map(operator.neg, [])) == []


@pytest.mark.parametrize(("workers", "processes"), [(1, False), (2, True)])
def test_one_worker_is_this_process(workers: int, processes: bool) -> None:  # noqa: FBT001
    with open_pool(workers) as pool:
        assert (pool.executor is not None) is processes


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_in_the_work_reaches_the_caller(workers: int) -> None:
    with pytest.raises(TypeError), open_pool(workers) as pool:
        list(pool.map(operator.neg, [1, "two"]))


def stopped_at_the_first_answer() -> None:
    with open_pool(2) as pool:
        for _answer in pool.map(operator.neg, ITEMS * 1000):
            raise KeyboardInterrupt


def test_an_interrupt_leaves_what_waits_undone() -> None:
    with pytest.raises(KeyboardInterrupt):
        stopped_at_the_first_answer()


@pytest.mark.parametrize("code_points", [0, 1, 100_000])
def test_little_text_is_not_worth_a_second_process(code_points: int) -> None:
    assert worker_count(code_points) == 1


def test_the_more_text_the_more_workers_never_fewer() -> None:
    counts = [worker_count(10**power) for power in range(12)]
    assert counts == sorted(counts)


def fallen(item: int) -> int:
    if item % 5 == 3:
        os._exit(1)
    return -item


def test_an_item_that_ends_a_worker_is_lost_alone() -> None:
    with open_pool(2) as pool:
        answers = list(pool.map(fallen, range(10), lambda item: 100 + item))
    assert answers == [0, -1, -2, 103, -4, -5, -6, -7, 108, -9]


def stuck(item: int) -> int:
    if item == 2:  # as native code that lets no signal through
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        while True:
            pass
    return -item


def test_an_item_that_never_ends_is_lost_alone() -> None:
    with open_pool(2) as pool:
        answers = list(pool.map(stuck, range(4), lambda item: 100 + item, most_s=3.0))
    assert answers == [0, -1, 102, -3]


def test_a_loss_that_nobody_answers_for_is_an_error() -> None:
    with pytest.raises(BrokenProcessPool), open_pool(2) as pool:
        list(pool.map(fallen, [3]))
