"""What `svod explain` tells and what the fields of a statement hold, in the language of the page."""

from svod.tongue import Tongue

_SHELVES = {
    "bound": "value",
    "kind": "kind",
    "measure": "measure",
    "modality": "value",
    "polarity": "value",
    "severity": "severity",
    "type": "event",
}
_VERBATIM = frozenset(
    {
        "bears on",
        "content",
        "contradicted later",
        "done later",
        "promised later",
        "repeated later",
        "id",
        "name",
        "names",
        "quote",
        "rule",
        "source",
        "title",
        "words that fired",
    }
)


def explained(tongue: Tongue, name: str, value: object) -> str:
    """Return one value of an explanation; rules, ids and the words of accounts stay as they are."""
    text = str(value)
    if name in _SHELVES:
        return tongue.word(_SHELVES[name], text) or text
    return text if name in _VERBATIM else tongue.resay(text)


def worded(tongue: Tongue, field: str, value: str) -> str:
    """Return what a field of a statement holds (`FIELDS`); the words of accounts stay as they are."""
    if not value:
        return ""
    if field.endswith("_class"):
        return tongue.word("group", value)
    if field == "unit":
        return tongue.resay(tongue.word("unit", value))
    if field in _SHELVES:
        return tongue.word(_SHELVES[field], value)
    return tongue.resay(value) if field == "of" else value
