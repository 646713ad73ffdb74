"""Matching: where the words of a trigger stand, who fills its roles, what speaks for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from svod.extraction.actor_words import load_actor_words
from svod.extraction.events.assertion import NOTHING, Asserted, asserted_by_detail, asserted_by_verb
from svod.extraction.events.casting import is_mutual, is_received, needs_actor
from svod.extraction.events.frames import Frames, Limit, Trigger
from svod.extraction.events.roles import (
    Roles,
    adjective_roles,
    find_affected,
    find_receiver,
    find_subject,
    is_passive,
    mutual_roles,
    noun_roles,
    verb_roles,
)
from svod.extraction.lexicon import companions
from svod.extraction.mood import Cues, load_cues
from svod.extraction.parties import group_of, relative_antecedent
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.model import Token

NOUNS = ("nouns", "agent_nouns")
"""Patterns of nouns, which must be asserted to count."""
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
        triggers += tuple(t for t in frames.triggers.get(word, ()) if t.pattern in NOUNS or t.copula)
    for trigger in triggers:
        if (match := _match(reading, sentence, node, trigger, frames)) is not None:
            yield match


def _match(reading: Reading, sentence: int, node: int, trigger: Trigger, frames: Frames) -> Match | None:
    tree = reading.trees[sentence]
    words = companions(tree, node, trigger.phrase)
    if words is None or not _fits(reading, tree, node, trigger) or not _holds(reading, tree, trigger, words):
        return None
    roles = _roles(tree, node, trigger, words, load_cues(reading.language.tag))
    match = Match(trigger, node, words, roles, NOTHING, "free")
    if trigger.pattern in NOUNS:
        match = _asserted(reading, sentence, match, frames)
    elif _names_somebody(tree, node):
        match = replace(match, asserted=Asserted("exists", tree[node].head))
    match = replace(match, limit=_limit(reading, sentence, match))
    return _received(reading, sentence, match) if is_received(trigger.type) else match


def _fits(reading: Reading, tree: Tree, node: int, trigger: Trigger) -> bool:
    """Tell whether the word's part of speech suits the pattern."""
    token, cues = tree[node], load_cues(reading.language.tag)
    if trigger.copula:
        predicate = token.pos not in {"VERB", "AUX"} or token.text.lower() == trigger.phrase[0] != token.lemma
        return predicate and _linked_subject(tree, node, cues) is not None
    if _is_inside_name(reading, token):
        return False
    if trigger.pattern in NOUNS:
        named = token.text.lower() == trigger.phrase[0]
        gerund = named and (token.feature("VerbForm") == "Ger" or token.feature("Aspect") == "Prog")
        return token.pos in {"NOUN", "PROPN"} or (gerund and tree.is_a(node, *_NOMINAL))
    if trigger.pattern == "adjectives":
        return token.pos in {"ADJ", "VERB"}
    if token.pos not in {"VERB", "AUX"} or _describes(tree, node):
        return False
    return not _names_somebody(tree, node) or (
        trigger.pattern == "undergone" and _is_missing(tree, node, cues)
    )


def _linked_subject(tree: Tree, node: int, cues: Cues) -> int | None:
    """Return the subject of a predicate: its own, or that of the copula that it hangs on.

    What a verb such as "leave" puts into a state is its object; without any
    verb ("Редактор под стражей") it is the noun that the predicate hangs on.
    """
    own, head = find_subject(tree, node), tree.head(node)
    if own is not None or head is None:
        return own
    if _is_verbless(tree, head) and tree.child(node, "case") is not None:
        return head
    if tree[head].lemma not in cues.copula | cues.states:
        return own
    return tree.child(head, "obj") if tree.child(head, "obj") is not None else find_subject(tree, head)


def _is_verbless(tree: Tree, node: int) -> bool:
    nominal = tree[node].pos in {"NOUN", "PROPN"} and tree.child(node, "case") is None
    return nominal and tree.head(node) is None and not any(t.pos in {"VERB", "AUX"} for t in tree.tokens)


def _is_inside_name(reading: Reading, token: Token) -> bool:
    """A word of a name or date ("Extinction *Rebellion*", "*March* 21") names no event."""
    names = (n.span for n in reading.annotation.names if n.kind in {"person", "organisation"})
    times = (t.span for t in reading.annotation.times)
    return any(span.contains(token.span) for span in chain(names, times))


def _describes(tree: Tree, node: int) -> bool:
    """A present participle before its noun ("the protesting youth") only describes it."""
    token = tree[node]
    return token.relation == "amod" and token.feature("Tense") == "Pres"


def _names_somebody(tree: Tree, node: int) -> bool:
    """A participle that stands as a noun ("the wounded", "протестующие") names a party."""
    token = tree[node]
    standing = tree.is_a(node, "nsubj", "obj", "iobj", "obl", "nmod")
    return token.feature("VerbForm") == "Part" and standing and tree.child(node, "nsubj", "obj") is None


def _is_missing(tree: Tree, node: int, cues: Cues) -> bool:
    """Tell whether it is said that there is nobody of the kind ("погибших нет"): that tells of the deed."""
    head = tree.head(node)
    return tree.is_a(node, "nsubj") and head is not None and tree[head].lemma in cues.negation


def _holds(reading: Reading, tree: Tree, trigger: Trigger, words: tuple[int, ...]) -> bool:
    """A particle at the end of a phrase must be one ("break *in*", not "broke out *in* the city")."""
    if not words or trigger.pattern not in {"acts", "undergone"}:
        return True
    particle = tree[words[-1]].lemma in load_cues(reading.language.tag).particles
    return not particle or tree.is_a(words[-1], "compound", "advmod")


def _roles(tree: Tree, node: int, trigger: Trigger, words: tuple[int, ...], cues: Cues) -> Roles:
    if trigger.copula:
        subject = _linked_subject(tree, node, cues)
        return Roles(target=subject) if trigger.pattern == "undergone" else Roles(actor=subject)
    if trigger.pattern in NOUNS:
        roles = noun_roles(tree, node, trigger.pattern)
        return mutual_roles(tree, node, roles) if is_mutual(trigger.type) else roles
    if trigger.pattern == "adjectives":
        return adjective_roles(tree, node)
    roles = verb_roles(tree, node, trigger.pattern, _marked(tree, words))
    return Roles(roles.actor, find_affected(tree, node) if roles.target in words else roles.target)


def _received(reading: Reading, sentence: int, match: Match) -> Match:
    """Put the one who is given something in the place of the thing: "blankets *to evacuees*"."""
    receiver, given = find_receiver(reading.trees[sentence], match.node), match.roles.target
    if receiver is None or (given is not None and group_of(reading, sentence, given) != "unknown"):
        return match
    return replace(match, roles=Roles(match.roles.actor, receiver))


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


def _limit(reading: Reading, sentence: int, match: Match) -> str:
    tree, roles, limits = reading.trees[sentence], match.roles, match.trigger.limits
    state = "met" if limits else "free"
    for side, limit in limits.items():
        node = roles.target if side.endswith("target") else roles.actor
        barred = side.startswith("not_")
        if node is None:
            hidden = side == "actor" and "target" in limits and is_passive(tree, match.node)
            hidden &= not needs_actor(match.trigger.type)  # "residents were told to leave"
            state = state if barred or hidden else "open"
        elif _allows(reading, sentence, node, limit) == barred:
            return "broken"
    return state


def _allows(reading: Reading, sentence: int, node: int, limit: Limit) -> bool:
    tree, words = reading.trees[sentence], load_actor_words(reading.language.tag)
    heads = [node, *tree.children(node, "compound", "flat")]
    if tree[node].pos == "PRON" and (noun := relative_antecedent(tree, node)) is not None:
        heads.append(noun)
    if tree[node].lemma in words.collective | words.neutral or tree[node].pos == "NUM":
        heads += tree.children(node, "nmod")
    groups = {group_of(reading, sentence, node)}
    if any(
        name.kind == "person" and name.span.contains(tree[node].span) for name in reading.annotation.names
    ):
        groups.add("civilians")  # a name alone does not tell a private person from an official
    return any(limit.allows(tree[n].lemma, group) for n in heads for group in sorted(groups))
