"""Speakers: in whose mouth a clause is, and whether they are in charge."""

from svod.extraction.actor_words import load_actor_words
from svod.extraction.claims.parts import Site
from svod.extraction.parties import group_of
from svod.extraction.reading import Reading
from svod.extraction.voices import voice_at
from svod.model import Group, Party, Span, Voice

IN_CHARGE: tuple[Group, ...] = ("authorities", "foreign_state", "organisation", "security_forces", "business")
"""Classes whose word on what will be done is a promise to the public."""
_OFFICIAL_GENRES = frozenset({"address", "statement", "speech", "order", "communique", "release"})


def speaker_of(site: Site, span: Span) -> Party | None:
    """Return who says the words at `span`: the innermost voice, or an official author.

    `None` where an account speaks for itself that is no official's own.
    """
    chain = voice_at(site.scopes, span)
    if chain:
        return Party(
            _words(site, chain[0]), _group(site.reading, chain[0]), span=chain[0].span, name=_name(chain[0])
        )
    document = site.reading.annotation.document
    if document.genre.lower() in _OFFICIAL_GENRES:
        return Party(None, "authorities", name=document.source.name if document.source.named else "")
    return None


def _words(site: Site, voice: Voice) -> str | None:
    return None if voice.span is None else voice.span.of(site.text)


def _name(voice: Voice) -> str:
    return voice.name if voice.named else ""


def _group(reading: Reading, voice: Voice) -> Group:
    """Class of a voice from its words, else from any mention of its name, else from the name."""
    spans = [voice.span] if voice.span else []
    spans += [name.span for name in reading.annotation.names if name.name == voice.name]
    for span in spans:
        group = _group_at(reading, span)
        if group != "unknown":
            return group
    words = load_actor_words("en")  # voices are named in English
    lemmas = tuple(voice.name.lower().split())
    return words.heads.get(lemmas) or words.heads.get(lemmas[-1:]) or "unknown"


def _group_at(reading: Reading, span: Span) -> Group:
    for sentence, tree in enumerate(reading.trees):
        if tree.sentence.span.contains(span):
            node = tree.top(span)
            return "unknown" if node is None else group_of(reading, sentence, node)
    return "unknown"
