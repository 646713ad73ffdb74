"""How long every view of a large case takes to answer, and how many bytes it sends.

python -m benchmarks.pages CASE [--statements N]

Makes a case of so many statements (100,000 by default) at CASE unless it is there, opens it like
`svod serve`, asks every view, page and table once and then again and again, writes a decision and
asks once more. Times are those of this process's processor, server and asking together, so that
what else runs on the machine does not count.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import process_time

import httpx
from starlette.testclient import TestClient

from benchmarks.large import write_large
from svod.deciding import decide
from svod.decisions import Request
from svod.export import TABLES
from svod.export.report.sections import Sections
from svod.store import read_record
from svod.web import create_app
from svod.web.rendering import MENU

_STATEMENTS = 100_000
_TIMES = 20
_ENOUGH_S = 4.0
_PORT = 8765
_TOKEN = "measured"  # noqa: S105  opens nothing but this run
_AS_OF = "2031-06-10"


@dataclass(frozen=True, slots=True)
class Row:
    """What one view took: milliseconds the first time, in the middle and at the 95th percentile."""

    view: str
    first: float
    middle: float
    most: float
    size: int
    packed: int

    def __str__(self) -> str:
        times = f"{self.first:,.0f} | {self.middle:,.0f} | {self.most:,.0f}"
        return f"| `{self.view}` | {times} | {self.size / 1000:,.0f} | {self.packed / 1000:,.0f} |"


def views(sections: Sections) -> Iterator[tuple[str, str]]:
    """Yield every view of a record: what it is called and its address."""
    record = sections.record
    yield from ((path, path) for path, _ in MENU)
    event = max(record.events, key=lambda one: (len(one.statements), one.id))
    series = max(record.series, key=lambda one: (len(one.statements), one.id))
    entity = max(record.entities, key=lambda one: (one.mentions, one.id))
    person = max((e for e in record.entities if e.place is None), key=lambda one: (one.mentions, one.id))
    word = record.statements[0].citation.quote.split()[0]
    yield "/events/ID", f"/events/{event.id}"
    yield "/figures/ID", f"/figures/{series.id}"
    yield "/differences/ID", f"/differences/{record.disagreements[0].id}"
    yield "/accounts/ID", f"/accounts/{record.documents[0].id}"
    yield "/statements/ID", f"/statements/{record.statements[0].id}"
    yield "/entities/PLACE", f"/entities/{entity.id}"
    yield "/entities/PERSON", f"/entities/{person.id}"
    yield "/search?q=WORD", f"/search?q={word}"
    yield "/chronology?page=40", "/chronology?page=40"
    yield "/chronology?type=…&since=…", "/chronology?type=protest&since=2031-05-10&until=2031-05-20"
    yield "/chronology?actor=…", "/chronology?actor=protesters"
    yield "/chronology?lang=ru", "/chronology?lang=ru"
    yield "/chronology?as_of=…", f"/chronology?as_of={_AS_OF}"
    yield "/bulk", "/bulk"
    yield "/bulk?kind=event", "/bulk?kind=event"
    yield "/api/case", "/api/case"
    yield "/api/map.geojson", "/api/map.geojson"
    for table in (*sorted(TABLES), "queue", "decisions"):
        yield f"/api/{table}", f"/api/{table}"
    yield "/api/statements?offset=50000", "/api/statements?offset=50000"
    yield "/api/events.csv", "/api/events.csv"


def measure(client: httpx.Client, view: str, address: str, times: int) -> Row:
    """Ask one view once, then `times` more."""
    first, body = _asked(client, address)
    spent: list[float] = []
    while len(spent) < times and sum(spent) < _ENOUGH_S:
        spent.append(_asked(client, address)[0])
    most = quantiles(spent, n=20)[-1] if len(spent) > 1 else spent[0]
    packed = len(gzip.compress(body, 5))
    return Row(view, 1000 * first, 1000 * median(spent), 1000 * most, len(body), packed)


def _asked(client: httpx.Client, address: str) -> tuple[float, bytes]:
    began = process_time()
    answer = client.get(address)
    spent = process_time() - began
    answer.raise_for_status()
    return spent, answer.content


def main() -> None:
    """Print a row a view, then what a decision takes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("case", type=Path, help="the case; made if it is not there")
    parser.add_argument("--statements", type=int, default=_STATEMENTS, help="how many a new case holds")
    told = parser.parse_args()
    case: Path = told.case
    if not case.exists():
        write_large(case, told.statements)
    base = f"http://127.0.0.1:{_PORT}"
    with TestClient(create_app(case, _TOKEN, _PORT), base_url=base) as client:
        opened = process_time()
        client.get("/", params={"token": _TOKEN}).raise_for_status()
        _say(f"opened in {process_time() - opened:.1f} s\n")
        _say("| view | first, ms | median, ms | p95, ms | kB | kB packed |\n|---|---|---|---|---|---|")
        for view, address in views(Sections(read_record(case))):
            _say(str(measure(client, view, address, _TIMES)))
        began = process_time()
        said = read_record(case).statements[0].id
        decide(case, [Request("accept", (said,))], by="benchmark")
        wrote = process_time()
        client.get(f"/statements/{said}").raise_for_status()
        _say(f"\na decision was written in {wrote - began:.1f} s, shown after {process_time() - wrote:.1f} s")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
