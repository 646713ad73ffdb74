"""Judging matches: which candidates are statements, by rule or by a learned model."""

from collections.abc import Iterator

from svod.extraction.events.match import Match
from svod.extraction.linear import LinearModel
from svod.extraction.mood import find_mood
from svod.extraction.parties import group_of
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree

_NOUNS = ("nouns", "agent_nouns")


def features_of(reading: Reading, sentence: int, match: Match) -> tuple[str, ...]:
    """Return what is to be seen of a match, as names without order of weight.

    They tell of grammar and evidence in the same words for every language;
    only those of the trigger itself name words.
    """
    return tuple(dict.fromkeys(_features(reading, sentence, match)))


def _features(reading: Reading, sentence: int, match: Match) -> Iterator[str]:
    tree, trigger, token = reading.trees[sentence], match.trigger, reading.trees[sentence][match.node]
    noun = "noun" if trigger.pattern in _NOUNS else trigger.pattern
    yield f"type {trigger.type}"
    yield f"type {trigger.type} {noun}"
    yield f"word {trigger.type} {trigger.words}"
    yield f"pattern {trigger.pattern}"
    yield f"limit {match.limit}"
    yield f"limit {match.limit} {noun}"
    yield f"relation {token.relation} {noun}"
    yield f"phrase {min(len(trigger.phrase), 3)}"
    yield f"pos {token.pos} {noun}"
    if noun == "noun":
        yield f"asserted {match.asserted.why or 'by nothing'}"
        yield f"asserted {match.asserted.why or 'by nothing'} {'topic' if trigger.topic else 'noun'}"
        yield from _noun_features(tree, match)
    yield from _party_features(reading, sentence, match, noun)
    yield from _setting_features(reading, tree, match, noun)
    polarity, modality = find_mood(tree, match.clause, reading.language)
    yield f"mood {polarity} {noun}"
    yield f"mood {modality} {noun}"


def _noun_features(tree: Tree, match: Match) -> Iterator[str]:
    head = tree.head(match.node)
    if head is not None:
        yield f"under {tree[head].pos}"
        yield f"under {tree[head].lemma}"
    determiners = [tree[n] for n in tree.children(match.node, "det", "nmod:poss")]
    yield f"determiner {determiners[0].lemma if determiners else 'none'}"
    yield f"number {tree[match.node].feature('Number')}"
    for child in tree.children(match.node, "case"):
        yield f"case {tree[child].lemma}"
    if tree.children(match.node, "amod"):
        yield "described"


def _party_features(reading: Reading, sentence: int, match: Match, noun: str) -> Iterator[str]:
    for side, node in (("actor", match.roles.actor), ("target", match.roles.target)):
        if node is None:
            yield f"no {side} {noun}"
        else:
            group = group_of(reading, sentence, node)
            yield f"{side} {group}"
            yield f"{side} {group} {match.trigger.type}"


def _setting_features(reading: Reading, tree: Tree, match: Match, noun: str) -> Iterator[str]:
    notes, span = reading.annotation, tree.span(match.clause)
    if any(span.contains(m.span) for m in notes.times):
        yield f"clause has time {noun}"
    if any(span.contains(m.span) and not m.adjective for m in notes.places):
        yield f"clause has place {noun}"
    if any(span.contains(m.span) for m in notes.numbers):
        yield f"clause has number {noun}"
    if tree.head(match.clause) is None:
        yield f"main clause {noun}"
    yield f"clause is {tree[match.clause].relation} {noun}"


def accepts(match: Match) -> bool:
    """Judge by rule: limits hold, and a noun has evidence, a topic more than a little."""
    if match.limit in {"broken", "open"}:
        return False
    if match.trigger.pattern not in _NOUNS:
        return True
    weak = match.asserted.why in {"", "own party", "own circumstance", "something new"}
    return match.asserted.why != "" and not (match.trigger.topic and weak)


def judge(
    reading: Reading, sentence: int, match: Match, model: LinearModel | None
) -> tuple[float, tuple[str, ...]]:
    """Return how sure a match is a statement, in log-odds, and what speaks for it most."""
    if model is None:
        return (1.0 if accepts(match) else -1.0), ()
    features = features_of(reading, sentence, match)
    return model.score(features), model.strongest(features)
