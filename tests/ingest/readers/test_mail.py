"""Messages and mailboxes, made by the standard library. Composed texts."""

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from svod.ingest import read_documents
from svod.model import Document, Span, location

BODY = "Twelve people were killed when a dam broke above Lunz, the mayor said.\n\nTwo are missing.\n"


def message(subject: str = "Dam breaks", body: str = BODY) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Lunz Desk <desk@lunz.example>"
    made["To"] = "all@lunz.example"
    made["Subject"] = subject
    made["Date"] = "Sun, 02 Jun 2024 23:10:00 +0600"
    made.set_content(body)
    return made


def only(folder: Path) -> Document:
    [one] = read_documents([folder]).documents
    return one


def test_a_message_gives_subject_body_sender_and_local_day(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(message().as_bytes())
    one = only(tmp_path)
    assert one.text == "Dam breaks\n\n" + BODY.strip()
    assert (one.title, one.source.name, one.published) == ("Dam breaks", "Lunz Desk", "2024-06-02")
    assert dict(one.evidence)["publisher"] == one.published_from == "mail header"


@pytest.mark.parametrize(
    ("words", "where"), [("Dam breaks", "header Subject"), ("Twelve", "paragraph 1"), ("Two", "paragraph 2")]
)
def test_words_of_a_message_have_their_place(tmp_path: Path, words: str, where: str) -> None:
    (tmp_path / "m.eml").write_bytes(message().as_bytes())
    one = only(tmp_path)
    at = one.text.index(words)
    assert location(one.parts, Span(at, at + len(words))) == where


def test_plain_text_before_html_and_html_where_there_is_no_other(tmp_path: Path) -> None:
    both, page = message(), message("Page", "x")
    both.add_alternative("<p>Other words.</p>", subtype="html")
    page.clear_content()
    page.set_content(f"<html><body><p>{BODY}</p></body></html>", subtype="html")
    (tmp_path / "both.eml").write_bytes(both.as_bytes())
    (tmp_path / "page.eml").write_bytes(page.as_bytes())
    first, second = read_documents([tmp_path]).documents
    assert "Other" not in first.text
    assert "Twelve people" in second.text
    assert "<" not in second.text


def test_attachments_are_read_by_their_own_readers(tmp_path: Path) -> None:
    one = message()
    one.add_attachment(
        b"Hail broke windows in Orel.\n", maintype="text", subtype="plain", filename="../hail.txt"
    )
    one.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="dam.png")
    (tmp_path / "m.eml").write_bytes(one.as_bytes())
    got = read_documents([tmp_path])
    assert [d.file for d in got.documents] == ["m.eml!/1/hail.txt", "m.eml"]
    assert [(t.file, t.reason) for t in got.troubles] == [("m.eml!/2/dam.png", "no reader for .png")]


def test_each_message_of_a_mailbox_is_a_document(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "in.mbox")
    box.add(message(body=f"{BODY}\nFrom here the water fell.\n"))
    box.add(message("Hail", "Hail broke windows in Orel.\n"))
    box.close()
    got = read_documents([tmp_path]).documents
    assert [(d.id, d.file, d.title) for d in got] == [
        ("in-1", "in.mbox!/1.eml", "Dam breaks"),
        ("in-2", "in.mbox!/2.eml", "Hail"),
    ]
    assert "\nFrom here" in got[0].text


@pytest.mark.parametrize(
    "data", [b"no mail at all", b"Subject: x\n\n", b"Subject: =?utf-8?b?////?=\nDate: never\n\n\xff\xfe\xff"]
)
def test_what_is_no_message_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "m.eml").write_bytes(data)
    got = read_documents([tmp_path])
    assert len(got.documents) + len(got.troubles) == 1
