"""Speakers: in whose mouth a clause is, and whether they are in charge."""

from dataclasses import replace

from svod.extraction.actor_words import load_actor_words
from svod.extraction.claims.parts import Site
from svod.extraction.parties import find_antecedent, group_of
from svod.extraction.reading import Finding, Reading
from svod.extraction.voices import voice_at
from svod.extraction.voices.lexicon import load_lexicon
from svod.extraction.voices.speaker import Speaker, Speakers
from svod.gazetteer.actors import load_actors
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
    if (told := _told_by(site)) is not None:
        return told
    document = site.reading.annotation.document
    if document.genre.lower() in _OFFICIAL_GENRES:
        return Party(None, "authorities", name=document.source.name if document.source.named else "")
    return None


def _told_by(site: Site) -> Party | None:
    """Who is the subject of a verb of saying that governs the clause or is inserted in it."""
    tree, lexicon = site.tree, load_lexicon(site.reading.language)  # type: ignore[arg-type]  # as below
    clause = next((n for n in (site.node, *tree.ancestors(site.node)) if tree.is_a(n, "ccomp")), None)
    above = None if clause is None else tree.head(clause)
    inserted = tree.children(site.node, "parataxis")
    saying = [n for n in (above, *inserted) if n is not None and lexicon and tree[n].lemma in lexicon.say]
    subject = next((s for n in saying if (s := tree.child(n, "nsubj")) is not None), None)
    return None if subject is None or tree[subject].pos == "PRON" else site.party(subject)


def is_in_charge(party: Party | None) -> bool:
    """Tell whether a party's word on what will be done is a promise."""
    return party is not None and party.group in IN_CHARGE


def is_author(speaker: Party | None) -> bool:
    """Tell whether a speaker is the official whose own address the document is."""
    return speaker is not None and speaker.text is None


def voices_with(site: Site, by: int | None, span: Span) -> tuple[Voice, ...] | None:
    """Return the chain at `span` with the party headed by `by` as its innermost voice.

    `None` where nobody is named that could speak, or the chain begins with
    them already: then the passage tells.
    """
    chain = voice_at(site.scopes, span)
    if by is None or (chain and site.tree[by].pos == "PRON"):
        return None
    voice = _voice(site, by)
    if voice is None or any(v.span is not None and v.span == voice.span for v in chain[:1]):
        return None
    return (voice, *(v for v in chain if voice.name not in (v.name, "") and v.span != voice.span))


def voiced(site: Site, finding: Finding, by: int | None) -> Finding:
    """Return the finding in the voice of the body or state that `by` names; crowds have no voice of their own."""
    if not is_in_charge(site.party(by)) or voice_at(site.scopes, finding.quote):
        return finding
    voice = voices_with(site, by, finding.quote)
    return finding if voice is None else replace(finding, voice=voice)


def _voice(site: Site, by: int) -> Voice | None:
    """The voice that a noun phrase names: two sides at once, somebody known, or a bare name."""
    tree = site.tree
    if any(tree[n].lemma in site.words.both_sides for n in tree.children(by, "det", "nummod", "amod")):
        return Voice("both sides", named=False, span=tree[by].span)
    speaker = _speaker(site, site.sentence, by)
    if speaker is not None and speaker.voice.name:
        return speaker.voice
    name = tree[by].text
    return Voice(name, named=True, span=tree[by].span) if tree[by].pos == "PROPN" and name.isascii() else None


def _speaker(site: Site, sentence: int, node: int) -> Speaker | None:
    """Who a noun phrase names as a voice; a pronoun names its antecedent."""
    lexicon = load_lexicon(site.reading.language)  # type: ignore[arg-type]  # plug-ins hash by identity
    if lexicon is None:
        return None
    speakers = Speakers(site.reading, lexicon, load_actors())
    found = speakers.named(sentence, node)
    if found is None or found.voice.name:
        return found
    antecedent = find_antecedent(site.reading, sentence, node)
    return None if antecedent is None else speakers.named(*antecedent)


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
