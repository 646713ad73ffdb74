"""The gate: measures svod on every corpus at hand and fails where it fell below a floor.

python -m evals.gate [CORPUS ...] [--errors KIND ...] [--update [--allow-regression]]
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.baseline import read_naively
from evals.corpus import Corpus, Row, Text, load_dev
from evals.floors import PATH, Measured, Section, below, load_floors, measured, raised, write_floors
from evals.golden import FOLDER, load_golden
from evals.render import render_errors, render_result
from evals.run import read_case
from evals.score import Score, score

DEV = Path(__file__).parents[2] / "shared" / "dev"
"""Development sets beside the checkout. Only digests and floors of them are kept here."""
SETS = ("seeds", "more", "train")


@dataclass(frozen=True, slots=True)
class Result:
    """What svod and the naive reader reached on one corpus."""

    corpus: Corpus
    scores: Mapping[str, Score]
    naive: Mapping[str, Score]

    @property
    def measured(self) -> dict[str, Measured]:
        """All values that can have a floor."""
        return measured(self.scores)


def golden_corpora(folder: Path = FOLDER) -> tuple[Corpus, ...]:
    """Return the golden texts, one corpus per language that has a folder."""
    languages = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return tuple(load_golden(language, folder) for language in languages)


def dev_corpora(folder: Path = DEV) -> tuple[Corpus, ...]:
    """Return the development sets that are there, one corpus per set and language."""
    return tuple(corpus for name in SETS if (folder / name).is_dir() for corpus in load_dev(folder / name))


def run(corpora: Sequence[Corpus]) -> Iterator[Result]:
    """Yield what is reached on each corpus; a case that several corpora share is read once."""
    read: dict[tuple[Text, ...], tuple[Row, ...]] = {}
    for corpus in corpora:
        for case in corpus.cases:
            if case not in read:
                read[case] = tuple(read_case(case, workers=None))
        predicted = [row for case in corpus.cases for row in read[case]]
        yield Result(corpus, score(corpus.gold, predicted), score(corpus.gold, read_naively(corpus.texts)))


def failures(results: Sequence[Result], floors: Mapping[str, Section]) -> list[str]:
    """Return a line for each floor that was missed and each corpus that is not the one measured."""
    return [line for result in results for line in _failures(result, floors.get(result.corpus.name))]


def update(
    results: Sequence[Result], floors: Mapping[str, Section], *, lower: bool = False
) -> dict[str, Section]:
    """Return the floors after a run; those of corpora that were not run stay.

    Args:
        results: The run.
        floors: The floors so far.
        lower: Whether missed floors are set anew.
    """
    return {**floors, **{r.corpus.name: _updated(r, floors.get(r.corpus.name), lower=lower) for r in results}}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; return 0 if every floor holds, 1 if not, 2 if there is no such corpus."""
    given = _parsed(arguments)
    corpora = {c.name: c for c in (*golden_corpora(given.golden), *dev_corpora(given.dev))}
    if unknown := sorted(set(given.corpus) - corpora.keys()):
        _say(f"No corpus {', '.join(unknown)}; there are {', '.join(corpora)}.")
        return 2
    results = list(_told(run([corpora[name] for name in given.corpus or corpora]), given.errors))
    return _judged(results, load_floors(given.floors), given)


def _told(results: Iterator[Result], kinds: Sequence[str]) -> Iterator[Result]:
    for result in results:
        _say(render_result(result.corpus.name, result.scores, result.naive))
        _say(*render_errors(result.scores, kinds))
        yield result


def _judged(results: Sequence[Result], floors: Mapping[str, Section], given: argparse.Namespace) -> int:
    if given.update and (given.allow_regression or not _fallen(results, floors)):
        write_floors(update(results, floors, lower=given.allow_regression), given.floors)
        _say(f"Floors of {len(results)} corpora are written.")
        return 0
    missed = failures(results, floors)
    _say(*missed, f"{len(missed)} floors missed." if missed else "Every floor holds.")
    return 1 if missed else 0


def _failures(result: Result, section: Section | None) -> Iterator[str]:
    name = result.corpus.name
    if section is None:
        yield f"{name}: has no floors; set them with --update"
        return
    if section.digest != result.corpus.digest:
        yield f"{name}: is not the corpus that the floors were measured on ({section.digest[:12]}); use --update"
    yield from (f"{name}: {line}" for line in below(result.measured, section.floors))


def _fallen(results: Sequence[Result], floors: Mapping[str, Section]) -> bool:
    known = [(r, floors[r.corpus.name]) for r in results if r.corpus.name in floors]
    return any(line for result, section in known for line in below(result.measured, section.floors))


def _updated(result: Result, section: Section | None, *, lower: bool) -> Section:
    values = result.measured
    new = raised(values, section.floors if section else {}, lower=lower)
    comments = {name: f"{values[name].value:.4f}: {values[name].counts}" for name in new if name in values}
    return Section(result.corpus.digest, new, comments)


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m evals.gate", description=__doc__)
    options.add_argument("corpus", nargs="*", help="only these, e.g. golden-en train-ru")
    options.add_argument(
        "--errors", nargs="+", default=[], metavar="KIND", help="list the errors of these kinds"
    )
    options.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    options.add_argument("--allow-regression", action="store_true", help="let --update lower floors")
    options.add_argument("--floors", type=Path, default=PATH, help="the file of floors")
    options.add_argument("--golden", type=Path, default=FOLDER, help="folder of the golden texts")
    options.add_argument("--dev", type=Path, default=DEV, help="folder of the development sets")
    return options.parse_args(arguments)


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
