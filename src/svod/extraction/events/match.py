"""Matching: where the words of a trigger stand, who fills its roles, what speaks for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from svod.extraction.events.assertion import NOTHING, Asserted, asserted_by_detail, asserted_by_verb
from svod.extraction.events.frames import Frames, Trigger
from svod.extraction.events.roles import Roles, adjective_roles, find_subject, noun_roles, verb_roles
from svod.extraction.lexicon import companions
from svod.extraction.parties import group_of
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree

_NOUNS = ("nouns", "agent_nouns")
_NOMINAL = ("nsubj", "obj", "obl", "nmod", "compound", "root", "conj")
"""Relations in which a verbal form in -ing stands as a noun."""


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger found at a word.

    Attributes:
        trigger: The trigger.
        node: The word that heads it.
        words: The other words of its phrase.
        roles: Who fills its roles.
        asserted: What makes a noun one particular event; nothing for a verb.
        limit: How its parties stand to its limits: `free` (it has none),
            `met`, `open` (a party is not told) or `broken`.
    """

    trigger: Trigger
    node: int
    words: tuple[int, ...]
    roles: Roles
    asserted: Asserted
    limit: str

    @property
    def clause(self) -> int:
        """The word whose clause carries the event."""
        return self.node if self.asserted is NOTHING else self.asserted.clause


def find_matches(reading: Reading, sentence: int, node: int, frames: Frames) -> Iterator[Match]:
    """Yield every trigger whose words stand at `node`, whatever its limits say."""
    tree = reading.trees[sentence]
    lemma, word = tree[node].lemma, tree[node].text.lower()
    triggers = frames.triggers.get(lemma, ())
    if word != lemma:
        triggers += tuple(t for t in frames.triggers.get(word, ()) if t.pattern in _NOUNS)
    for trigger in triggers:
        if (match := _match(reading, sentence, node, trigger, frames)) is not None:
            yield match


def _match(reading: Reading, sentence: int, node: int, trigger: Trigger, frames: Frames) -> Match | None:
    tree = reading.trees[sentence]
    words = companions(tree, node, trigger.phrase)
    if words is None or not _fits(tree, node, trigger):
        return None
    match = Match(trigger, node, words, _roles(tree, node, trigger, words), NOTHING, "free")
    if trigger.pattern in _NOUNS:
        match = _asserted(reading, sentence, match, frames)
    return replace(match, limit=_limit(reading, sentence, match.roles, trigger))


def _fits(tree: Tree, node: int, trigger: Trigger) -> bool:
    """Tell whether the word's part of speech suits the pattern."""
    token = tree[node]
    if trigger.copula:
        return find_subject(tree, node) is not None or tree.child(node, "cop") is not None
    if trigger.pattern in _NOUNS:
        gerund = token.pos in {"VERB", "ADJ"} and token.text.lower() == trigger.phrase[0]
        return token.pos in {"NOUN", "PROPN"} or (gerund and tree.is_a(node, *_NOMINAL))
    if trigger.pattern == "adjectives":
        return token.pos in {"ADJ", "VERB"}
    return token.pos in {"VERB", "AUX"} and not _names_somebody(tree, node)


def _names_somebody(tree: Tree, node: int) -> bool:
    """A participle that stands as a noun ("the wounded", "протестующие") names a party."""
    token = tree[node]
    standing = tree.is_a(node, "nsubj", "obj", "iobj", "obl", "nmod")
    return token.feature("VerbForm") == "Part" and standing and tree.child(node, "nsubj", "obj") is None


def _roles(tree: Tree, node: int, trigger: Trigger, words: tuple[int, ...]) -> Roles:
    if trigger.copula:
        subject = find_subject(tree, node)
        return Roles(target=subject) if trigger.pattern == "undergone" else Roles(actor=subject)
    if trigger.pattern in _NOUNS:
        return noun_roles(tree, node, trigger.pattern)
    if trigger.pattern == "adjectives":
        return adjective_roles(tree, node)
    roles = verb_roles(tree, node, trigger.pattern, _marked(tree, words))
    return Roles(roles.actor, None if roles.target in words else roles.target)


def _marked(tree: Tree, words: tuple[int, ...]) -> int | None:
    """The noun that the last word of a phrase marks, if that word is a preposition."""
    if not words or not tree.is_a(words[-1], "case", "mark"):
        return None
    return tree.head(words[-1])


def _asserted(reading: Reading, sentence: int, match: Match, frames: Frames) -> Match:
    tree, own = reading.trees[sentence], match.roles
    found = asserted_by_verb(tree, match.node, frames.support)
    found = found or asserted_by_detail(reading, sentence, match.node, own)
    added = found.roles
    roles = Roles(
        own.actor if own.actor is not None else added.actor,
        own.target if own.target is not None else added.target,
    )
    return replace(match, roles=roles, asserted=found)


def _limit(reading: Reading, sentence: int, roles: Roles, trigger: Trigger) -> str:
    state = "met" if trigger.limits else "free"
    for side, limit in trigger.limits.items():
        node = roles.target if side.endswith("target") else roles.actor
        barred = side.startswith("not_")
        if node is None:
            state = state if barred else "open"
            continue
        tree = reading.trees[sentence]
        lemmas = {tree[n].lemma for n in (node, *tree.children(node, "compound", "nmod", "flat"))}
        group = group_of(reading, sentence, node)
        if any(limit.allows(lemma, group) for lemma in lemmas) == barred:
            return "broken"
    return state
