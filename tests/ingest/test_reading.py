"""One file to one document: text to the letter, facts in their order. Composed texts."""

import pickle
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from svod.errors import UnreadableDocumentError
from svod.ingest import MAX_BYTES, Facts, read_file
from svod.model import Document

STORY = "Hail broke windows in Lunz.\r\n\r\nCafe\u0301 owners swept glass.\n\n"


def document(tmp_path: Path, name: str, text: str, facts: Facts | None = None) -> Document:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return read_file(path, tmp_path, facts or Facts())


def test_a_plain_text_is_exactly_its_content(tmp_path: Path) -> None:
    one = document(tmp_path, "hail.txt", STORY)
    assert one.text == STORY
    assert one.sha256 == one.text_sha256 == sha256(STORY.encode()).hexdigest()
    assert (one.id, one.file, one.media_type, one.encoding) == ("hail", "hail.txt", "text/plain", "utf-8")


def test_front_matter_gives_facts_and_stays_in_the_text(tmp_path: Path) -> None:
    head = "---\r\ntitle: Hail\r\ndate: 2024-06-02T23:10:00+02:00\nauthor: Ana\ntags: [a]\nlang: en\nn: 1e999\n---\n"
    one = document(tmp_path, "hail.md", head + STORY)
    assert one.text == head + STORY
    assert (one.title, one.published, one.published_from) == ("Hail", "2024-06-02", "front matter")
    assert (one.source.name, one.source.named, one.media_type) == ("Ana", True, "text/markdown")


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(n)}: &{chr(n)} [{','.join([f'*{chr(n - 1)}'] * 9)}]\n" for n in range(ord("b"), ord("k"))
)


@pytest.mark.parametrize(
    "block",
    [
        "title: !!python/object/apply:os.system ['touch owned']",
        "title: [unclosed",
        "- a list",
        "title: {a: b}",
        "? [a, b]\n: c",
        "<<: [*a, *b]",
        "[" * 5000,
        BOMB,
        "date: 2024-99-99",
        "date: yesterday",
    ],
    ids=["tag", "broken", "list", "nested", "key", "alias", "deep", "bomb", "bad date", "no date"],
)
def test_hostile_front_matter_gives_no_facts_and_does_no_harm(tmp_path: Path, block: str) -> None:
    one = document(tmp_path, "hail.md", f"---\n{block}\n---\n{STORY}")
    assert one.text == f"---\n{block}\n---\n{STORY}"
    assert (one.published, one.source.named) == (None, False)


PAGE = """<html lang="en"><head><meta charset="utf-8"><title>Hail in Lunz | Lunz Post</title>
<meta property="og:site_name" content="Lunz Post"><link rel="canonical" href="https://lunz.example/hail">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-06-02T23:10:00+02:00",
"articleBody": "Words from the script"}</script></head><body><nav><a href="/">Home</a><a href="/s">Sport</a></nav>
<article><h1>Hail in Lunz</h1><p>Hail broke windows &amp; roofs in Lunz on Sunday evening, firefighters said.</p>
<p>Shopkeepers swept the glass until midnight.<script>alert("evil")</script></p>
<p>The lake was white for an hour, and two boats sank at their moorings.</p></article>
<div class="comments" id="comments"><p>First! I do not believe a word.</p></div><footer>All rights reserved</footer>
</body></html>"""


def test_a_page_gives_its_account_and_what_it_says_of_itself(tmp_path: Path) -> None:
    one = document(tmp_path, "hail.html", PAGE)
    assert (one.title, one.source.name, one.url) == ("Hail in Lunz", "Lunz Post", "https://lunz.example/hail")
    assert (one.published, one.published_from, one.media_type) == ("2024-06-02", "metadata", "text/html")
    assert "windows & roofs" in one.text
    for unwanted in ("evil", "Words from the script", "Sport", "First!", "All rights reserved", "<"):
        assert unwanted not in one.text
    assert one.sha256 == sha256(PAGE.encode()).hexdigest()
    assert one.text_sha256 == sha256(one.text.encode()).hexdigest()


def test_a_page_in_a_declared_encoding_is_read(tmp_path: Path) -> None:
    markup = '<html><head><meta charset="windows-1251"></head><body><p>Град.</p></body></html>'
    (tmp_path / "g.htm").write_bytes(markup.encode("cp1251"))
    assert read_file(tmp_path / "g.htm", tmp_path).text == "Град."


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 30_000,
        "<p>" + "<b>" * 30_000 + "x",
        "<" * 100_000,
        "<html><body>" + "&amp;#x0;" * 999,
        "<!DOCTYPE",
    ],
    ids=["deep", "bold", "angles", "entities", "doctype"],
)
def test_hostile_markup_is_text_or_one_error(tmp_path: Path, markup: str) -> None:
    with suppress(UnreadableDocumentError):
        assert document(tmp_path, "x.html", markup).text


def test_sidecar_facts_win_over_the_file(tmp_path: Path) -> None:
    facts = Facts("h", "T", "2024-06-03", "P", "https://p.example/", "de", "wire")
    one = document(tmp_path, "hail.html", PAGE, facts)
    assert (one.id, one.title, one.published, one.published_from) == ("h", "T", "2024-06-03", "sidecar")
    assert (one.source.name, one.url, one.language, one.genre) == ("P", "https://p.example/", "de", "wire")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "data:text/html,x"])
def test_an_address_that_is_no_web_address_is_dropped(tmp_path: Path, url: str) -> None:
    assert document(tmp_path, "hail.txt", STORY, Facts(url=url)).url == ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hail in Lunz\n\nIt fell.", "Hail in Lunz"),
        ("\n\n  Hail in Lunz  \nIt fell.", "Hail in Lunz"),
        ("# Hail in Lunz\nIt fell.", "Hail in Lunz"),
        ("Who pays for it?\nNobody.", "Who pays for it?"),
        ("It fell in Lunz.\nIt melted.", ""),
        ("Hail in Lunz", ""),
        ("17 June 2024\nIt fell.", ""),
        ("LUNZ, June 2 (Agency) — Hail fell\nIt melted.", ""),
        (" date 2024-06-02 Hail in Lunz\nIt fell.", ""),
        ("Hail " * 60 + "\nIt fell.", ""),
        ("* * *\nIt fell.", ""),
    ],
)
def test_a_first_line_that_looks_like_a_title_is_one(tmp_path: Path, text: str, title: str) -> None:
    assert document(tmp_path, "hail.txt", text).title == title


@pytest.mark.parametrize(("doc", "id_"), [("a b/c\\d\x85", "a_b_c_d_"), ("x" * 300, "x" * 100), ("ғ", "ғ")])
def test_an_id_holds_nothing_that_paths_or_lines_trip_over(tmp_path: Path, doc: str, id_: str) -> None:
    assert document(tmp_path, "hail.txt", STORY, Facts(doc=doc)).id == id_


def test_the_limit_of_size_is_exact_and_the_error_crosses_processes(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(
        UnreadableDocumentError, match=r"cannot read long\.txt: is larger than 20 MB"
    ) as caught:
        read_file(path, tmp_path)
    assert pickle.loads(pickle.dumps(caught.value)).reason == "is larger than 20 MB"
