"""Lists of demands or grievances: items on lines of their own behind a colon."""

from collections.abc import Iterator

from svod.extraction.claims.words import ClaimWords, find_phrase
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import DemandClaim, Span

_BULLETS = "-–—•*·"
_SHORT = 4  # words in an opener such as "Among them:", whose noun stands in the sentence before
_LOOKBACK = 2  # sentences in which the noun of a short opener is sought


def find_listed(reading: Reading, words: ClaimWords) -> Iterator[Finding]:
    """Yield one demand for each item of a list that a noun of demand opens."""
    listing = False
    for sentence, tree in enumerate(reading.trees):
        item = _item(reading, tree)
        if listing and item is not None:
            yield _finding(reading, sentence, item)
        else:
            listing = _opens(reading, sentence, words)


def _opens(reading: Reading, sentence: int, words: ClaimWords) -> bool:
    tree = reading.trees[sentence]
    if not tree.sentence.span.of(reading.annotation.document.text).rstrip().endswith(":"):
        return False
    first = max(0, sentence - _LOOKBACK) if len(tree) < _SHORT else sentence
    near = reading.trees[first : sentence + 1]
    return any(find_phrase(t, n, words.list_nouns) is not None for t in near for n in range(len(t)))


def _item(reading: Reading, tree: Tree) -> Span | None:
    span = tree.sentence.span
    words = span.of(reading.annotation.document.text)
    bare = words.lstrip(_BULLETS + " \t")
    if words[:1] not in _BULLETS or not bare.strip(" ;,."):
        return None
    start = span.start + len(words) - len(bare)
    return Span(start, start + len(bare.rstrip(" ;,.")))


def _finding(reading: Reading, sentence: int, item: Span) -> Finding:
    tree = reading.trees[sentence]
    root = next((n for n in range(len(tree)) if tree.head(n) is None), 0)
    claim = DemandClaim(None, item.of(reading.annotation.document.text))
    return Finding(claim, sentence, root, item, "demand: item of a list", item, modality="actual")
