"""Short forms bound to the full names that the same document gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from svod.model import Name

_SHORTEST_SURNAME = 3  # letters; shorter words are too often something else
_GLOSS = re.compile(r"\s*\((?:[а-яё]{2,5}\.\s*)?([A-Z][^\W\d_]+(?:[ '-]+[^\W\d_]+)*)[),;]")
_ABBREVIATION = re.compile(
    r"\s*\(\s*[«\"“]?((?=[^\W\d_]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2})[^\W\d_]{2,10})[»\"”]?\s*[),;]"
)


def bind_names(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with short forms of persons under the full name, names
    glossed in Latin letters under the gloss, and abbreviations under what
    they stand for.

    A short form is bound only when exactly one person of the document fits
    it by whole words (surname, given name or initials); never by likeness.

    Args:
        text: The document's text.
        names: In text order, never overlapping.
    """
    glossed = _with_glosses(text, _agreed(names))
    full = _full_persons(glossed)
    persons = [_bound(name, full) if name.kind == "person" else name for name in glossed]
    return tuple(_with_abbreviations(text, persons))


def _agreed(names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with those that the model took for different kinds agreed: where one
    mention's last word is another's only word and either is a person, both are.
    """
    guessed = [name for name in names if not name.rule.startswith(("known", "state body"))]
    full = {_words(name.name)[-1]: name for name in guessed if len(_words(name.name)) > 1}
    short = {_words(name.name)[0]: name for name in guessed if len(_words(name.name)) == 1}
    persons = {word for word in full.keys() & short.keys() if "person" in {full[word].kind, short[word].kind}}
    return tuple(
        replace(name, kind="person") if _is_person_after_all(name, persons) else name for name in names
    )


def _is_person_after_all(name: Name, persons: set[str]) -> bool:
    told = name.kind in {"organisation", "other"} and not name.rule.startswith(("known", "state body"))
    return told and bool(persons.intersection(_words(name.name)[-1:]))


def surnames(names: Sequence[Name]) -> dict[str, Name]:
    """Return last words as written that end the name of exactly one person → that person."""
    found: dict[str, dict[str, Name]] = {}
    for name in names:
        words = name.text.split()
        if name.kind == "person" and len(words) > 1 and len(words[-1]) >= _SHORTEST_SURNAME:
            found.setdefault(words[-1], {})[name.name] = name
    return {word: next(iter(persons.values())) for word, persons in found.items() if len(persons) == 1}


def abbreviations(text: str, names: Sequence[Name]) -> dict[str, Name]:
    """Return the abbreviations that the text gives in brackets behind a name whose
    initials they are → that name.
    """
    found: dict[str, Name] = {}
    for name in names:
        match = _ABBREVIATION.match(text, name.span.end)
        if match and _is_short_for(match[1], name.text):
            found.setdefault(match[1], name)
    return found


def _with_abbreviations(text: str, names: Sequence[Name]) -> Iterator[Name]:
    short = abbreviations(text, names)
    for name in names:
        full = short.get(name.text)
        yield (
            replace(name, name=full.name, kind=full.kind, rule="abbreviation bound in the text")
            if full
            else name
        )


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether the capitals of `short` begin words of `name` in this order."""
    letters = [c for c in short if c.isupper()]
    words = re.findall(r"[^\W\d_]+", name)
    if len(words) < 2:
        return False
    at = 0
    for word in words:
        if at < len(letters) and word[0].upper() == letters[at]:
            at += 1
    return at >= max(2, len(letters) - 1)


def _with_glosses(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    latin: dict[str, str] = {}
    for name in names:
        match = _GLOSS.match(text, name.span.end)
        if match and not name.text.isascii() and len(match[1].split()) == len(name.text.split()):
            latin[name.name] = match[1]
    return tuple(replace(name, name=latin.get(name.name, name.name)) for name in names)


def _full_persons(names: Sequence[Name]) -> tuple[str, ...]:
    """Return the names of persons of two words and more that no longer one ends with."""
    persons = dict.fromkeys(_undoubled(name.name) for name in names if name.kind == "person")
    long = [name for name in persons if len(_words(name)) > 1 and not _is_initial(_words(name)[0])]
    return tuple(long)


def _bound(name: Name, full: Sequence[str]) -> Name:
    own = _undoubled(name.name)
    fitting = [other for other in full if other != own and _is_short_form(_words(own), _words(other))]
    longest = [
        other for other in fitting if not any(_ends_with(more, other) for more in fitting if more != other)
    ]
    if len(longest) == 1:
        return replace(name, name=longest[0])
    return replace(name, name=own)


def _ends_with(longer: str, shorter: str) -> bool:
    a, b = _words(longer), _words(shorter)
    return len(a) > len(b) and a[-len(b) :] == b


def _is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) >= len(full):
        return len(short) == len(full) and _fits_initials(short, full)
    if len(short) == 1:
        return short[0] in {full[-1], full[0]} or short[0] in full[1:]
    return full[-len(short) :] == short or (full[0], full[-1]) == short or _fits_initials(short, full)


def _fits_initials(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    initials = [word for word in short[:-1] if _is_initial(word)]
    return bool(initials) and short[-1] == full[-1] and full[0].startswith(initials[0])


def _is_initial(word: str) -> bool:
    return len(word) == 1


def _undoubled(name: str) -> str:
    """Return a name said twice in a row said once."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\s.]+", name.casefold()) if word)
