"""Quotes: a statement's words with who says them, ready for a template."""

from collections.abc import Iterable
from dataclasses import dataclass

from svod.export.report.dates import render_short
from svod.export.report.index import Index
from svod.export.report.words import direction, listed, render_word
from svod.model import Document, Part, Statement, location


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
    return Account(number, f"account-{number}", account_name(found), render_short(found.published))


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
        flags=flags(said),
        place=location(_countable(index.documents[said.citation.document]), said.citation.span),
    )


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


def flags(said: Statement) -> tuple[str, ...]:
    """Return the words that change what a statement says, maybe none."""
    words = (render_word("polarity", said.polarity), render_word("modality", said.modality))
    is_promise = said.kind in ("commitment", "demand")  # planned by nature
    told = tuple(word for word in words if word and not (is_promise and word == "planned"))
    return (*told, f"corrected by {listed(said.by_hand.by)}") if said.by_hand else told
