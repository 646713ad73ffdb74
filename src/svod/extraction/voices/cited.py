"""Whom a cited voice cites in turn: "citing Valley Wire, which quotes the Ministry of Health"."""

from svod.extraction.tree import Tree
from svod.extraction.voices.speaker import Speaker, Speakers
from svod.model import Span

_PARTIES = ("obj", "nsubj", "nsubj:pass", "obl", "iobj")


def find_cited(speakers: Speakers, sentence: int, source: Speaker) -> Speaker | None:
    """Return the named voice that a relative clause on `source` says it quotes, or `None`.

    Which of the two is the subject is not asked: a relative pronoun and a
    neuter name look alike in the nominative and the accusative.
    """
    tree = speakers.reading.trees[sentence]
    for node, token in enumerate(tree.tokens):
        if token.lemma in speakers.lexicon.quote and _tells_of(tree, node, source.voice.span):
            return _other_party(speakers, sentence, node)
    return None


def _tells_of(tree: Tree, node: int, span: Span | None) -> bool:
    """Tell whether a verb heads a relative clause on a noun phrase that holds the words of a voice."""
    head = tree.head(node)
    if span is None or head is None or not tree.is_a(node, "acl"):
        return False
    return tree.span(head).contains(span) and span.end <= tree[node].span.start


def _other_party(speakers: Speakers, sentence: int, verb: int) -> Speaker | None:
    tree = speakers.reading.trees[sentence]
    for child in tree.children(verb, *_PARTIES):
        speaker = speakers.named(sentence, child)
        if speaker and not speaker.pronoun and speaker.voice.named:
            return speaker
    return None
