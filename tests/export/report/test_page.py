"""The report keeps its promises on a made-up case; see `sarybel_case`."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from svod.export import write_report
from svod.model import Citation, EventClaim, Party, Record, Span, Statement, Trouble

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><style>*{display:none}</style>"


class Page(HTMLParser):
    """What a test asks of a page: tags, ids, links and the text of each account."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.attributes += given.items()
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in ("meta", "rect", "line", "path", "circle", "br"):
            self._open.append((tag, given.get("class", "")))
        if given.get("class") == "text":
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("rect", "line", "path", "circle"):
            assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = {name for _, name in self._open}
        if "text" in classes and "ref" not in classes:
            self.texts[-1] += data


def written(record: Record) -> str:
    stream = io.StringIO(newline="")
    write_report(record, stream)
    return stream.getvalue()


@pytest.fixture
def html(record: Record) -> str:
    return written(record)


@pytest.fixture
def page(html: str) -> Page:
    return Page(html)


def hostile(record: Record) -> Record:
    """Return the record with markup in every field that comes from a source."""
    documents = [
        replace(
            d,
            title=HOSTILE,
            file=HOSTILE,
            genre=HOSTILE,
            language='en"><script>',
            url="javascript:alert(1)",
            text=d.text + HOSTILE,
            source=replace(d.source, name=HOSTILE),
        )
        for d in record.documents
    ]
    return replace(
        record,
        title=HOSTILE,
        documents=tuple(documents),
        origins=tuple((statement, HOSTILE) for statement, _ in record.origins),
        events=tuple(replace(event, title=HOSTILE) for event in record.events),
        labels=tuple(replace(label, words=HOSTILE) for label in record.labels),
        troubles=(Trouble(HOSTILE, HOSTILE),),
    )


def test_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)


def test_no_id_is_given_twice(page: Page) -> None:
    assert [name for name, count in Counter(page.ids).items() if count > 1] == []


def test_every_statement_event_series_and_disagreement_has_its_place(record: Record, page: Page) -> None:
    ids = set(page.ids)
    assert {f"s-{said.id}" for said in record.statements} <= ids
    assert {f"e-{event.id}" for event in record.events} <= ids
    assert {f"f-{series.id}" for series in record.series} <= ids
    assert {f"x-{item.id}" for item in record.disagreements} <= ids


def test_the_words_of_every_statement_lead_back_to_its_item(record: Record, page: Page) -> None:
    linked = set(page.links)
    assert {f"#e-{event.id}" for event in record.events} <= linked
    for said in record.statements:
        if said.kind in ("demand", "commitment", "accusation"):
            assert f"#{said.kind[0]}-{said.id}" in linked


def test_accounts_stand_there_to_the_letter(record: Record, page: Page) -> None:
    assert sorted(page.texts) == sorted(document.text for document in record.documents)


def test_nothing_is_fetched_from_anywhere(page: Page) -> None:
    assert not page.tags.keys() & {"script", "link", "img", "iframe", "object", "embed", "audio", "video"}
    assert [
        value for name, value in page.attributes if name in ("src", "srcset", "xlink:href", "action")
    ] == []
    assert [link for link in page.links if not link.startswith("#")] == ["https://example.org/white-sky"]
    style = files("svod.export.report").joinpath("templates/style.css").read_text("utf-8")
    assert re.findall(r"url\((?!#)|@import", style) == []


def test_the_page_forbids_everything_but_its_own_style(html: str) -> None:
    assert "default-src 'none'; style-src 'unsafe-inline'" in html


def test_markup_in_sources_stays_text(record: Record) -> None:
    tags = Page(written(hostile(record))).tags
    assert (tags["script"], tags["img"], tags["style"]) == (0, 0, 1)


def test_no_address_that_runs_code_becomes_a_link(record: Record) -> None:
    assert "javascript:" not in " ".join(Page(written(hostile(record))).links)


def test_no_attribute_of_markup_runs_code(record: Record) -> None:
    names = {name for name, _ in Page(written(hostile(record))).attributes}
    assert [name for name in names if name.startswith("on")] == []


def test_the_same_record_gives_the_same_page(record: Record) -> None:
    turned = replace(
        record, statements=record.statements[::-1], labels=record.labels[::-1], origins=record.origins[::-1]
    )
    assert written(turned) == written(record)


def test_an_empty_record_gives_a_page(record: Record) -> None:
    page = Page(written(Record("", *((),) * 10)))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert "no-such" not in page.ids


def test_repetition_is_told_apart_from_corroboration(html: str) -> None:
    told = html.partition("Kamysh is emptied</bdi> ")[2].partition("</li>")[0]
    assert "<strong>3 independent origins</strong>" in told
    assert re.search(
        r"Repetition, not corroboration: <bdi>Ministry of Emergencies</bdi> in .*Степная хроника", told
    )


def test_a_figure_given_again_by_one_origin_is_marked(html: str) -> None:
    assert html.count('<span class="small">(again)</span>') == 3


def test_quotes_carry_their_language(record: Record, html: str) -> None:
    assert '<q lang="kk" dir="ltr">31 адамды</q>' in html
    assert 'by <bdi lang="kk">жүздеген тұрғын</bdi>' in html
    arabic = replace(record, documents=tuple(replace(d, language="ar") for d in record.documents))
    assert '<q lang="ar" dir="rtl">' in written(arabic)


def test_what_could_not_be_read_is_listed(html: str) -> None:
    assert "scan-07.pdf" in html


def test_a_lone_surrogate_does_not_stop_the_report(record: Record) -> None:
    odd = replace(record, title="torn \ud83d")
    assert "torn ?" in written(odd)


def variables(css: str) -> Iterator[dict[str, str]]:
    for block in re.findall(r":root \{([^}]*)\}", css):
        yield dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


GROUNDS = ["paper", "faint", "event", "figure", "demand", "commitment", "accusation"]
PAIRS = [(ink, ground) for ink in ("ink", "soft") for ground in [*GROUNDS, "land", "sea"]]
PAIRS += [(ink, ground) for ink in ("link", "no", "accent") for ground in ("paper", "faint")] + [
    ("no", "accusation")
]


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_has_the_contrast_of_wcag_aa(ink: str, ground: str, mode: int) -> None:
    css = files("svod.export.report").joinpath("templates/style.css").read_text("utf-8")
    colours = list(variables(css))[mode]
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def crowded(record: Record, number: int) -> Record:
    """Return the record with many more statements in its longest account."""
    document = max(record.documents, key=lambda d: len(d.text))
    text = document.text * (1 + number // 50)
    spans = [Span(7 * i, 7 * i + 60) for i in range(number) if 7 * i + 60 <= len(text)]
    said = [
        Statement(
            Citation(document.id, span, span.of(text)),
            EventClaim("protest", Party("crowd", "protesters"), None),
            "affirmed",
            "actual",
            "2024-03-12",
            "clause",
            None,
            (),
            "",
            span,
        )
        for span in spans
    ]
    documents = tuple(replace(d, text=text) if d is document else d for d in record.documents)
    return replace(record, documents=documents, statements=(*record.statements, *said))


def test_thousands_of_statements_are_all_marked(record: Record) -> None:
    large = crowded(record, 5_000)
    assert len(large.statements) > 5_000
    assert written(large).count('class="ref"') >= 5_000
