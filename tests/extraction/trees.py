"""Trees from a few words, for tests that need no parser."""

from svod.extraction.tree import Tree
from svod.model import Sentence, Span, Token


def tree(*rows: str) -> Tree:
    """Make a tree from rows of `word POS head relation`, with `lemma=` or features behind."""
    tokens, at = [], 0
    for row in rows:
        word, pos, head, relation, *rest = row.split()
        lemma = next(
            (part.removeprefix("lemma=") for part in rest if part.startswith("lemma=")), word.lower()
        )
        features = "|".join(part for part in rest if not part.startswith("lemma="))
        span = Span(at, at + len(word))
        tokens.append(Token(span, word, lemma, pos, features, int(head), relation))
        at += len(word) + 1
    return Tree(Sentence(Span(0, at - 1), tuple(tokens), parsed=True))
