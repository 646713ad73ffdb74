"""Whatever stops a compile, no original and no record is lost, and the next compile is as if nothing had been. Composed texts."""

import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from svod.pipeline import compile_case
from svod.store import has_record, is_case, lock_case, read_record, verify_case
from svod.store.layout import _HELD

FIRST = {
    "wire": "A flood broke the dam above Taraz on 6 May 2024. Twelve people were killed, the mayor said.\n",
    "paper": "Наводнение прорвало дамбу у Тараза 6 мая 2024 года. Погибли 14 человек, сообщил аким.\n",
}
SECOND = {
    "post": "Police fired on the crowd in Taraz on Tuesday. Nobody answered our calls.\n",
    "note": "The government of Kazakhstan promised to rebuild the dam by July 2025.\n",
}
MOMENTS = range(1, 51)
"""A compile touches the files of a case some 42 times; the last moments are behind its end."""
ROOM = [0, 1, 64, 200, 1_000, 4_096, 8_192, *range(16_384, 230_000, 16_384)]
"""Bytes that any one file may hold before the disk is full; the record takes some 200,000."""

KILLED, REFUSED, DONE = 9, 3, 0

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in (FIRST | SECOND).items():
        (folder / f"{name}.txt").write_text(text, newline="")
    return folder


@pytest.fixture(scope="module")
def undisturbed(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The record of the first two documents, and that of all four."""
    case = tmp_path_factory.mktemp("undisturbed") / "flood.case"
    first(case, texts)
    before = (case / "record.sqlite").read_bytes()
    second(case, texts)
    return before, (case / "record.sqlite").read_bytes()


def first(case: Path, texts: Path) -> None:
    compile_case([texts / f"{name}.txt" for name in FIRST], case, title="Flood", workers=1)


def second(case: Path, texts: Path) -> None:
    compile_case([texts], case, title="Flood", workers=1)


def in_child(work: Callable[[], None], prepare: Callable[[], None]) -> int:
    """Do some work in a process of its own and return how it ended."""
    child = os.fork()
    if child == 0:
        try:
            prepare()
            work()
        except BaseException:  # noqa: BLE001 - the child must end here
            os._exit(REFUSED)
        os._exit(DONE)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def die_at(moment: int, case: Path) -> Callable[[], None]:
    """Let the process die, as by `kill -9`, when it touches the case's files for the `moment`-th time."""
    touched = 0

    def watch(_event: str, arguments: tuple[object, ...]) -> None:
        nonlocal touched
        touched += any(isinstance(one, str | bytes | Path) and str(case) in str(one) for one in arguments)
        if touched == moment:
            touched += 1  # the kill is an event too
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(watch)


def fill_disk(room: int) -> Callable[[], None]:
    """Let no file grow beyond `room` bytes."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return limit


def check_whole(case: Path, texts: Path, undisturbed: tuple[bytes, bytes]) -> None:
    if is_case(case) and has_record(case):
        assert verify_case(case) == ()
        assert (case / "record.sqlite").read_bytes() in undisturbed
    second(case, texts)
    assert verify_case(case) == ()
    assert (case / "record.sqlite").read_bytes() == undisturbed[1]


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_any_moment(
    texts: Path, tmp_path: Path, undisturbed: tuple[bytes, bytes], moment: int
) -> None:
    case = tmp_path / "flood.case"
    if moment % 2:
        first(case, texts)
    ended = in_child(lambda: second(case, texts), die_at(moment, case))
    assert ended in {-signal.SIGKILL, DONE}
    check_whole(case, texts, undisturbed)


def test_the_moments_reach_from_the_first_touch_to_the_last(texts: Path, tmp_path: Path) -> None:
    ends = [
        in_child(lambda case=case: second(case, texts), die_at(moment, case))  # type: ignore[misc]
        for moment in (MOMENTS[0], MOMENTS[-1] * 4)
        for case in [tmp_path / f"{moment}.case"]
    ]
    assert ends == [-signal.SIGKILL, DONE]


@pytest.mark.parametrize("room", ROOM)
def test_the_disk_is_full(texts: Path, tmp_path: Path, undisturbed: tuple[bytes, bytes], room: int) -> None:
    case = tmp_path / "flood.case"
    first(case, texts)
    assert in_child(lambda: second(case, texts), fill_disk(room)) in {REFUSED, DONE}
    check_whole(case, texts, undisturbed)


@pytest.mark.parametrize("damage", [b"SELEC\xde series.id", b"SELECT (eries.id"])
def test_a_damaged_record_is_made_anew(
    texts: Path, tmp_path: Path, undisturbed: tuple[bytes, bytes], damage: bytes
) -> None:
    case = tmp_path / "flood.case"
    second(case, texts)
    record = (case / "record.sqlite").read_bytes()
    (case / "record.sqlite").write_bytes(record.replace(b"SELECT series.id", damage))
    second(case, texts)
    [trouble] = read_record(case).troubles
    assert (trouble.file, verify_case(case)) == ("record.sqlite", ())
    assert read_record(case).statements


def test_a_second_compile_at_the_same_time_is_refused(texts: Path, tmp_path: Path) -> None:
    case = tmp_path / "flood.case"
    first(case, texts)
    with lock_case(case):
        assert in_child(lambda: second(case, texts), forget_the_lock) == REFUSED
    second(case, texts)
    assert verify_case(case) == ()


def forget_the_lock() -> None:
    """Be a process of another svod, which holds no lock."""
    _HELD.set(frozenset())


def test_a_case_that_may_not_be_written_is_read_and_left_as_it_is(texts: Path) -> None:
    if in_child(lambda: None, be_nobody) != DONE:
        pytest.skip("this name space has no other user to be")
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "flood.case"
        first(case, texts)
        before = (case / "record.sqlite").read_bytes()
        for path in (Path(folder), case, *case.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        try:
            assert in_child(lambda: second(case, texts), be_nobody) == REFUSED
            assert in_child(lambda: whole(case), be_nobody) == DONE
        finally:
            Path(folder).chmod(0o755)
            for path in (case, *case.rglob("*")):
                path.chmod(0o755)
        assert (case / "record.sqlite").read_bytes() == before


def whole(case: Path) -> None:
    assert verify_case(case) == ()
    assert read_record(case).statements


def be_nobody() -> None:
    """Be somebody whom rights bind."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setuid(65534)


def test_a_full_disk_is_noticed(texts: Path, tmp_path: Path) -> None:
    case = tmp_path / "flood.case"
    assert in_child(lambda: second(case, texts), fill_disk(8_192)) == REFUSED
