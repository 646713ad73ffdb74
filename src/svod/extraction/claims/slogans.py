"""Slogans: what banners, placards and chants say, in any quotation marks or behind a colon."""

from collections.abc import Iterator
from dataclasses import replace

from svod.extraction.claims.parts import Site
from svod.extraction.reading import Finding
from svod.extraction.voices import voice_at
from svod.extraction.voices.lexicon import load_lexicon
from svod.extraction.voices.quotation import find_quotations
from svod.model import DemandClaim, Party, Span, Voice, cover

_CROWD = Voice("protesters", named=False)
_TRIM = " :«»“”‘’\"'.,!—–-"
_MAX_GAP = 90  # code points between the word for the banner and what it says; room for "held up by …"

_MAX_BEFORE = 25  # the same, for "'…' said one sign"
_MAX_TAIL = 300  # code points of a slogan that holds more than one sentence


def find_slogans(site: Site, by: Party | None) -> Iterator[Finding]:
    """Yield one demand for each quotation near a word for a banner, else for what its colon opens."""
    party = by or Party(None, "protesters")
    quoted = list(_quoted(site))
    for at in quoted:
        content = at.of(site.text).strip(_TRIM)
        finding = site.finding(DemandClaim(party, content), _with_noun(site, at), (site.node,), "demand")
        yield finding if voice_at(site.scopes, finding.quote) else replace(finding, voice=(_CROWD,))
    if not quoted and (at_colon := _behind_colon(site)) is not None:
        content = at_colon.of(site.text).strip(_TRIM)
        yield site.finding(DemandClaim(party, content), at_colon, (site.node,), "demand")


def _quoted(site: Site) -> Iterator[Span]:
    """Quotations of the sentence behind the noun, or right before it ("'Freedom!' said one sign")."""
    lexicon = load_lexicon(site.reading.language)  # type: ignore[arg-type]  # plug-ins hash by identity
    sentence, noun = site.tree.sentence.span, site.tree[site.node].span
    if lexicon is None:
        return
    offset = sentence.start
    for found in find_quotations(site.text[offset : sentence.end + _MAX_TAIL], lexicon.marks):
        span = Span(offset + found.span.start, offset + found.span.end)
        behind, before = span.start - noun.end, noun.start - span.end
        near = 0 <= behind <= _MAX_GAP or 0 <= before <= _MAX_BEFORE
        if near and span.start < sentence.end and any(letter.isalpha() for letter in span.of(site.text)):
            yield span


def _with_noun(site: Site, quotation: Span) -> Span:
    """The words from the noun to the quotation, or from the quotation to the noun."""
    span = cover(site.tree[site.node].span, quotation)
    text = span.of(site.text)
    return Span(span.start, span.start + len(text.rstrip(" .,")))


def _behind_colon(site: Site) -> Span | None:
    span, noun = site.tree.sentence.span, site.tree[site.node].span
    at = span.of(site.text).rfind(":")
    words = span.of(site.text)[at + 1 :].strip(_TRIM)
    if at < 0 or not words or span.start + at < noun.end:
        return None
    return Span(span.start, span.start + len(span.of(site.text).rstrip(_TRIM)))
