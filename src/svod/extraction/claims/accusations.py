"""Accusations: somebody is blamed, named as the culprit, or denies it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from svod.extraction.claims.blame import find_ascribed
from svod.extraction.claims.charges import accusation, sides
from svod.extraction.claims.parts import (
    Site,
    clause_span,
    complements,
    distinct,
    find_marked,
    marked_noun,
    marks,
    sites,
)
from svod.extraction.claims.speaker import speaker_of
from svod.extraction.claims.words import find_phrase
from svod.extraction.events.roles import is_passive
from svod.extraction.mood import load_cues
from svod.extraction.reading import Finding, Reading
from svod.extraction.voices import VoiceScope
from svod.model import AccusationClaim, cover

# What hangs on a clause beside what it says.
_OWN_CLAUSES = frozenset({"conj", "parataxis", "advcl", "punct"})
_AGAINST = frozenset({"against", "против", "на"})


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
    if used is None or _is_sentence(site):
        return None
    by, against = sides(site)
    if against is not None and site.tree[against].lemma in site.words.not_blamed:
        return None
    marked = marked_noun(site.tree, used[1:])
    if marked is None:
        marked = find_marked(site.tree, site.node, _AGAINST) if len(used) > 1 else None
    return accusation(site, used, by, against if marked is None else marked)


def _is_sentence(site: Site) -> bool:
    """A court's conviction or charge is a legal action."""
    tree, node = site.tree, site.node
    return tree[node].lemma in site.words.court_verbs and (
        is_passive(tree, node) or tree.child(node, "obj") is None
    )


def _suspected(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.suspect_verbs)
    if used is None:
        return None
    by, against = sides(site)
    if against is None or not (len(used) > 1 or complements(site, (*used, against))):
        return None
    if by is None and site.tree.is_a(site.node, "acl", "amod") and not site.tree.is_a(site.node, "acl:relcl"):
        return None  # "a man suspected of arson" is blamed by nobody
    return replace(accusation(site, used, by, against), modality="uncertain")


def _denied(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.denial_verbs)
    if used is None or set(_lemmas(site, used)) & {"plead", "вина"}:
        return None
    finding = accusation(site, used, None, site.subject, speaker=site.subject)
    return replace(finding, polarity="denied")


def _lemmas(site: Site, used: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(site.tree[n].lemma for n in used)


def _connected(site: Site) -> Finding | None:
    """Part in a deed, had or disowned: "the dockers had no part *in what was burnt at the gate*"."""
    used = find_phrase(site.tree, site.node, site.words.not_us)
    if used is None:
        return None
    finding = accusation(site, used, None, site.subject)
    quote = cover(finding.quote, site.tree.span(site.node, _OWN_CLAUSES))
    assert isinstance(finding.claim, AccusationClaim)
    claim = replace(finding.claim, content=quote.of(site.text))
    finding = replace(finding, quote=quote, claim=claim)
    denied = _is_negated(site) or site.tree[site.node].lemma.startswith("непричаст")
    return replace(finding, polarity="denied" if denied else "affirmed")


def _on_conscience(site: Site) -> Finding | None:
    """Guilt put as conscience: "the dead are on the conscience of the owners"."""
    used = find_phrase(site.tree, site.node, site.words.conscience_nouns)
    owner = site.tree.child(site.node, "nmod", "nmod:poss")
    head = site.tree.head(site.node)
    if used is None or owner is None or not marks(site.tree, site.node) & {"on", "на"}:
        return None
    there = site if head is None else replace(site, node=head)
    return accusation(there, used, None, owner)


def _disclaimed(site: Site) -> Finding | None:
    """A claim of responsibility that is denied; claimed, it blames nobody else."""
    used = find_phrase(site.tree, site.node, site.words.claim_of_attack)
    nobody = site.subject is None or any(
        site.tree[n].lemma in {"ни", "no"} for n in site.tree.subtree(site.subject)
    )
    if used is None or nobody or not _is_negated(site):
        return None
    return replace(accusation(site, used, None, site.subject, speaker=site.subject), polarity="denied")


def _guilty(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.guilt_words)
    if (
        used is None
        or _is_plea(site)
        or site.tree[site.node].relation in {"obj", "iobj", "amod", "obl", "nsubj"}
    ):
        return None
    if site.tree[site.node].relation == "acl:relcl" and site.subject is not None:
        return None  # "those who are behind it" names nobody
    finding = accusation(site, used, None, site.subject)
    return replace(finding, polarity="denied" if _is_negated(site) else "affirmed")


def _is_plea(site: Site) -> bool:
    head = site.tree.head(site.node)
    return head is not None and site.tree[head].lemma in site.words.court_verbs


def _called(site: Site) -> Finding | None:
    used = find_phrase(site.tree, site.node, site.words.call_verbs)
    if used is None or not _is_labelled(site) or _calls_itself(site) or _by_court(site):
        return None
    return accusation(site, used, *sides(site))


def _is_labelled(site: Site) -> bool:
    tree = site.tree
    below = tree.children(site.node, "xcomp", "obl", "obj", "ccomp", "iobj", "conj", "advcl")
    near = {m for n in below for m in (n, *tree.children(n, "conj", "amod", "nmod", "compound"))}
    labels = (n for n in near if find_phrase(tree, n, site.words.labels) is not None)
    return any(tree[n].pos != "PROPN" for n in labels)


def _calls_itself(site: Site) -> bool:
    """A plea ("признал себя виновным") or a name that a relative clause only mentions."""
    tree = site.tree
    below = tree.children(site.node, "obj", "iobj", "obl")
    return any(tree[n].lemma in {"себя", "itself", "himself", "themselves"} for n in below)


def _by_court(site: Site) -> bool:
    subject = site.subject
    return subject is not None and site.tree[subject].lemma in site.words.court_verbs


def _labelled(site: Site) -> Finding | None:
    """A noun of blame that is said of a subject: "they are terrorists"."""
    tree, node = site.tree, site.node
    subject = tree.child(node, "nsubj")
    if subject is None or tree[node].pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    near = (node, *tree.children(node, "amod", "nmod"))
    used = next((u for n in near if (u := find_phrase(tree, n, site.words.labels)) is not None), None)
    if used is None or (speaker_of(site, clause_span(tree, node)) is None and not site.is_own(subject)):
        return None
    finding = accusation(site, used, None, subject)
    return replace(finding, polarity="denied" if _is_negated(site) else "affirmed")


def _blamed_by_noun(site: Site) -> Finding | None:
    """A noun of blame with its own complement: "accusations of fraud against the mayor"."""
    used = find_phrase(site.tree, site.node, site.words.accuse_nouns)
    if used is None or _is_charge(site):
        return None
    against = find_marked(site.tree, site.node, _AGAINST)
    what = complements(site, used)
    return accusation(site, used, None, against) if what or against is not None else None


def _is_charge(site: Site) -> bool:
    """A charge that is brought is a legal action."""
    tree = site.tree
    near = {tree[n].lemma for n in (*tree.ancestors(site.node), *tree.children(site.node))}
    return bool(near & site.words.court_verbs) or bool(tree.children(site.node, "acl:relcl"))


def _is_negated(site: Site) -> bool:
    tree, negation = site.tree, load_cues(site.reading.language.tag).negation
    near = (site.node, *tree.children(site.node))
    return any(tree[m].lemma in negation for n in near for m in (n, *tree.children(n)))


_RULES: tuple[Callable[[Site], Finding | None], ...] = (
    _denied,
    _accused,
    _suspected,
    _connected,
    _on_conscience,
    _disclaimed,
    _guilty,
    _called,
    _labelled,
    _blamed_by_noun,
    find_ascribed,
)
