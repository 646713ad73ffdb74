"""Names in Latin letters, in the form that newspapers use."""

import re

from svod.annotation.names.lexicon import NameLexicon

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_FOREIGN = re.compile(r"[^\x00-\u024f\u2000-\u206f]")


def romanize(name: str, lexicon: NameLexicon) -> str:
    """Return a name in Latin letters; words that are in Latin letters stay.

    Args:
        name: In the nominative.
        lexicon: Whose tables are used: whole words first, then endings, then
            letters.
    """
    return _WORD.sub(lambda match: _word(match[0], lexicon), name)


def _word(word: str, lexicon: NameLexicon) -> str:
    known = _known(word.lower(), lexicon)
    if known is not None:
        return known
    if "-" in word:
        return "-".join(_word(part, lexicon) for part in word.split("-"))
    if not _FOREIGN.search(word):
        return word
    latin = _letters(word.lower(), lexicon)
    if word.isupper() and len(word) > 1:
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


def _known(word: str, lexicon: NameLexicon) -> str | None:
    stems = (word, *(word.removesuffix(end) for end in lexicon.oblique if word.endswith(end)))
    return next((lexicon.latin[stem] for stem in stems if stem in lexicon.latin), None)


def _letters(word: str, lexicon: NameLexicon) -> str:
    ending = next((end for end in lexicon.endings if word.endswith(end) and len(word) > len(end) + 1), "")
    stem = word.removesuffix(ending)
    latin = []
    for before, letter in zip(" " + stem, stem, strict=False):
        soft = before == " " or before in lexicon.softened_after
        table = lexicon.softened if soft and letter in lexicon.softened else lexicon.letters
        latin.append(table.get(letter, letter))
    return "".join(latin) + lexicon.endings.get(ending, "")
