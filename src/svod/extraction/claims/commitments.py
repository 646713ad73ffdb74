"""Commitments: somebody in charge says what will be done, or orders it done."""

from collections.abc import Iterator
from dataclasses import replace

from svod.extraction.claims.parts import (
    LOOSE,
    Site,
    clause_span,
    complements,
    distinct,
    sites,
    words_of,
)
from svod.extraction.claims.words import find_phrase, load_claim_words
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.reading import Finding, Reading
from svod.model import CommitmentClaim, NumberMention, Span, cover

_IN_CHARGE = ("authorities", "foreign_state", "organisation", "security_forces", "business")
"""Classes whose orders to somebody are promises to the public."""


def find_commitments(reading: Reading) -> Iterator[Finding]:
    """Yield the commitments of a document in text order, one for each thing promised."""
    words = load_claim_words(reading.language.tag)
    found = (finding for site in sites(reading, words) for finding in _at(site))
    return distinct(replace(finding, modality="planned") for finding in found)


def _at(site: Site) -> Iterator[Finding]:
    tree, node = site.tree, site.node
    if tree[node].pos in {"NOUN", "PROPN"}:
        if (used := find_phrase(tree, node, site.words.promise_nouns)) is not None:
            yield from _promised(site, used, None)
    elif tree[node].pos in {"VERB", "AUX", "ADJ"}:
        yield from _by_verb(site)


def _by_verb(site: Site) -> Iterator[Finding]:
    tree, node = site.tree, site.node
    subject = find_subject(tree, node)
    if (used := find_phrase(tree, node, site.words.promise_verbs)) is not None:
        yield from _promised(site, used, None if is_passive(tree, node) else subject)
    elif (used := find_phrase(tree, node, site.words.order_verbs)) is not None:
        party = site.party(subject)
        if party is not None and party.group in _IN_CHARGE:
            yield from _promised(site, used, subject)
    elif _is_first_person_future(site, subject):
        quote = clause_span(tree, node)
        yield site.finding(_claim(site, subject, quote, node), quote, (node,), "commitment")


def _is_first_person_future(site: Site, subject: int | None) -> bool:
    tree, token = site.tree, site.tree[site.node]
    if token.pos != "VERB":
        return False
    spoken = subject is not None and tree[subject].text.lower() in site.words.first_person
    if token.feature("Person") == "1" and token.feature("Tense") == "Fut":
        return spoken or token.feature("Number") == "Plur"
    auxiliaries = tree.children(site.node, "aux")
    future = any(
        tree[n].text.lower() in site.words.future or tree[n].feature("Tense") == "Fut" for n in auxiliaries
    )
    return spoken and future


def _promised(site: Site, used: tuple[int, ...], by: int | None) -> Iterator[Finding]:
    tree = site.tree
    for position, part in enumerate(complements(tree, site.node, used)):
        quote = tree.span(part, LOOSE) if position else clause_span(tree, site.node, part)
        yield site.finding(_claim(site, by, quote, part), quote, used, "commitment")


def _claim(site: Site, by: int | None, quote: Span, part: int) -> CommitmentClaim:
    amount = _amount(site.reading, quote)
    return CommitmentClaim(
        by=site.party(by),
        content=words_of(site, part),
        beneficiary=_beneficiary(site, part),
        amount=None if amount is None else amount.low,
        unit="" if amount is None else amount.unit,
        due=_due(site, quote),
    )


def _amount(reading: Reading, quote: Span) -> NumberMention | None:
    inside = (n for n in reading.annotation.numbers if quote.contains(n.span))
    return next((n for n in inside if len(n.unit) == 3 and n.unit.isupper()), None)


def _beneficiary(site: Site, part: int) -> str:
    tree = site.tree
    for child in (child for at in tree.subtree(part) for child in tree.children(at, "iobj", "obl", "nmod")):
        cases = {tree[n].lemma for n in tree.children(child, "case")}
        dative = not cases and (tree.is_a(child, "iobj") or tree[child].feature("Case") == "Dat")
        if (dative or cases & site.words.benefit_prepositions) and tree[child].pos in {
            "NOUN",
            "PROPN",
            "PRON",
        }:
            return words_of(site, child)
    return ""


def _due(site: Site, quote: Span) -> str | None:
    """A time inside the promise, behind the promising word, is when it falls due."""
    behind = cover(site.tree[site.node].span, quote)
    inside = (t for t in site.reading.annotation.times if behind.contains(t.span) and not t.duration)
    later = (t.value for t in inside if t.span.start > site.tree[site.node].span.start and t.value)
    return next(later, None)
