"""Finding events: each trigger of the frames where its words, roles and limits agree."""

from collections.abc import Iterator
from dataclasses import dataclass

from svod.extraction.events.assertion import asserted_by_detail, asserted_by_verb
from svod.extraction.events.frames import Frames, Trigger, load_frames
from svod.extraction.events.quote import quote_of
from svod.extraction.events.roles import Roles, adjective_roles, noun_roles, verb_roles
from svod.extraction.lexicon import companions
from svod.extraction.parties import find_party, group_of
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import EventClaim, cover

_POS = {
    "verbs": ("VERB", "AUX"),
    "undergone": ("VERB", "AUX"),
    "acts": ("VERB", "AUX"),
    "nouns": ("NOUN", "PROPN"),
    "agent_nouns": ("NOUN", "PROPN"),
    "adjectives": ("ADJ", "VERB"),
}


@dataclass(frozen=True, slots=True)
class _Match:
    trigger: Trigger
    node: int
    words: tuple[int, ...]
    roles: Roles
    clause: int
    why: str


def find_events(reading: Reading) -> Iterator[Finding]:
    """Yield the events that a document tells, in text order of their triggers.

    Where several triggers of one type meet in one clause ("gathered for a
    rally"), the verb speaks for the noun. Words that a longer phrase uses up
    trigger nothing of their own.
    """
    frames = load_frames(reading.language.tag)
    for sentence, tree in enumerate(reading.trees):
        if not tree.sentence.parsed:
            continue
        matches = [m for node in range(len(tree)) for m in _matches(reading, sentence, node, frames)]
        for match in _distinct(tree, matches):
            yield _finding(reading, sentence, match)


def _matches(reading: Reading, sentence: int, node: int, frames: Frames) -> Iterator[_Match]:
    tree = reading.trees[sentence]
    best: tuple[int, int] | None = None
    for trigger in frames.triggers.get(tree[node].lemma, ()):
        if best is not None and trigger.rank > best:
            return
        if (match := _match(reading, sentence, node, trigger, frames)) is not None:
            best = trigger.rank
            yield match


def _match(reading: Reading, sentence: int, node: int, trigger: Trigger, frames: Frames) -> _Match | None:
    tree = reading.trees[sentence]
    if tree[node].pos not in _POS[trigger.pattern]:
        return None
    words = companions(tree, node, trigger.phrase)
    if words is None:
        return None
    roles, clause, why = _roles(tree, node, trigger, words), node, ""
    if trigger.pattern in {"nouns", "agent_nouns"}:
        asserted = asserted_by_verb(tree, node, frames.support)
        if asserted is None and (not trigger.topic or roles.target is not None):
            asserted = asserted_by_detail(reading, sentence, node, roles)
        if asserted is None:
            return None
        roles = Roles(
            roles.actor if roles.actor is not None else asserted.roles.actor,
            roles.target if roles.target is not None else asserted.roles.target,
        )
        clause, why = asserted.clause, asserted.why
    if not _allowed(reading, sentence, roles, trigger):
        return None
    return _Match(trigger, node, words, roles, clause, why)


def _roles(tree: Tree, node: int, trigger: Trigger, words: tuple[int, ...]) -> Roles:
    if trigger.pattern in {"nouns", "agent_nouns"}:
        return noun_roles(tree, node, trigger.pattern)
    if trigger.pattern == "adjectives":
        return adjective_roles(tree, node)
    roles = verb_roles(tree, node, trigger.pattern, _marked(tree, words))
    used = set(words)
    return Roles(roles.actor, None if roles.target in used else roles.target)


def _marked(tree: Tree, words: tuple[int, ...]) -> int | None:
    """The noun that the last word of a phrase marks, if that word is a preposition."""
    if not words or not tree.is_a(words[-1], "case", "mark"):
        return None
    return tree.head(words[-1])


def _allowed(reading: Reading, sentence: int, roles: Roles, trigger: Trigger) -> bool:
    for side, limit in trigger.limits.items():
        node = roles.target if side.endswith("target") else roles.actor
        barred = side.startswith("not_")
        if node is None:
            if not barred:
                return False
            continue
        tree = reading.trees[sentence]
        lemmas = {tree[n].lemma for n in (node, *tree.children(node, "compound", "nmod", "flat"))}
        group = group_of(reading, sentence, node)
        if any(limit.allows(lemma, group) for lemma in lemmas) == barred:
            return False
    return True


def _distinct(tree: Tree, matches: list[_Match]) -> Iterator[_Match]:
    used = {word for match in matches for word in match.words}
    verbs = {(match.trigger.type, match.node) for match in matches if tree[match.node].pos == "VERB"}
    seen: set[tuple[str, int]] = set()
    for match in matches:
        key = (match.trigger.type, match.node)
        if match.node in used or key in seen:
            continue
        governors = {match.clause, *_near_heads(tree, match.node)}
        if tree[match.node].pos != "VERB" and any((match.trigger.type, g) in verbs for g in governors):
            continue
        seen.add(key)
        yield match


def _near_heads(tree: Tree, node: int) -> Iterator[int]:
    head = tree.head(node)
    if head is not None:
        yield head
        if tree[head].pos in {"NOUN", "PROPN"} and (upper := tree.head(head)) is not None:
            yield upper


def _finding(reading: Reading, sentence: int, match: _Match) -> Finding:
    tree, roles = reading.trees[sentence], match.roles
    claim = EventClaim(
        type=match.trigger.type,
        actor=None if roles.actor is None else find_party(reading, sentence, roles.actor),
        target=None if roles.target is None else find_party(reading, sentence, roles.target),
    )
    words = sorted({match.node, *match.words})
    rule = f"frame {match.trigger.type}: {match.trigger.pattern} “{' '.join(match.trigger.phrase)}”"
    return Finding(
        claim=claim,
        sentence=sentence,
        node=match.clause,
        quote=quote_of(reading, sentence, match.node, match.clause, roles),
        rule=f"{rule}, asserted by {match.why}" if match.why else rule,
        trigger=cover(*(tree[n].span for n in words)),
    )
