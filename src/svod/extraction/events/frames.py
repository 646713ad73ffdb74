"""Frames: which words name which type of event, as a language's `frames.toml` gives them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from svod.errors import MalformedLexiconError
from svod.extraction.lexicon import Phrase, phrase_list, string_list
from svod.extraction.mood import Cues, load_cues
from svod.lang import load_language
from svod.model import EVENT_TYPES, GROUPS, EventType

Pattern = Literal["verbs", "undergone", "acts", "nouns", "agent_nouns", "adjectives"]
"""How a trigger takes its parties; see the head of `frames.toml`."""

PATTERNS: tuple[Pattern, ...] = ("verbs", "undergone", "acts", "nouns", "agent_nouns", "adjectives")
_SIDES = ("actor", "target", "not_actor", "not_target")


@dataclass(frozen=True, slots=True)
class Limit:
    """Which parties a trigger must or must not have.

    Attributes:
        heads: Lemmas of head nouns.
        groups: Classes of the codebook.
    """

    heads: frozenset[str]
    groups: frozenset[str]

    def allows(self, lemma: str, group: str) -> bool:
        """Tell whether a party with this head and class is in the list."""
        return lemma in self.heads or group in self.groups


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that names a type of event.

    Attributes:
        type: The type.
        pattern: How it takes its parties.
        phrase: Its lemmas, the head first.
        topic: Whether it is usually a mere topic of talk.
        copula: Whether a linking verb belongs to it ("be on fire"); the phrase
            is then headed by its last word.
        limits: Side (`actor`, `not_target`, …) → which parties it allows.
    """

    type: EventType
    pattern: Pattern
    phrase: Phrase
    topic: bool
    copula: bool
    limits: Mapping[str, Limit]

    @property
    def rank(self) -> tuple[int, int]:
        """Order in which triggers are preferred: what says more first, then what is limited."""
        limited = bool(self.limits)
        return (-len(self.phrase) - limited, -limited)

    @property
    def words(self) -> str:
        """The phrase as one string."""
        return " ".join(self.phrase)


@dataclass(frozen=True, slots=True)
class Support:
    """Verbs that lend a noun its assertion, as phrases by head lemma."""

    occurs: Mapping[str, tuple[Phrase, ...]]
    held: Mapping[str, tuple[Phrase, ...]]
    undergone: Mapping[str, tuple[Phrase, ...]]
    caused: Mapping[str, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Frames:
    """All triggers of a language.

    Attributes:
        triggers: Head lemma → triggers in the order in which they are tried.
        support: Support verbs.
    """

    triggers: Mapping[str, tuple[Trigger, ...]]
    support: Support


@cache
def load_frames(tag: str) -> Frames:
    """Return the frames of a language; empty where it has none.

    Raises:
        MalformedLexiconError: If a list, a limit or a type is not as it should be.
    """
    words, file = load_language(tag).words("frames"), f"lang/{tag}/frames.toml"
    unknown = set(words) - {*EVENT_TYPES, "classes", "support"}
    if unknown:
        raise MalformedLexiconError(file, f"no event type: {', '.join(sorted(unknown))}")
    classes = {
        name: frozenset(string_list(words["classes"], name, file)) for name in words.get("classes", {})
    }
    index: dict[str, list[Trigger]] = defaultdict(list)
    cues = load_cues(tag)
    for event_type in EVENT_TYPES:
        for trigger in _triggers(event_type, words.get(event_type, {}), classes, file):
            headed = _headed(trigger, cues)
            index[headed.phrase[0]].append(headed)
    triggers = {head: tuple(sorted(found, key=lambda t: t.rank)) for head, found in index.items()}
    return Frames(triggers, _support(words.get("support", {}), file))


def _headed(trigger: Trigger, cues: Cues) -> Trigger:
    """Put the head of a phrase first, as trees have it.

    A predicate heads its copula ("be on fire" is found at "fire"), a verb its
    negation ("не хватать" at "хватать").
    """
    first, *rest = trigger.phrase
    if rest and first in cues.copula:
        return replace(trigger, phrase=(rest[-1], *rest[:-1]), copula=True)
    if rest and first in cues.negation:
        return replace(trigger, phrase=(rest[0], first, *rest[1:]))
    return trigger


def _triggers(
    event_type: EventType, table: Mapping[str, Any], classes: Mapping[str, frozenset[str]], file: str
) -> Iterator[Trigger]:
    yield from _plain(event_type, table, {}, file)
    for limited in table.get("limited", []):
        limits = {side: _limit(limited[side], classes, file) for side in _SIDES if side in limited}
        yield from _plain(event_type, limited, limits, file)


def _plain(
    event_type: EventType, table: Mapping[str, Any], limits: Mapping[str, Limit], file: str
) -> Iterator[Trigger]:
    topics = set(phrase_list(table, "topics", file))
    for pattern in PATTERNS:
        for phrase in phrase_list(table, pattern, file):
            yield Trigger(event_type, pattern, phrase, phrase in topics, copula=False, limits=limits)
    named = {p for pattern in ("nouns", "agent_nouns") for p in phrase_list(table, pattern, file)}
    for phrase in sorted(topics - named):
        yield Trigger(event_type, "nouns", phrase, topic=True, copula=False, limits=limits)


def _limit(values: Any, classes: Mapping[str, frozenset[str]], file: str) -> Limit:
    heads: set[str] = set()
    groups: set[str] = set()
    for value in string_list({"limit": values}, "limit", file):
        if value.startswith("@"):
            if value[1:] not in classes:
                raise MalformedLexiconError(file, f"no class {value}")
            heads |= classes[value[1:]]
        elif value.startswith("#"):
            if value[1:] not in GROUPS:
                raise MalformedLexiconError(file, f"no group {value}")
            groups.add(value[1:])
        else:
            heads.add(value)
    return Limit(frozenset(heads), frozenset(groups))


def _support(table: Mapping[str, Any], file: str) -> Support:
    return Support(*(_by_head(phrase_list(table, field, file)) for field in Support.__slots__))


def _by_head(phrases: tuple[Phrase, ...]) -> Mapping[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        index[phrase[0]].append(phrase)
    return {head: tuple(sorted(found, key=lambda p: (-len(p), p))) for head, found in index.items()}
