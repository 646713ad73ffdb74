"""How long resolution takes, and how much memory, as one crisis grows.

python -m benchmarks.linkage [STATEMENTS ...]

The crisis is made up and unkind: 30 days, types and places by a power law (a third of all is of the
commonest type), eight mentions an event, as many words as a short clause has. Each size runs in a
process of its own; the exponent is that of time between the first size and the last.
"""

import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from svod.model import EVENT_TYPES, Citation, EventClaim, Party, Place, Span, Statement
from svod.resolution import resolve

SIZES = (1_000, 10_000, 100_000)
_MENTIONS = 8
_DAYS = 30
_PLACES = 200
_WORDS = 3_000
_DOERS = ("protesters", "security_forces", "armed_group", "authorities", "civilians")


def made_up(count: int, seed: int = 1) -> Iterator[Statement]:
    """Yield statements of one crisis: each event is told some eight times, in words half shared."""
    draw = random.Random(seed)  # noqa: S311 - a made-up crisis, no secret
    types, places = sorted(EVENT_TYPES), [_place(n) for n in range(_PLACES)]
    for number in range(math.ceil(count / _MENTIONS)):
        type_, where = draw.choices(types, _zipf(len(types)))[0], draw.choices(places, _zipf(_PLACES))[0]
        day, words = draw.randrange(_DAYS), [f"w{draw.randrange(_WORDS)}" for _ in range(8)]
        doer = draw.choice(_DOERS)
        for mention in range(min(_MENTIONS, count - number * _MENTIONS)):
            quote = " ".join(draw.sample(words, 4) + [f"w{draw.randrange(_WORDS)}" for _ in range(4)])
            document = f"d{draw.randrange(max(1, count // 20))}"
            at = number * _MENTIONS * 100 + mention * 100
            yield _statement(type_, quote, document, at, day, where, Party(doer, doer))


def measure(count: int) -> tuple[float, float, int]:
    """Return seconds, peak memory in megabytes and number of clusters for `count` statements."""
    statements = list(made_up(count))
    began = time.perf_counter()
    found = resolve(statements, [], [])
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, peak, len(found.events)


def _zipf(count: int) -> list[float]:
    return [1 / rank for rank in range(1, count + 1)]


def _place(number: int) -> Place:
    return Place(f"p{number}", f"Place {number}", "city", "LA", 0.0, 0.0, 5.0, (f"r{number % 12}", "land"))


def _statement(  # noqa: PLR0913, PLR0917  # one for each field that is drawn
    type_: str, quote: str, document: str, at: int, day: int, where: Place, actor: Party
) -> Statement:
    span = Span(at, at + len(quote))
    claim = EventClaim(type_, actor, None)  # type: ignore[arg-type]  # drawn from the codebook's list
    when = f"2031-05-{day + 1:02}"
    return Statement(
        Citation(document, span, quote),
        claim,
        "affirmed",
        "actual",
        when,
        "clause",
        where,
        (),
        "made up",
        span,
    )


def main(arguments: list[str]) -> None:
    """Print a row a size and the exponent; with `--one N`, measure in this process."""
    if arguments[:1] == ["--one"]:
        seconds, peak, clusters = measure(int(arguments[1]))
        sys.stdout.write(f"{seconds} {peak} {clusters}\n")
        return
    sizes = [int(size) for size in arguments] or list(SIZES)
    spent = []
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.linkage", "--one", str(size)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603  # ourselves
        seconds, peak, clusters = map(float, told.split())
        spent.append(seconds)
        sys.stdout.write(f"{size:>8,} statements {seconds:8.1f} s {peak:8.0f} MB {clusters:>8,.0f} events\n")
        sys.stdout.flush()
    if len(sizes) > 1:
        exponent = math.log(spent[-1] / spent[0]) / math.log(sizes[-1] / sizes[0])
        sys.stdout.write(f"exponent of time {exponent:.2f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
