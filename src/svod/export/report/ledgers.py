"""Sections: what was demanded, what was promised, who is blamed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from svod.export.report.index import Index, Item
from svod.export.report.quote import Quote, quote
from svod.model import AccusationClaim, BearingKind, CommitmentClaim, DemandClaim, Party, Statement
from svod.tongue import mark
from svod.tongue.dates import render_when
from svod.tongue.numbers import render_range


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A party in the words of the text, or by name, in which case `language` is empty."""

    text: str
    language: str


LATER: Mapping[BearingKind, str] = {
    "repeated": mark("Repeated later:"),
    "promised": mark("Promised later:"),
    "done": mark("Told as done later:"),
    "contradicted": mark("Contradicted later:"),
}
"""In which way a later statement bears on a promise or demand → how that is told."""


@dataclass(frozen=True, slots=True)
class Later:
    """A later statement that bears on a promise or demand: in which way, and its words."""

    how: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Entry:
    """One demand, commitment or accusation.

    Attributes:
        item: Its name and anchor.
        by: Who speaks, or `None` if nobody is told.
        group: Word for the class of that party, empty if `by` says the same.
        content: What is wanted, promised or laid to somebody's charge.
        beneficiary: Whom it is promised to, or empty.
        amount: Sum promised, or empty.
        due: By when, or empty.
        against: Who is blamed, or `None`.
        when: When it was made.
        origin: Who stands behind the statement.
        quote: The words.
        later: What later statements say on it, in the order of accounts.
    """

    item: Item
    by: PartyWords | None
    group: str
    content: str
    beneficiary: str
    amount: str
    due: str
    against: PartyWords | None
    when: str
    origin: str
    quote: Quote
    later: tuple[Later, ...] = ()


def ledger(index: Index, kind: str) -> list[Entry]:
    """Return the entries of one kind, in the order of accounts, then offset."""
    later: dict[str, dict[str, BearingKind]] = defaultdict(dict)
    for one in index.record.bearings:
        later[one.promise][one.statement] = one.how
    return [_entry(index, said, later[said.id]) for said in index.loose(kind)]


def _entry(index: Index, said: Statement, how: Mapping[str, BearingKind]) -> Entry:
    claim = said.claim
    assert isinstance(claim, DemandClaim | CommitmentClaim | AccusationClaim)
    promise = claim if isinstance(claim, CommitmentClaim) else None
    amount = promise.amount if promise else None
    said_in = index.documents[said.citation.document].language
    tongue = index.tongue
    by = _words(index, claim.by, said_in)
    group = tongue.word("group", claim.by.group) if claim.by else ""
    return Entry(
        item=index.items[said.id],
        by=by,
        group="" if by and by.text.casefold() == group else group,
        content=claim.content,
        beneficiary=promise.beneficiary if promise else "",
        amount=render_range(tongue, amount, amount, promise.unit) if promise and amount is not None else "",
        due=render_when(tongue, promise.due) if promise and promise.due else "",
        against=_words(index, claim.against, said_in) if isinstance(claim, AccusationClaim) else None,
        when=render_when(tongue, said.when, bounds=said.dated_by == "bounds") if said.when else "",
        origin=index.origins.get(said.id, ""),
        quote=quote(index, said),
        later=tuple(Later(index.tongue.say(LATER[how[s.id]]), quote(index, s)) for s in index.picked(how)),
    )


def _words(index: Index, party: Party | None, language: str) -> PartyWords | None:
    if party is None:
        return None
    if party.text and not party.name:
        return PartyWords(party.text, language)
    return PartyWords(party.name or index.tongue.word("group", party.group), "")
