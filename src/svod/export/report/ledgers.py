"""Sections: what was demanded, what was promised, who is blamed."""

from dataclasses import dataclass

from svod.export.report.dates import render_when
from svod.export.report.index import Index, Item
from svod.export.report.numbers import render_range
from svod.export.report.quote import Quote, quote
from svod.export.report.words import render_word
from svod.model import AccusationClaim, CommitmentClaim, DemandClaim, Party, Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """One demand, commitment or accusation.

    Attributes:
        item: Its name and anchor.
        by: Who speaks, in the words of the text.
        group: Word for the class of that party, or empty.
        content: What is wanted, promised or laid to somebody's charge.
        beneficiary: Whom it is promised to, or empty.
        amount: Sum promised, or empty.
        due: By when, or empty.
        against: Who is blamed, or empty.
        when: When it was made.
        origin: Who stands behind the statement.
        quote: The words.
    """

    item: Item
    by: str
    group: str
    content: str
    beneficiary: str
    amount: str
    due: str
    against: str
    when: str
    origin: str
    quote: Quote


def ledger(index: Index, kind: str) -> list[Entry]:
    """Return the entries of one kind, in the order of accounts, then offset."""
    return [_entry(index, said) for said in index.loose(kind)]


def _entry(index: Index, said: Statement) -> Entry:
    claim = said.claim
    assert isinstance(claim, DemandClaim | CommitmentClaim | AccusationClaim)
    promise = claim if isinstance(claim, CommitmentClaim) else None
    amount = promise.amount if promise else None
    return Entry(
        item=index.items[said.id],
        by=_words(claim.by),
        group=render_word("group", claim.by.group) if claim.by else "",
        content=claim.content,
        beneficiary=promise.beneficiary if promise else "",
        amount=render_range(amount, amount, promise.unit) if promise and amount is not None else "",
        due=render_when(promise.due) if promise and promise.due else "",
        against=_words(claim.against) if isinstance(claim, AccusationClaim) else "",
        when=render_when(said.when, bounds=said.dated_by == "bounds") if said.when else "",
        origin=index.origins.get(said.id, ""),
        quote=quote(index, said),
    )


def _words(party: Party | None) -> str:
    if party is None:
        return ""
    return party.name or party.text or render_word("group", party.group)
