"""Words for changes."""

from collections.abc import Iterable, Sequence

from svod.model import Answer, Reading, Series
from svod.tongue import Tongue, mark


def and_list(tongue: Tongue, names: Iterable[str]) -> str:
    """Return names as "a", "a and b", or "a, b and c"; "nobody" for none."""
    some = list(names)
    return tongue.listed(some) if some else tongue.say("nobody")


def date_words(tongue: Tongue, value: str | None) -> str:
    """Return an EDTF value, or that there is none."""
    return value or tongue.say("undated")


def range_words(tongue: Tongue, one: Series | Reading) -> str:
    """Return the range of a series or a reading in words."""
    low, high = one.low, one.high
    if low is None and high is None:
        unknown = mark("no number that stands"), mark("a number that is not told")
        return tongue.gettext(unknown[isinstance(one, Reading)])
    if high is None:
        return tongue.resay(f"at least {low:,.12g}")
    if low is None:
        return tongue.resay(f"at most {high:,.12g}")
    return tongue.resay(f"{low:,.12g}" if low == high else f"{low:,.12g} to {high:,.12g}")


def shown(answers: Sequence[Answer]) -> dict[str, Answer]:
    """Return attribute → the answer that is shown first."""
    return {answer.attribute: answer for answer in answers if answer.shown}
