"""Answers: the values that accounts give for one attribute, and which is shown first."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeVar

from svod.fusion.case import Case
from svod.model import Answer, ShownFirst, Statement, edtf

_Key = TypeVar("_Key", bound=Hashable)
Rule = Literal["told", "origins", "specific", "latest"]

SHOWN_FIRST: Mapping[ShownFirst, tuple[Rule, ...]] = MappingProxyType(
    {
        "origins": ("told", "origins", "specific", "latest"),
        "latest": ("told", "latest", "origins", "specific"),
        "specific": ("told", "specific", "origins", "latest"),
    }
)
"""By what an answer is shown first: the name that people choose by, and the rules in
their order; later rules break ties.

- `told`: the text tells the value, rather than only leaving room for it;
- `origins`: most independent origins;
- `specific`: most specific value;
- `latest`: published last.

What is left tied goes by the value itself. Nothing is lost, since every answer is kept.
"""

_REASONS: Mapping[Rule, tuple[str, str]] = {
    "told": ("told by the text", "not told by the text itself"),
    "origins": ("most independent origins", "fewer independent origins"),
    "specific": ("most specific", "less specific"),
    "latest": ("published last", "published earlier"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value with those who give it, before one is chosen.

    Attributes:
        value: For people to read.
        statements: Who gives it.
        specific: The greater, the more specific.
        told: Whether a text tells it.
    """

    value: str
    statements: tuple[Statement, ...]
    specific: float
    told: bool = True


def group_by(
    statements: Iterable[Statement], key: Callable[[Statement], _Key | None]
) -> dict[_Key, tuple[Statement, ...]]:
    """Group statements by what they say; those that say nothing (`None`) fall out."""
    found: dict[_Key, list[Statement]] = defaultdict(list)
    for statement in statements:
        if (value := key(statement)) is not None:
            found[value].append(statement)
    return {value: tuple(said) for value, said in found.items()}


def choose(candidates: Iterable[Candidate], case: Case) -> list[tuple[Candidate, str]]:
    """Return the candidates, the one to show first in front, each with the reason.

    The reason of a later one names the rule by which it lost to the first.
    """
    rules = SHOWN_FIRST[case.shown_first]
    marked = [(_marks(candidate, case, rules), candidate) for candidate in candidates]
    marked.sort(key=lambda entry: (*(_falling(mark) for mark in entry[0]), entry[1].value))
    return [(candidate, _reason(marked, at, rules)) for at, (_, candidate) in enumerate(marked)]


def make_answers(attribute: str, candidates: Iterable[Candidate], case: Case) -> tuple[Answer, ...]:
    """Return one answer a candidate, the one to show first in front: the one that
    people chose, else the one that the rules choose.
    """
    return tuple(
        Answer(
            attribute=attribute,
            value=candidate.value,
            statements=tuple(sorted(statement.id for statement in candidate.statements)),
            origins=case.origins_of(candidate.statements),
            shown=at == 0,
            why=why,
        )
        for at, (candidate, why) in enumerate(_by_hand(attribute, choose(candidates, case), case))
    )


def _by_hand(attribute: str, ordered: list[tuple[Candidate, str]], case: Case) -> list[tuple[Candidate, str]]:
    """Put the candidate that people chose last in front, if any was chosen."""
    chosen = [
        (choice.rank, -at, choice.by)
        for at, (candidate, _) in enumerate(ordered)
        for statement in candidate.statements
        if (choice := case.chosen.get((attribute, statement.id)))
    ]
    if not chosen:
        return ordered
    _, at, by = max(chosen)
    first = (ordered[-at][0], f"chosen by {by}")
    rest = [(candidate, f"{by} chose another") for candidate, _ in ordered if candidate is not first[0]]
    return [first, *rest]


def _marks(candidate: Candidate, case: Case, rules: tuple[Rule, ...]) -> tuple[float, ...]:
    return tuple(_mark(candidate, case, rule) for rule in rules)


def _mark(candidate: Candidate, case: Case, rule: Rule) -> float:
    if rule == "told":
        return float(candidate.told)
    if rule == "origins":
        return float(len(case.origins_of(candidate.statements)))
    if rule == "specific":
        return candidate.specific
    known = (case.told_on(statement) for statement in candidate.statements)
    return float(max((edtf.days(day)[1].toordinal() for day in known if day), default=0))


def _falling(mark: float) -> float:
    return -mark


def _reason(marked: list[tuple[tuple[float, ...], Candidate]], at: int, rules: tuple[Rule, ...]) -> str:
    if len(marked) == 1:
        return "the only answer"
    rival = marked[1] if at == 0 else marked[0]
    for rule, own, theirs in zip(rules, marked[at][0], rival[0], strict=True):
        if own != theirs:
            return _REASONS[rule][0 if at == 0 else 1]
    return "first of equals by its value" if at == 0 else "equal; its value sorts later"
