"""A document's statements: what is found, and who says it, how, when and where."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from svod.extraction.ahead import lies_ahead, put_ahead
from svod.extraction.borrowing import borrow_measures
from svod.extraction.claims import find_accusations, find_commitments, find_demands
from svod.extraction.coarse import find_coarse_events
from svod.extraction.events import find_events
from svod.extraction.figures import find_figures
from svod.extraction.mood import find_mood
from svod.extraction.parties import mark_scare_quotes
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.extraction.voices import VoiceScope, find_scare_quotes, find_voices, voice_at
from svod.extraction.when import find_when
from svod.extraction.where import find_place_words, find_where
from svod.lang import Language
from svod.model import (
    AccusationClaim,
    Annotation,
    Citation,
    Claim,
    CommitmentClaim,
    EventClaim,
    Span,
    Statement,
    Voice,
)


def extract_statements(annotation: Annotation, language: Language) -> tuple[Statement, ...]:
    """Return all statements of a document, sorted by place in the text and id.

    Each kind has its finder; what every statement needs besides (voice,
    polarity, modality, time, place) is told here in the same way for all. Two
    findings that would be the same statement count once.
    """
    reading = Reading(annotation, tuple(Tree(s) for s in annotation.sentences), language)
    scopes, quotes = find_voices(reading), find_scare_quotes(reading)
    statements = {
        statement.id: statement
        for statement in (
            _statement(reading, finding, scopes, quotes) for finding in _findings(reading, scopes)
        )
    }
    return tuple(sorted(statements.values(), key=lambda s: (s.citation.span, s.kind, s.id)))


def _findings(reading: Reading, scopes: Sequence[VoiceScope]) -> Iterator[Finding]:
    events = tuple(find_events(reading))
    yield from events
    yield from borrow_measures(find_figures(reading), events)
    yield from find_coarse_events(reading)
    for finder in (find_demands, find_commitments, find_accusations):
        yield from finder(reading, scopes)


def _statement(
    reading: Reading, finding: Finding, scopes: Sequence[VoiceScope], quotes: Sequence[Span]
) -> Statement:
    document = reading.annotation.document
    polarity, modality = find_mood(reading.trees[finding.sentence], finding.node, reading.language)
    finding = replace(
        finding,
        polarity=finding.polarity or polarity,
        modality=finding.modality or modality,
        claim=_distanced(finding.claim, quotes),
        voice=_voice(finding, scopes),
    )
    meant = finding.of or finding
    when, dated_by = find_when(reading, meant)
    if finding.modality == "actual" and lies_ahead(reading, finding, when):
        finding = replace(finding, modality="planned")
    if finding.modality == "planned" and dated_by in {"clause", "sentence"}:
        when = put_ahead(reading, finding, when)
    if isinstance(finding.claim, CommitmentClaim):
        due = put_ahead(reading, finding, finding.claim.due)
        finding = replace(finding, claim=replace(finding.claim, due=due))
    where = finding.where or find_where(reading, meant)
    return Statement(
        citation=Citation(document.id, finding.quote, finding.quote.of(document.text)),
        claim=finding.claim,
        polarity=finding.polarity or polarity,
        modality=finding.modality or modality,
        when=when,
        dated_by=dated_by,
        where=where,
        voice=finding.voice or (),
        rule=finding.rule,
        trigger=finding.trigger,
        place_span=find_place_words(reading, meant, where) if where else None,
    )


def _voice(finding: Finding, scopes: Sequence[VoiceScope]) -> tuple[Voice, ...]:
    if finding.voice is not None:
        return finding.voice
    deed = finding.trigger if isinstance(finding.claim, EventClaim) else None
    return voice_at(scopes, finding.quote, deed)


def _distanced(claim: Claim, quotes: Sequence[Span]) -> Claim:
    match claim:
        case EventClaim():
            actor, target = mark_scare_quotes(claim.actor, quotes), mark_scare_quotes(claim.target, quotes)
            return replace(claim, actor=actor, target=target)
        case AccusationClaim():
            return replace(claim, against=mark_scare_quotes(claim.against, quotes))
        case _:
            return claim
