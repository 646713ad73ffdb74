"""Judging matches: which of them are statements."""

from svod.extraction.events.match import NOUNS, Match

_WEAK = ("", "own party", "own circumstance", "something new")
"""Evidence that is not enough for a noun that is usually a mere topic ("the unrest")."""


def accepts(match: Match) -> bool:
    """Tell whether a match is a statement.

    Its parties must meet the limits of its trigger. A verb then asserts
    itself; a noun needs evidence that it names one particular event, and a
    topic noun needs a verb of happening, or a time, place or number of its own.

    Source:
        `docs/decisions/0009-rules-judge-events.md`: a logistic model over forty
        kinds of features gave no more in cross-validation.
    """
    if match.limit in {"broken", "open"}:
        return False
    if match.trigger.pattern not in NOUNS:
        return True
    return match.asserted.why not in (_WEAK if match.trigger.topic else ("",))
