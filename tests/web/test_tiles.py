"""Streets under the live map, from a composed file of one tile."""

import gzip
import json
import struct
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from browsing import CHROMIUM, TOKEN, served, watched
from door import BASE, PORT
from fastapi.testclient import TestClient
from playwright.sync_api import Browser

from svod.cli import run
from svod.errors import UnusableTilesError
from svod.web import create_app
from svod.web.tiles import read_tiles

CREDIT = '<a href="https://maps.invalid/">The Surveyors</a> &amp; friends'


def varint(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


def field(number: int, content: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(content)) + content


def tile() -> bytes:
    """A vector tile: a line in a layer of roads."""
    moves = bytes([9, 50, 50, 10, *varint(400), *varint(400)])
    line = varint(3 << 3) + varint(2) + field(4, moves)
    return field(
        3, field(1, b"roads") + field(2, line) + varint(5 << 3) + varint(4096) + varint(15 << 3) + varint(2)
    )


def archive(packing: int = 2, kind: int = 1) -> bytes:
    """A PMTiles archive that holds the tile for the whole world."""
    content = gzip.compress(tile(), mtime=0)
    root = gzip.compress(b"".join(map(varint, (1, 0, 1, len(content), 1))), mtime=0)
    told = gzip.compress(json.dumps({"attribution": CREDIT}).encode(), mtime=0)
    at = 127 + len(root)
    spans = (127, len(root), at, len(told), at + len(told), 0, at + len(told), len(content), 1, 1, 1)
    world = (-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000)
    head = struct.pack("<7sB11Q6B4iB2i", b"PMTiles", 3, *spans, 1, 2, packing, kind, 0, 0, *world, 0, 0, 0)
    return head + root + told + content


@pytest.fixture
def streets(tmp_path: Path) -> Path:
    file = tmp_path / "streets.pmtiles"
    file.write_bytes(archive())
    return file


def test_a_file_is_looked_at_and_its_source_is_plain_text(streets: Path) -> None:
    found = read_tiles(streets)
    assert (found.kind, found.credit) == ("vector", "The Surveyors & friends")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (lambda whole: b"", "no PMTiles file"),
        (lambda whole: b"PMTiles\x02" + whole[8:], "no PMTiles file"),
        (lambda whole: whole[:-5], "cut off"),
        (lambda whole: archive(packing=3), "brotli"),
        (lambda whole: archive(kind=9), "cannot be drawn"),
    ],
)
def test_a_bad_file_is_refused_with_the_reason(
    streets: Path, broken: Callable[[bytes], bytes], reason: str
) -> None:
    streets.write_bytes(broken(streets.read_bytes()))
    with pytest.raises(UnusableTilesError, match=reason) as told:
        read_tiles(streets)
    assert str(streets) in str(told.value)


def test_the_command_tells_of_a_bad_file_and_does_not_serve(
    example_case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", str(example_case), "--no-browser", "--tiles", str(tmp_path / "none.pmtiles")]) == 3
    assert "none.pmtiles: No such file" in capsys.readouterr().err


def test_ranges_are_served_as_they_are_and_only_to_who_has_the_key(example_case: Path, streets: Path) -> None:
    whole = streets.read_bytes()
    with TestClient(create_app(example_case, TOKEN, PORT, read_tiles(streets)), base_url=BASE) as client:
        assert client.get("/static/tiles.pmtiles").status_code == 403
        client.get("/api/case", params={"token": TOKEN})
        part = client.get("/static/tiles.pmtiles", headers={"range": "bytes=3-130"})
        assert (part.status_code, part.content) == (206, whole[3:131])


def test_there_are_no_streets_unless_somebody_gives_them(reader: httpx.Client) -> None:
    assert reader.get("/static/tiles.pmtiles").status_code == 404
    assert "pmtiles.js" not in reader.get("/map").text


@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium: apt install chromium")
def test_the_map_draws_them(browser: Browser, example_case: Path, streets: Path) -> None:
    with served(example_case, read_tiles(streets)) as address, watched(browser, address) as page:
        page.goto("/map")
        page.locator("#live-map[data-ready][data-streets]").wait_for()
        assert page.get_by_text("The Surveyors & friends").is_visible()
