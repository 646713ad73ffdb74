"""`svod serve` as people start it: it tells its address, answers on this machine, ends by Ctrl-C."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from svod.cli import UNREADABLE, USAGE, run

SVOD = [sys.executable, "-c", "from svod.cli import main; main()"]
ASK = """
import sys, urllib.request
from http.cookiejar import CookieJar
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar()))
print(opener.open(sys.argv[1]).read().decode())
"""  # in a process of its own: the tests open no socket


def test_it_tells_its_address_and_answers_there_until_ctrl_c(example_case: Path) -> None:
    command = [*SVOD, "serve", str(example_case), "--no-browser", "--port", "0", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = json.loads(server.stdout.readline())["address"]
        page = subprocess.run(
            [sys.executable, "-c", ASK, address], capture_output=True, text=True, check=True
        )
        server.send_signal(signal.SIGINT)
        assert server.wait(30) in (0, 130)
    assert urlsplit(address).hostname == "127.0.0.1"
    assert "Sourced record" in page.stdout


def test_two_servers_have_two_keys(example_case: Path) -> None:
    addresses = []
    for _ in range(2):
        command = [*SVOD, "serve", str(example_case), "--no-browser", "--port", "0", "--json"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            addresses.append(urlsplit(json.loads(server.stdout.readline())["address"]).query)
            server.kill()
    assert addresses[0] != addresses[1]
    assert min(map(len, addresses)) >= len("token=") + 32


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_cannot_be_is_told(example_case: Path, port: str, capsys: pytest.CaptureFixture) -> None:
    assert run(["serve", str(example_case), "--no-browser", f"--port={port}"]) == USAGE
    assert port in capsys.readouterr().err


def test_what_is_no_case_is_told(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(["serve", str(tmp_path), "--no-browser", "--port", "0"]) == UNREADABLE
    assert str(tmp_path) in capsys.readouterr().err
