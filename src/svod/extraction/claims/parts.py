"""Parts that claims share: complements, their words, and who stands behind them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from svod.extraction.claims.words import ClaimWords, load_claim_words
from svod.extraction.parties import find_party
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import CLAUSES, Tree
from svod.extraction.voices import VoiceScope
from svod.model import Claim, Party, Span, cover

LOOSE = frozenset({"punct", "parataxis", "discourse", "cc", "conj", "appos"})
"""Branches that are left out of the words of a complement."""
_COMPLEMENTS = ("ccomp", "xcomp", "obj", "obl", "acl", "advcl", "nmod")


@dataclass(frozen=True, slots=True)
class Site:
    """A word of a document that may carry a claim.

    Attributes:
        reading: The document.
        words: The claim words of its language.
        scopes: Who says which passages.
        sentence: Index of the sentence.
        node: The word.
    """

    reading: Reading
    words: ClaimWords
    scopes: Sequence[VoiceScope]
    sentence: int
    node: int

    @property
    def tree(self) -> Tree:
        """The tree of the sentence."""
        return self.reading.trees[self.sentence]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.annotation.document.text

    def party(self, node: int | None) -> Party | None:
        """Return the party headed by `node`, or `None` if there is none."""
        return None if node is None else find_party(self.reading, self.sentence, node)

    def finding(self, claim: Claim, quote: Span, used: Collection[int], name: str) -> Finding:
        """Return a finding of this site whose rule names the words that fired."""
        words = sorted(used)
        return Finding(
            claim=claim,
            sentence=self.sentence,
            node=self.node,
            quote=quote,
            rule=f"{name}: “{' '.join(self.tree[n].lemma for n in words)}”",
            trigger=cover(*(self.tree[n].span for n in words)),
        )


def sites(reading: Reading, scopes: Sequence[VoiceScope]) -> Iterator[Site]:
    """Yield every word of the parsed sentences of a document, in text order."""
    words = load_claim_words(reading.language.tag)
    for sentence, tree in enumerate(reading.trees):
        if tree.sentence.parsed:
            yield from (Site(reading, words, scopes, sentence, node) for node in range(len(tree)))


def complements(tree: Tree, node: int, used: Collection[int] = ()) -> tuple[int, ...]:
    """Return the nodes that say what is wanted, promised or blamed, one a conjunct.

    The best kind of complement is taken (a clause before a noun), and what is
    coordinated with it. Words that the trigger itself uses up are passed over.
    """
    for relation in _COMPLEMENTS:
        for child in tree.children(node, relation):
            if child not in used and tree[child].pos not in {"PUNCT", "ADV"}:
                return tree.conjuncts(child)
    return ()


def marked_noun(tree: Tree, used: Collection[int]) -> int | None:
    """Return the noun that the last preposition of a phrase marks, if it has one."""
    marker = next((n for n in reversed(tuple(used)) if tree.is_a(n, "case")), None)
    return None if marker is None else tree.head(marker)


def obliged(site: Site) -> int | None:
    """Return the predicate that a modal of obligation at this site rules, or `None`.

    An auxiliary stands below it ("must share"), a predicative above ("необходимо
    усилить").
    """
    tree, token = site.tree, site.tree[site.node]
    if token.lemma not in site.words.modals and token.text.lower() not in site.words.modals:
        return None
    if tree.is_a(site.node, "aux"):
        return tree.head(site.node)
    return tree.child(site.node, "csubj", "xcomp", "ccomp")


def words_of(site: Site, node: int) -> str:
    """Return the words of a complement without its conjuncts."""
    return site.tree.span(node, LOOSE).of(site.text)


def clause_span(tree: Tree, node: int, *parts: int) -> Span:
    """Return the clause of `node` with the given parts, without coordinated clauses."""
    clause = tree.span(node, LOOSE | (set(CLAUSES) - {"ccomp", "acl", "advcl"}))
    return cover(clause, *(tree.span(part, LOOSE) for part in parts))


def distinct(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield findings, without those that repeat the words of one found before."""
    kept: list[tuple[Span, str]] = []
    for finding in findings:
        key = (finding.quote, str(getattr(finding.claim, "content", "")))
        if not any(_doubles(key, other) for other in kept):
            kept.append(key)
            yield finding


def _doubles(one: tuple[Span, str], other: tuple[Span, str]) -> bool:
    nested = one[0].contains(other[0]) or other[0].contains(one[0])
    return nested and (one[1] in other[1] or other[1] in one[1])
