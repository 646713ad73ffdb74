"""Casting: which parties a type of event can have, and of what class they are by default."""

import tomllib
from collections.abc import Collection
from dataclasses import replace
from importlib.resources import files
from typing import Any

from svod.model import EventType, Party

_RULES: dict[str, Any] = tomllib.loads(  # the file is ours and tested; its schema stands in its comments
    (files("svod.extraction.events") / "casting.toml").read_text("utf-8")
)


def cast(kind: EventType, actor: Party | None, target: Party | None) -> tuple[Party | None, Party | None]:
    """Return actor and target of an event, from those that its words name.

    Private persons who move by themselves ("villagers fled") are those who
    are displaced; own forces that are sent by nobody who is named are those who move.
    """
    if kind in _RULES["marching"] and actor is None and target and target.group == "security_forces":
        return target, None
    if kind in _RULES["self_moved"] and target is None and actor and actor.group == "civilians":
        return None, actor
    return _cast_actor(kind, actor), _cast_target(kind, target)


def _cast_actor(kind: EventType, party: Party | None) -> Party | None:
    """Return who did it, or `None` for what nobody does and where a thing is the cause.

    People who protest are protesters; bodies keep their class.
    """
    if party is None or kind in _RULES["no_actor"]:
        return None
    default = _RULES["actor"].get(kind)
    if default and party.group in {"unknown", "civilians"}:
        return replace(party, group=default)
    return None if party.group in {"unknown", "infrastructure"} else party


def _cast_target(kind: EventType, party: Party | None) -> Party | None:
    """Return to whom or what it was done, or `None` for what nobody suffers."""
    if party is None:
        return None
    if kind in _RULES["no_target"] and party.group not in _RULES["kept_target"].get(kind, ()):
        return None
    if party.group not in ("unknown", *_RULES["only_target"].get(kind, (party.group,))):
        return None
    if party.group != "unknown":
        return party
    if default := _RULES["target"].get(kind):
        return replace(party, group=default)
    return party if kind in _RULES["vague_target"] else None


def yields(kind: EventType, others: Collection[EventType]) -> bool:
    """Tell whether a type gives way to one of `others` that names the same deed more narrowly."""
    return any(other in _RULES["yields_to"].get(kind, ()) for other in others)


def is_mutual(kind: EventType) -> bool:
    """Tell whether a type has two sides that may stand in one phrase."""
    return kind in _RULES["mutual"]


def is_received(kind: EventType) -> bool:
    """Tell whether the target of a type is the one who is given something."""
    return kind in _RULES["received"]


def needs_actor(kind: EventType) -> bool:
    """Tell whether a type is one only by who does it ("protesters blocked the road")."""
    return kind in _RULES["told_by_actor"]


def is_gathering(kind: EventType) -> bool:
    """Tell whether a type may be told of by its own noun as if it acted ("the rally moved on")."""
    return kind in _RULES["gathering"]
