"""The parts of an accusation: who blames, who is blamed, for what."""

from dataclasses import replace

from svod.extraction.claims.parts import Site, clause_span, complements, find_marked, marks, words_of
from svod.extraction.claims.speaker import speaker_of, voices_with
from svod.extraction.events.roles import is_passive
from svod.extraction.reading import Finding
from svod.model import AccusationClaim, cover


def sides(site: Site) -> tuple[int | None, int | None]:
    """Return who blames and who is blamed by a verb."""
    tree, node = site.tree, site.node
    if is_passive(tree, node):
        return _agent(site), site.subject
    return site.subject, tree.child(node, "obj", "iobj")


def _agent(site: Site) -> int | None:
    """By whom: "accused *by the union*", "обвинён *трибуналом*"."""
    tree, node = site.tree, site.node
    told = (tree.child(node, "obl:agent"), find_marked(tree, node, {"by"}))
    bare = (n for n in tree.children(node, "obl") if not marks(tree, n) and tree[n].feature("Case") == "Ins")
    return next((n for n in (*told, *bare) if n is not None), None)


def accusation(
    site: Site, used: tuple[int, ...], by: int | None, against: int | None, *, speaker: int | None = None
) -> Finding:
    """Return an accusation in the words of the clause.

    Args:
        site: The word that carries it.
        used: Nodes of the words that fired.
        by: Head of who blames, or `None`: then the voice at the quote does.
        against: Head of who is blamed, or `None`.
        speaker: Head of who speaks, where that is not who blames (a denial).
    """
    tree, node = site.tree, site.node
    parts = complements(site, (*used, *(n for n in (by, against) if n is not None)))
    quote = clause_span(tree, node, *parts[:1])
    if against is not None and against in tree.subtree(node):
        quote = cover(quote, tree.span(against, ("acl:relcl", "punct", "appos")))
    content = words_of(site, parts[0]) if parts else quote.of(site.text)
    voice = voices_with(site, by if speaker is None else speaker, quote)
    blamer = site.party(by) if by is not None else None if speaker is not None else speaker_of(site, quote)
    finding = site.finding(AccusationClaim(blamer, site.party(against), content), quote, used, "accusation")
    return finding if voice is None else replace(finding, voice=voice)
