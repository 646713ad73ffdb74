"""Commitments: somebody in charge says what will be done, or orders it done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from svod.extraction.claims.futures import find_announced
from svod.extraction.claims.parts import (
    LOOSE,
    Site,
    clause_span,
    complements,
    coordinated,
    distinct,
    marks,
    sites,
)
from svod.extraction.claims.speaker import is_in_charge, speaker_of
from svod.extraction.claims.terms import commitment
from svod.extraction.claims.words import find_phrase
from svod.extraction.events.roles import is_passive
from svod.extraction.mood import find_mood
from svod.extraction.reading import Finding, Reading
from svod.extraction.voices import VoiceScope
from svod.model import Party, cover


def find_commitments(reading: Reading, scopes: Sequence[VoiceScope]) -> Iterator[Finding]:
    """Yield the commitments of a document in text order, one for each thing promised."""
    found = (finding for site in sites(reading, scopes) for finding in _at(site))
    return distinct(replace(finding, modality="planned") for finding in found)


def _at(site: Site) -> Iterator[Finding]:
    tree, node, words = site.tree, site.node, site.words
    pos = tree[node].pos
    if pos in {"NOUN", "PROPN"} and (used := find_phrase(tree, node, words.promise_nouns)) is not None:
        yield from _by_noun(site, used)
    elif pos in {"VERB", "AUX", "ADJ"}:
        told = list(_by_verb(site))
        yield from told or find_announced(site)
    elif pos == "NOUN":
        yield from find_announced(site)


def _by_noun(site: Site, used: tuple[int, ...]) -> Iterator[Finding]:
    """A promise named by a noun: "a pledge to rebuild", "the minister's readiness to help"."""
    head = site.tree.head(site.node)
    by = next(iter(site.tree.children(site.node, "nmod:poss")), None)
    if by is None and head is not None:
        by = replace(site, node=head).subject
    party = site.party(by)
    denied = find_mood(site.tree, site.node, site.reading.language)[0] == "denied"
    if not denied and (party is None or is_in_charge(party)):
        yield from _promised(site, used, party, ("acl", "nmod", "advcl", "xcomp", "ccomp"))


def _by_verb(site: Site) -> Iterator[Finding]:
    tree, node, words = site.tree, site.node, site.words
    subject = None if is_passive(tree, node) else site.subject
    party = site.party(subject)
    if (used := find_phrase(tree, node, words.promise_verbs)) is not None:
        if not _is_foe(party):
            yield from _promised(site, used, party)
    elif (used := find_phrase(tree, node, words.order_verbs)) is not None:
        if is_passive(tree, node) or (is_in_charge(party) and not _is_battle_order(site, party)):
            yield from _promised(site, used, party, ("xcomp", "csubj", "ccomp", "obj", "advcl", "acl"))
    elif (used := _planned(site)) is not None:
        if is_in_charge(party):
            yield from _promised(site, used, party, ("xcomp", "ccomp", "obj", "acl", "advcl"))
    elif (used := find_phrase(tree, node, words.announce_verbs)) is not None:
        yield from _measures(site, used, party)
    elif (used := find_phrase(tree, node, words.effort_verbs)) is not None:
        yield from _striven(site, used)


def _planned(site: Site) -> tuple[int, ...] | None:
    tree, node, words = site.tree, site.node, site.words
    used = find_phrase(tree, node, words.plan_verbs)
    return find_phrase(tree, node, words.ready_words) if used is None else used


def _is_foe(party: Party | None) -> bool:
    """What attackers promise is a threat, what protesters promise is a protest."""
    return party is not None and party.group in {"armed_group", "protesters"}


def _is_battle_order(site: Site, party: Party | None) -> bool:
    """An order that police or soldiers give a person ("ordered him out of the car") commits nobody."""
    return (
        party is not None
        and party.group == "security_forces"
        and bool(site.tree.children(site.node, "obj", "iobj"))
    )


def _promised(
    site: Site, used: tuple[int, ...], by: Party | None, relations: tuple[str, ...] = ()
) -> Iterator[Finding]:
    tree = site.tree
    parts = complements(site, used)
    if relations:
        below = (n for r in relations for n in tree.children(site.node, r) if n not in used)
        parts = next((coordinated(site, n) for n in below if tree[n].pos != "PRON"), ())
    for position, part in enumerate(parts):
        if _promises_nothing(site, part):
            continue
        quote = tree.span(part, LOOSE) if position else clause_span(tree, site.node, part)
        yield site.finding(commitment(site, by, quote, part), quote, used, "commitment")


def _promises_nothing(site: Site, part: int) -> bool:
    """A discourse verb, a crime that was planned, or words that are only reported."""
    tree, words = site.tree, site.words
    if tree[part].pos == "VERB" and tree[part].lemma in words.not_promised:
        return True
    if tree[part].pos in {"NOUN", "PROPN"} and not _is_measure(site, part):
        return True
    near = (part, *tree.children(part, "obj"))
    return any(find_phrase(tree, n, words.labels) is not None for n in near)


def _is_measure(site: Site, part: int) -> bool:
    """A noun is promised if it is a measure, a sum, or a promise's own object."""
    tree, node = site.tree, site.node
    if find_phrase(tree, part, site.words.measure_nouns) is not None or tree.children(part, "nummod"):
        return find_phrase(tree, node, site.words.order_verbs) is None or not tree.children(part, "nummod")
    ruled = find_phrase(tree, node, site.words.order_verbs) or find_phrase(tree, node, site.words.ready_words)
    agreed = find_phrase(tree, node, site.words.plan_verbs) is not None and marks(tree, part)
    return ruled is None and not agreed


def _measures(site: Site, used: tuple[int, ...], by: Party | None) -> Iterator[Finding]:
    """A measure that somebody in charge announces: "announced compensation for the farmers"."""
    tree = site.tree
    if not is_in_charge(by):
        return
    for child in tree.children(site.node, "obj", "obl"):
        for part in tree.conjuncts(child):
            if (
                marks(tree, part) <= {"о", "об"}
                and find_phrase(tree, part, site.words.measure_nouns) is not None
            ):
                quote = clause_span(tree, site.node, part) if part == child else tree.span(part, LOOSE)
                yield site.finding(commitment(site, by, quote, part), quote, (*used, part), "commitment")


def _striven(site: Site, used: tuple[int, ...]) -> Iterator[Finding]:
    """An effort that somebody in charge speaks of: "we are doing all we can to restore power"."""
    quote = cover(clause_span(site.tree, site.node), *(site.tree[n].span for n in used))
    speaker = speaker_of(site, quote)
    if is_in_charge(speaker) and site.is_own(site.subject):
        yield site.finding(commitment(site, speaker, quote, site.node), quote, used, "commitment")
