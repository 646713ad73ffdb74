"""Words for changes."""

from collections.abc import Iterable, Sequence

from svod.model import Answer, Reading, Series


def and_list(names: Iterable[str]) -> str:
    """Return names as "a", "a and b", or "a, b and c"; "nobody" for none."""
    some = list(names)
    if not some:
        return "nobody"
    *front, last = some
    return f"{', '.join(front)} and {last}" if front else last


def date_words(value: str | None) -> str:
    """Return an EDTF value, or that there is none."""
    return value or "undated"


def range_words(one: Series | Reading) -> str:
    """Return the range of a series or a reading in words."""
    low, high = one.low, one.high
    if low is None and high is None:
        return "no number that stands" if isinstance(one, Series) else "a number that is not told"
    if high is None:
        return f"at least {low:,.12g}"
    if low is None:
        return f"at most {high:,.12g}"
    return f"{low:,.12g}" if low == high else f"{low:,.12g} to {high:,.12g}"


def shown(answers: Sequence[Answer]) -> dict[str, Answer]:
    """Return attribute → the answer that is shown first."""
    return {answer.attribute: answer for answer in answers if answer.shown}
