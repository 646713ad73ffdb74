"""Framing over time: since when each outlet uses which words for whom, and where it changes them. Words and days only."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from svod.fusion.case import Case
from svod.fusion.origins import canonical
from svod.model import Label, Shift, ShiftStep, Usage, edtf

_SETS: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
    files("svod.fusion").joinpath("framing.toml").read_text("utf-8")
)
_CLASSES = "classes"
_WHOLE_WORD = 3
_MARKS = "«»“”„\"'’‘.,:;!?()[]"


@dataclass(frozen=True, slots=True)
class _Run:
    """One name of a set, with the days between which an outlet uses it."""

    first: str
    last: str
    name: str
    words: str
    statements: tuple[str, ...]


def find_usages(labels: Iterable[Label], case: Case) -> tuple[Usage, ...]:
    """Return since when and until when each outlet uses which words, sorted by outlet, group and words.

    The day is that of the account; what a reprint says is its original's, and
    said when that was published. A day that is not told to the day counts for
    no first or last.
    """
    found: dict[tuple[str, Label], list[Label]] = defaultdict(list)
    for label in labels:
        bare = Label(label.group, label.words, "", label.quoted, label.scare_quotes, ())
        found[_outlet(case, label.document), bare].append(label)
    usages = [_usage(outlet, bare, alike, case) for (outlet, bare), alike in found.items()]
    return tuple(sorted(usages, key=lambda u: (u.outlet, u.group, u.words, u.quoted, u.scare_quotes)))


def find_shifts(usages: Iterable[Usage], case: Case) -> tuple[Shift, ...]:
    """Return where an outlet calls people one thing first and another later, sorted by outlet and whom it is about.

    Only names of one set of `framing.toml` are weighed against each other, and
    only those in the outlet's own voice, without distance. Names that are in
    use on the same day make one step, so a name that is kept all along makes
    no shift. Where an account that uses such a name does not tell its day,
    nothing is said of that outlet.
    """
    named: dict[tuple[str, str], dict[str, list[tuple[str, Usage]]]] = defaultdict(lambda: defaultdict(list))
    for usage in usages:
        if not usage.quoted and not usage.scare_quotes:
            for about, name, word in _names(usage.group, usage.words):
                named[usage.outlet, about][name].append((word, usage))
    shifts = [
        Shift(outlet, about, steps)
        for (outlet, about), names in sorted(named.items())
        if len(steps := _steps(names, case)) > 1
    ]
    return tuple(shifts)


def _outlet(case: Case, document: str) -> str:
    account = case.roots.get(document, document)
    found = case.documents.get(account)
    return canonical(found.source.name, case.names) if found and found.source.named else account


def _usage(outlet: str, bare: Label, labels: Sequence[Label], case: Case) -> Usage:
    accounts = sorted({case.roots.get(label.document, label.document) for label in labels})
    told = [case.documents[a].published for a in accounts if a in case.documents]
    days = sorted(edtf.days(day)[0].isoformat() for day in told if edtf.is_certain(day))
    return Usage(
        outlet=outlet,
        group=bare.group,
        words=bare.words,
        quoted=bare.quoted,
        scare_quotes=bare.scare_quotes,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        documents=tuple(accounts),
        statements=tuple(sorted({key for label in labels for key in label.statements})),
    )


@lru_cache(maxsize=1 << 14)
def _names(group: str, words: str) -> tuple[tuple[str, str, str], ...]:
    """Return set, name and the word that tells it."""
    pieces = [piece.strip(_MARKS) for piece in words.split()]
    found = []
    for about, names in _SETS.items():
        if group in names[_CLASSES]:
            met = {n: w for w in pieces for n, starts in names.items() if n != _CLASSES and _fits(w, starts)}
            found += [(about, name, word) for name, word in met.items()]
    return tuple(found)


def _fits(word: str, starts: Sequence[str]) -> bool:
    return any(word == start if len(start) <= _WHOLE_WORD else word.startswith(start) for start in starts)


def _steps(names: Mapping[str, Sequence[tuple[str, Usage]]], case: Case) -> tuple[ShiftStep, ...]:
    accounts = {key for uses in names.values() for _, usage in uses for key in usage.documents}
    if not all(key in case.documents and edtf.is_certain(case.documents[key].published) for key in accounts):
        return ()
    runs = [_run(name, uses) for name, uses in names.items()]
    steps: list[list[_Run]] = []
    for run in sorted(runs, key=lambda r: (r.first, r.last, r.name)):
        if steps and run.first <= max(one.last for one in steps[-1]):
            steps[-1].append(run)
        else:
            steps.append([run])
    return tuple(map(_step, steps))


def _run(name: str, uses: Sequence[tuple[str, Usage]]) -> _Run:
    counts: Counter[str] = Counter()
    for word, usage in uses:
        counts[word] += len(usage.statements)
    return _Run(
        first=min(usage.first for _, usage in uses if usage.first),
        last=max(usage.last for _, usage in uses if usage.last),
        name=name,
        words=min(counts, key=lambda word: (-counts[word], word)),
        statements=tuple(sorted({key for _, usage in uses for key in usage.statements})),
    )


def _step(runs: Sequence[_Run]) -> ShiftStep:
    return ShiftStep(
        words=tuple(run.words for run in runs),
        first=runs[0].first,
        last=max(run.last for run in runs),
        statements=tuple(sorted({key for run in runs for key in run.statements})),
    )
