"""How fast svod reads, beside the bare parsers on the same text in the same process.

python -m benchmarks.speed [--documents N] [--languages en ru]
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from time import perf_counter

from benchmarks.bare import load_bare
from benchmarks.composed import compose
from benchmarks.steps import STEPS, timed_steps
from benchmarks.table import Row, percent, render, say
from svod.annotation import annotate
from svod.extraction import extract_statements
from svod.gazetteer import country_prior, load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.lang import load_language
from svod.model import Document

_ROUNDS = 3
"""The quickest of three rounds counts: a shared machine is slower at times, never faster."""


def read_through(documents: Sequence[Document]) -> int:
    """Annotate documents and extract their statements, as a compile does; return how many."""
    language, gazetteer, actors = load_language(documents[0].language), load_gazetteer(), load_actors()
    prior = country_prior((document.text for document in documents), gazetteer)
    return sum(
        len(extract_statements(annotate(document, language, gazetteer, actors, prior), language))
        for document in documents
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print two tables: svod against the bare parsers, and where its time goes."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    options.add_argument("--documents", type=int, default=60, help="how many a language")
    options.add_argument("--languages", nargs="+", default=["en", "ru"], choices=["en", "ru"])
    given = options.parse_args(arguments)
    corpora = {language: compose(language, given.documents) for language in given.languages}
    head = ("characters per second", "characters", "bare", "svod", "ratio")
    say(render("svod (annotation and extraction) and the bare parsers", head, _speeds(corpora)))
    say(render("Where svod's time goes, per cent", ("step", *corpora), _shares(corpora)))


def _speeds(corpora: dict[str, tuple[Document, ...]]) -> list[Row]:
    rows = []
    for language, documents in corpora.items():
        size = sum(len(document.text) for document in documents)
        parse = load_bare(language)
        bare, own = _race(
            lambda documents=documents, parse=parse: [parse(document.text) for document in documents],
            lambda documents=documents: read_through(documents),
            warm=documents[:2],
            parse=parse,
        )
        rows.append((language, str(size), f"{size / bare:.0f}", f"{size / own:.0f}", f"{own / bare:.2f}"))
    return rows


def _race(
    one: Callable[[], object],
    other: Callable[[], object],
    warm: Sequence[Document],
    parse: Callable[[str], int],
) -> tuple[float, float]:
    """Return the seconds of both, run in turn so that a slow minute strikes both."""
    for document in warm:
        parse(document.text)
    read_through(warm)
    rounds = [(_seconds(one), _seconds(other)) for _ in range(_ROUNDS)]
    return min(first for first, _ in rounds), min(second for _, second in rounds)


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _shares(corpora: dict[str, tuple[Document, ...]]) -> list[Row]:
    spent = {language: _spent(documents) for language, documents in corpora.items()}
    return [
        (step, *(percent(times[step] / sum(times.values())) for times in spent.values())) for step in STEPS
    ]


def _spent(documents: Sequence[Document]) -> Counter[str]:
    total: Counter[str] = Counter()
    for document in documents:
        total.update(timed_steps(document))
    return total


if __name__ == "__main__":
    main()
