"""Files of every format, made by real writers. Composed texts."""

import io
import json
import shutil
import subprocess
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

STORY = "Twelve people were killed when a dam broke above Lunz on Monday, the mayor said."
OTHER = "Two people were injured in Orel by hail, firefighters said on Tuesday."
THIRD = "В среду в городе Лунц погибли трое спасателей, сообщили в мэрии."
PAGE = (
    "<html><head><meta charset='utf-8'><title>Dam breaks</title></head><body><nav><a href='/'>Home</a></nav>"
    f"<article><h1>Dam breaks</h1><p>{STORY}</p><p>{OTHER} The lake was white for an hour.</p></article></body></html>"
)
CHROMIUM = shutil.which("chromium") or ""
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
]
PRINTED = Path(__file__).with_name("printed.pdf")
"""Printed once by Chromium from `printed_page()`."""
SCANNED = Path(__file__).with_name("scanned.pdf")
"""A page that is only a picture, printed once by Chromium."""


def printed_page() -> str:
    filler = "".join(
        f"<p>The water reached house number {n} in the lower town before midnight, and people who had been asleep "
        "climbed to the roof with what they could carry and waited there for boats until the morning came.</p>"
        for n in range(30)
    )
    return f"<meta charset=utf-8><title>Dam breaks</title><h1>Dam breaks</h1><p>{STORY}</p>{filler}<p>{OTHER}</p><p>{THIRD}</p>"


def print_pdf(markup: str, target: Path) -> None:
    if not CHROMIUM:
        pytest.skip("no Chromium to print with: apt install chromium")
    source = target.with_suffix(".html")
    source.write_text(markup)
    profile = target.with_suffix(".profile")
    command = [CHROMIUM, *_FLAGS, f"--user-data-dir={profile}", f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, capture_output=True, timeout=60, check=False)
    source.unlink()


def word() -> bytes:
    made = docx.Document()
    made.core_properties.title = "Dam breaks"
    made.core_properties.author = "Ana"
    made.add_paragraph(STORY)
    table = made.add_table(2, 2)
    for cell, words in zip(table._cells, ("Place", "Killed", "Lunz", "12"), strict=True):
        cell.text = words
    made.add_paragraph(OTHER)
    return saved(made)


def saved(made: object) -> bytes:
    stream = io.BytesIO()
    made.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def warc(*pages: tuple[str, bytes, str], packed: bool = True) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for url, body, kind in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2024-06-05T10:00:00Z"},
        )
        writer.write_record(record)
        record.raw_stream.close()  # a temporary file of the writer
    return stream.getvalue()


def wacz(*pages: tuple[str, bytes, str]) -> bytes:
    return zipped({"archive/data.warc.gz": warc(*pages), "datapackage.json": b"{}"})


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def rss() -> bytes:
    items = "".join(
        f"<item><title>{title}</title><link>https://post.example/{slug}</link><guid>https://post.example/{slug}</guid>"
        f"<pubDate>Sun, 02 Jun 2024 23:10:00 +0600</pubDate><description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        for title, slug, text in (("Dam breaks", "dam", STORY), ("Hail", "hail", OTHER))
    )
    head = "<title>Lunz Post</title><language>en</language><link>https://post.example</link>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def atom() -> bytes:
    entry = (
        f"<entry><title>Dam breaks</title><id>tag:post.example,2024:dam</id><updated>2024-06-02T23:10:00+06:00</updated>"
        f"<author><name>Ana</name></author><content type='html'>{STORY}</content></entry>"
    )
    head = "<title>Lunz Post</title><id>tag:post.example,2024:feed</id>"
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{entry}</feed>'.encode()


def telegram() -> dict[str, object]:
    return {
        "name": "Lunz Alerts",
        "type": "public_channel",
        "id": 5,
        "messages": [
            {"id": 1, "type": "service", "date": "2024-06-01T00:00:00", "action": "create_channel"},
            {"id": 2, "type": "message", "date": "2024-06-02T23:10:00", "from": "Lunz Alerts", "text": STORY},
            {
                "id": 3,
                "type": "message",
                "date": "2024-06-03T01:00:00",
                "from": "Lunz Alerts",
                "text": [{"type": "bold", "text": "Two people"}, " were injured in Orel by hail."],
            },
            {"id": 4, "type": "message", "date": "2024-06-03T02:00:00", "text": "", "photo": "photos/1.jpg"},
        ],
    }


TELEGRAM_PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Lunz Alerts</div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">2 June 2024</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="02.06.2024 23:10:00 UTC+06:00">23:10</div>
<div class="from_name">Lunz Alerts</div><div class="text">{STORY}</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="03.06.2024 01:00:00 UTC+06:00">01:00</div>
<div class="text">Two people were injured<br>in Orel by hail.</div></div></div>
</div></div></div></body></html>""".encode()


def eml() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "Lunz Desk <desk@lunz.example>", "Dam breaks"
    made["Date"] = "Sun, 02 Jun 2024 23:10:00 +0600"
    made.set_content(STORY)
    made.add_attachment(word(), maintype="application", subtype="octet-stream", filename="report.docx")
    return made.as_bytes()


CSV = f"Headline;Body;Published;Outlet\r\nDam breaks;{STORY};2024-06-02;Lunz Post\r\nHail;{OTHER};2024-06-03;Lunz Post\r\n"
JSONL = "".join(
    json.dumps(
        {"title": title, "text": text, "source": {"name": "Lunz Post"}, "date": "2024-06-02T23:10:00+06:00"}
    )
    + "\n"
    for title, text in (("Dam breaks", STORY), ("Hail", OTHER))
)

FILES: dict[str, bytes] = {
    "a.txt": STORY.encode(),
    "a.md": f"---\ntitle: Dam\n---\n{STORY}".encode(),
    "a.html": PAGE.encode(),
    "a.csv": CSV.encode(),
    "a.jsonl": JSONL.encode(),
    "list.json": json.dumps([{"text": STORY}, {"text": OTHER}]).encode(),
    "result.json": json.dumps(telegram()).encode(),
    "messages.html": TELEGRAM_PAGE,
    "a.rss": rss(),
    "a.atom": atom(),
    "a.docx": word(),
    "a.eml": eml(),
    "a.mbox": b"From desk Sun Jun  2 23:10:00 2024\n" + eml() + b"\n",
    "a.warc": warc(("https://post.example/dam", PAGE.encode(), "text/html"), packed=False),
    "a.warc.gz": warc(("https://post.example/dam", PAGE.encode(), "text/html")),
    "a.wacz": wacz(("https://post.example/dam", PAGE.encode(), "text/html")),
    "a.zip": zipped({"b/a.txt": STORY.encode(), "b/a.html": PAGE.encode()}),
}
