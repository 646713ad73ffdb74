"""One change between two records."""

from dataclasses import dataclass
from typing import Literal

What = Literal["account", "statement", "event", "figure", "disagreement", "promise", "framing", "trouble"]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that differs between two records.

    Attributes:
        what: What sort of thing it is of.
        how: `new`, `gone`, `grown` (more accounts), `shown` (another answer
            comes first), `denied`, `merged`, `split`, `reading`, `range`, `withdrawn`, `revised`;
            of promises `repeated`, `promised`, `done`, `contradicted` (later);
            of statements `corrected`, `as read` (a correction was undone), `rejected`, `accepted` (taken back in).
        id: Id of the thing in the new record; in the old one if it is gone.
        text: One plain sentence.
    """

    what: What
    how: str
    id: str
    text: str
