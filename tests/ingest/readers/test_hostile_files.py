"""Every reader under random, cut and altered bytes: an answer, never a crash; the case proves itself.
Composed texts.
"""

import re
import tempfile
import time
from hashlib import sha256
from pathlib import Path

import made_files as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svod.ingest import Intake, read_documents
from svod.ingest.readers import limits, registry
from svod.model import Document, Trouble

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
FILES = {**made.FILES, "a.pdf": made.PRINTED.read_bytes()}


def read(name: str, data: bytes) -> Intake:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        return read_documents([Path(folder)])


def is_sound(got: Intake) -> bool:
    """Tell whether what was read can be kept and verified: text in UTF-8, parts inside it, something told."""
    return bool(got.documents or got.troubles) and all(map(holds, got.documents))


def holds(one: Document) -> bool:
    inside = all(0 <= part.span.start <= part.span.end <= len(one.text) for part in one.parts)
    return inside and sha256(one.text.encode()).hexdigest() == one.text_sha256 and bool(one.id.encode())


@pytest.mark.parametrize("name", [name for name in FILES if name != "a.pdf"])
@SLOW
@given(data=st.binary(max_size=300))
def test_random_bytes(name: str, data: bytes) -> None:
    assert is_sound(read(name, data))


@pytest.mark.parametrize("name", FILES)
@settings(SLOW, max_examples=8)
@given(share=st.floats(0, 1))
def test_a_file_that_is_cut_off(name: str, share: float) -> None:
    data = FILES[name]
    assert is_sound(read(name, data[: int(len(data) * share)]))


@pytest.mark.parametrize("name", FILES)
@settings(SLOW, max_examples=8)
@given(changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_file_with_altered_bytes(name: str, changes: list[tuple[float, int]]) -> None:
    data = bytearray(FILES[name])
    for share, byte in changes:
        data[int(len(data) * share)] = byte
    assert is_sound(read(name, bytes(data)))


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title></item></channel></rss>"""
OUTSIDE = ENTITIES.replace(b'<!ENTITY a "aaaaaaaaaa">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')
LOOP = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Count 9 /Kids [2 0 R 2 0 R 3 0 R]>> endobj
3 0 obj <</Type /Page /Parent 3 0 R /Contents 3 0 R /MediaBox [0 0 99 99]>> endobj
trailer <</Root 1 0 R /Size 4 /Prev 0>>
%%EOF"""


@pytest.mark.parametrize("data", [ENTITIES, OUTSIDE], ids=["bomb", "outside"])
def test_entities_are_refused(data: bytes) -> None:
    assert read("a.xml", data).troubles == (Trouble("a.xml", "is XML that defines entities"),)


def test_a_pdf_whose_objects_hold_each_other() -> None:
    assert is_sound(read("a.pdf", LOOP))


def test_a_message_that_holds_itself_over_and_over() -> None:
    data = b"Subject: a\n\nx"
    for depth in range(300):
        head = b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (depth, depth)
        data = head + data + b"\n--%d--\n" % depth
    assert is_sound(read("a.eml", data))


@pytest.mark.parametrize("name", ["a.json", "result.json", "a.jsonl"])
def test_lists_in_lists_in_lists(name: str) -> None:
    assert is_sound(read(name, b'{"messages": ' + b"[" * 100_000))


def test_a_lone_surrogate_becomes_no_text_that_utf_8_lacks() -> None:
    assert is_sound(
        read("a.jsonl", b'{"text": "Hail \\ud800 in Orel", "title": "\\udfff", "id": "\\ud800"}\n')
    )


class _Slow:
    suffixes = (".slow",)
    media_types = ("x/slow",)
    max_bytes = 10

    def claims(self, _head: bytes) -> int:
        return 1

    def read(self, _received: object) -> object:
        while True:
            time.sleep(0.01)
        yield


def test_a_reader_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "installed_readers", lambda: (_Slow(),))
    (tmp_path / "a.slow").write_bytes(b"x")
    [trouble] = read_documents([tmp_path], seconds=0.1).troubles
    assert trouble.reason == "takes longer than 0.1 seconds to read"


def test_a_reader_that_works_without_end_is_stopped_by_its_work() -> None:
    with pytest.raises(limits.TimeIsUpError), limits.time_limit(0.1):
        re.match(r"(a+)+$", "a" * 60 + "b")
