"""How each mention of a place stands in its sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.extraction.where.lexicon import LOCATED, WhereWords
from svod.model import Name, PlaceMention

_BACK = 5  # words between a preposition and its place where nothing is parsed
_DATELINE_CHARS = 80
_STOPPERS = frozenset({"VERB", "AUX", "SCONJ"})
_RELATIONS = {"nsubj": "subject", "obj": "object", "iobj": "object", "root": "root"}
_NAMES_IN_NAMES = frozenset({"compound", "flat"})
_JOINTS = frozenset({"conj", "appos", "nmod", "amod", "list", "dep", "parataxis"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention of a place, and how it stands in its sentence.

    Attributes:
        mention: The mention.
        sentence: Index of its sentence.
        stands: What the words make of it: a role of `places.toml` (`inside`,
            `near`, …), `subject`, `object`, `root`, `of`, `joined` (beside
            one of these), `owned` (part of the name of a body or person),
            `adjective`, `dateline` or `bare`.
    """

    mention: PlaceMention
    sentence: int
    stands: str

    @property
    def located(self) -> bool:
        """Whether the words put something there."""
        return self.stands in LOCATED

    @property
    def named(self) -> bool:
        """Whether the words name the place itself, not a people, a body or where the report was filed."""
        return self.stands not in {"adjective", "owned", "dateline"}


def find_sightings(reading: Reading, words: WhereWords) -> Iterator[Sighting]:
    """Yield the mentions of places that stand inside a sentence, in text order."""
    sentences, names = reading.annotation.sentences, reading.annotation.names
    at = 0
    for mention in reading.annotation.places:
        while at < len(sentences) and sentences[at].span.end < mention.span.end:
            at += 1
        if at == len(sentences):
            return
        yield Sighting(mention, at, _stands(mention, reading.trees[at], names, words))


def _stands(mention: PlaceMention, tree: Tree, names: Sequence[Name], words: WhereWords) -> str:
    if mention.adjective:
        return "adjective"
    if mention.span.end < _DATELINE_CHARS and mention.text.isupper() and len(mention.text) > 3:
        return "dateline"
    if _is_owned(mention, names):
        return "owned"
    if words.endings and mention.text.lower().endswith(words.endings):
        return "inside"
    node = tree.top(mention.span)
    if node is None:
        return "bare"
    return _parsed_role(tree, node, words) if tree.sentence.parsed else _read_role(tree, node, words)


def _is_owned(mention: PlaceMention, names: Sequence[Name]) -> bool:
    """Tell whether a place stands inside the name of a body or person."""
    at = bisect_right(names, mention.span.start, key=lambda name: name.span.start) - 1
    if at < 0:
        return False
    name = names[at]
    whole = name.span.contains(mention.span) and name.span != mention.span
    return whole and name.kind in {"organisation", "person"}


def _parsed_role(tree: Tree, node: int, words: WhereWords) -> str:
    """Climb from a place to the word that it is joined to until something tells its role."""
    joined = False
    for at in (node, *tree.ancestors(node)):
        role = _role(tree, at, words)
        if role:
            return role
        relation = tree[at].relation.split(":")[0]
        if relation in _RELATIONS:
            return "joined" if joined else _RELATIONS[relation]
        if relation in _NAMES_IN_NAMES or (
            relation == "nmod" and not joined and tree[at].feature("Case") == "Gen"
        ):
            return "of"
        head = tree.head(at)
        if relation not in _JOINTS or head is None or tree[head].pos in {"VERB", "AUX"}:
            return "bare"
        joined = True
    return "bare"


def _role(tree: Tree, node: int, words: WhereWords) -> str:
    """Return the role that a preposition gives a word, or that the word gives itself."""
    for case in tree.children(node, "case"):
        token = tree[case]
        role = words.roles.get(token.lemma) or words.roles.get(token.text.lower())
        if role:
            return role
        if token.text in {"'s", "’s"}:
            return "of"
    return words.roles.get(tree[node].lemma, "")


def _read_role(tree: Tree, node: int, words: WhereWords) -> str:
    for token in reversed(tree.tokens[max(0, node - _BACK) : node + 1]):
        role = words.roles.get(token.lemma) or words.roles.get(token.text.lower())
        if role:
            return role
        if token.pos in _STOPPERS:
            break
    return "bare"
