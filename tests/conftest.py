"""What all tests share: no network, and the example compiled once."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from svod.model import Record
from svod.pipeline import compile_case
from svod.store import read_record

EXAMPLE = Path(__file__).parent.parent / "examples" / "january-2022"
_connect, _connect_ex = socket.socket.connect, socket.socket.connect_ex


class NetworkUsedError(AssertionError):
    """Something tried to reach beyond this machine."""


def _refuse(own: socket.socket, address: Any) -> None:
    if own.family != socket.AF_UNIX:
        raise NetworkUsedError(f"a socket was opened to {address!r}")


def _guarded_connect(own: socket.socket, address: Any) -> None:
    _refuse(own, address)
    _connect(own, address)


def _guarded_connect_ex(own: socket.socket, address: Any) -> int:
    _refuse(own, address)
    return _connect_ex(own, address)


def _no_lookup(host: Any, *_rest: Any, **_named: Any) -> Any:
    raise NetworkUsedError(f"the name {host!r} was looked up")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Let no test open a socket, save between processes of this machine."""
    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", _guarded_connect)
    patch.setattr(socket.socket, "connect_ex", _guarded_connect_ex)
    patch.setattr(socket, "getaddrinfo", _no_lookup)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def example() -> Path:
    """The folder of the example's accounts."""
    return EXAMPLE


@pytest.fixture(scope="session")
def example_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case that the example compiles to; read only."""
    case = tmp_path_factory.mktemp("example") / "january-2022.case"
    compile_case([EXAMPLE], case, workers=1)
    return case


@pytest.fixture(scope="session")
def example_record(example_case: Path) -> Record:
    """The record of `example_case`, as it is read back from the case."""
    return read_record(example_case)
