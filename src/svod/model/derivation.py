"""Derivations: which account copies, retells or quotes which, by what words, and what a copy changes."""

from dataclasses import dataclass
from typing import Literal

from svod.model.span import Span

DerivationKind = Literal["copy", "retelling", "citation"]
"""A near copy; an account that says of itself that it retells another; one that gives another as its source for some
of what it says.
"""

ChangeKind = Literal["number", "time", "name", "cut", "added", "wording"]
"""A figure, a time, or a name or place is another; words are left out, put in, or put otherwise."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of one document.

    Attributes:
        document: Id of the document.
        span: Where it stands.
        text: Its words.
    """

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """One passage in which a copy departs from what it copies.

    Attributes:
        kind: What is changed.
        before: The words of the original; `None` where the copy adds.
        after: The words of the copy; `None` where it leaves out.
    """

    kind: ChangeKind
    before: Passage | None
    after: Passage | None


@dataclass(frozen=True, slots=True)
class Derivation:
    """That one account comes from another.

    Attributes:
        document: Id of the account that comes later.
        kind: How it comes from the other.
        source: Name of the publisher of the other.
        account: Id of the other, or `None` where the case does not hold it or
            holds several that may be meant.
        words: The words that say so; `None` for a copy, which need not say it.
        changes: What a copy changes, in the order of the original.
    """

    document: str
    kind: DerivationKind
    source: str
    account: str | None
    words: Passage | None
    changes: tuple[TextChange, ...]
