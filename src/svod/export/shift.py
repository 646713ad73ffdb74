"""What an outlet calls people first and later, as a sentence."""

from svod.model import Shift, ShiftStep
from svod.tongue import ENGLISH, Tongue
from svod.tongue.dates import render_when


def shift_sentence(shift: Shift, tongue: Tongue = ENGLISH) -> str:
    """Return a sentence such as "Steppe Wire: protesters until 5 January 2022, rioters from 6 January 2022"."""
    last = len(shift.steps) - 1
    steps = (_step(step, tongue, is_first=n == 0, is_last=n == last) for n, step in enumerate(shift.steps))
    return f"{shift.outlet}: {', '.join(steps)}"


def _step(step: ShiftStep, tongue: Tongue, *, is_first: bool, is_last: bool) -> str:
    words = tongue.listed(step.words)
    first, last = render_when(tongue, step.first), render_when(tongue, step.last)
    if is_first:
        return tongue.say("%(words)s until %(day)s", words=words, day=last)
    if is_last:
        return tongue.say("%(words)s from %(day)s", words=words, day=first)
    if first == last:
        return tongue.say("%(words)s on %(day)s", words=words, day=first)
    return tongue.say("%(words)s from %(first)s to %(last)s", words=words, first=first, last=last)
