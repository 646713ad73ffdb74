"""Wishes told by verbs of wanting, lacking and owing, and by "it is time"."""

from collections.abc import Iterator

from svod.extraction.claims.parts import LOOSE, Site, clause_span, complements, marks, words_of
from svod.extraction.claims.speaker import is_author, is_in_charge, speaker_of, voiced
from svod.extraction.claims.words import find_phrase
from svod.extraction.events.roles import find_subject
from svod.extraction.reading import Finding
from svod.model import DemandClaim, Party, Span, cover

_WANTING = frozenset({"protesters", "armed_group", "organisation"})
"""Classes whose wish for a thing is a demand in anybody's words."""


def find_wishes(site: Site) -> Iterator[Finding]:
    """Yield what the word at a site says somebody wants, lacks, owes or waits for."""
    if (owed := obliged(site)) is not None:
        yield from _owed(site, owed)
    elif (used := find_phrase(site.tree, site.node, site.words.want_verbs)) is not None:
        yield from _wanted(site, used)
    elif (used := find_phrase(site.tree, site.node, site.words.lack_verbs)) is not None:
        yield from _lacked(site, used)
    elif site.tree[site.node].lemma in site.words.time_words:
        yield from _timely(site)
    if site.tree[site.node].lemma in site.words.holding_verbs:
        yield from _held_out(site)


def obliged(site: Site) -> int | None:
    """Return the predicate that a word of obligation at this site rules, or `None`.

    An auxiliary stands below it ("must share"), a predicative or verb above
    ("необходимо усилить", "need to share").
    """
    tree, token = site.tree, site.tree[site.node]
    modal = token.lemma in site.words.modals or token.text.lower() in site.words.modals
    if modal and tree.is_a(site.node, "aux"):
        return tree.head(site.node)
    if modal or token.lemma in site.words.need_verbs:
        below = tree.children(site.node, "csubj", "xcomp", "ccomp")
        return next((n for n in below if modal or _is_infinitive(site, n)), None)
    return None


def _owed(site: Site, owed: int) -> Iterator[Finding]:
    """What somebody says that others must do: "Europe must share the burden"."""
    tree = site.tree
    quote = cover(clause_span(tree, owed), clause_span(tree, site.node, owed))
    if tree.is_a(site.node, "aux"):
        quote = clause_span(tree, owed)
    speaker = speaker_of(site, quote)
    if speaker is None or is_author(speaker) or _is_advice(site, owed, speaker):
        return
    subject = find_subject(tree, owed) if tree.is_a(site.node, "aux") else site.subject
    if not (site.is_own(subject) and is_in_charge(speaker)) and not _is_asked(site) and not _is_vague(site):
        yield site.finding(DemandClaim(speaker, quote.of(site.text)), quote, (site.node,), "demand")


def _is_advice(site: Site, owed: int, speaker: Party) -> bool:
    """What officials tell the public to do is an alert: "you should leave"."""
    subject = site.tree.child(owed, "nsubj", "nsubj:pass")
    party = site.party(subject if subject is not None else site.tree.child(site.node, "nsubj"))
    public = party is None or party.group in {"civilians", "unknown"}
    return public and is_in_charge(speaker) and site.tree[owed].lemma in site.words.advice_verbs


def _is_asked(site: Site) -> bool:
    """A question or a condition demands nothing."""
    sentence = site.tree.sentence.span.of(site.text).rstrip(" '\"’”»")
    return sentence.endswith("?")


def _is_vague(site: Site) -> bool:
    """What "may have to" be, and what a relative clause says, is no demand."""
    tree = site.tree
    aux = {tree[n].lemma for n in tree.children(site.node, "aux")}
    return bool(aux & {"may", "might", "could"}) or tree.is_a(site.node, "acl")


def _wanted(site: Site, used: tuple[int, ...]) -> Iterator[Finding]:
    """What the speakers themselves want, or what somebody wants others to do."""
    subject = site.subject
    if _is_private(site, subject):
        return
    for position, part in enumerate(complements(site, used)):
        quote = clause_span(site.tree, site.node, part)
        own = site.is_own(subject)
        speaker = speaker_of(site, quote)
        official = is_in_charge(speaker) and speaker is not None and speaker.group != "organisation"
        if (own and (speaker is None or official)) or site.tree[part].lemma in site.words.not_demanded:
            return
        if (own and not _is_asked(site)) or _is_done_by_others(site, part):
            by = speaker if own else site.party(subject)
            quote = site.tree.span(part, LOOSE) if position else quote
            finding = site.finding(DemandClaim(by, words_of(site, part)), quote, used, "demand")
            yield finding if own else voiced(site, finding, subject)


def _is_private(site: Site, subject: int | None) -> bool:
    """What one person wants or wanted, or a condition, is no demand."""
    tree = site.tree
    alone = subject is not None and tree[subject].text.lower() in {"i", "я", "мне"}
    return alone or "if" in {tree[n].lemma for n in tree.children(site.node, "mark")}


def _is_done_by_others(site: Site, part: int) -> bool:
    """A clause with a subject or a participle of its own: "wants the owners (to be) put on trial"."""
    tree = site.tree
    person = find_subject(tree, site.node)
    if person is None or site.party(person) is None or site.is_own(person):
        return False
    if tree[part].pos not in {"VERB", "AUX"}:
        party = site.party(person)
        return tree.is_a(part, "obj") and party is not None and party.group in _WANTING
    return tree.child(part, "nsubj", "nsubj:pass") is not None or bool(marks(tree, part) & {"чтобы"})


def _lacked(site: Site, used: tuple[int, ...]) -> Iterator[Finding]:
    """What the speakers lack: "we have no water"."""
    quote = clause_span(site.tree, site.node)
    speaker = speaker_of(site, quote)
    lacking = site.tree.child(site.node, "iobj")
    parts = site.tree.children(site.node, "nsubj") if site.is_own(lacking) else complements(site, used)
    real = [n for n in parts if site.tree[n].lemma not in site.words.not_demanded]
    if (
        speaker is not None
        and not is_in_charge(speaker)
        and real
        and (site.is_own(site.subject) or site.is_own(lacking))
    ):
        claim = DemandClaim(speaker, f"grievance: {quote.of(site.text)}")
        yield site.finding(claim, quote, used, "demand")


def _timely(site: Site) -> Iterator[Finding]:
    """What it is time for."""
    tree = site.tree
    head = tree.head(site.node)
    below = tree.children(site.node, "acl", "acl:relcl", "csubj", "xcomp", "ccomp", "advcl")
    if head is not None and tree.is_a(site.node, "nsubj"):
        below = (*below, *tree.children(head, "xcomp", "ccomp", "advcl", "acl"))
    due = next((n for n in below if _is_infinitive(site, n)), None)
    if due is None or not _is_said_to_be(site):
        return
    quote: Span = cover(clause_span(tree, site.node if head is None else head), tree.span(due, LOOSE))
    speaker = speaker_of(site, quote)
    if speaker is not None and not is_author(speaker):
        yield site.finding(DemandClaim(speaker, words_of(site, due)), quote, (site.node,), "demand")


def _is_infinitive(site: Site, node: int) -> bool:
    marked = {site.tree[n].lemma for n in site.tree.children(node, "aux", "mark")}
    return site.tree[node].feature("VerbForm") == "Inf" or "to" in marked


def _is_said_to_be(site: Site) -> bool:
    """A time that has come ("it is time", "пора"): no mere length of time."""
    tree = site.tree
    if tree[site.node].pos != "NOUN" or tree.child(site.node, "cop") is not None:
        return True
    head = tree.head(site.node)
    if head is None:
        return tree.child(site.node, "csubj") is not None  # "пора открыть"
    return tree[head].lemma in {"be", "come", "прийти", "настать"}


def _held_out(site: Site) -> Iterator[Finding]:
    """What people hold out for: "we will not leave until the mayor resigns"."""
    tree = site.tree
    for child in tree.children(site.node, "advcl", "ccomp", "xcomp", "acl", "conj", "obl"):
        words = {tree[n].lemma for n in tree.children(child, "mark", "advmod", "case")}
        if not words & site.words.until_words or not _can_be_awaited(site, child):
            continue
        for part in tree.conjuncts(child):
            quote = tree.span(part, LOOSE)
            by = site.party(site.subject)
            yield site.finding(DemandClaim(by, words_of(site, part)), quote, (site.node,), "demand")


def _can_be_awaited(site: Site, node: int) -> bool:
    """A clause, or a noun of action ("до отставки"), no day."""
    token = site.tree[node]
    if token.pos == "NOUN":
        return token.lemma.endswith(tuple(site.words.action_suffixes))
    return token.pos in {"VERB", "ADJ", "AUX"}
