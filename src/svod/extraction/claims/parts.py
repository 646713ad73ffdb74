"""Parts that claims share: complements, their words, and who stands behind them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from svod.extraction.claims.words import ClaimWords, load_claim_words
from svod.extraction.events.roles import find_subject
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

    @property
    def subject(self) -> int | None:
        """The subject of the word, also where it stands elsewhere."""
        return find_subject(self.tree, self.node)

    def party(self, node: int | None) -> Party | None:
        """Return the party headed by `node`, or `None` if there is none."""
        return None if node is None else find_party(self.reading, self.sentence, node)

    def is_own(self, node: int | None) -> bool:
        """Tell whether a node is a first person."""
        return node is not None and self.tree[node].text.lower() in self.words.first_person

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


def complements(site: Site, used: Collection[int] = ()) -> tuple[int, ...]:
    """Return the nodes that say what is wanted, promised or blamed, one a conjunct.

    The best kind of complement is taken (a clause before a noun), and what is
    coordinated with it. Words that the trigger itself uses up are passed over.
    """
    tree = site.tree
    for relation in _COMPLEMENTS:
        for child in tree.children(site.node, relation):
            if child not in used and tree[child].pos not in {"PUNCT", "ADV"} and not _is_time(site, child):
                return coordinated(site, child)
    return ()


def _is_time(site: Site, node: int) -> bool:
    span = site.tree[node].span
    return site.tree.is_a(node, "obl", "nmod") and any(
        t.span.contains(span) for t in site.reading.annotation.times
    )


def coordinated(site: Site, node: int) -> tuple[int, ...]:
    """Return `node` and what is coordinated with it, in text order.

    A noun of action that the parser hung on a word below another one ("the
    resignation of the minister, *the release* of the prisoners") is taken back.
    """
    tree, first = site.tree, site.tree[node]
    if not _is_action(site, node):
        return tree.conjuncts(node)
    below = (n for n in tree.subtree(node) if n != node and tree.is_a(n, "conj"))
    case = first.feature("Case")
    strays = {n for n in below if _is_action(site, n) and case and tree[n].feature("Case") == case}
    return tuple(sorted({*tree.conjuncts(node), *strays}))


def _is_action(site: Site, node: int) -> bool:
    token = site.tree[node]
    return token.pos == "NOUN" and token.lemma.endswith(tuple(site.words.action_suffixes))


def marked_noun(tree: Tree, used: Collection[int]) -> int | None:
    """Return what the last preposition of a phrase marks, if it has one.

    That is a noun, or the predicate of "call *for* the siege to be lifted".
    """
    marker = next((n for n in reversed(tuple(used)) if tree.is_a(n, "case", "mark")), None)
    return None if marker is None else tree.head(marker)


def marks(tree: Tree, node: int) -> frozenset[str]:
    """Return the prepositions and conjunctions of a node."""
    return frozenset(tree[n].lemma for n in tree.children(node, "case", "mark"))


def find_marked(tree: Tree, node: int, prepositions: Collection[str]) -> int | None:
    """Return the first noun below `node` or one level lower that one of `prepositions` marks."""
    below = tree.children(node, "obl", "nmod", "obj")
    near = [*below, *(n for child in below for n in tree.children(child, "nmod", "obl"))]
    return next((n for n in near if marks(tree, n) & frozenset(prepositions)), None)


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
