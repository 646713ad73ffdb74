"""Reading word lists out of a language's data files, with errors that name the file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from svod.errors import MalformedLexiconError
from svod.extraction.tree import CLAUSES, Tree

Phrase = tuple[str, ...]
"""Lemmas of a word or phrase; the first is its head."""


def string_list(table: Mapping[str, Any], key: str, file: str) -> tuple[str, ...]:
    """Return `table[key]` as words; empty if it is not there.

    Raises:
        MalformedLexiconError: If it is no list of strings.
    """
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise MalformedLexiconError(file, f"{key} is no list of words")
    return tuple(value)


def phrase_list(table: Mapping[str, Any], key: str, file: str) -> tuple[Phrase, ...]:
    """Return `table[key]` as phrases, each split at white space."""
    return tuple(tuple(words.split()) for words in string_list(table, key, file))


def companions(tree: Tree, node: int, phrase: Phrase) -> tuple[int, ...] | None:
    """Return the nodes of the other words of `phrase` below its head `node`.

    Every word must stand among the children of `node` or their children,
    without leaving the clause. A preposition may have been hung on its noun.

    Returns:
        One node a word, in the order of the phrase, or `None` if one is missing.
    """
    if len(phrase) == 1:
        return ()
    near = list(_near(tree, node))
    found: list[int] = []
    for word in phrase[1:]:
        match = next((n for n in near if n not in found and _is_word(tree, n, word)), None)
        if match is None:
            return None
        found.append(match)
    return tuple(found)


def _is_word(tree: Tree, node: int, word: str) -> bool:
    token = tree[node]
    return token.lemma == word or token.text.lower() == word


def _near(tree: Tree, node: int) -> Iterator[int]:
    below: Sequence[int] = [n for n in tree.children(node) if _in_clause(tree, n) and not _acts(tree, n)]
    yield from below
    for child in below:
        yield from (n for n in tree.children(child) if _in_clause(tree, n))
    for child in below:
        for middle in tree.children(child, "case", "obj", "obl", "nmod"):
            yield from (n for n in tree.children(middle) if _in_clause(tree, n))


def _acts(tree: Tree, node: int) -> bool:
    """The doer is no part of what is done ("the *police* sent" is no "send police")."""
    return tree[node].relation in {"nsubj", "obl:agent"}


def _in_clause(tree: Tree, node: int) -> bool:
    token = tree[node]
    opens = token.relation in CLAUSES and token.pos == "VERB" and token.feature("VerbForm") != "Inf"
    return token.relation != "conj" and not opens
