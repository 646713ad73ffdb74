"""Demands: somebody wants something, is against something, or names a grievance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from svod.extraction.claims.lists import find_listed
from svod.extraction.claims.parts import (
    LOOSE,
    Site,
    clause_span,
    complements,
    coordinated,
    distinct,
    marked_noun,
    marks,
    sites,
    words_of,
)
from svod.extraction.claims.slogans import find_slogans
from svod.extraction.claims.speaker import is_in_charge, voiced
from svod.extraction.claims.wishes import find_wishes
from svod.extraction.claims.words import find_phrase, load_claim_words
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
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
    yield from find_wishes(site)
    pos = site.tree[site.node].pos
    if pos in {"VERB", "AUX", "ADJ"}:
        yield from _by_verb(site)
    elif pos in {"NOUN", "PROPN"}:
        yield from _by_noun(site)


def _by_verb(site: Site) -> Iterator[Finding]:
    tree, node, words = site.tree, site.node, site.words
    subject = find_subject(tree, node)
    if (used := find_phrase(tree, node, words.demand_verbs)) is not None:
        yield from _demanded(site, used, None if is_passive(tree, node) else subject)
    elif (used := find_phrase(tree, node, words.against_verbs)) is not None:
        yield from _against(site, used, subject)
    elif (used := find_phrase(tree, node, words.complaint_verbs)) is not None:
        if not _blames(site, used) and not tree.is_a(node, "parataxis"):
            yield from _demanded(site, used, _who_feels(site), "grievance: ")
    elif (used := find_phrase(tree, node, words.claim_verbs)) is not None:
        yield from _claimed(site, used)


def _by_noun(site: Site) -> Iterator[Finding]:
    tree, node, words = site.tree, site.node, site.words
    if (used := find_phrase(tree, node, words.demand_nouns)) is not None:
        yield from _demanded(site, used, _holder(site))
    elif find_phrase(tree, node, words.slogan_nouns) is not None:
        yield from find_slogans(site, _protesters(site.party(_holder(site))))
    elif (used := find_phrase(tree, node, words.grievance_nouns)) is not None:
        yield from _demanded(site, used, _holder(site), "grievance: ")
    elif find_phrase(tree, node, words.protest_nouns) is not None:
        yield from _against(site, (node,), _holder(site))
        yield from _sparked(site)


def _demanded(site: Site, used: tuple[int, ...], by: int | None, prefix: str = "") -> Iterator[Finding]:
    tree = site.tree
    parts = _things(site, used)
    for position, part in enumerate(parts):
        if part == by or not _can_be_wanted(site, part):
            continue
        quote = tree.span(part, LOOSE) if position else clause_span(tree, site.node, part)
        if not position and tree[site.node].pos in {"NOUN", "PROPN"}:
            quote = cover(tree[site.node].span, tree.span(part, LOOSE))
        claim = DemandClaim(site.party(by), prefix + words_of(site, part))
        yield site.finding(claim, quote, used, "demand")


def _things(site: Site, used: tuple[int, ...]) -> tuple[int, ...]:
    """What is wanted, one a conjunct."""
    tree = site.tree
    head = tree.head(site.node)
    if tree.is_a(site.node, "nsubj") and head is not None and tree[head].pos == "NOUN":
        return coordinated(site, head)  # "their demand is a ban"
    if head is None and (what := tree.child(site.node, "appos")) is not None:
        return coordinated(site, what)  # "требование — отмена"
    marked = marked_noun(tree, used[1:])
    asked = marked is not None and tree[marked].pos in {"NOUN", "PROPN"} and site.party(marked)
    if marked is None or (asked and tree.child(site.node, "xcomp", "advcl") is not None):
        return complements(site, used)
    return coordinated(site, marked)


def _can_be_wanted(site: Site, part: int) -> bool:
    """No person, no bare topic ("a request for comment"), and no advice to the public."""
    tree, words = site.tree, site.words
    lemma = tree[part].lemma
    if tree[site.node].lemma in words.asking_verbs and not _is_asked_by_people(site, part):
        return False
    if lemma in words.not_demanded or tree[part].pos in {"PRON", "DET", "NUM"}:
        return False
    if _is_advice(site, lemma):
        return False
    noun = tree[site.node].pos in {"NOUN", "PROPN"}
    party = (
        site.party(part) if tree[part].pos in {"NOUN", "PROPN"} and noun and not marks(tree, part) else None
    )
    return party is None or party.group in {"unknown", "infrastructure"}


def _is_asked_by_people(site: Site, part: int) -> bool:
    """Asking by somebody who is not in charge: "he asked the guard to stop"."""
    marked = {site.tree[n].lemma for n in site.tree.children(part, "aux", "mark", "case")}
    direct = "for" in marked and site.tree.head(part) == site.node and not site.tree.child(site.node, "obj")
    ordered = site.is_own(site.tree.child(site.node, "obj", "iobj"))
    return ("to" in marked or direct) and not ordered and not is_in_charge(site.party(site.subject))


def _is_advice(site: Site, lemma: str) -> bool:
    """Advice to the public ("urged residents to leave") is an alert, no demand."""
    tree = site.tree
    passive = is_passive(tree, site.node)
    by = site.party(None if passive else find_subject(tree, site.node))
    if by is not None and by.group in {"protesters", "civilians", "armed_group"}:
        return False
    asked = find_subject(tree, site.node) if passive else tree.child(site.node, "obj", "iobj", "nmod")
    party = site.party(asked)
    if party is not None and party.group == "civilians" and (by is None or is_in_charge(by)):
        return True
    public = party is None or party.group in {"unknown", "protesters"}
    return public and lemma in site.words.advice_verbs


def _blames(site: Site, used: tuple[int, ...]) -> bool:
    """A complaint with a culprit of its own ("complained that Rome had done too little") is an accusation."""
    clause = next((n for n in complements(site, used) if site.tree.is_a(n, "ccomp")), None)
    return clause is not None and find_phrase(site.tree, clause, site.words.neglect_verbs) is not None


def _who_feels(site: Site) -> int | None:
    """The subject, or the noun that an adjective of anger stands with."""
    token = site.tree[site.node]
    adjective = token.pos == "ADJ" and token.relation in {"amod", "acl"}
    return site.tree.head(site.node) if adjective else find_subject(site.tree, site.node)


def _claimed(site: Site, used: tuple[int, ...]) -> Iterator[Finding]:
    """A claim to a place: "claims the islands as its own"."""
    tree = site.tree
    claimed = tree.child(site.node, "obj", "nmod", "obl")
    if claimed is None:
        return
    span = tree.span(claimed, LOOSE)
    places = (p.span for p in site.reading.annotation.places if not p.adjective)
    relative = tree.is_a(site.node, "acl:relcl") and tree[claimed].pos in {"PRON", "DET"}
    if relative and (head := tree.head(site.node)) is not None:
        span = tree.span(head, LOOSE)
    if any(span.contains(place) for place in places) or tree[claimed].lemma in site.words.territory_words:
        quote = cover(clause_span(tree, site.node), tree[site.node].span)
        by = find_subject(tree, site.node)
        claim = DemandClaim(site.party(by), f"claims {span.of(site.text)}")
        yield voiced(site, site.finding(claim, quote, used, "demand"), by)


def _against(site: Site, used: tuple[int, ...], by: int | None) -> Iterator[Finding]:
    tree = site.tree
    for child in _complained_of(site):
        bare = tree[site.node].pos == "VERB" and not marks(tree, child) and tree.is_a(child, "obj")
        if bare or marks(tree, child) & site.words.against_prepositions:
            for part in coordinated(site, child):
                content = words_of(site, part)
                claim = DemandClaim(_protesters(site.party(by)), f"against {content}" if bare else content)
                start = tree[site.node].span if part == child else tree[part].span
                found = site.finding(claim, cover(start, tree.span(part, LOOSE)), used, "demand")
                yield voiced(site, found, by) if bare else found


def _complained_of(site: Site) -> Iterator[int]:
    """What may be protested against; "attended a march against" hangs it on the verb."""
    tree, head = site.tree, site.tree.head(site.node)
    yield from tree.children(site.node, "obl", "nmod", "advcl", "acl", "obj")
    if head is not None and tree[site.node].pos == "NOUN" and tree.is_a(site.node, "obj"):
        yield from (n for n in tree.children(head, "obl") if n > site.node)


def _sparked(site: Site) -> Iterator[Finding]:
    """What set a protest off is its grievance: "protests sparked by a rise in fares"."""
    tree = site.tree
    for clause in tree.children(site.node, "acl"):
        if find_phrase(tree, clause, site.words.sparking_verbs) is None or not is_passive(tree, clause):
            continue
        cause = next((n for n in tree.children(clause, "obl") if _is_cause(tree, n)), None)
        for position, part in enumerate(() if cause is None else coordinated(site, cause)):
            quote = tree.span(part, LOOSE) if position else cover(tree[clause].span, tree.span(part, LOOSE))
            claim = DemandClaim(_protesters(site.party(_holder(site))), f"grievance: {words_of(site, part)}")
            yield site.finding(claim, quote, (site.node, clause), "demand")


def _is_cause(tree: Tree, node: int) -> bool:
    return bool(marks(tree, node) & {"by"}) or tree[node].feature("Case") == "Ins"


def _protesters(party: Party | None) -> Party | None:
    """Those who protest are protesters where their words say no more."""
    return replace(party, group="protesters") if party and party.group == "unknown" else party


def _holder(site: Site) -> int | None:
    """Whose demand it is: a possessor, else the subject of the verb that it hangs on."""
    tree, node = site.tree, site.node
    for child in tree.children(node, "nmod"):
        case = {tree[n].lemma for n in tree.children(child, "case")}
        if tree[child].relation == "nmod:poss" or "from" in case or "of" in case:
            return child
        if not case and tree[child].feature("Case") == "Gen" and _is_person(site, child):
            return child
    head = next((above for above in tree.ancestors(node) if tree[above].pos == "VERB"), None)
    return None if head is None else find_subject(tree, head)


def _is_person(site: Site, node: int) -> bool:
    party = site.party(node)
    return party is not None and party.group not in {"unknown", "infrastructure"}
