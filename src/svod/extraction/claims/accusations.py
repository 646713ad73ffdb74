"""Accusations: somebody is blamed, named as the culprit, or denies it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from svod.extraction.claims.parts import (
    Site,
    clause_span,
    complements,
    distinct,
    marked_noun,
    sites,
    words_of,
)
from svod.extraction.claims.words import find_phrase
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.mood import load_cues
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.extraction.voices import VoiceScope
from svod.model import AccusationClaim, cover


def find_accusations(reading: Reading, scopes: Sequence[VoiceScope]) -> Iterator[Finding]:
    """Yield the accusations of a document in text order, denials among them."""
    return distinct(finding for site in sites(reading, scopes) if (finding := _at(site)) is not None)


def _at(site: Site) -> Finding | None:
    """Ask the rules in order; the first that knows the word answers."""
    if site.tree[site.node].pos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
        return None
    return next((found for rule in _RULES if (found := rule(site)) is not None), None)


def _accused(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.accuse_verbs)
    if used is None:
        return None
    by, against = _sides(site)
    return _finding(site, used, by, marked_noun(site.tree, used[1:]) if against is None else against)


def _suspected(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.suspect_verbs)
    if used is None:
        return None
    by, against = _sides(site)
    if not complements(site.tree, site.node, (*used, *(() if against is None else (against,)))):
        return None
    return replace(_finding(site, used, by, against), modality="uncertain")


def _denied(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.denial_verbs)
    if used is None:
        return None
    return replace(_finding(site, used, None, find_subject(site.tree, site.node)), polarity="denied")


def _connected(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.not_us)
    if used is None:
        return None
    finding = _finding(site, used, None, find_subject(site.tree, site.node))
    return replace(finding, polarity="denied" if _is_negated(site) else "affirmed")


def _guilty(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.guilt_words)
    return None if used is None else _finding(site, used, None, find_subject(site.tree, site.node))


def _called(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.call_verbs)
    if used is None or not _is_labelled(site):
        return None
    return _finding(site, used, *_sides(site))


def _labelled(site: Site) -> Finding | None:
    """A noun of blame that is said of a subject: "they are terrorists"."""
    subject = site.tree.child(site.node, "nsubj")
    if subject is None or site.tree[site.node].pos not in {"NOUN", "PROPN"}:
        return None
    used = find_phrase(site.tree, site.node, site.words.labels)
    return None if used is None else _finding(site, used, None, subject)


def _blamed_by_noun(site: Site) -> Finding | None:
    """A noun of blame with its own complement: "accusations of fraud against the mayor"."""
    used = find_phrase(site.tree, site.node, site.words.accuse_nouns)
    if used is None or not complements(site.tree, site.node, used):
        return None
    return _finding(site, used, None, _against(site.tree, site.node))


_RULES: tuple[Callable[[Site], Finding | None], ...] = (
    _accused,
    _suspected,
    _denied,
    _connected,
    _guilty,
    _called,
    _labelled,
    _blamed_by_noun,
)


def _sides(site: Site) -> tuple[int | None, int | None]:
    """Return who blames and who is blamed by a verb."""
    subject = find_subject(site.tree, site.node)
    if is_passive(site.tree, site.node):
        return site.tree.child(site.node, "obl:agent"), subject
    return subject, site.tree.child(site.node, "obj")


def _against(tree: Tree, node: int) -> int | None:
    for child in tree.children(node, "nmod", "obl"):
        if {tree[n].lemma for n in tree.children(child, "case")} & {"against", "против", "на"}:
            return child
    return None


def _is_labelled(site: Site) -> bool:
    tree = site.tree
    below = tree.children(site.node, "xcomp", "obl", "obj", "ccomp", "iobj", "conj")
    near = {m for n in below for m in (n, *tree.children(n, "conj", "amod", "nmod", "compound"))}
    return any(find_phrase(tree, n, site.words.labels) is not None for n in near)


def _is_negated(site: Site) -> bool:
    tree, negation = site.tree, load_cues(site.reading.language.tag).negation
    near = (site.node, *tree.children(site.node))
    return any(tree[m].lemma in negation for n in near for m in (n, *tree.children(n)))


def _finding(site: Site, used: tuple[int, ...], by: int | None, against: int | None) -> Finding:
    tree, node = site.tree, site.node
    parts = complements(tree, node, (*used, *(n for n in (by, against) if n is not None)))
    quote = clause_span(tree, node, *parts[:1])
    if against is not None and against in tree.subtree(node):
        quote = cover(quote, tree.span(against, ("acl:relcl", "punct", "appos")))
    content = words_of(site, parts[0]) if parts else quote.of(site.text)
    claim = AccusationClaim(site.party(by), site.party(against), content)
    return site.finding(claim, quote, used, "accusation")
