"""Commitments: somebody in charge says what will be done, or orders it done."""

from collections.abc import Iterator, Sequence
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
from svod.extraction.claims.speaker import IN_CHARGE, speaker_of
from svod.extraction.claims.words import find_phrase
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.mood import load_cues
from svod.extraction.reading import Finding, Reading
from svod.extraction.voices import VoiceScope
from svod.model import CommitmentClaim, NumberMention, Party, Span, cover


def find_commitments(reading: Reading, scopes: Sequence[VoiceScope]) -> Iterator[Finding]:
    """Yield the commitments of a document in text order, one for each thing promised."""
    found = (finding for site in sites(reading, scopes) for finding in _at(site))
    return distinct(replace(finding, modality="planned") for finding in found)


def _at(site: Site) -> Iterator[Finding]:
    tree, node = site.tree, site.node
    if tree[node].pos in {"NOUN", "PROPN"}:
        if (used := find_phrase(tree, node, site.words.promise_nouns)) is not None:
            yield from _promised(site, used, None)
    elif tree[node].pos in {"VERB", "AUX", "ADJ"}:
        yield from _by_verb(site)


def _by_verb(site: Site) -> Iterator[Finding]:
    tree, node, words = site.tree, site.node, site.words
    subject = find_subject(tree, node)
    if (used := find_phrase(tree, node, words.promise_verbs)) is not None:
        yield from _promised(site, used, None if is_passive(tree, node) else subject)
    elif (used := find_phrase(tree, node, words.plan_verbs)) is not None or (
        used := find_phrase(tree, node, words.order_verbs)
    ) is not None:
        if _is_in_charge(site.party(subject)):
            yield from _promised(site, used, subject)
    elif _is_future(site) or _is_own_duty(site, subject):
        yield from _announced(site)


def _is_in_charge(party: Party | None) -> bool:
    return party is not None and party.group in IN_CHARGE


def _announced(site: Site) -> Iterator[Finding]:
    """What will be done, in the mouth of somebody who is in charge."""
    tree, node = site.tree, site.node
    quote = clause_span(tree, node)
    speaker = speaker_of(site, quote)
    if speaker is None or speaker.group not in IN_CHARGE or tree[node].lemma in site.words.not_promised:
        return
    marks = {tree[n].lemma for n in tree.children(node, "mark")}
    if not marks & load_cues(site.reading.language.tag).condition:
        yield site.finding(_claim(site, speaker, quote, node), quote, (node,), "commitment")


def _is_future(site: Site) -> bool:
    """A verb in the future, or in the future of reported speech."""
    token = site.tree[site.node]
    if token.pos not in {"VERB", "ADJ", "NOUN"}:
        return False
    auxiliaries = [site.tree[n] for n in site.tree.children(site.node, "aux", "cop", "aux:pass")]
    ahead = any(a.text.lower() in site.words.future or a.feature("Tense") == "Fut" for a in auxiliaries)
    return ahead or (token.pos == "VERB" and token.feature("Tense") == "Fut")


def _is_own_duty(site: Site, subject: int | None) -> bool:
    """A duty that the speaker takes on: "we must restore"."""
    tree = site.tree
    own = subject is not None and tree[subject].text.lower() in site.words.first_person
    return own and any(tree[n].lemma in site.words.modals for n in tree.children(site.node, "aux"))


def _promised(site: Site, used: tuple[int, ...], by: int | None) -> Iterator[Finding]:
    tree = site.tree
    for position, part in enumerate(complements(tree, site.node, used)):
        quote = tree.span(part, LOOSE) if position else clause_span(tree, site.node, part)
        yield site.finding(_claim(site, site.party(by), quote, part), quote, used, "commitment")


def _claim(site: Site, by: Party | None, quote: Span, part: int) -> CommitmentClaim:
    amount = _amount(site.reading, quote)
    return CommitmentClaim(
        by=by,
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
