"""How well events are found in languages that svod knows no words of.

    python -m evals.coarse

Reads `coarse_sentences.toml` and prints, a language: how many of the sentences
said to tell an event do (precision), how many that do were found (recall), and
the same with the right type.
"""

import sys
import tomllib
from pathlib import Path

from svod.extraction.coarse.prototypes import type_of

PATH = Path(__file__).parent / "coarse_sentences.toml"


def measure(rows: list[list[str]]) -> tuple[int, int, int, int]:
    """Return how many sentences were found to tell an event, how many rightly, with the right type, and in gold."""
    told = [(gold, found[0] if (found := type_of(sentence)) else "") for sentence, gold in rows]
    found_any = [(gold, kind) for gold, kind in told if kind]
    right = sum(bool(gold) for gold, _ in found_any)
    return len(found_any), right, sum(gold == kind for gold, kind in found_any), sum(bool(g) for g, _ in told)


def main() -> None:
    """Print a line a language and one for all."""
    corpus = tomllib.loads(PATH.read_text("utf-8"))
    totals = (0, 0, 0, 0)
    for tag, table in corpus.items():
        counts = measure(table["sentences"])
        totals = tuple(a + b for a, b in zip(totals, counts, strict=True))  # type: ignore[assignment]  # four
        sys.stdout.write(_line(tag, counts))
    sys.stdout.write(_line("all", totals))


def _line(name: str, counts: tuple[int, int, int, int]) -> str:
    found, right, typed, gold = counts
    given = max(1, found)
    return (
        f"{name:4} detect P {right / given:.2f} R {right / gold:.2f}"
        f"   strict P {typed / given:.2f} R {typed / gold:.2f}   of {gold}\n"
    )


if __name__ == "__main__":
    main()
