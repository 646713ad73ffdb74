"""The terms of a commitment: what, for whom, how much and by when."""

from svod.extraction.claims.parts import Site, words_of
from svod.extraction.reading import Reading
from svod.model import CommitmentClaim, NumberMention, Party, Span, cover


def commitment(site: Site, by: Party | None, quote: Span, part: int) -> CommitmentClaim:
    """Return the claim whose terms stand in `quote`.

    Args:
        site: The word that carries the promise.
        by: Who promises.
        quote: The words of the promise.
        part: Head of what is promised.
    """
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
        named = tree[child].pos in {"NOUN", "PROPN", "PRON"}
        if named and (dative or cases & site.words.benefit_prepositions):
            return words_of(site, child)
    return ""


def _due(site: Site, quote: Span) -> str | None:
    """A time inside the promise, behind the promising word, is when it falls due."""
    behind = cover(site.tree[site.node].span, quote)
    inside = (t for t in site.reading.annotation.times if behind.contains(t.span) and not t.duration)
    later = (t.value for t in inside if t.span.start > site.tree[site.node].span.start and t.value)
    due = next(later, None)
    return due and due.removeprefix("../")
