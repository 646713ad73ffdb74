"""Blame without a verb of blaming: a voice ascribes a wrong, a failure or a cause to somebody."""

from collections.abc import Callable, Iterable

from svod.extraction.claims.charges import accusation
from svod.extraction.claims.parts import Site, clause_span, marks
from svod.extraction.claims.speaker import speaker_of
from svod.extraction.claims.words import Index, find_phrase
from svod.extraction.events.roles import is_passive
from svod.extraction.mood import find_mood
from svod.extraction.parties import relative_antecedent
from svod.extraction.reading import Finding
from svod.model import Party

_WITNESSING = frozenset({"media", "medics"})
"""Classes that tell what happened rather than blame."""


def find_ascribed(site: Site) -> Finding | None:
    """Return what the voice at a site blames somebody for, or `None`.

    Only where a voice speaks: an account that tells of a wrong in its own
    words reports an event.
    """
    tree, node = site.tree, site.node
    if tree[node].pos not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return None
    rule = next((rule for rule, fires in _RULES if fires(site)), None)
    if rule is None:
        return None
    speaker = speaker_of(site, clause_span(tree, node))
    return None if speaker is None or speaker.group in _WITNESSING else rule(site, speaker)


def _evident(site: Site, _: Party) -> Finding | None:
    """Evidence of a wrong: "this testifies to a plot"."""
    used = find_phrase(site.tree, site.node, site.words.evidence_verbs)
    if used is None or not _holds(site, site.words.labels, site.words.fault_nouns):
        return None
    return accusation(site, used, None, site.subject)


def _caused(site: Site, _: Party) -> Finding | None:
    """A fault named as the cause: "was caused by negligence", "причиной стала халатность"."""
    used = find_phrase(site.tree, site.node, site.words.cause_verbs)
    if used is None or not _holds(site, site.words.fault_nouns):
        return None
    return accusation(site, used, None, _fault(site))


def _fault(site: Site) -> int | None:
    tree = site.tree
    below = (n for n in tree.subtree(site.node) if find_phrase(tree, n, site.words.fault_nouns) is not None)
    fault = next(below, None)
    if fault is None:
        return None
    return next((n for n in tree.children(fault, "nmod", "obl") if marks(tree, n) <= {"by", "of"}), fault)


def _wronged(site: Site, speaker: Party) -> Finding | None:
    """A wrong, a failure, or any deed called deliberate or unlawful, done by somebody else."""
    tree, node, words = site.tree, site.node, site.words
    if tree[node].pos not in {"VERB", "AUX"} or tree[node].relation in {"acl", "amod"}:
        return None
    used = find_phrase(tree, node, words.wrong_verbs) or find_phrase(tree, node, words.neglect_verbs)
    used = used or _blameworthy(site)
    doer = _doer(site)
    if used is None or doer is None or site.is_own(doer) or _is_ahead(site) or _is_anybody(site, doer):
        return None
    party = site.party(doer)
    if party is None or _is_same(party, speaker) or not _can_be_blamed(site, doer, party):
        return None
    return accusation(site, used, None, doer)


def _is_anybody(site: Site, doer: int) -> bool:
    """A relative clause that names nobody: "those who broke the law"."""
    noun = relative_antecedent(site.tree, doer)
    return noun is not None and site.tree[noun].pos != "PROPN"


def _blameworthy(site: Site) -> tuple[int, ...] | None:
    """A deed with an adverb of blame."""
    tree = site.tree
    adverb = next(
        (n for n in tree.children(site.node, "advmod") if tree[n].lemma in site.words.blame_adverbs), None
    )
    return None if adverb is None else (site.node, adverb)


def _doer(site: Site) -> int | None:
    tree, node = site.tree, site.node
    if not is_passive(tree, node):
        return site.subject
    return tree.child(node, "obl:agent") or next(
        (n for n in tree.children(node, "obl") if marks(tree, n) == {"by"}), None
    )


def _can_be_blamed(site: Site, doer: int, party: Party) -> bool:
    return site.tree[doer].pos in {"PRON", "PROPN"} or party.group != "infrastructure"


def _is_ahead(site: Site) -> bool:
    polarity, modality = find_mood(site.tree, site.node, site.reading.language)
    failing = find_phrase(site.tree, site.node, site.words.neglect_verbs) is not None
    return modality in {"planned", "conditional"} or (polarity == "denied" and not failing)


def _is_same(party: Party, speaker: Party) -> bool:
    return bool(party.name and party.name == speaker.name) or party.text == speaker.text


def _holds(site: Site, *indices: Index) -> bool:
    nodes: Iterable[int] = site.tree.subtree(site.node)
    return any(find_phrase(site.tree, n, index) is not None for n in nodes for index in indices)


def _is_evidence(site: Site) -> bool:
    return find_phrase(site.tree, site.node, site.words.evidence_verbs) is not None


def _is_cause(site: Site) -> bool:
    return find_phrase(site.tree, site.node, site.words.cause_verbs) is not None


def _is_wrong(site: Site) -> bool:
    indices = (site.words.wrong_verbs, site.words.neglect_verbs)
    told = any(find_phrase(site.tree, site.node, index) is not None for index in indices)
    return told or _blameworthy(site) is not None


_RULES: tuple[tuple[Callable[[Site, Party], Finding | None], Callable[[Site], bool]], ...] = (
    (_evident, _is_evidence),
    (_caused, _is_cause),
    (_wronged, _is_wrong),
)
"""Rules with what fires them, asked in this order; only then is it asked who speaks."""
