"""Finding the passages that somebody else says, over a whole document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from svod.extraction.reading import Reading
from svod.extraction.voices.cited import find_cited
from svod.extraction.voices.cues import Cue
from svod.extraction.voices.direct import attribute
from svod.extraction.voices.history import UNNAMED, History
from svod.extraction.voices.lexicon import VoiceLexicon, load_lexicon
from svod.extraction.voices.markers import find_marker_cues, find_noun_cues
from svod.extraction.voices.quotation import (
    Quotation,
    find_quotations,
    is_scare,
    lemmas_before,
    names_something,
)
from svod.extraction.voices.running import run_on
from svod.extraction.voices.scope import VoiceScope
from svod.extraction.voices.speaker import Speaker, Speakers
from svod.extraction.voices.verbs import find_verb_cues
from svod.gazetteer.actors import load_actors
from svod.model import Voice


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue with the chain that it was resolved to."""

    cue: Cue
    chain: tuple[Voice, ...]


def find_voices(reading: Reading) -> tuple[VoiceScope, ...]:
    """Return the passages that somebody else than the document says, in text order.

    Args:
        reading: The annotated document with its trees.

    Returns:
        Scopes that may nest (a speaker inside an outlet's report) and overlap;
        none for a language without words for voices.
    """
    lexicon = load_lexicon(reading.language)  # type: ignore[arg-type]  # plug-ins hash by identity
    if lexicon is None:
        return ()
    text = reading.annotation.document.text
    speech = tuple(_speech(reading, lexicon))
    heard = _heard(Speakers(reading, lexicon, load_actors()), speech)
    told = tuple(_scopes_of_cues(heard))
    scopes = [*told, *attribute(text, speech, heard, told)]
    scopes += run_on(reading, scopes, heard)
    return tuple(sorted(scopes, key=lambda scope: (scope.span, scope.rule)))


def _speech(reading: Reading, lexicon: VoiceLexicon) -> Iterator[Quotation]:
    """Yield the quotations that are neither names nor words at a distance."""
    text = reading.annotation.document.text
    lemmas = lemmas_before(reading)
    for quotation in find_quotations(text, lexicon.marks):
        words = quotation.inner.of(text).split()
        short = len(words) <= lexicon.scare_words
        if is_scare(text, quotation, lemmas, lexicon) or (short and names_something(reading, quotation)):
            continue
        yield quotation


def _heard(speakers: Speakers, speech: Sequence[Quotation]) -> tuple[Heard, ...]:
    history = History()
    found: list[Heard] = []
    for at in range(len(speakers.reading.trees)):
        cues = _cues(speakers, at)
        citing = _citing(cues)
        for cue in cues:
            chain = _chain(speakers, cue, history, speech)
            source = citing.get(cue.node)
            if chain and source and source.speaker:
                chain = _behind(speakers, at, source.speaker, chain)
            if chain:
                found.append(Heard(cue, chain))
    return tuple(found)


def _behind(
    speakers: Speakers, sentence: int, source: Speaker, chain: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """Return a chain with the voice that it cites, and whom that one cites, before it."""
    cited = find_cited(speakers, sentence, source)
    inner = [voice.voice for voice in (cited, source) if voice]
    names = {voice.name for voice in inner}
    return (*inner, *(voice for voice in chain if voice.name not in names))


def _citing(cues: Sequence[Cue]) -> dict[int, Cue]:
    """Return the verb of saying that each "citing X" belongs to, by its word: one whose speaker
    is an outlet, else the nearest before.
    """
    verbs = [cue for cue in cues if cue.kind in {"say", "act"} and cue.speaker]
    found = {}
    for cue in cues:
        if cue.kind == "citing" and verbs:
            ranked = sorted(
                verbs,
                key=lambda verb: (not _is_outlet(verb), verb.node > cue.node, abs(verb.node - cue.node)),
            )
            found[ranked[0].node] = cue
    return found


def _is_outlet(cue: Cue) -> bool:
    return cue.speaker is not None and cue.speaker.outlet


def _cues(speakers: Speakers, sentence: int) -> tuple[Cue, ...]:
    found = [
        *find_verb_cues(speakers, sentence),
        *find_marker_cues(speakers, sentence),
        *find_noun_cues(speakers, sentence),
    ]
    return tuple(sorted(found, key=lambda cue: (cue.span, cue.kind)))


def _chain(speakers: Speakers, cue: Cue, history: History, speech: Sequence[Quotation]) -> tuple[Voice, ...]:
    """Return who is behind a cue, and note it in the history."""
    quoted = any(quotation.inner.contains(cue.span) for quotation in speech)
    speaker = cue.speaker
    if speaker and speaker.pronoun:
        if speaker.pronoun == "first":
            return ()
        speaker = history.resolve(
            cue.sentence, speaker, speakers.persons_before(cue.sentence, cue.span.start)
        )
        if speaker is None and cue.kind != "impersonal":
            return ()
    if cue.kind == "impersonal":
        speaker = speaker or history.last(cue.sentence, 2)
        chain = [speaker.voice if speaker else replace(UNNAMED, span=cue.span)]
    else:
        chain = [speaker.voice] if speaker else []
        if speaker and not quoted and cue.kind != "noun":
            history.add(cue.sentence, speaker)
    return (*chain, *(outlet.voice for outlet in cue.outlets))


def _scopes_of_cues(heard: Sequence[Heard]) -> Iterator[VoiceScope]:
    for item in heard:
        for content in item.cue.contents:
            if content.end > content.start:
                yield VoiceScope(
                    item.cue.sentence, content, item.chain, item.cue.span, f"cue {item.cue.kind}"
                )
