"""Futures and duties in the mouth of those who are in charge: when they are promises."""

from collections.abc import Iterator

from svod.extraction.claims.parts import LOOSE, Site, clause_span
from svod.extraction.claims.speaker import is_author, is_in_charge, speaker_of
from svod.extraction.claims.terms import commitment
from svod.extraction.claims.wishes import obliged
from svod.extraction.claims.words import find_phrase
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.mood import load_cues
from svod.extraction.parties import relative_antecedent
from svod.extraction.reading import Finding
from svod.model import Party, cover


def find_announced(site: Site) -> Iterator[Finding]:
    """Yield what will or must be done, where somebody in charge says so of what is theirs to do."""
    if _is_future(site):
        yield from _announced(site)
    elif (owed := obliged(site)) is not None:
        yield from _taken_on(site, owed)
    elif find_phrase(site.tree, site.node, site.words.goal_nouns) is not None:
        yield from _aimed(site)


def _announced(site: Site) -> Iterator[Finding]:
    tree, node = site.tree, site.node
    quote = clause_span(tree, node)
    speaker = speaker_of(site, quote)
    if tree[node].lemma in site.words.not_promised or _is_conditional(site):
        return
    if speaker is None:
        by = site.party(site.subject)
        plain = _is_certain(site) and _is_main(site)
        if not (plain and (_is_granted(site) if is_passive(tree, node) else is_in_charge(by))):
            return
        by = None if is_passive(tree, node) else by
        yield site.finding(commitment(site, by, quote, node), quote, (node,), "commitment")
    elif is_in_charge(speaker) and _is_theirs(site, speaker):
        yield site.finding(commitment(site, speaker, quote, node), quote, (node,), "commitment")


def _is_granted(site: Site) -> bool:
    """What is given or done for people, whoever does it: the passive names nobody."""
    return site.tree[site.node].lemma in site.words.granted_verbs


def _is_main(site: Site) -> bool:
    """A main clause or one coordinated with it."""
    tree, at = site.tree, site.node
    while tree.is_a(at, "conj") and (head := tree.head(at)) is not None:
        at = head
    return tree[at].relation in {"root", "parataxis"}


def _is_certain(site: Site) -> bool:
    """A plain future, no "would": an account speaks for itself."""
    aux = {site.tree[n].text.lower() for n in site.tree.children(site.node, "aux")}
    return not aux & load_cues(site.reading.language.tag).conditional


def _is_future(site: Site) -> bool:
    """A verb in the future, or in the future of reported speech."""
    token = site.tree[site.node]
    if token.pos not in {"VERB", "ADJ"}:
        return False
    auxiliaries = [site.tree[n] for n in site.tree.children(site.node, "aux", "cop", "aux:pass")]
    ahead = any(a.text.lower() in site.words.future or a.feature("Tense") == "Fut" for a in auxiliaries)
    return ahead or (token.pos == "VERB" and token.feature("Tense") == "Fut") or _shares_future(site)


def _shares_future(site: Site) -> bool:
    """A coordinated verb without an auxiliary shares that of the first ("will meet *and compensate*")."""
    tree, head = site.tree, site.tree.head(site.node)
    if head is None or not tree.is_a(site.node, "conj") or tree[head].pos != "VERB":
        return False
    if tree.children(site.node, "aux", "nsubj", "aux:pass") or tree[site.node].feature("VerbForm") != "Inf":
        return False
    return any(tree[n].text.lower() in site.words.future for n in tree.children(head, "aux"))


def _is_conditional(site: Site) -> bool:
    """A promise under a condition or a warning ("otherwise they will …") is none."""
    tree, condition = site.tree, load_cues(site.reading.language.tag).condition
    clauses = (site.node, *tree.children(site.node, "advcl"))
    marked = {tree[n].lemma for at in clauses for n in tree.children(at, "mark", "advmod")}
    asked = {tree[n].lemma for n in tree.children(site.node, "advmod", "nsubj", "mark")}
    head = tree.head(site.node)
    threatened = head is not None and tree[head].lemma in site.words.threat_verbs
    question = bool(asked & site.words.question_words) and not _is_main(site)
    return threatened or question or bool(marked & condition)


def _is_theirs(site: Site, speaker: Party) -> bool:
    """Tell whether the act is the speaker's own, or one that needs no doer to be theirs."""
    tree, node, subject = site.tree, site.node, site.subject
    token = tree[node]
    if site.is_own(subject) or (subject is None and token.feature("Person") == "1"):
        return True
    if is_passive(tree, node):
        return True
    if subject is None:
        return tree.is_a(node, "ccomp") or (
            token.feature("Person") == "3" and token.feature("Number") == "Plur"
        )
    antecedent = relative_antecedent(tree, subject) if tree[subject].pos in {"PRON", "DET"} else None
    party = site.party(subject if antecedent is None else antecedent)
    if party is None:
        return False
    if token.lemma in site.words.service_verbs and party.group in {"unknown", "infrastructure", "civilians"}:
        return True
    return is_in_charge(party) or bool(party.name and party.name == speaker.name)


def _taken_on(site: Site, owed: int) -> Iterator[Finding]:
    """A duty that the speaker takes on ("we must restore"), any duty in an official's own address."""
    tree = site.tree
    quote = clause_span(tree, owed)
    aux = tree.is_a(site.node, "aux")
    if not aux:
        quote = cover(clause_span(tree, site.node), tree.span(owed, LOOSE))
    speaker = speaker_of(site, quote)
    subject = find_subject(tree, owed) if aux else site.subject
    if not is_in_charge(speaker) or tree[owed].lemma in site.words.not_demanded or tree.is_a(owed, "acl"):
        return
    if site.is_own(subject) or (is_author(speaker) and _is_for_officials(site, subject)):
        yield site.finding(commitment(site, speaker, quote, owed), quote, (site.node,), "commitment")


def _is_for_officials(site: Site, subject: int | None) -> bool:
    """Duties of the public ("every resident should") are appeals."""
    if subject is not None and site.tree[subject].pos in {"PRON", "DET"}:
        return True
    party = site.party(subject)
    return party is None or party.group not in {"civilians", "protesters", "armed_group"}


def _aimed(site: Site) -> Iterator[Finding]:
    """A goal that somebody in charge names: "our aim is to reopen the port"."""
    tree = site.tree
    head = tree.head(site.node)
    if head is None or not tree.is_a(site.node, "nsubj"):
        return
    below = (*tree.children(head, "xcomp", "ccomp", "advcl", "csubj"), head)
    first = next((n for n in below if _is_infinitive(site, n)), None)
    if first is None:
        return
    for part in tree.conjuncts(first):
        quote = (
            cover(clause_span(tree, head), tree.span(part, LOOSE))
            if part == first
            else tree.span(part, LOOSE)
        )
        speaker = speaker_of(site, quote)
        if is_in_charge(speaker):
            yield site.finding(commitment(site, speaker, quote, part), quote, (site.node,), "commitment")


def _is_infinitive(site: Site, node: int) -> bool:
    marked = {site.tree[n].lemma for n in site.tree.children(node, "aux", "mark")}
    return site.tree[node].feature("VerbForm") == "Inf" or "to" in marked
