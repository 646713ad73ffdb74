"""`svod serve` as people start it: it tells its address, answers on this machine, ends by Ctrl-C."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from svod.cli import UNREADABLE, USAGE, run

# A shell that starts the tests in the background hands on that Ctrl-C is passed over.
SVOD = [
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from svod.cli import main; main()",
]
ASK = """
import sys, urllib.request
from http.cookiejar import CookieJar
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar()))
print(opener.open(sys.argv[1]).read().decode())
"""  # in a process of its own: the tests open no socket


@contextmanager
def served(case: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server on a free port, with the address that it tells."""
    command = [*SVOD, "serve", str(case), "--no-browser", "--port", "0", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            told = ""
            for line in server.stdout:
                told += line
                if line == "}\n":
                    break
            yield json.loads(told)["address"], server
        finally:
            server.kill()


def test_it_tells_its_address_and_answers_there_until_ctrl_c(example_case: Path) -> None:
    with served(example_case) as (address, server):
        page = subprocess.run(
            [sys.executable, "-c", ASK, address], capture_output=True, text=True, check=True, timeout=60
        )
        server.send_signal(signal.SIGINT)
        assert server.wait(60) == 130
    assert urlsplit(address).hostname == "127.0.0.1"
    assert "Sourced record" in page.stdout


def test_two_servers_have_two_keys(example_case: Path) -> None:
    with served(example_case) as (one, _), served(example_case) as (other, _):
        keys = [urlsplit(address).query for address in (one, other)]
    assert keys[0] != keys[1]
    assert min(map(len, keys)) >= len("token=") + 32


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_cannot_be_is_told(example_case: Path, port: str, capsys: pytest.CaptureFixture) -> None:
    assert run(["serve", str(example_case), "--no-browser", f"--port={port}"]) == USAGE
    assert port in capsys.readouterr().err


def test_what_is_no_case_is_told(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(["serve", str(tmp_path), "--no-browser", "--port", "0"]) == UNREADABLE
    assert str(tmp_path) in capsys.readouterr().err
