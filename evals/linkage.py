"""Resolution by itself: the gold statements of a set, linked by svod.

python -m evals.linkage [SET ...] [--end-to-end]

What the reading of texts loses is left out: the statements are the annotators' own, so what is
measured is which of them svod brings together. Pairs across languages are counted apart. With
`--end-to-end` the texts are read too, in one case for all languages, and the statements that
match are scored.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from pathlib import Path
from typing import Any

from evals.corpus import Corpus, Row, load_dev
from evals.gate import DEV, SETS
from evals.run import read_case
from evals.score import Cubes, score
from svod.gazetteer import load_gazetteer
from svod.gazetteer.fold import fold_name
from svod.model import (
    AccusationClaim,
    Citation,
    Claim,
    EventClaim,
    FigureClaim,
    Party,
    Place,
    Span,
    Statement,
)
from svod.resolution import resolve
from svod.resolution.blocking import candidate_pairs
from svod.resolution.link import METHODS
from svod.resolution.profile import make_profiles

LINKED = ("event", "figure", "accusation")


@dataclass(frozen=True, slots=True)
class Member:
    """A statement with its cluster in the gold and svod's.

    Attributes:
        language: Of its document.
        gold: Cluster of the annotators.
        found: Cluster of svod.
    """

    language: str
    gold: str
    found: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of statements of one thing: in the gold, as found, and both."""

    gold: int
    found: int
    both: int

    @property
    def f1(self) -> float:
        """Harmonic mean of the precision and recall of pairs, 0..1."""
        return 2 * self.both / (self.gold + self.found) if self.both else 0.0


def gold_members(folder: Path) -> tuple[Member, ...]:
    """Return the gold statements of a set that have a cluster, as svod links them."""
    rows, languages = _rows(load_dev(folder))
    said = {row["id"]: make_statement(row) for row in rows}
    resolution = resolve(list(said.values()), [], [])
    clusters = chain(resolution.events, resolution.figures, resolution.accusations)
    homes = {statement: str(n) for n, cluster in enumerate(clusters) for statement in cluster.statements}
    return tuple(
        Member(languages[row["doc"]], f"{row['kind']} {row['cluster']}", homes[said[row["id"]].id])
        for row in rows
        if row.get("cluster")
    )


def read_members(folder: Path) -> tuple[Member, ...]:
    """Return the statements that svod reads in a set and that match one of the gold, likewise."""
    corpora = load_dev(folder)
    rows, languages = _rows(corpora)
    found = tuple(read_case(corpora[0].cases[0]))
    return tuple(
        Member(
            languages[match.gold["doc"]], f"{kind} {match.gold['cluster']}", str(match.predicted["cluster"])
        )
        for kind, scored in score(rows, found).items()
        for match in scored.matches
        if match.gold.get("cluster") and match.predicted.get("cluster")
    )


def cubes(members: Sequence[Member]) -> Cubes:
    """Return B-cubed precision and recall (Bagga & Baldwin 1998)."""
    both = Counter((m.gold, m.found) for m in members)
    gold, found = Counter(m.gold for m in members), Counter(m.found for m in members)
    precision = sum(n * n / found[f] for (_, f), n in both.items()) / max(1, len(members))
    recall = sum(n * n / gold[g] for (g, _), n in both.items()) / max(1, len(members))
    return Cubes(precision, recall, len(members))


def across_languages(members: Iterable[Member]) -> Pairs:
    """Count the pairs of statements in two languages."""
    ordered = tuple(members)
    gold, found, both = (
        sum(map(_crossing, _grouped(ordered, key)))
        for key in (
            lambda m: (m.gold,),
            lambda m: (m.found,),
            lambda m: (m.gold, m.found),
        )
    )
    return Pairs(gold, found, both)


def blocking_recall(folder: Path) -> tuple[int, int]:
    """Return how many gold pairs blocking proposes, and how many there are."""
    rows, _ = _rows(load_dev(folder))
    homes = {make_statement(row).id: f"{row['kind']} {row['cluster']}" for row in rows if row.get("cluster")}
    statements = {s.id: s for s in map(make_statement, rows)}
    proposed = total = 0
    for kind in LINKED:
        said = [s for s in statements.values() if s.kind == kind]
        profiles = make_profiles(said, {}, {}, frozenset())
        kept = {*map(frozenset, zip(*candidate_pairs(profiles, METHODS[kind].sorts), strict=True))}
        for one, other in combinations(range(len(profiles)), 2):
            here, there = homes.get(profiles[one].ids[0]), homes.get(profiles[other].ids[0])
            if here == there is not None and METHODS[kind].levels(profiles[one], profiles[other]) is not None:
                total += 1
                proposed += frozenset((one, other)) in kept
    return proposed, total


def make_statement(row: Row) -> Statement:
    """Return a gold row as a statement; its date and place count as told by its clause."""
    span, where = Span(row["start"], row["end"]), _place(row["where"])
    return Statement(
        citation=Citation(row["doc"], span, row["quote"]),
        claim=_claim(row),
        polarity=row["polarity"],
        modality=row["modality"],
        when=row["when"],
        dated_by="clause",
        where=where,
        voice=(),
        rule="gold",
        trigger=span,
        place_span=span if where else None,
    )


def _rows(corpora: Iterable[Corpus]) -> tuple[list[Row], dict[str, str]]:
    corpora = tuple(corpora)
    languages = {text.id: text.language for corpus in corpora for text in corpus.texts}
    return [row for corpus in corpora for row in corpus.gold if row["kind"] in LINKED], languages


def _grouped(members: Iterable[Member], key: Any) -> Iterator[Counter[str]]:
    groups: dict[Any, Counter[str]] = defaultdict(Counter)
    for member in members:
        groups[key(member)][member.language] += 1
    return iter(groups.values())


def _crossing(languages: Counter[str]) -> int:
    return sum(languages[a] * languages[b] for a, b in combinations(sorted(languages), 2))


def _claim(row: Row) -> Claim:
    if row["kind"] == "event":
        return EventClaim(row["type"], _party(row["actor"]), _party(row["target"]))
    if row["kind"] == "accusation":
        return AccusationClaim(_party(row["by"]), _party(row["against"]), row["content"])
    low, high = row["low"], row["high"]
    return FigureClaim(row["measure"], row["of"], low, high, row["bound"], row["unit"] or "")


def _party(given: Any) -> Party | None:
    return Party(given["text"], given["class"], bool(given.get("scare_quotes"))) if given else None


def _place(name: str | None) -> Place | None:
    """Return the place of a canonical name; of a facility that no table has, one inside the place it begins with."""
    if not name:
        return None
    words = name.split()
    for end in range(len(words), 0, -1):
        if found := load_gazetteer().find(fold_name(" ".join(words[:end]))):
            outer = found[0]
            if end == len(words):
                return outer
            within = (outer.id, *outer.within)
            return Place(f"gold:{name}", name, "facility", outer.country, 0.0, 0.0, 1.0, within)
    return Place(f"gold:{name}", name, "facility", "", 0.0, 0.0, 1.0)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m evals.linkage")
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--end-to-end", action="store_true")
    given = parser.parse_args(arguments)
    _say("set     statements  B-cubed P / R / F1     pairs across languages (gold, found, both)  blocking")
    for name in given.sets:
        members = (read_members if given.end_to_end else gold_members)(DEV / name)
        found, crossed = cubes(members), across_languages(members)
        kept, total = blocking_recall(DEV / name)
        _say(
            f"{name:<8}{found.pairs:>10}  {found.precision:.3f} / {found.recall:.3f} / {found.f1:.3f}"
            f"  {crossed.gold:>6}{crossed.found:>6}{crossed.both:>6}  {kept}/{total}"
        )


if __name__ == "__main__":
    main()
