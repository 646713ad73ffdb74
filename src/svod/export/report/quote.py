"""Quotes: a statement's words with who says them, ready for a template."""

from collections.abc import Iterable
from dataclasses import dataclass

from svod.export.report.direction import direction
from svod.export.report.index import Index
from svod.model import Document, Part, Statement, locate
from svod.tongue.dates import render_short


@dataclass(frozen=True, slots=True)
class Account:
    """A document as the report names it.

    Attributes:
        number: Its number in the report.
        anchor: Fragment of its text.
        name: Who publishes it; its id where nobody is named.
        day: Day of publication, short.
    """

    number: int
    anchor: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement's words.

    Attributes:
        anchor: Fragment of the words in the account's text.
        text: The words.
        language: BCP 47 tag.
        direction: `ltr` or `rtl`.
        account: The account that says so.
        voices: Who says it inside the account, innermost first.
        flags: Words that change what is said: `denied`, `planned`, …; and who corrected it.
        place: Page, paragraph or row of the original, or an empty string.
    """

    anchor: str
    text: str
    language: str
    direction: str
    account: Account
    voices: tuple[str, ...]
    flags: tuple[str, ...]
    place: str


def account(index: Index, document: str) -> Account:
    """Return how the report names a document."""
    found = index.documents[document]
    number = index.accounts[document]
    return Account(
        number, f"account-{number}", account_name(found), render_short(index.tongue, found.published)
    )


def account_name(document: Document) -> str:
    """Return the publisher, or the document's id where nobody is named."""
    return document.source.name or document.id


def accounts(index: Index, documents: Iterable[str]) -> list[Account]:
    """Return accounts in the order of their numbers, each once."""
    return [account(index, document) for document in sorted(set(documents), key=index.accounts.__getitem__)]


def quote(index: Index, said: Statement) -> Quote:
    """Return a statement's words for a template."""
    language = index.documents[said.citation.document].language
    return Quote(
        anchor=f"s-{said.id}",
        text=said.citation.quote,
        language=language,
        direction=direction(language),
        account=account(index, said.citation.document),
        voices=tuple(voice.name for voice in said.voice),
        flags=flags(index, said),
        place=_place(index, said),
    )


def _place(index: Index, said: Statement) -> str:
    parts = locate(_countable(index.documents[said.citation.document]), said.citation.span)
    return ", ".join(index.tongue.resay(part.label) for part in parts)


def _countable(document: Document) -> tuple[Part, ...]:
    """Return the parts that people can find by eye: no paths of elements."""
    return tuple(part for part in document.parts if part.kind != "element")


def quotes(index: Index, ids: Iterable[str]) -> list[Quote]:
    """Return quotes by statement id, in the order of accounts, then offset."""
    return [quote(index, said) for said in index.picked(ids)]


def shared_language(index: Index, ids: Iterable[str]) -> str:
    """Return the language of some statements' documents, empty if there are several."""
    tags = {index.documents[said.citation.document].language for said in index.picked(ids)}
    return tags.pop() if len(tags) == 1 else ""


def flags(index: Index, said: Statement) -> tuple[str, ...]:
    """Return the words that change what a statement says, maybe none."""
    tongue, is_promise = index.tongue, said.kind in ("commitment", "demand")
    planned = is_promise and said.modality == "planned"  # by nature
    modality = "" if planned else tongue.word("modality", said.modality)
    by_hand = (
        tongue.say("corrected by %(names)s", names=tongue.listed(said.by_hand.by)) if said.by_hand else ""
    )
    return tuple(filter(None, (tongue.word("polarity", said.polarity), modality, by_hand)))
