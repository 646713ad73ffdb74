"""Archives: every file in them by its own reader, under limits. Composed texts."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from svod.ingest import find_files, read_documents
from svod.model import Document
from svod.pipeline import compile_case
from svod.store import stored_originals, verify_case

STORY = "Flood water broke a dam above Lunz on Monday. Twelve people were killed, the mayor said.\n"
OTHER = "Hail broke windows in Orel. Two people were injured.\n"


def packed(files: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_files_in_an_archive_are_documents_with_their_place_in_the_name(tmp_path: Path) -> None:
    inner = packed({"deep.txt": OTHER})
    (tmp_path / "all.zip").write_bytes(packed({"a/dam.txt": STORY, "more.zip": inner, "README": "x"}))
    got = read_documents([tmp_path])
    assert [(d.id, d.file, d.text) for d in got.documents] == [
        ("dam", "all.zip!/a/dam.txt", STORY),
        ("deep", "all.zip!/more.zip!/deep.txt", OTHER),
    ]
    assert not got.troubles
    assert len({d.container for d in got.documents}) == 1


def test_a_sidecar_in_the_archive_counts_and_one_outside_wins(tmp_path: Path) -> None:
    lines = [{"file": "dam.txt", "publisher": "Post", "published": "2024-06-02"}]
    (tmp_path / "all.zip").write_bytes(
        packed({"a/dam.txt": STORY, "a/documents.jsonl": json.dumps(lines[0])})
    )
    outside = {"file": "all.zip!/a/dam.txt", "published": "2024-06-03"}
    (tmp_path / "documents.jsonl").write_text(json.dumps(outside))
    [one] = read_documents([tmp_path]).documents
    assert (one.source.name, one.published, dict(one.evidence)["publisher"]) == (
        "Post",
        "2024-06-03",
        "sidecar",
    )


def test_a_sidecar_on_the_archive_holds_for_all_in_it_but_title_and_day(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(packed({"dam.txt": STORY, "hail.txt": OTHER}))
    told = {"file": "all.zip", "publisher": "Post", "title": "All", "published": "2024-06-03", "doc": "x"}
    (tmp_path / "documents.jsonl").write_text(json.dumps(told))
    got = read_documents([tmp_path]).documents
    assert [(d.id, d.source.name, d.published) for d in got] == [
        ("dam", "Post", None),
        ("hail", "Post", None),
    ]


def test_the_archive_is_kept_and_its_documents_keep_their_ids(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "all.zip").write_bytes(packed({"a/dam.txt": STORY, "b/dam.txt": OTHER}))
    case = tmp_path / "case"
    first = compile_case([tmp_path / "in"], case, workers=1)
    (tmp_path / "in" / "all.zip").unlink()
    (tmp_path / "in" / "dam.txt").write_text("A third account of the dam.\n")
    again = compile_case([tmp_path / "in"], case, workers=1)
    assert len(first.documents) == 2
    assert {d.id: d.file for d in first.documents}.items() <= {d.id: d.file for d in again.documents}.items()
    assert {o.kept for o in stored_originals(case)} == {d.original for d in again.documents}
    assert verify_case(case) == ()


def test_one_text_packed_and_plain_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(packed({"dam.txt": STORY}))
    (tmp_path / "dam.txt").write_text(STORY)
    got = read_documents([tmp_path])
    assert len(got.documents) == 1
    assert [t.reason for t in got.troubles] == ["same bytes as all.zip!/dam.txt"]


def nested(depth: int) -> bytes:
    data = packed({"dam.txt": STORY})
    for _ in range(depth):
        data = packed({"in.zip": data})
    return data


ZEROS = b"0" * 60_000_000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed({"../../etc/dam.txt": STORY}), "leads out"),
        (packed({"/etc/dam.txt": STORY}), "leads out"),
        (packed({"a\\..\\dam.txt": STORY}), "leads out"),
        (packed({"zeros.txt": ZEROS}), "far more"),
        (packed({f"{n}.zip": packed({"z.txt": ZEROS[:40_000_000]}) for n in range(3)}), "far more"),
        (packed({"zeros.txt.gz": gzip.compress(ZEROS)}), "unpacks to more"),
        (nested(6), "containers deep"),
        (packed({"dam.txt": STORY})[:-30], "damaged"),
        (packed({"dam.txt": STORY}).replace(b"Flood", b"Fl00d"), ""),
        (b"PK\x03\x04", "damaged"),
    ],
    ids=["up", "absolute", "windows", "bomb", "bombs", "gzip", "deep", "cut", "same", "head"],
)
def test_an_archive_past_the_limits_is_told_and_costs_nobody_else(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    (tmp_path / "evil.zip").write_bytes(data)
    (tmp_path / "good.txt").write_text(OTHER)
    got = read_documents([tmp_path])
    assert "good" in {d.id for d in got.documents}
    assert any(reason in t.reason for t in got.troubles) or not reason


def only(folder: Path) -> Document:
    [one] = read_documents(find_files([folder]) and [folder]).documents
    return one


def test_a_file_packed_alone(tmp_path: Path) -> None:
    (tmp_path / "dam.txt.gz").write_bytes(gzip.compress(STORY.encode(), mtime=0))
    one = only(tmp_path)
    assert (one.id, one.file, one.text) == ("dam", "dam.txt.gz!/dam.txt", STORY)


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    data = bytearray(packed({"dam.txt": STORY}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "all.zip").write_bytes(data)
    assert [t.reason for t in read_documents([tmp_path]).troubles] == ["is encrypted"]
