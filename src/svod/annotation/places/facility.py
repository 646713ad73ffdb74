"""Facilities: things that stand in a place and are called after it or by a name of their own."""

from dataclasses import dataclass

from svod.annotation.places.latin import latin_name
from svod.annotation.places.lexicon import PlaceLexicon
from svod.annotation.places.words import Word

_MOST_NAME_WORDS = 4
_MOST_QUOTED_WORDS = 6
_QUOTES = frozenset("«\"“„'")
_ENDS = frozenset("»\"”“'")
_OWNER = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence being searched.

    Attributes:
        text: The whole document's text.
        words: Words of the sentence.
        lexicon: Words of the language.
    """

    text: str
    words: tuple[Word, ...]
    lexicon: PlaceLexicon

    def between(self, start: int, end: int) -> str:
        """Return the text from one word to before another."""
        return self.text[self.words[start].span.start : self.words[end - 1].span.end]


@dataclass(frozen=True, slots=True)
class Facility:
    """A facility where it stands.

    Attributes:
        start: Its first word.
        end: The word behind its last.
        name: First word of the name, and the word behind its last.
        kind: English name of the facility ("Airport"), or `area` for a lake, island or forest.
        proper: Canonical name, or an empty string if it is called after a town.
        own: Canonical name if there is no town of that name ("Evin prison"), or an empty string.
        described: Whether a word in between says what it is for ("Dadaab refugee camp"): the
            name of a town then tells only where it is.
    """

    start: int
    end: int
    name: tuple[int, int]
    kind: str
    proper: str = ""
    own: str = ""
    described: bool = False


def find_facility(line: Line, at: int) -> Facility | None:
    """Return the facility that begins at a word, or `None`.

    Read are "Tahrir Square" (all capitals: a name of its own), "Beirut port",
    "Beirut's port" (a common word after a town), "port of Beirut" and, where
    the language puts the word first, "улица Абая", "станция «Сокол»".
    """
    return _leading(line, at) or _of(line, at) or _following(line, at)


def _leading(line: Line, at: int) -> Facility | None:
    words, lexicon = line.words, line.lexicon
    kind, after = _kind(line, at)
    if not kind or after >= len(words):
        return None
    head, word = words[after - 1], words[after]
    if head.lemma not in lexicon.leading_facilities or head.plural:
        return None
    if word.text in _QUOTES:
        return _quoted(line, at, after, kind)
    if not word.capital or word.first:
        return None
    if head.lemma in lexicon.common:
        return Facility(at, after + 1, (after, after + 1), kind)
    end = after + 1
    while end < len(words) and words[end].capital and end - after < _MOST_NAME_WORDS:
        end += 1
    return Facility(at, end, (after, end), kind, f"{latin_name(line.between(after, end), lexicon)} {kind}")


def _quoted(line: Line, at: int, opening: int, kind: str) -> Facility | None:
    ends = range(opening + 2, min(opening + _MOST_QUOTED_WORDS, len(line.words)))
    end = next((n for n in ends if line.words[n].text in _ENDS), None)
    if end is None:
        return None
    inside = latin_name(line.between(opening + 1, end), line.lexicon)
    return Facility(at, end + 1, (opening + 1, end), kind, f"{inside} {kind}")


def _of(line: Line, at: int) -> Facility | None:
    words, lexicon = line.words, line.lexicon
    kind, after = _kind(line, at)
    if not kind or not lexicon.links or words[at].lemma not in lexicon.common:
        return None
    if after + 1 >= len(words) or words[after].key not in lexicon.links or not words[after + 1].capital:
        return None
    own = _own_name(line, (after + 1, after + 2), words[at].lemma)
    return Facility(at, after + 2, (after + 1, after + 2), kind, own=own)


def _following(line: Line, at: int) -> Facility | None:
    """Read a facility whose word comes after the name."""
    words = line.words
    if not words[at].capital:
        return None
    for end in range(at + 1, min(at + 1 + _MOST_NAME_WORDS, len(words))):
        owned = words[end].text in _OWNER
        described = end + 1 < len(words) and words[end].lemma in line.lexicon.describing
        kind, after = _kind(line, end + (owned or described))
        if kind and described:
            return _described(line, (at, end), kind, after)
        if kind:
            return _judged(line, (at, end), kind, after)
        if _is_natural(line, end):
            return _natural(line, at, end)
        if not (words[end].capital or words[end].text == "-"):
            return None
    return None


def _is_natural(line: Line, at: int) -> bool:
    """Tell whether a word is the head of a lake, island or forest, and the last word of its name."""
    words, lexicon = line.words, line.lexicon
    if not lexicon.links or lexicon.heads.get(words[at].key) != "area":
        return False
    return at + 1 == len(words) or not words[at + 1].capital


def _natural(line: Line, at: int, end: int) -> Facility | None:
    """Read a lake, island or forest called by name: "Shaver Lake"."""
    first, lexicon = line.words[at], line.lexicon
    if (first.first and first.key in lexicon.stop) or first.key in lexicon.directions:
        return None
    proper = f"{line.between(at, end)} {line.words[end].text.capitalize()}"
    return Facility(at, end + 1, (at, end), "area", proper)


def _judged(line: Line, name: tuple[int, int], kind: str, after: int) -> Facility | None:
    at, end = name
    first, head, lexicon = line.words[at], line.words[after - 1], line.lexicon
    if head.capital:
        if head.lemma in lexicon.institutions or (first.first and first.key in lexicon.stop):
            return None
        return Facility(at, after, name, kind, line.between(at, after))
    if {head.lemma, _bare(head, lexicon)} & lexicon.common:
        return Facility(at, after, name, kind, own=_own_name(line, name, head.lemma))
    if not lexicon.nouns or first.pos != "ADJ" or head.lemma not in lexicon.leading_facilities:
        return None
    words = " ".join(latin_name(word.base.capitalize(), lexicon) for word in line.words[at:end])
    return Facility(at, after, name, kind, f"{words} {kind}")


def _described(line: Line, name: tuple[int, int], kind: str, after: int) -> Facility | None:
    own = _own_name(line, name, line.words[after - 1].lemma)
    return Facility(name[0], after, name, kind, own=own, described=True) if own else None


def _own_name(line: Line, name: tuple[int, int], head: str) -> str:
    """Return the name of a facility that may be called by a name of its own; a sentence lends its first word a capital."""
    first, lexicon = line.words[name[0]], line.lexicon
    if first.first or head not in lexicon.own_names or first.key in lexicon.stop:
        return ""
    return f"{line.between(*name)} {lexicon.facilities[head]}"


def _kind(line: Line, at: int) -> tuple[str, int]:
    """Return the English name of the facility at a word and the word behind it, or nothing."""
    facilities = line.lexicon.facilities
    for run in (line.words[at : at + 2], line.words[at : at + 1]):
        keys = [" ".join(word.lemma for word in run), " ".join(word.key for word in run)]
        keys += [_bare(word, line.lexicon) for word in run if len(run) == 1]
        known = next((key for key in keys if key in facilities), None)
        if known is not None:
            return facilities[known], at + len(run)
    return "", at


def _bare(word: Word, lexicon: PlaceLexicon) -> str:
    stems = (word.key.removesuffix(suffix) for suffix in lexicon.suffixes if word.key.endswith(suffix))
    return next((stem for stem in stems if stem in lexicon.facilities), "")
