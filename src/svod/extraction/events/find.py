"""Finding events: each trigger of the frames that is judged to be a statement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from svod.extraction.events.casting import cast_actor, cast_target
from svod.extraction.events.coordination import coordinated_places, coordinated_things
from svod.extraction.events.frames import Frames, load_frames
from svod.extraction.events.judge import judge
from svod.extraction.events.match import Match, find_matches
from svod.extraction.events.quote import quote_of
from svod.extraction.linear import LinearModel, load_model
from svod.extraction.mood import load_cues
from svod.extraction.parties import find_party, is_party
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import EventClaim, Party, cover


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
            yield from _split(reading, candidate)


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
    found = list(candidates)
    accepted = [candidate for candidate in found if candidate.score > 0]
    used = {
        word for candidate in found for word in candidate.match.words if candidate.match.limit != "broken"
    }
    told = {(c.match.trigger.type, c.match.node) for c in accepted}
    for candidate in accepted:
        match = candidate.match
        above = _tells_for(tree, match) - {match.node}
        if match.node not in used and not any((match.trigger.type, node) in told for node in above):
            yield candidate


def _tells_for(tree: Tree, match: Match) -> set[int]:
    """Return the words that speak for a match of the same type: its verb, the noun that it explains."""
    node = match.node
    head = tree.head(node)
    if tree[node].relation == "appos" and head is not None:
        return {head}
    if tree[node].pos == "VERB" or head is None:
        return set()
    near = {match.clause, head}
    if tree[head].pos in {"NOUN", "PROPN"} and (upper := tree.head(head)) is not None:
        near.add(upper)
    return {n for n in near if tree[n].pos == "VERB"}


def to_finding(reading: Reading, candidate: Candidate) -> Finding:
    """Return the candidate as a finding, with its parties, quote and rule."""
    match, sentence = candidate.match, candidate.sentence
    tree, roles = reading.trees[sentence], match.roles
    words = sorted({match.node, *match.words})
    return Finding(
        claim=_claim(reading, candidate, roles.target),
        sentence=sentence,
        node=match.clause,
        quote=quote_of(reading, sentence, match.node, match.clause, roles),
        rule=_rule(candidate),
        trigger=cover(*(tree[n].span for n in words)),
        polarity="affirmed" if _is_negative_phrase(reading, candidate) else None,
    )


def _is_negative_phrase(reading: Reading, candidate: Candidate) -> bool:
    """A phrase that holds its own negation ("не летать") affirms what it names."""
    return bool(load_cues(reading.language.tag).negation & set(candidate.match.trigger.phrase))


def _claim(reading: Reading, candidate: Candidate, target: int | None, *, alone: bool = False) -> EventClaim:
    sentence, kind, actor = candidate.sentence, candidate.match.trigger.type, candidate.match.roles.actor
    return EventClaim(
        type=kind,
        actor=cast_actor(kind, _party(reading, sentence, actor)),
        target=cast_target(kind, _party(reading, sentence, target, alone=alone)),
    )


def _party(reading: Reading, sentence: int, node: int | None, *, alone: bool = False) -> Party | None:
    if node is None or not is_party(reading, sentence, node):
        return None
    return find_party(reading, sentence, node, alone=alone)


def _split(reading: Reading, candidate: Candidate) -> Iterator[Finding]:
    """Yield one finding for each named place, or each single thing, that is coordinated."""
    finding = to_finding(reading, candidate)
    places = coordinated_places(reading, candidate.sentence, candidate.match)
    targets = coordinated_things(reading, candidate.sentence, candidate.match.roles.target)
    if places:
        yield from (replace(finding, where=place) for place in places)
    elif targets:
        for target in targets:
            yield replace(finding, claim=_claim(reading, candidate, target, alone=True))
    else:
        yield finding


def _rule(candidate: Candidate) -> str:
    match = candidate.match
    rule = f"frame {match.trigger.type}: {match.trigger.pattern} “{match.trigger.words}”"
    if match.asserted.why:
        by = f" “{match.asserted.by}”" if match.asserted.by else ""
        rule += f", asserted by {match.asserted.why}{by}"
    return f"{rule} ({'; '.join(candidate.because)})" if candidate.because else rule
