"""Section: the names that accounts give to the actors."""

from collections import defaultdict
from dataclasses import dataclass

from svod.export.report.direction import direction
from svod.export.report.index import Index
from svod.export.report.quote import Account, account
from svod.model import GROUPS, Label


@dataclass(frozen=True, slots=True)
class Use:
    """One account's use of some words.

    Attributes:
        account: The account.
        anchors: Fragments of the words in its text.
        quoted: Whether somebody else's voice says it.
        scare_quotes: Whether the account keeps its distance by quotation marks.
    """

    account: Account
    anchors: tuple[str, ...]
    quoted: bool
    scare_quotes: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """Words for one group, in one language, with who uses them."""

    words: str
    language: str
    direction: str
    count: int
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class GroupNames:
    """One group of actors with its names, the most used first."""

    group: str
    names: tuple[Naming, ...]


def group_names(index: Index) -> list[GroupNames]:
    """Return all groups that are named, in the order of the codebook."""
    shelves: dict[str, dict[tuple[str, str], list[Label]]] = defaultdict(lambda: defaultdict(list))
    for label in index.record.labels:
        shelves[label.group][label.words, index.documents[label.document].language].append(label)
    return [_group(index, group, shelves[group]) for group in GROUPS if group in shelves]


def _group(index: Index, group: str, words: dict[tuple[str, str], list[Label]]) -> GroupNames:
    names = [_naming(index, *key, labels) for key, labels in words.items()]
    names.sort(key=lambda name: (-name.count, name.words, name.language))
    return GroupNames(index.tongue.word("group", group), tuple(names))


def _naming(index: Index, words: str, language: str, labels: list[Label]) -> Naming:
    order = sorted(labels, key=lambda x: (index.accounts[x.document], x.quoted, x.scare_quotes))
    uses = tuple(
        Use(
            account(index, label.document),
            tuple(f"s-{said.id}" for said in index.picked(label.statements)),
            label.quoted,
            label.scare_quotes,
        )
        for label in order
    )
    return Naming(words, language, direction(language), sum(len(use.anchors) for use in uses), uses)
