"""Section: the names that accounts give to the actors."""

from collections import defaultdict
from dataclasses import dataclass

from svod.export.report.direction import direction
from svod.export.report.index import Index
from svod.export.report.quote import Account, account
from svod.export.shift import shift_sentence
from svod.model import GROUPS, Label
from svod.tongue.dates import render_when


@dataclass(frozen=True, slots=True)
class Use:
    """One account's use of some words.

    Attributes:
        account: The account.
        anchors: Fragments of the words in its text.
        quoted: Whether somebody else's voice says it.
        scare_quotes: Whether the account keeps its distance by quotation marks.
        days: From which to which day its publisher does so in all, or empty if that is one day.
    """

    account: Account
    anchors: tuple[str, ...]
    quoted: bool
    scare_quotes: bool
    days: str = ""


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


@dataclass(frozen=True, slots=True)
class Change:
    """That an outlet calls people one thing first and another later.

    Attributes:
        sentence: Which words until and from which day.
        anchors: Fragments of the passages, in the order of accounts.
    """

    sentence: str
    anchors: tuple[str, ...]


def name_changes(index: Index) -> list[Change]:
    """Return where outlets change their words, by outlet."""
    return [
        Change(
            shift_sentence(shift, index.tongue),
            tuple(f"s-{s.id}" for s in index.picked(key for step in shift.steps for key in step.statements)),
        )
        for shift in index.record.shifts
    ]


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
            _days(index, label),
        )
        for label in order
    )
    return Naming(words, language, direction(language), sum(len(use.anchors) for use in uses), uses)


def _days(index: Index, label: Label) -> str:
    usage = index.usages.get((label.group, label.words, label.quoted, label.scare_quotes, label.document))
    if usage is None or usage.first == usage.last:
        return ""
    first, last = (render_when(index.tongue, day) for day in (usage.first, usage.last))
    return index.tongue.say("%(first)s to %(last)s", first=first, last=last)
