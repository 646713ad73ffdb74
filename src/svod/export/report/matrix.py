"""Section: which account tells of which event."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from svod.export.report.chronology import EventEntry
from svod.export.report.index import Index, Item
from svod.export.report.quote import Account, account, accounts
from svod.model import Document, Event
from svod.model.edtf import days

State = Literal["reports", "denies", "reprints", "silent", "before", "other"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account does with one event.

    `anchor` is the fragment of its words, or empty where there are none.
    States: `reports`; `denies`; `reprints` (tells it as a copy of another
    account); `silent` (could have told it); `before` (published before it
    happened, so could not know); `other` (not its subject).
    """

    state: State
    anchor: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One event with a cell for each column."""

    entry: EventEntry
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Events by account.

    Attributes:
        columns: Accounts that tell, deny or pass over one of the events, in
            the order of accounts.
        others: The accounts that do not, and so have no column.
        rows: Events that several accounts tell or that one denies, in order.
    """

    columns: tuple[Account, ...]
    others: tuple[Account, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """The events that one account alone tells."""

    account: Account
    items: tuple[Item, ...]


def concerned_accounts(index: Index, entries: list[EventEntry]) -> list[str]:
    """Return the accounts that tell, deny or pass over some events, in the order of accounts."""
    found = {document for entry in entries for document in (*entry.event.documents, *entry.event.silent)}
    return sorted(found, key=index.accounts.__getitem__)


def build_matrix(index: Index, entries: list[EventEntry], columns: Sequence[str] | None = None) -> Matrix:
    """Return the events that several accounts tell or that one denies, by account: by all that
    are concerned, or by those of `columns`.
    """
    shared = shared_entries(entries)
    concerned = concerned_accounts(index, shared)
    shown = concerned if columns is None else columns
    documents = [index.documents[key] for key in shown]
    return Matrix(
        columns=tuple(accounts(index, shown)),
        others=tuple(accounts(index, index.documents.keys() - set(concerned))),
        rows=tuple(MatrixRow(entry, _cells(index, entry.event, documents)) for entry in shared),
    )


def shared_entries(entries: list[EventEntry]) -> list[EventEntry]:
    """Return the events that have a row: those that several accounts tell or that one denies."""
    return [entry for entry in entries if _is_shared(entry.event)]


def told_alone(index: Index, entries: list[EventEntry]) -> list[Alone]:
    """Return the other events by account, in the order of accounts."""
    found: dict[str, list[Item]] = defaultdict(list)
    for entry in entries:
        if not _is_shared(entry.event):
            found[entry.event.documents[0]].append(entry.item)
    return [
        Alone(account(index, document), tuple(found[document]))
        for document in index.accounts
        if document in found
    ]


def _is_shared(event: Event) -> bool:
    return len(event.documents) != 1 or bool(event.denied_by)


def _cells(index: Index, event: Event, documents: list[Document]) -> tuple[Cell, ...]:
    words: dict[str, str] = {}
    for said in index.picked(event.statements):
        words.setdefault(said.citation.document, f"s-{said.id}")
    return tuple(Cell(_state(document, event, words), words.get(document.id, "")) for document in documents)


def _state(document: Document, event: Event, words: dict[str, str]) -> State:
    if document.id in words:
        if document.id in event.denied_by:
            return "denies"
        return "reprints" if document.reprint_of else "reports"
    if document.id in event.silent:
        return "silent"
    is_too_early = bool(document.published) and days(document.published)[1] < days(event.when)[0]
    return "before" if is_too_early else "other"
