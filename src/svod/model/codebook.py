"""The vocabulary of statements: closed lists that code, data and exports share."""

from typing import Literal, get_args

Kind = Literal["event", "figure", "demand", "commitment", "accusation"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["actual", "uncertain", "planned", "conditional"]
EventType = Literal[
    "protest",
    "riot",
    "clash",
    "attack",
    "gunfire",
    "seizure",
    "arson",
    "looting",
    "destruction",
    "killing",
    "injury",
    "detention",
    "abuse",
    "missing",
    "emergency_measure",
    "shutdown",
    "security_operation",
    "deployment",
    "withdrawal",
    "recapture",
    "alert",
    "request",
    "aid",
    "leadership_change",
    "concession",
    "negotiation",
    "legal_action",
    "price_change",
    "restoration",
    "shortage",
    "disaster",
    "displacement",
]
Measure = Literal[
    "killed",
    "injured",
    "detained",
    "missing",
    "displaced",
    "rescued",
    "participants",
    "deployed",
    "damaged",
    "affected",
    "cost",
    "price",
    "payment",
    "magnitude",
    "share",
    "quantity",
]
Group = Literal[
    "protesters",
    "armed_group",
    "security_forces",
    "authorities",
    "foreign_forces",
    "foreign_state",
    "civilians",
    "medics",
    "media",
    "business",
    "organisation",
    "infrastructure",
    "unknown",
]

KINDS: tuple[Kind, ...] = get_args(Kind)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
MEASURES: tuple[Measure, ...] = get_args(Measure)
GROUPS: tuple[Group, ...] = get_args(Group)
