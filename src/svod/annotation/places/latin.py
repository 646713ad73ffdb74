"""Names in Latin letters where no other source gives them."""

from svod.annotation.places.lexicon import PlaceLexicon


def latin_name(name: str, lexicon: PlaceLexicon) -> str:
    """Return a name letter by letter in Latin script, words capitalised as written."""
    return " ".join(_word(word, lexicon) for word in name.split())


def _word(word: str, lexicon: PlaceLexicon) -> str:
    if not lexicon.letters or word.isascii():
        return word
    lower = word.lower()
    ending = next((pair for pair in lexicon.latin_endings if lower.endswith(pair[0])), ("", ""))
    stem = lower.removesuffix(ending[0])
    latin = "".join(lexicon.letters.get(letter, letter) for letter in stem) + ending[1]
    return "-".join(part[:1].upper() + part[1:] for part in latin.split("-")) if word[:1].isupper() else latin
