"""Known actors of the news: agencies, outlets, international bodies, and kinds of state bodies."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from svod.errors import MalformedLexiconError

ActorKind = Literal["agency", "outlet", "platform", "intergovernmental", "rescue", "rights", "state", "armed"]
_LANGUAGES = ("en", "ru", "kk")
_QUOTES = re.compile(r"[«»„“”\"‚‘’'`ʼ]")


@dataclass(frozen=True, slots=True)
class Alias:
    """A way to write a name in one language.

    Attributes:
        text: The words, without quotation marks.
        language: BCP 47 tag.
        quoted: Whether it counts only where the text puts it in quotation
            marks, because it is a common word too.
    """

    text: str
    language: str
    quoted: bool = False

    @property
    def is_abbreviation(self) -> bool:
        """Whether it counts only in the case of letters that it has here."""
        return len(self.text) <= 5 and self.text.upper() == self.text


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody the press speaks of everywhere.

    Attributes:
        name: Canonical English name.
        kind: What sort of actor.
        country: ISO 3166-1 alpha-2 of its seat or state, or empty.
        wikidata: Wikidata id, or empty where it is not certain.
        aliases: All ways to write it, the canonical name first.
    """

    name: str
    kind: ActorKind
    country: str
    wikidata: str
    aliases: tuple[Alias, ...]

    @property
    def passes_on(self) -> bool:
        """Whether it passes on what others say (agencies, outlets, platforms)."""
        return self.kind in {"agency", "outlet", "platform"}


@dataclass(frozen=True, slots=True)
class Country:
    """A country as state bodies carry it in their names.

    Attributes:
        code: ISO 3166-1 alpha-2.
        name: English name without article.
        adjective: English adjective.
        aliases: Names, adjectives and abbreviations in all languages.
        capitals: Capital in English, by which the press calls a government.
    """

    code: str
    name: str
    adjective: str
    aliases: tuple[Alias, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of state body that every country, region or city has one of.

    Attributes:
        name: English name with nothing told about whose it is.
        of_country: Template with `{adjective}` or `{country}`, or empty.
        of_place: Template with `{place}`, or empty.
        aliases: Patterns in all languages. One that begins with a capital
            letter is a name by itself, others only with a country or place.
    """

    name: str
    of_country: str
    of_place: str
    aliases: tuple[Alias, ...]

    def named(self, country: Country | None = None, place: str = "") -> str:
        """Return its English name with the country or place it belongs to.

        Args:
            country: Whose it is, if it is a country's.
            place: English name of the city or region, if it is theirs; also
                what a template for countries is filled with if there is no other.
        """
        if country:
            template = self.of_country or f"{{adjective}} {self.name}"
            return template.format(adjective=country.adjective, country=country.name)
        if place:
            return (self.of_place or f"{{place}} {self.name}").format(place=place)
        return self.name


@dataclass(frozen=True, slots=True, eq=False)
class KnownActors:
    """All known actors, countries and kinds of state bodies, with a look-up by name.

    Two of them are equal only if they are the same object.
    """

    actors: tuple[Actor, ...]
    countries: tuple[Country, ...]
    bodies: tuple[Body, ...]
    _by_name: Mapping[str, Actor] = field(repr=False, compare=False, default_factory=dict)
    _by_country: Mapping[str, Country] = field(repr=False, compare=False, default_factory=dict)
    _by_capital: Mapping[str, Country] = field(repr=False, compare=False, default_factory=dict)

    def find(self, name: str) -> Actor | None:
        """Return the actor of a name in any of its languages, or `None`.

        Args:
            name: As `fold_name` gives it.
        """
        return self._by_name.get(name)

    def find_country(self, name: str) -> Country | None:
        """Return the country of a folded name or adjective, or `None`."""
        return self._by_country.get(name)

    def find_government(self, capital: str) -> Country | None:
        """Return the country of a folded English name of its capital, or `None`."""
        return self._by_capital.get(capital)


def fold_name(name: str) -> str:
    """Return a name as it is looked up: lower case, `ё` as `е`, no quotation
    marks, no article, single spaces; hyphens count as spaces.
    """
    text = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    text = re.sub(r"[\s\-‐‑–]+", " ", _QUOTES.sub("", text)).strip()
    return text.removeprefix("the ")


@cache
def load_actors() -> KnownActors:
    """Return the known actors that ship with svod.

    Raises:
        MalformedLexiconError: If a data file breaks its schema.
    """
    actors = tuple(_actors())
    countries = tuple(
        Country(
            row["code"],
            row["name"],
            row["adjective"],
            _aliases(row, "name", "adjective"),
            _list(row["capital"]),
        )
        for row in _rows("actors_countries.tsv")
    )
    bodies = tuple(
        Body(row["name"], row["of_country"], row["of_place"], _aliases(row))
        for row in _rows("actors_bodies.tsv")
    )
    return KnownActors(
        actors,
        countries,
        bodies,
        {fold_name(alias.text): actor for actor in reversed(actors) for alias in actor.aliases},
        {fold_name(alias.text): country for country in reversed(countries) for alias in country.aliases},
        {fold_name(capital): country for country in reversed(countries) for capital in country.capitals},
    )


def _actors() -> Iterator[Actor]:
    kinds = dict(zip(get_args(ActorKind), get_args(ActorKind), strict=True))
    for row in _rows("actors.tsv"):
        if row["kind"] not in kinds:
            raise MalformedLexiconError(
                "gazetteer/actors.tsv", f"{row['name']} has no such kind: {row['kind']}"
            )
        kind: ActorKind = kinds[row["kind"]]
        yield Actor(row["name"], kind, row["country"], row["wikidata"], _aliases(row, "name"))


def _aliases(row: Mapping[str, str], *own: str) -> tuple[Alias, ...]:
    aliases = [Alias(row[column], "en") for column in own]
    aliases += [_alias(text, tag) for tag in _LANGUAGES for text in _list(row[tag])]
    return tuple(dict.fromkeys(aliases))


def _alias(text: str, language: str) -> Alias:
    if text.startswith('"') and text.endswith('"'):
        return Alias(text.strip('"'), language, quoted=True)
    return Alias(text.replace('"', ""), language)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _rows(file: str) -> Iterator[dict[str, str]]:
    text = (files("svod.gazetteer") / file).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise MalformedLexiconError(f"gazetteer/{file}", f"row {number} has {len(cells)} columns")
        yield dict(zip(header, cells, strict=True))
