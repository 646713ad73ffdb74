"""What a whole case costs as it grows, beside the bare parsers on the same texts.

python -m benchmarks.growth [--sizes N ...] [--many] [--languages en ru kk] [--bare]

Made-up accounts of three sentences each, of one crisis that goes on growing or (`--many`) of crises
of a hundred accounts. Each step runs in a process of its own, on one thread and one core: the first
compile, a second one in which nothing changed, and one in which one account is new. Seconds are those
of the processor, loading of programs and models included, so that what else the machine does counts
little. The exponent is that between the first size and the last.
"""

import argparse
import math
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen

from benchmarks.bare import load_bare
from benchmarks.crises import LANGUAGES, write_accounts
from benchmarks.table import Row, render, say

SIZES = (1_000, 3_000, 10_000)
_HEAD = ("accounts", "characters", "s", "accounts/s", "characters/s", "MB", "unchanged s", "one more s")
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_SVOD = "import sys; from svod.cli import main; main()"
_BARE = ("en", "ru")
"""Languages that have a parser to stand beside svod."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of the processor, megabytes at most."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Growth:
    """What a case of one size took."""

    accounts: int
    characters: int
    first: Cost
    unchanged: Cost
    added: Cost
    bare: Cost | None

    def row(self) -> Row:
        """Return the cells of its row in the table."""
        seconds = self.first.seconds
        told = (
            f"{self.accounts:,}",
            f"{self.characters:,}",
            f"{seconds:.1f}",
            f"{self.accounts / seconds:.1f}",
            f"{self.characters / seconds:,.0f}",
            f"{max(self.first.megabytes, self.added.megabytes):.0f}",
            f"{self.unchanged.seconds:.1f}",
            f"{self.added.seconds:.1f}",
        )
        if self.bare is None:
            return told
        return (*told, f"{self.bare.seconds:.1f}", f"{seconds / self.bare.seconds:.2f}")


def cost_of(*command: str) -> Cost:
    """Run Python with arguments, on one thread; return what it took.

    Raises:
        SystemExit: If it fails.
    """
    child = Popen([sys.executable, *command], stdout=DEVNULL, env=os.environ | _ONE_THREAD)  # noqa: S603  # ourselves
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(child.returncode)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(size: int, folder: Path, languages: Sequence[str], *, many: bool, bare: bool) -> Growth:
    """Return what a case of `size` accounts takes; leaves texts and case in `folder`."""
    texts, more, case = folder / "texts", folder / "more", folder / "case"
    characters = write_accounts(texts, range(size), many=many, languages=languages)
    write_accounts(more, range(size, size + 1), many=many, languages=languages)

    def compiled(given: Path) -> Cost:
        return cost_of("-c", _SVOD, "compile", str(given), "-o", str(case), "--workers", "1", "--json")

    parsed = cost_of("-m", "benchmarks.growth", "--parse", str(texts)) if bare else None
    return Growth(size, characters, compiled(texts), compiled(texts), compiled(more), parsed)


def parse(folder: Path) -> None:
    """Run the bare parsers over the texts of a folder that they can read."""
    for language in _BARE:
        texts = [path.read_text("utf-8") for path in sorted(folder.glob(f"{language}-*.txt"))]
        if texts:
            reader = load_bare(language)
            for text in texts:
                reader(text)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row a size, then the exponents of time and memory."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many accounts")
    options.add_argument("--many", action="store_true", help="many crises instead of one")
    options.add_argument("--languages", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    options.add_argument("--bare", action="store_true", help="also run the bare parsers (en, ru)")
    options.add_argument("--parse", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args(arguments)
    if given.parse:
        parse(given.parse)
        return
    if given.bare and not set(given.languages) <= set(_BARE):
        options.error("there is no bare parser for kk: give --languages en, ru or both")
    head = (*_HEAD, "bare s", "ratio") if given.bare else _HEAD
    grown: list[Growth] = []
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            grown.append(measure(size, Path(folder), given.languages, many=given.many, bare=given.bare))
        say(render("A case as it grows", head, [one.row() for one in grown]))
    if len(grown) > 1:
        first, last = grown[0], grown[-1]
        ratio = math.log(last.accounts / first.accounts)
        time = math.log(last.first.seconds / first.first.seconds) / ratio
        memory = math.log(last.first.megabytes / first.first.megabytes) / ratio
        say(f"exponent of time {time:.2f}, of memory {memory:.2f}")


if __name__ == "__main__":
    main()
