"""Finding events: each trigger of the frames that is judged to be a statement."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from svod.extraction.events.casting import cast, is_gathering, yields
from svod.extraction.events.coordination import coordinated_places, coordinated_things
from svod.extraction.events.frames import load_frames
from svod.extraction.events.judge import accepts
from svod.extraction.events.match import NOUNS, Match, find_matches
from svod.extraction.events.quote import quote_of
from svod.extraction.mood import load_cues
from svod.extraction.parties import find_party, is_party
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import EventClaim, EventType, Party, cover


def find_events(reading: Reading) -> Iterator[Finding]:
    """Yield the events that a document tells, in text order of their triggers.

    Of several readings of a word the one that says most is taken; where two
    triggers of one type meet in one clause ("gathered for a rally"), the verb
    speaks for the noun. Words that a longer phrase uses up trigger nothing of
    their own.
    """
    frames = load_frames(reading.language.tag)
    for sentence, tree in enumerate(reading.trees):
        if tree.sentence.parsed:
            found = [m for node in range(len(tree)) for m in find_matches(reading, sentence, node, frames)]
            for match in _distinct(tree, found):
                yield from _split(reading, sentence, match)


def _distinct(tree: Tree, found: Sequence[Match]) -> Iterator[Match]:
    used = {word for match in found for word in match.words if match.limit != "broken"}
    accepted = [match for match in _preferred(found) if match.node not in used]
    told = {(match.trigger.type, match.node) for match in accepted}
    for match in accepted:
        above = _tells_for(tree, match) - {match.node}
        if not any((match.trigger.type, node) in told for node in above):
            yield match


def _preferred(found: Sequence[Match]) -> Iterator[Match]:
    """Yield the accepted readings of each word: those of the best rank, one a type."""
    accepted = sorted((m for m in found if accepts(m)), key=_order)
    for _, readings in groupby(accepted, key=lambda m: m.node):
        ranked = list(readings)
        types: dict[EventType, Match] = {}
        for match in ranked:
            if match.trigger.rank == ranked[0].trigger.rank:
                types.setdefault(match.trigger.type, match)
        yield from (match for kind, match in types.items() if not yields(kind, types))


def _order(match: Match) -> tuple[int, tuple[int, int], str, bool]:
    """Sort key; a verb that acts on nothing ("two men drowned") suffers where it can."""
    idle = match.trigger.pattern == "verbs" and match.roles.target is None
    return match.node, match.trigger.rank, match.trigger.type, idle


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


def _finding(reading: Reading, sentence: int, match: Match) -> Finding:
    tree, roles = reading.trees[sentence], match.roles
    words = sorted({match.node, *match.words})
    return Finding(
        claim=_claim(reading, sentence, match, roles.target),
        sentence=sentence,
        node=match.clause,
        quote=quote_of(reading, sentence, match.node, match.clause, roles),
        rule=_rule(match),
        trigger=cover(*(tree[n].span for n in words)),
        polarity="affirmed" if _is_negative_phrase(reading, match) else None,
    )


def _is_negative_phrase(reading: Reading, match: Match) -> bool:
    """A phrase that holds its own negation ("не летать") affirms what it names."""
    return bool(load_cues(reading.language.tag).negation & set(match.trigger.phrase))


def _claim(
    reading: Reading, sentence: int, match: Match, target: int | None, *, alone: bool = False
) -> EventClaim:
    named = None if _is_itself(reading, sentence, match) else _party(reading, sentence, match.roles.actor)
    suffering = _party(reading, sentence, target, alone=alone)
    actor, target_party = cast(match.trigger.type, named, suffering)
    return EventClaim(match.trigger.type, actor, target_party)


def _is_itself(reading: Reading, sentence: int, match: Match) -> bool:
    """Tell whether what seems to act is the event by another name ("*the rally* marched on")."""
    actor, kind = match.roles.actor, match.trigger.type
    if actor is None or not is_gathering(kind):
        return False
    words = load_frames(reading.language.tag).triggers.get(reading.trees[sentence][actor].lemma, ())
    return any(t.type == kind and t.pattern in NOUNS and len(t.phrase) == 1 for t in words)


def _party(reading: Reading, sentence: int, node: int | None, *, alone: bool = False) -> Party | None:
    if node is None or not is_party(reading, sentence, node):
        return None
    return find_party(reading, sentence, node, alone=alone)


def _split(reading: Reading, sentence: int, match: Match) -> Iterator[Finding]:
    """Yield one finding for each named place, or each single thing, that is coordinated."""
    finding = _finding(reading, sentence, match)
    places = coordinated_places(reading, sentence, match)
    targets = coordinated_things(reading, sentence, match.roles.target)
    if places:
        yield from (replace(finding, where=place) for place in places)
    elif targets:
        for target in targets:
            yield replace(finding, claim=_claim(reading, sentence, match, target, alone=True))
    else:
        yield finding


def _rule(match: Match) -> str:
    rule = f"frame {match.trigger.type}: {match.trigger.pattern} “{match.trigger.words}”"
    if not match.asserted.why:
        return rule
    by = f" “{match.asserted.by}”" if match.asserted.by else ""
    return f"{rule}, asserted by {match.asserted.why}{by}"
