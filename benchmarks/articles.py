"""Pages of the public article-extraction benchmark: how well is the account told from the rest?

python -m benchmarks.articles [--data FOLDER]   (ground-truth.json, html/*.html.gz)

The measure is the benchmark's own (scrapinghub/article-extraction-benchmark, `evaluate.py`): texts
become bags of four words in a row; precision and recall are averaged over pages, F1 is of the averages.
"""

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trafilatura import extract, html2txt

from benchmarks.table import Row, path_of, render, say
from svod.errors import UnreadableDocumentError
from svod.ingest.decoding import decode
from svod.ingest.html import declared_encoding, read_html

SHINGLE = 4
PUBLISHED = ("trafilatura, as published with the set", "", "", ".958", "")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its account as people copied it."""

    markup: str
    account: str


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of the set, sorted by name."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name in sorted(truth):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        try:
            markup, _ = decode(data, name, declared_encoding(data))
        except UnreadableDocumentError:
            markup = data.decode("utf-8", "replace")
        yield Page(markup, truth[name]["articleBody"])


def by_svod(markup: str) -> str:
    """Extract as `svod compile` does."""
    try:
        return read_html(markup, "page").text
    except UnreadableDocumentError:
        return ""


def by_trafilatura(markup: str) -> str:
    """Extract as trafilatura does by itself, comments left out."""
    return extract(markup, include_comments=False) or ""


def all_text(markup: str) -> str:
    """Take everything on the page: the floor."""
    return html2txt(markup)


def shares(account: str, extracted: str) -> tuple[float, float]:
    """Return precision and recall of shingles; 1 where there is nothing to miss or to add."""
    true, found = _shingles(account), _shingles(extracted)
    common = sum((true & found).values())
    return _share(common, found.total()), _share(common, true.total())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    last = max(1, len(words) - SHINGLE + 1)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(last)) if words else Counter()


def _share(common: int, total: int) -> float:
    return common / total if total else 1.0


def measure(name: str, way: Callable[[str], str], of: Sequence[Page]) -> Row:
    """Return the row of one way to extract."""
    start = time.perf_counter()
    texts = [way(page.markup) for page in of]
    seconds = time.perf_counter() - start
    pairs = [shares(page.account, text) for page, text in zip(of, texts, strict=True)]
    precision, recall = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    both = 2 * precision * recall / (precision + recall)
    return name, *(f"{value:.3f}".lstrip("0") for value in (precision, recall, both)), f"{seconds:.0f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    folder = path_of("articles", __doc__.splitlines()[0], arguments, default="article_extraction")
    of = [*pages(folder)]
    ways = (("svod", by_svod), ("trafilatura alone", by_trafilatura), ("all text of the page", all_text))
    rows = [*(measure(name, way, of) for name, way in ways), PUBLISHED]
    say(render(f"{len(of)} pages", ("", "precision", "recall", "F1", "seconds"), rows))


if __name__ == "__main__":
    main()
