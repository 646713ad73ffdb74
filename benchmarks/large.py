"""A made-up crisis of any size as a case, made of statements, so that no text need be read."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from benchmarks.reading import document_of
from svod.model import (
    EVENT_TYPES,
    MEASURES,
    AccusationClaim,
    Citation,
    CommitmentClaim,
    DemandClaim,
    Document,
    EventClaim,
    FigureClaim,
    Mention,
    Original,
    Party,
    Place,
    Record,
    Source,
    Span,
    Statement,
    Voice,
)
from svod.model.codebook import Group, Kind
from svod.model.statement import Claim
from svod.pipeline import weigh
from svod.store import write_case

_TOLD = 8
"""Statements on one thing."""
_A_DOCUMENT = 20
_DAYS = 60
_PLACES = 200
_WORDS = 3_000
_OUTLETS = 150
_VOICES = 400
_DENIED, _UNCERTAIN, _QUOTED = 0.03, 0.05, 0.4
_KINDS: dict[Kind, int] = {"event": 66, "figure": 20, "demand": 5, "commitment": 5, "accusation": 4}
_GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class _Thing:
    """What several accounts tell of."""

    kind: Kind
    sense: str
    where: Place
    day: int
    doer: Party
    number: int
    words: tuple[str, ...]


def write_large(case: Path, count: int) -> Record:
    """Write a case of `count` statements, twenty in an account, and return its record."""
    record = weigh(made_up_record(count), [])
    with TemporaryDirectory() as folder:
        write_case(case, record, [_original(Path(folder), document) for document in record.documents])
    return record


def made_up_record(count: int, seed: int = 1) -> Record:
    """Return documents, statements and mentions, not yet weighed; the same every time.

    Things have types and places by a power law and are told eight times each, by accounts of one
    language out of three, in words half shared, with figures that differ and now and then a denial.
    """
    draw = random.Random(seed)  # noqa: S311 - a made-up crisis, no secret
    told: dict[int, list[_Thing]] = defaultdict(list)
    accounts = max(_TOLD, count // _A_DOCUMENT)
    for at, thing in enumerate(_things(draw, count // _TOLD)):
        for account in draw.sample(range(accounts), min(_TOLD, count - at * _TOLD)):
            told[account].append(thing)
    documents, statements, mentions = [], [], []
    for account in sorted(told):
        document, said, named = _account(draw, account, told[account])
        documents.append(document)
        statements += said
        mentions += named
    return Record("A made-up crisis", tuple(documents), tuple(statements), tuple(mentions))


def _things(draw: random.Random, count: int) -> Iterator[_Thing]:
    kinds, places = (
        draw.choices(list(_KINDS), [*_KINDS.values()], k=count),
        [_place(n) for n in range(_PLACES)],
    )
    senses = {"event": (EVENT_TYPES, _zipf(len(EVENT_TYPES))), "figure": (MEASURES, _zipf(len(MEASURES)))}
    shares = _zipf(_PLACES)
    for kind in kinds:
        types, weights = senses.get(kind, (("",), [1.0]))
        group = draw.choice(_GROUPS)
        person = f"Person {draw.randrange(_VOICES)}" if draw.random() < 1 / 4 else ""
        yield _Thing(
            kind=kind,
            sense=draw.choices(types, weights)[0],
            where=draw.choices(places, shares)[0],
            day=draw.randrange(_DAYS),
            doer=Party(person or group.replace("_", " "), group, name=person),
            number=draw.randrange(3, 400),
            words=tuple(_word(draw) for _ in range(8)),
        )


def _account(
    draw: random.Random, number: int, things: list[_Thing]
) -> tuple[Document, list[Statement], list[Mention]]:
    name, pieces, at = f"d{number:05}", [], 0
    statements: list[Statement] = []
    mentions: list[Mention] = []
    for thing in things:
        quote = " ".join([*draw.sample(thing.words, 4), *(_word(draw) for _ in range(4)), thing.where.name])
        said = _statement(draw, thing, Citation(name, Span(at, at + len(quote)), quote))
        statements.append(said)
        mentions += _mentions(said, thing)
        pieces.append(quote)
        at += len(quote) + 2
    last = max(thing.day for thing in things)
    document = document_of(". ".join(pieces) + ".\n", ("en", "ru", "kk")[number % 3], _day(last), name)
    outlet = Source(f"Outlet {number % _OUTLETS}", kind="outlet")
    return replace(document, source=outlet, title=f"Account {number}"), statements, mentions


def _statement(draw: random.Random, thing: _Thing, citation: Citation) -> Statement:
    voice = (Voice(f"Person {draw.randrange(_VOICES)}", named=True),) if draw.random() < _QUOTED else ()
    return Statement(
        citation,
        _claim(draw, thing, citation.quote),
        "denied" if draw.random() < _DENIED else "affirmed",
        "uncertain" if draw.random() < _UNCERTAIN else "actual",
        _day(thing.day),
        "clause",
        thing.where,
        voice,
        "made up",
        citation.span,
        citation.span,
    )


def _claim(draw: random.Random, thing: _Thing, quote: str) -> Claim:
    match thing.kind:
        case "event":
            return EventClaim(thing.sense, thing.doer, None)  # type: ignore[arg-type]  # drawn from the list
        case "figure":
            value = float(thing.number if draw.random() < 2 / 3 else thing.number + draw.randrange(30))
            measure = thing.sense
            return FigureClaim(measure, "people", value, value, "exact", "persons")  # type: ignore[arg-type]
        case "demand":
            return DemandClaim(thing.doer, quote)
        case "commitment":
            return CommitmentClaim(thing.doer, quote)
        case "accusation":
            return AccusationClaim(None, thing.doer, quote)


def _mentions(said: Statement, thing: _Thing) -> Iterator[Mention]:
    at, where = said.citation.span, thing.where
    place = Span(at.end - len(where.name), at.end)
    yield Mention(
        said.citation.document, "place", place, where.name, where.name, where.kind, "made up", where
    )
    for voice in said.voice:
        word = said.citation.quote.split()[0]
        span = Span(at.start, at.start + len(word))
        yield Mention(said.citation.document, "name", span, word, voice.name, "person", "made up")


def _original(folder: Path, document: Document) -> Original:
    path = folder / document.file
    path.write_text(document.text, "utf-8", newline="")
    return Original(document.id, document.file, document.sha256, path)


def _zipf(count: int) -> list[float]:
    return [1 / rank for rank in range(1, count + 1)]


def _word(draw: random.Random) -> str:
    return f"w{draw.randrange(_WORDS)}"


def _place(number: int) -> Place:
    east, north = 60 + number % 20, 40 + number // 20
    return Place(f"p{number}", f"Place {number}", "city", "LA", north, east, 5.0, (f"r{number % 12}", "land"))


def _day(number: int) -> str:
    return f"2031-{5 + number // 30:02}-{number % 30 + 1:02}"
