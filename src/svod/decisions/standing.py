"""Which decisions stand: what others undo, and which accounts are out."""

from collections.abc import Mapping, Sequence

from svod.model import Decision


def undone_by(decisions: Sequence[Decision]) -> dict[int, int]:
    """Return sequence of each decision that is undone → sequence of what undid it.

    An `undo` may itself be undone; what it undid then holds again.
    """
    undone: dict[int, int] = {}
    for decision in reversed(decisions):
        if decision.action == "undo" and decision.sequence not in undone:
            for about in decision.about:
                if about.isdecimal() and int(about) < decision.sequence:
                    undone.setdefault(int(about), decision.sequence)
    return undone


def removed_by(decisions: Sequence[Decision]) -> Mapping[str, int]:
    """Return SHA-256 of each account that people removed → sequence of the decision that holds it out."""
    undone = undone_by(decisions)
    return {
        target.sha256: decision.sequence
        for decision in reversed(decisions)
        if decision.action == "remove" and decision.sequence not in undone
        for target in decision.targets
    }
