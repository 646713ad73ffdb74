"""Demands: somebody wants something, is against something, or names a grievance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from svod.extraction.claims.lists import find_listed
from svod.extraction.claims.parts import (
    LOOSE,
    Site,
    clause_span,
    complements,
    distinct,
    marked_noun,
    obliged,
    sites,
    words_of,
)
from svod.extraction.claims.speaker import IN_CHARGE, speaker_of
from svod.extraction.claims.words import find_phrase, load_claim_words
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.reading import Finding, Reading
from svod.extraction.voices import VoiceScope
from svod.model import DemandClaim, Party, cover


def find_demands(reading: Reading, scopes: Sequence[VoiceScope]) -> Iterator[Finding]:
    """Yield the demands of a document, one for each thing demanded.

    First those of sentences, in text order, then the items of lists.
    """
    found = (finding for site in sites(reading, scopes) for finding in _at(site))
    yield from distinct(replace(finding, modality="actual") for finding in found)
    yield from find_listed(reading, load_claim_words(reading.language.tag))


def _at(site: Site) -> Iterator[Finding]:
    if (owed := obliged(site)) is not None:
        yield from _owed(site, owed)
    elif site.tree[site.node].pos in {"VERB", "AUX"}:
        yield from _by_verb(site)
    elif site.tree[site.node].pos in {"NOUN", "PROPN"}:
        yield from _by_noun(site)


def _by_verb(site: Site) -> Iterator[Finding]:
    tree, node, words = site.tree, site.node, site.words
    if (used := find_phrase(tree, node, words.demand_verbs)) is not None:
        if not _warns_public(site):
            yield from _demanded(site, used, None if is_passive(tree, node) else find_subject(tree, node))
    elif (used := find_phrase(tree, node, words.against_verbs)) is not None:
        yield from _against(site, used, find_subject(tree, node))
    elif (used := find_phrase(tree, node, words.complaint_verbs)) is not None:
        yield from _demanded(site, used, find_subject(tree, node), "grievance: ")


def _owed(site: Site, owed: int) -> Iterator[Finding]:
    """What somebody says that others must do: "Europe must share the burden"."""
    quote = clause_span(site.tree, owed)
    speaker = speaker_of(site, quote)
    subject = find_subject(site.tree, owed)
    own = subject is not None and site.tree[subject].text.lower() in site.words.first_person
    if speaker is not None and not (own and speaker.group in IN_CHARGE):
        yield site.finding(DemandClaim(speaker, quote.of(site.text)), quote, (site.node,), "demand")


def _warns_public(site: Site) -> bool:
    """Advice to the public ("urged residents to leave") is an alert, no demand."""
    tree = site.tree
    asked = (
        find_subject(tree, site.node) if is_passive(tree, site.node) else tree.child(site.node, "obj", "iobj")
    )
    party = site.party(asked)
    return party is not None and party.group == "civilians"


def _by_noun(site: Site) -> Iterator[Finding]:
    tree, node, words = site.tree, site.node, site.words
    if (used := find_phrase(tree, node, words.demand_nouns)) is not None:
        yield from _demanded(site, used, _holder(site))
    elif find_phrase(tree, node, words.slogan_nouns) is not None:
        yield from _slogan(site)
    elif find_phrase(tree, node, words.protest_nouns) is not None:
        yield from _against(site, (node,), _holder(site))


def _demanded(site: Site, used: tuple[int, ...], by: int | None, prefix: str = "") -> Iterator[Finding]:
    tree = site.tree
    marked = marked_noun(tree, used[1:])
    parts = complements(tree, site.node, used) if marked is None else tree.conjuncts(marked)
    for position, part in enumerate(parts):
        quote = tree.span(part, LOOSE) if position else clause_span(tree, site.node, part)
        claim = DemandClaim(site.party(by), prefix + words_of(site, part))
        yield site.finding(claim, quote, used, "demand")


def _against(site: Site, used: tuple[int, ...], by: int | None) -> Iterator[Finding]:
    tree = site.tree
    for child in tree.children(site.node, "obl", "nmod", "advcl", "acl", "obj"):
        marks = {tree[n].lemma for n in tree.children(child, "case", "mark")}
        bare = tree[site.node].pos == "VERB" and not marks and tree.is_a(child, "obj")
        if bare or marks & site.words.against_prepositions:
            content = words_of(site, child)
            claim = DemandClaim(_protesters(site.party(by)), f"against {content}" if bare else content)
            yield site.finding(claim, cover(tree[site.node].span, tree.span(child, LOOSE)), used, "demand")


def _slogan(site: Site) -> Iterator[Finding]:
    span = site.tree.sentence.span
    whole = span.of(site.text)
    at = max(whole.find(mark) for mark in (":", "«", "“", '"'))
    content = whole[at:].strip(" :«»“”\".'!")
    if at > 0 and content and span.start + at >= site.tree[site.node].span.start:
        claim = DemandClaim(_protesters(site.party(_holder(site))), content)
        yield site.finding(claim, span, (site.node,), "demand")


def _protesters(party: Party | None) -> Party | None:
    """Those who protest are protesters where their words say no more."""
    return replace(party, group="protesters") if party and party.group == "unknown" else party


def _holder(site: Site) -> int | None:
    """Whose demand it is: a possessor, else the subject of the verb that it hangs on."""
    tree, node = site.tree, site.node
    for child in tree.children(node, "nmod"):
        case = {tree[n].lemma for n in tree.children(child, "case")}
        if tree[child].relation == "nmod:poss" or (not case and tree[child].feature("Case") == "Gen"):
            return child
    head = next((above for above in tree.ancestors(node) if tree[above].pos == "VERB"), None)
    return None if head is None else find_subject(tree, head)
