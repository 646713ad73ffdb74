"""Finding events: each trigger of the frames that is judged to be a statement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svod.extraction.events.frames import Frames, load_frames
from svod.extraction.events.judge import judge
from svod.extraction.events.match import Match, find_matches
from svod.extraction.events.quote import quote_of
from svod.extraction.linear import LinearModel, load_model
from svod.extraction.parties import find_party
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import EventClaim, cover


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match with the judgement on it."""

    sentence: int
    match: Match
    score: float
    because: tuple[str, ...]


def find_events(reading: Reading) -> Iterator[Finding]:
    """Yield the events that a document tells, in text order of their triggers.

    Of several readings of a word the surest is taken; where two triggers of
    one type meet in one clause ("gathered for a rally"), the verb speaks for
    the noun. Words that a longer phrase uses up trigger nothing of their own.
    """
    model = load_model("events")
    for sentence, tree in enumerate(reading.trees):
        for candidate in _distinct(tree, find_candidates(reading, sentence, model)):
            yield to_finding(reading, candidate)


def find_candidates(reading: Reading, sentence: int, model: LinearModel | None) -> list[Candidate]:
    """Return the likeliest reading of each word of a sentence that could name an event.

    A word keeps two readings only where the frames list it under two types alike.
    """
    frames, tree = load_frames(reading.language.tag), reading.trees[sentence]
    if not tree.sentence.parsed:
        return []
    found = (_at(reading, sentence, node, frames, model) for node in range(len(tree)))
    return [candidate for candidates in found for candidate in candidates]


def _at(
    reading: Reading, sentence: int, node: int, frames: Frames, model: LinearModel | None
) -> Iterable[Candidate]:
    best: dict[str, Candidate] = {}
    for match in find_matches(reading, sentence, node, frames):
        score, because = judge(reading, sentence, match, model)
        candidate, kind = Candidate(sentence, match, score, because), match.trigger.type
        if kind not in best or _order(candidate) < _order(best[kind]):
            best[kind] = candidate
    ranked = sorted(best.values(), key=_order)
    return [c for c in ranked if c is ranked[0] or c.match.trigger.rank == ranked[0].match.trigger.rank]


def _order(candidate: Candidate) -> tuple[float, tuple[int, int], str]:
    trigger = candidate.match.trigger
    return -candidate.score, trigger.rank, trigger.type


def _distinct(tree: Tree, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    accepted = [candidate for candidate in candidates if candidate.score > 0]
    used = {word for candidate in accepted for word in candidate.match.words}
    verbs = {(c.match.trigger.type, c.match.node) for c in accepted if tree[c.match.node].pos == "VERB"}
    for candidate in accepted:
        match = candidate.match
        governors = {match.clause, *_near_heads(tree, match.node)} - {match.node}
        doubled = tree[match.node].pos != "VERB" and any((match.trigger.type, g) in verbs for g in governors)
        if match.node not in used and not doubled:
            yield candidate


def _near_heads(tree: Tree, node: int) -> Iterator[int]:
    head = tree.head(node)
    if head is not None:
        yield head
        if tree[head].pos in {"NOUN", "PROPN"} and (upper := tree.head(head)) is not None:
            yield upper


def to_finding(reading: Reading, candidate: Candidate) -> Finding:
    """Return the candidate as a finding, with its parties, quote and rule."""
    match, sentence = candidate.match, candidate.sentence
    tree, roles, trigger = reading.trees[sentence], match.roles, match.trigger
    claim = EventClaim(
        type=trigger.type,
        actor=None if roles.actor is None else find_party(reading, sentence, roles.actor),
        target=None if roles.target is None else find_party(reading, sentence, roles.target),
    )
    words = sorted({match.node, *match.words})
    return Finding(
        claim=claim,
        sentence=sentence,
        node=match.clause,
        quote=quote_of(reading, sentence, match.node, match.clause, roles),
        rule=_rule(candidate),
        trigger=cover(*(tree[n].span for n in words)),
    )


def _rule(candidate: Candidate) -> str:
    match = candidate.match
    rule = f"frame {match.trigger.type}: {match.trigger.pattern} “{match.trigger.words}”"
    if match.asserted.why:
        by = f" “{match.asserted.by}”" if match.asserted.by else ""
        rule += f", asserted by {match.asserted.why}{by}"
    return f"{rule} ({'; '.join(candidate.because)})" if candidate.because else rule
