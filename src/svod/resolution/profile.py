"""Profiles: what is compared of a statement, computed once."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from svod.model import AccusationClaim, EventClaim, FigureClaim, Mention, Party, Place, Span, Statement, edtf
from svod.resolution.content import OWN_KEYS, content_keys, has_word, numbers
from svod.resolution.fold import fold_words
from svod.resolution.weights import words_of

OFFENDERS = words_of("offenders")
_HAZARDS = words_of("hazards")
_ADDED = words_of("added")

Linked = EventClaim | FigureClaim | AccusationClaim
"""The claims that are linked across documents."""

Spot = tuple[str, int, int]
"""Account (the root of its reprints), start and end of a quote."""


@dataclass(frozen=True, slots=True)
class Doer:
    """A party of an event, ready to compare: class of the codebook and content words."""

    group: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """Statements of one wording, ready to compare.

    Attributes:
        ids: Ids of the statements, sorted; several where an account was
            reprinted or says the same again in the same words.
        key: What makes the profile, for a fixed order: unique in a case.
        type: Event type, measure, or `accusation`.
        first: First day it may have been, as an ordinal; of a denial that its
            own clause does not date, the first of all days: what is denied was
            told before.
        last: Last day, as an ordinal.
        dated: Whether it has a date at all.
        where: Place, or `None`.
        placed: Whether words of one of the statements tell the place.
        denied: Whether the text says that it did not happen.
        ahead: Whether it is planned or conditional.
        spots: Where the quotes stand, sorted.
        keys: Content words of the quote, the parties and the names in it.
        numbers: Numbers in the quote.
        claim: The claim itself.
        actor: Who did it (events).
        target: To whom (events), or who is blamed (accusations).
        quote: The words of the first statement.
        script: Script of the quote, `Latin` or `Cyrillic`; empty for another.
        added: Whether the words say that a number came on top of an earlier one.
        charges: What offenders an accusation calls people in so many words.
        hazards: Of what kinds a disaster is told to be.
    """

    ids: tuple[str, ...]
    key: tuple[str, ...]
    type: str
    first: int
    last: int
    dated: bool
    where: Place | None
    placed: bool
    denied: bool
    ahead: bool
    spots: tuple[Spot, ...]
    keys: frozenset[str]
    numbers: frozenset[str]
    claim: Linked
    actor: Doer | None
    target: Doer | None
    quote: str
    script: str
    added: bool
    charges: frozenset[str]
    hazards: frozenset[str]


def make_profiles(
    statements: Iterable[Statement],
    mentions: Mapping[str, Sequence[Mention]],
    roots: Mapping[str, str],
    apart: frozenset[str],
) -> tuple[Profile, ...]:
    """Return the profiles of event, figure or accusation statements, sorted by key.

    Statements that say the same in the same words, of the same time and place
    (as reprints do), share one; so a reprint weighs nothing in clustering.

    Args:
        statements: Of one of these kinds.
        mentions: Names and places of each document, in text order.
        roots: Account behind each document (`svod.model.reprint_roots`).
        apart: Ids of statements that keep a profile of their own, because
            people decided on them.
    """
    alike: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        own = statement.id if statement.id in apart else ""
        alike[(*_wording(statement), own)].append(statement)
    return tuple(_profile(key, alike[key], mentions, roots) for key in sorted(alike))


def _wording(statement: Statement) -> tuple[str, ...]:
    claim, place = statement.claim, statement.where
    return (
        *_claim_key(claim),
        statement.when or "",
        place.id if place else "",
        " ".join(statement.citation.quote.casefold().split()),
        statement.polarity,
        statement.modality,
    )


def _claim_key(claim: object) -> tuple[str, ...]:
    if isinstance(claim, EventClaim):
        return ("event", claim.type, *_party_key(claim.actor), *_party_key(claim.target))
    if isinstance(claim, AccusationClaim):
        return ("accusation", " ".join(claim.content.casefold().split()), *_party_key(claim.against))
    assert isinstance(claim, FigureClaim)
    return ("figure", claim.measure, claim.of, repr(claim.low), repr(claim.high), claim.bound, claim.unit)


def _party_key(party: Party | None) -> tuple[str, str]:
    return (party.group, " ".join((party.text or "").casefold().split())) if party else ("", "")


def _profile(
    key: tuple[str, ...],
    statements: list[Statement],
    mentions: Mapping[str, Sequence[Mention]],
    roots: Mapping[str, str],
) -> Profile:
    statements = sorted(statements, key=lambda s: s.id)
    claim, quote = statements[0].claim, statements[0].citation.quote
    assert isinstance(claim, Linked)
    first, last = _window(statements[0])
    actor, target = _parties(claim)
    texts = [quote, *(p.text for p in (actor, target) if p and p.text)]
    names = frozenset(name for s in statements for name in _names_in(s, mentions))
    return Profile(
        ids=tuple(s.id for s in statements),
        key=key,
        type=_type(claim),
        first=first.toordinal(),
        last=last.toordinal(),
        dated=(first, last) != (date.min, date.max),
        where=statements[0].where,
        placed=any(s.tells_place for s in statements),
        denied=statements[0].polarity == "denied",
        ahead=statements[0].modality in {"planned", "conditional"},
        spots=tuple(sorted({_spot(s, roots) for s in statements})),
        keys=(content_keys(texts) | names) - OWN_KEYS.get(_type(claim), frozenset()),
        numbers=numbers(quote),
        claim=claim,
        actor=_doer(actor),
        target=_doer(target),
        quote=quote,
        script=_script(quote),
        added=has_word(quote, _ADDED),
        charges=content_keys([claim.content]) & OFFENDERS
        if isinstance(claim, AccusationClaim)
        else frozenset(),
        hazards=content_keys([quote]) & _HAZARDS if _type(claim) == "disaster" else frozenset(),
    )


def _window(statement: Statement) -> tuple[date, date]:
    first, last = edtf.days(statement.when)
    if statement.polarity == "denied" and statement.dated_by != "clause":
        return date.min, last
    return first, last


def _type(claim: Linked) -> str:
    match claim:
        case EventClaim():
            return claim.type
        case FigureClaim():
            return claim.measure
        case AccusationClaim():
            return "accusation"


def _parties(claim: Linked) -> tuple[Party | None, Party | None]:
    match claim:
        case EventClaim():
            return claim.actor, claim.target
        case FigureClaim():
            return None, None
        case AccusationClaim():
            return None, claim.against


def _script(quote: str) -> str:
    letter = next((c for c in quote if c.isalpha()), "")
    name = unicodedata.name(letter, "") if letter else ""
    return next((script for script in ("Latin", "Cyrillic") if name.startswith(script.upper())), "")


def _spot(statement: Statement, roots: Mapping[str, str]) -> Spot:
    at = statement.citation
    return (roots.get(at.document, at.document), at.span.start, at.span.end)


def _doer(party: Party | None) -> Doer | None:
    if party is None:
        return None
    return Doer(party.group, content_keys([party.text or "", party.name]))


def _names_in(statement: Statement, mentions: Mapping[str, Sequence[Mention]]) -> Iterable[str]:
    """Yield the last words of the names inside the quote: what an account
    never leaves out of a name, in one script.
    """
    span: Span = statement.citation.span
    for mention in mentions.get(statement.citation.document, ()):
        if span.contains(mention.span) and (folded := fold_words(mention.value or mention.text)):
            yield folded[-1][:6]
