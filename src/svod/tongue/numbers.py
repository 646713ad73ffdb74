"""Numbers and ranges as people write them."""

from typing import Literal

from babel.numbers import format_decimal

from svod.tongue.tongue import Tongue

Bound = Literal["exact", "approximate", "at_least", "at_most", "range", "vague"]
_BARE_UNITS = frozenset({"", "persons", "items"})


def render_number(tongue: Tongue, value: float) -> str:
    """Write a number: `12,000`, `2.4 million`, `0.5`."""
    if abs(value) >= 1e12:
        return tongue.say("%(number)s trillion", number=_plain(tongue, round(value / 1e12, 3)))
    if abs(value) >= 1e9:
        return tongue.say("%(number)s billion", number=_plain(tongue, round(value / 1e9, 3)))
    if abs(value) >= 1e6:
        return tongue.say("%(number)s million", number=_plain(tongue, round(value / 1e6, 3)))
    return _plain(tongue, value)


def render_range(tongue: Tongue, low: float | None, high: float | None, unit: str = "") -> str:
    """Write what lies between two ends: `12`, `12–19`, `12 or more`."""
    if low is None and high is None:
        return tongue.say("not told")
    if high is None:
        return tongue.say(
            "%(number)s or more", number=_with_unit(tongue, render_number(tongue, low or 0), unit)
        )
    if low is None:
        return tongue.say("%(number)s or fewer", number=_with_unit(tongue, render_number(tongue, high), unit))
    text = render_number(tongue, low)
    if low != high:
        text = f"{text}–{render_number(tongue, high)}"
    return _with_unit(tongue, text, unit)


def render_figure(tongue: Tongue, low: float | None, high: float | None, bound: Bound, unit: str = "") -> str:
    """Write a figure with its comparator: `at least 9`, `about 140`."""
    if bound == "approximate" and low is not None and low == high:
        return tongue.say("about %(number)s", number=render_range(tongue, low, high, unit))
    if bound == "at_least" and low is not None:
        return tongue.say("at least %(number)s", number=render_range(tongue, low, low, unit))
    if bound == "at_most" and high is not None:
        return tongue.say("at most %(number)s", number=render_range(tongue, high, high, unit))
    text = render_range(tongue, low, high, unit)
    return tongue.say("%(number)s (loosely)", number=text) if bound == "vague" else text


def _plain(tongue: Tongue, value: float) -> str:
    exact = value if value == int(value) else float(f"{value:.6g}")
    return str(format_decimal(exact, "#,##0.######", locale=tongue.locale))


def _with_unit(tongue: Tongue, text: str, unit: str) -> str:
    if unit in _BARE_UNITS:
        return text
    if unit == "percent":
        return tongue.say("%(number)s%%", number=text)
    return f"{text} {tongue.word('unit', unit)}"
