"""The direction in which words are written."""

# Scripts that run from right to left, by language. Source: Unicode CLDR.
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def direction(tag: str) -> str:
    """Return the direction in which a language is written: `ltr` or `rtl`."""
    return "rtl" if tag.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT else "ltr"
