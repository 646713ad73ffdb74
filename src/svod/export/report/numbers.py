"""Numbers and ranges as people write them."""

from svod.model import Bound

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_BARE_UNITS = frozenset({"", "persons", "items"})


def render_number(value: float) -> str:
    """Write a number: `12,000`, `2.4 million`, `0.5`."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{_plain(round(value / scale, 3))} {name}"
    return _plain(value)


def render_range(low: float | None, high: float | None, unit: str = "") -> str:
    """Write what lies between two ends: `12`, `12–19`, `12 or more`."""
    if low is None and high is None:
        return "not told"
    if low is None or high is None:
        end = low if high is None else high
        return f"{_with_unit(render_number(end or 0), unit)} or {'more' if high is None else 'fewer'}"
    text = render_number(low) if low == high else f"{render_number(low)}–{render_number(high)}"
    return _with_unit(text, unit)


def render_figure(low: float | None, high: float | None, bound: Bound, unit: str = "") -> str:
    """Write a figure with its comparator: `at least 9`, `about 140`."""
    if bound == "approximate" and low is not None and low == high:
        return f"about {render_range(low, high, unit)}"
    if bound == "at_least" and low is not None:
        return f"at least {render_range(low, low, unit)}"
    if bound == "at_most" and high is not None:
        return f"at most {render_range(high, high, unit)}"
    loose = " (loosely)" if bound == "vague" else ""
    return render_range(low, high, unit) + loose


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def _with_unit(text: str, unit: str) -> str:
    if unit in _BARE_UNITS:
        return text
    return f"{text}%" if unit == "percent" else f"{text} {unit}"
