"""Decisions: what people decide holds over what the machine read, and can be undone.

```
request ─bind→ Decision (bound to hash, quote and kind) ─→ journal
journal ─apply→ statements corrected or rejected ─→ resolution (must-link, cannot-link) ─→ fusion (choices)
```

Statements keep the id that they had as read, whatever is decided on them.
"""

from svod.decisions.application import (
    Decided,
    apply_decisions,
    decision_troubles,
    is_on_decision,
    machine_statements,
    settle_rulings,
)
from svod.decisions.correction import FIELDS, Field, fields_of
from svod.decisions.queue import Item, review_queue
from svod.decisions.removal import set_aside
from svod.decisions.request import CHOSEN, Request, bind
from svod.decisions.rule import Rule, parse_rule
from svod.decisions.standing import undone_by

__all__ = [
    "CHOSEN",
    "FIELDS",
    "Decided",
    "Field",
    "Item",
    "Request",
    "Rule",
    "apply_decisions",
    "bind",
    "decision_troubles",
    "fields_of",
    "is_on_decision",
    "machine_statements",
    "parse_rule",
    "review_queue",
    "set_aside",
    "settle_rulings",
    "undone_by",
]
