"""Profiles: whose names leave a case."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from svod.model import Entity, Mention, Record
from svod.publishing.bars import make_bars

Profile = Literal["case", "public"]
"""`case`: what people withheld is withheld. `public`: all private persons too, and places are coarser."""
PROFILES: tuple[Profile, ...] = get_args(Profile)

_WORD = re.compile(r"[^\W\d_]+")

_LEAST_PART = 3
"""A part of a name with fewer letters is withheld within the whole name alone."""


def withheld_words(record: Record, profile: Profile) -> tuple[str, ...]:
    """Return what may not leave a case in a profile: names in all their forms, places, passages."""
    words = {
        ruling.decision.value
        for ruling in record.decisions
        if _withholds(ruling.decision.action, ruling.status)
    }
    named = {word.casefold() for word in words}
    chosen = [e for e in record.entities if named & {form.casefold() for form in (e.name, *e.names)}]
    if profile == "public":
        chosen += private_persons(record)
    forms = {form for entity in chosen for form in (entity.name, *entity.names)}
    kept = _elsewhere(record, {*words, *forms}) & _parts(e for e in record.entities if e not in chosen)
    parts = {part for e in chosen if e.kind == "person" for part in _parts([e]) - kept}
    return tuple(sorted({*words, *forms, *parts} - {""}))


def private_persons(record: Record) -> list[Entity]:
    """Return persons that nothing shows to hold a public office.

    Somebody counts as public where a word of office stands right before or,
    behind a comma, right after the name, in any account; in doubt a person is
    private. Source of the words: `offices.toml`.
    """
    public = set(_public_forms(record))
    return [
        entity
        for entity in record.entities
        if entity.kind == "person" and not public & {form.casefold() for form in (entity.name, *entity.names)}
    ]


def _withholds(action: str, status: str) -> bool:
    return action == "redact" and status != "undone"


def _public_forms(record: Record) -> Iterator[str]:
    texts = {document.id: document.text for document in record.documents}
    for mention in record.mentions:
        if (
            mention.kind == "name"
            and mention.detail == "person"
            and _holds_office(mention, texts[mention.document])
        ):
            yield mention.text.casefold()
            yield (mention.value or mention.text).casefold()


def _holds_office(mention: Mention, text: str) -> bool:
    before, after = text[max(0, mention.span.start - 120) : mention.span.start], text[mention.span.end :][:60]
    within = mention.span.of(text)
    return bool(
        mention.rule.startswith("known")
        or _office_before().search(before)
        or _office_after().match(after)
        or _office_within().match(within)
    )


@cache
def _offices() -> str:
    table = tomllib.loads(files("svod.publishing").joinpath("offices.toml").read_text("utf-8"))
    words = sorted(
        {word for tag in table["offices"] for word in table["offices"][tag]}, key=lambda w: (-len(w), w)
    )
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")\w{0,3}"


@cache
def _office_before() -> re.Pattern[str]:
    # "Minister ", "Minister of Internal Affairs ", «министр внутренних дел »; no verb may stand between.
    of = r"(?:\s+(?:of|for)(?:\s+[\w-]+){1,5}|(?:\s+[\w-]+(?:их|ых|ого|его|ой|ей|дел|ов|ев|ия|ии|ы|ан|ана)){1,4})?"
    return re.compile(rf"\b{_offices()}{of},?\s+$", re.IGNORECASE)


@cache
def _office_after() -> re.Pattern[str]:
    return re.compile(rf"\s*,\s+(?:the\s+|a\s+)?(?:[\w-]+\s+){{0,2}}?{_offices()}\b", re.IGNORECASE)


@cache
def _office_within() -> re.Pattern[str]:
    return re.compile(rf"{_offices()}\s", re.IGNORECASE)


def _elsewhere(record: Record, whole: Iterable[str]) -> set[str]:
    """Return the words of all accounts that stand there outside the whole names that are withheld."""
    bars = make_bars(whole)
    return {
        word for document in record.documents for word in _WORD.findall(bars.over(document.text).casefold())
    }


def _parts(entities: Iterable[Entity]) -> set[str]:
    names = (form for entity in entities for form in (entity.name, *entity.names))
    return {part.casefold() for name in names for part in _WORD.findall(name) if len(part) >= _LEAST_PART}
