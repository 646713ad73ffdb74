"""Persons told by the title or post before them."""

from collections.abc import Sequence

from svod.annotation.names.lexicon import NameLexicon
from svod.annotation.names.words import BREAK, Word

_MAX_NAME_WORDS = 5  # Latin American and Arabic full names in the press rarely run longer
_MAX_GAP_WORDS = 8  # "the head of the police department of the city, N. N."


def title_before(words: Sequence[Word], start: int, lexicon: NameLexicon) -> tuple[str, ...]:
    """Return the title that stands right before a word, with its openers; empty if none does."""
    for size in range(lexicon.longest_title, 0, -1):
        title = _spoken(words[max(0, start - size) : start])
        if len(title) == size and title in lexicon.titles:
            opener = _spoken(words[max(0, start - size - 1) : start - size])
            return (*opener, *title) if opener and opener[0] in lexicon.title_openers else title
    return ()


def title_near(words: Sequence[Word], start: int, lexicon: NameLexicon) -> tuple[str, ...]:
    """Return the nearest title in the few words before a name, whatever stands between
    ("minister of health, N. N."); empty if none does.
    """
    for at in range(start, max(0, start - _MAX_GAP_WORDS), -1):
        if words[at - 1].verb or (words[at - 1].key == BREAK and words[at - 1].text != ","):
            return ()
        if title := title_before(words, at, lexicon):
            return title
    return ()


def title_within(words: Sequence[Word], lexicon: NameLexicon) -> int:
    """Return how many words at the beginning of a name are a title ("Mayor Jane Roe" → 1)."""
    for size in range(min(lexicon.longest_title, len(words) - 1), 0, -1):
        if _spoken(words[:size]) in lexicon.titles:
            return size
    return 0


def run_after(words: Sequence[Word], start: int, lexicon: NameLexicon) -> int:
    """Return where the capitalised run that begins at `start` ends; `start` if none begins.

    Particles may stand inside ("van der Berg"); a run that holds a word of
    organisations is none.
    """
    end = start
    at = start
    while at < len(words) and at - start < _MAX_NAME_WORDS:
        word = words[at]
        if _is_capital(word) and word.key not in lexicon.never_names:
            end = at + 1
        elif word.key not in lexicon.particles or word.key == BREAK:
            break
        at += 1
    known = {word.key for word in words[start:end]}
    return start if known & (lexicon.organisation_words | _flat(lexicon)) else end


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper() and (len(word.text) == 1 or not word.text.isupper())


def _flat(lexicon: NameLexicon) -> frozenset[str]:
    return frozenset(title[0] for title in lexicon.titles if len(title) == 1)


def _spoken(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)
