"""Applying the journal to the statements that the machine read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from svod.decisions.correction import correct
from svod.decisions.finding import Finder, make_finder
from svod.decisions.linking import Groups, constraints_of, holds
from svod.decisions.standing import removed_by, undone_by
from svod.errors import InvalidDecisionError
from svod.model import (
    ByHand,
    Choice,
    Constraints,
    Decision,
    Document,
    Removed,
    Resolution,
    Ruling,
    Statement,
    Trouble,
    distinct_statements,
    removals,
)

_JOURNAL = "journal.jsonl"
_REMOVED = "was removed by "
_ON_STATEMENTS = frozenset({"accept", "reject", "correct", "choose", "merge", "split"})


@dataclass(frozen=True, slots=True)
class Decided:
    """What the journal makes of statements.

    Attributes:
        statements: Those that count, corrected ones included; sorted by id.
        rejected: Those that people rejected, sorted by id.
        as_read: What the machine read where people corrected it, sorted by id.
        constraints: For resolution.
        choices: For fusion.
        links: Sequence of each standing merge or split → its groups.
        rulings: One a decision, in order.
    """

    statements: tuple[Statement, ...]
    rejected: tuple[Statement, ...]
    as_read: tuple[Statement, ...]
    constraints: Constraints
    choices: tuple[Choice, ...]
    links: Mapping[int, Groups]
    rulings: tuple[Ruling, ...]


def apply_decisions(
    decisions: Iterable[Decision],
    statements: Iterable[Statement],
    documents: Sequence[Document],
    removed: Sequence[Removed] = (),
) -> Decided:
    """Apply decisions, in order, to statements as the machine read them; those of `removed` accounts are
    none of them, and what was decided on them is overruled as long as that lasts.

    Nothing is dropped: what is undone, and what no longer finds its words, has
    a ruling that says so.
    """
    ordered = sorted(decisions, key=lambda d: d.sequence)
    read = distinct_statements(statements)
    here = {one.document.sha256 for one in removed}
    out = {sha256: by for sha256, by in removed_by(ordered).items() if sha256 in here}
    desk = _Desk(make_finder(read.values(), documents), dict(read), out)
    undone = undone_by(ordered)
    rulings = tuple(
        Ruling(d, "undone", (), f"undone by decision {undone[d.sequence]}")
        if d.sequence in undone
        else desk.rule(d)
        for d in ordered
    )
    return Decided(
        statements=tuple(s for s in desk.now.values() if s.id not in desk.rejected),
        rejected=tuple(s for s in desk.now.values() if s.id in desk.rejected),
        as_read=tuple(read[key] for key in desk.now if desk.now[key].by_hand),
        constraints=constraints_of(desk.links[at] for at in sorted(desk.links)),
        choices=tuple(desk.choices),
        links=desk.links,
        rulings=rulings,
    )


def settle_rulings(decided: Decided, resolution: Resolution) -> tuple[Ruling, ...]:
    """Return the rulings, with merges and splits that resolution could not keep `overruled`."""
    clusters = (*resolution.events, *resolution.figures, *resolution.accusations)
    homes = {statement: at for at, cluster in enumerate(clusters) for statement in cluster.statements}
    return tuple(
        replace(ruling, status="overruled", why="later decisions cannot hold with it")
        if (groups := decided.links.get(ruling.decision.sequence)) and not holds(groups, homes)
        else ruling
        for ruling in decided.rulings
    )


def machine_statements(
    statements: Iterable[Statement], rejected: Iterable[Statement], as_read: Iterable[Statement]
) -> tuple[Statement, ...]:
    """Return the statements of a record as the machine read them, whatever people decided."""
    read = {statement.id: statement for statement in as_read}
    return tuple(read.get(statement.id, statement) for statement in (*statements, *rejected))


def decision_troubles(rulings: Sequence[Ruling], removed: Iterable[Removed] = ()) -> tuple[Trouble, ...]:
    """Return a trouble for each decision whose words are not all found, and for each account that people removed."""
    lost = (
        Trouble(f"{_JOURNAL}:{r.decision.sequence}", f"{r.decision.action} by {r.decision.by}: {r.why}")
        for r in rulings
        if r.status in {"lost", "partial"}
    )
    by = removals(rulings)
    out = (
        Trouble(one.document.file, _out(by[one.document.sha256]))
        for one in removed
        if one.document.sha256 in by
    )
    return (*lost, *out)


def _out(made: Decision) -> str:
    reason = f": {made.reason}" if made.reason else ""
    return f"{_REMOVED}{made.by}, {made.at}, decision {made.sequence}{reason}"


def is_on_decision(trouble: Trouble) -> bool:
    """Tell whether a trouble is one of `decision_troubles`, to be told anew each time."""
    return trouble.file.startswith(f"{_JOURNAL}:") or trouble.reason.startswith(_REMOVED)


@dataclass(slots=True)
class _Desk:
    """The state while decisions are applied one after another."""

    finder: Finder
    now: dict[str, Statement]
    out: Mapping[str, int]
    rejected: set[str] = field(default_factory=set)
    links: dict[int, Groups] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)

    def rule(self, decision: Decision) -> Ruling:
        if decision.action == "remove":
            return self._removal(decision)
        if decision.action not in _ON_STATEMENTS:
            return Ruling(decision, "holds", (), "")
        here = tuple(target for target in decision.targets if target.sha256 not in self.out)
        if decision.targets and not here:
            by = self.out[decision.targets[0].sha256]
            return Ruling(decision, "overruled", (), f"its account was removed by decision {by}")
        return replace(self._on_statements(replace(decision, targets=here)), decision=decision)

    def _removal(self, decision: Decision) -> Ruling:
        there = sum(self.out.get(target.sha256) == decision.sequence for target in decision.targets)
        if not there:
            return Ruling(decision, "lost", (), "its account is no longer in the case")
        return Ruling(decision, "holds", (), "")

    def _on_statements(self, decision: Decision) -> Ruling:
        found = self._found(decision)
        ids = tuple(sorted({key for key in found if key}))
        if not ids:
            return Ruling(decision, "lost", (), "its words are no longer found in any statement")
        try:
            self._carry_out(decision, ids, found)
        except InvalidDecisionError as error:
            return Ruling(decision, "lost", ids, error.reason)
        missing = sum(not key for key in found)
        if missing:
            why = f"the words of {missing} of {len(found)} statements are no longer found"
            return Ruling(decision, "partial", ids, why)
        return Ruling(decision, "holds", ids, "")

    def _found(self, decision: Decision) -> list[str]:
        """Return for each target the id of its statement now, or an empty string."""
        sense = next((value for name, value in decision.changes if name in {"type", "measure"}), "")
        found = (self.finder.find(target, sense) for target in decision.targets)
        return [statement.id if statement else "" for statement in found]

    def _carry_out(self, decision: Decision, ids: tuple[str, ...], found: Sequence[str]) -> None:
        match decision.action:
            case "accept":
                self.rejected.difference_update(ids)
            case "reject":
                self.rejected.update(ids)
            case "correct":
                self.now.update({key: _corrected(self.now[key], decision) for key in ids})
            case "choose":
                attribute = decision.changes[0][0] if decision.changes else ""
                self.choices.append(Choice(attribute, ids, decision.sequence, decision.by))
            case _:
                self.links[decision.sequence] = _groups(decision, found)


def _corrected(statement: Statement, decision: Decision) -> Statement:
    before = statement.by_hand or ByHand(statement.id, (), (), ())
    fields = {*before.fields, *(name for name, _ in decision.changes)}
    by_hand = ByHand(
        before.id,
        tuple(sorted(fields)),
        tuple(dict.fromkeys((*before.by, decision.by))),
        (*before.decisions, decision.sequence),
    )
    return replace(correct(statement, decision.changes, decision.place), by_hand=by_hand)


def _groups(decision: Decision, found: Sequence[str]) -> Groups:
    sides = sorted({target.side for target in decision.targets}) if decision.action == "split" else [0]
    return tuple(
        frozenset(
            key
            for key, target in zip(found, decision.targets, strict=True)
            if key and (decision.action == "merge" or target.side == side)
        )
        for side in sides
    )
