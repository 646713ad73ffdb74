"""The guard of `conftest.py` works, and a compile passes it."""

import socket

import pytest

from svod.model import Record


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_test_can_open_a_socket(family: socket.AddressFamily) -> None:
    with socket.socket(family) as own, pytest.raises(AssertionError, match="a socket was opened"):
        own.connect(("localhost", 9))


def test_no_test_can_look_up_a_name() -> None:
    with pytest.raises(AssertionError, match="looked up"):
        socket.create_connection(("example.invalid", 80))


def test_a_compile_opens_no_socket(example_record: Record) -> None:
    assert example_record.statements


def test_processes_of_this_machine_may_talk() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(b"here")
        assert other.recv(4) == b"here"
