"""Facilities: things that stand in a place and are called after it or by a name of their own."""

from collections.abc import Sequence

from svod.annotation.places.latin import latin_name
from svod.annotation.places.lexicon import PlaceLexicon
from svod.annotation.places.words import Word

Found = tuple[int, int, tuple[int, int], str, str]
"""First word, word behind the last, words of the name, English name of the facility, proper name or nothing."""

_MOST_NAME_WORDS = 4
_QUOTES = frozenset("«\"“„'")
_ENDS = frozenset("»\"”“'")


def find_facility(words: Sequence[Word], at: int, text: str, lexicon: PlaceLexicon) -> Found | None:
    """Return the facility that begins at a word, or `None`.

    Read are "Tahrir Square" (all capitals: a name of its own), "Beirut port",
    "Beirut's port" (a common word after a town), "port of Beirut" and, where
    the language puts the word first, "улица Абая", "станция «Сокол»".
    """
    leading = _leading(words, at, text, lexicon)
    if leading is not None:
        return leading
    return _of(words, at, lexicon) or _following(words, at, text, lexicon)


def _leading(words: Sequence[Word], at: int, text: str, lexicon: PlaceLexicon) -> Found | None:
    facility, after = _facility(words, at, lexicon)
    if not facility or words[after - 1].lemma not in lexicon.leading_facilities or after >= len(words) or words[after - 1].plural:
        return None
    word = words[after]
    if word.text in _QUOTES:
        end = next((n for n in range(after + 1, min(after + 6, len(words))) if words[n].text in _ENDS), None)
        if end is None:
            return None
        inside = text[words[after + 1].span.start : words[end - 1].span.end]
        return at, end + 1, (after + 1, end), facility, f"{latin_name(inside, lexicon)} {facility}"
    if not word.capital or word.first:
        return None
    end = after + 1
    while end < len(words) and words[end].capital and end - after < _MOST_NAME_WORDS:
        end += 1
    if words[after - 1].lemma in lexicon.common:
        return at, after + 1, (after, after + 1), facility, ""
    return at, end, (after, end), facility, f"{latin_name(text[word.span.start : words[end - 1].span.end], lexicon)} {facility}"


def _of(words: Sequence[Word], at: int, lexicon: PlaceLexicon) -> Found | None:
    facility, after = _facility(words, at, lexicon)
    if not facility or not lexicon.links or words[at].lemma not in lexicon.common:
        return None
    if after + 1 >= len(words) or words[after].key not in lexicon.links or not words[after + 1].capital:
        return None
    return at, after + 2, (after + 1, after + 2), facility, ""


def _following(words: Sequence[Word], at: int, text: str, lexicon: PlaceLexicon) -> Found | None:
    """Read a facility whose word comes after the name."""
    if not words[at].capital:
        return None
    for length in range(1, _MOST_NAME_WORDS + 1):
        end = at + length
        if end >= len(words):
            return None
        owned = words[end].text in {"'s", "’s"}
        facility, after = _facility(words, end + owned, lexicon)
        if facility and end + owned < after:
            return _judged(words, at, end, after, facility, text, lexicon)
        level = lexicon.heads.get(words[end].key, "") if lexicon.links else ""
        if level == "area" and (end + 1 == len(words) or not words[end + 1].capital):
            return _natural(words, at, end, text, lexicon)
        if not (words[end].capital or words[end].text == "-"):
            return None
    return None


def _natural(words: Sequence[Word], at: int, end: int, text: str, lexicon: PlaceLexicon) -> Found | None:
    """Read a lake, island or forest called by name: "Shaver Lake"."""
    head = words[end]
    if words[at].first and words[at].key in lexicon.stop or words[at].key in lexicon.directions:
        return None
    name = text[words[at].span.start : words[end - 1].span.end]
    return at, end + 1, (at, end), "area", f"{name} {head.text.capitalize()}"


def _judged(
    words: Sequence[Word], at: int, end: int, after: int, facility: str, text: str, lexicon: PlaceLexicon
) -> Found | None:
    head = words[after - 1]
    if not head.capital and {head.lemma, _bare(head, lexicon)} & lexicon.common:
        return at, after, (at, end), facility, ""
    if not head.capital and not (lexicon.nouns and words[at].pos == "ADJ" and head.lemma in lexicon.leading_facilities):
        return None
    if head.lemma in lexicon.institutions or words[at].first and words[at].key in lexicon.stop:
        return None
    if head.capital:
        written = text[words[at].span.start : head.span.end]
        return at, after, (at, end), facility, written
    name = " ".join(latin_name(word.base.capitalize(), lexicon) for word in words[at:end])
    return at, after, (at, end), facility, f"{name} {facility}"


def _facility(words: Sequence[Word], at: int, lexicon: PlaceLexicon) -> tuple[str, int]:
    """Return the English name of the facility word(s) at a place and the word behind them."""
    for length in (2, 1):
        run = words[at : at + length]
        if len(run) == length:
            for key in (" ".join(w.lemma for w in run), " ".join(w.key for w in run), _bare(run[-1], lexicon) if length == 1 else ""):
                if key in lexicon.facilities:
                    return lexicon.facilities[key], at + length
    return "", at


def _bare(word: Word, lexicon: PlaceLexicon) -> str:
    return next(
        (word.key.removesuffix(s) for s in lexicon.suffixes if word.key.removesuffix(s) in lexicon.facilities and word.key.endswith(s)), ""
    )
