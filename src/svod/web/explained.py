"""What `svod explain` tells, in the language of the page."""

from svod.tongue import Tongue

_SHELVES = {
    "kind": "kind",
    "measure": "measure",
    "modality": "modality",
    "polarity": "polarity",
    "severity": "severity",
    "type": "event",
}
_VERBATIM = frozenset(
    {"content", "id", "name", "names", "quote", "rule", "source", "title", "words that fired"}
)


def explained(tongue: Tongue, name: str, value: object) -> str:
    """Return one value of an explanation; rules, ids and the words of accounts stay as they are."""
    text = str(value)
    if name in _SHELVES:
        return tongue.word(_SHELVES[name], text) or text
    return text if name in _VERBATIM else tongue.resay(text)
