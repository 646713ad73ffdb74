"""Floors: the least that svod must reach on each corpus, kept in a file."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.agreement import ATTRIBUTES
from evals.score import Score, cluster_score

PATH = Path(__file__).parent / "floors.toml"
ATTRIBUTE_SLACK = 0.02
"""Attributes are told over the strict matches. Finding more statements adds
harder ones, so an attribute may fall a little while svod gets better."""
CLUSTER_SLACK = 0.02
"""B-cubed, likewise, is over the statements that match."""
_HEAD = """\
# The least that svod must reach, 0..1. `python -m evals.gate --update` raises a
# floor to what it measured less a slack, and lowers none unless it is told to.
# Slack of an F1: the weight of one statement, since other processors round
# otherwise and one doubtful parse may turn. Of attributes and clusters: 0.02 (or
# one statement), since they are told over matches that change. `digest` is the SHA-256 of the
# texts and annotations that the floors were measured on.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One measured value.

    Attributes:
        value: 0..1.
        slack: How far below it the floor is set.
        counts: The counts behind it, for people.
    """

    value: float
    slack: float
    counts: str

    @property
    def floor(self) -> float:
        """The floor that this value would set, cut to four digits."""
        return max(0.0, int((self.value - self.slack) * 10_000) / 10_000)


@dataclass(frozen=True, slots=True)
class Section:
    """The floors of one corpus: its digest, and name → floor with a comment."""

    digest: str
    floors: Mapping[str, float]
    comments: Mapping[str, str]


def measured(scores: Mapping[str, Score]) -> dict[str, Measured]:
    """Return all values that have a floor: name (`event strict`, `event voice`, …) → value."""
    values = {name: value for kind in scores for name, value in _of_kind(kind, scores[kind])}
    if cubes := cluster_score(scores):
        values["cluster b-cubed"] = Measured(cubes.f1, CLUSTER_SLACK, f"{cubes.pairs} matches")
    return values


def below(values: Mapping[str, Measured], floors: Mapping[str, float]) -> Iterator[str]:
    """Yield a line for each floor that was missed: its name, what was measured and by how much."""
    for name, floor in floors.items():
        value = values[name].value if name in values else 0.0
        if value < floor:
            yield f"{name}: {value:.4f} is {floor - value:.4f} below the floor {floor:.4f}"


def raised(
    values: Mapping[str, Measured], old: Mapping[str, float], *, lower: bool = False
) -> dict[str, float]:
    """Return the floors after a measurement.

    A floor of 0 says nothing and is left out.

    Args:
        values: What was measured.
        old: The floors so far.
        lower: Whether a floor that was missed is set anew; else the old ones
            only rise, or stay.
    """
    new = {name: value.floor for name, value in values.items()}
    for name, floor in old.items():
        met = name in values and values[name].value >= floor
        if met or not lower:
            new[name] = max(floor, new.get(name, 0.0))
    return {name: floor for name, floor in new.items() if floor > 0}


def load_floors(path: Path = PATH) -> dict[str, Section]:
    """Load the floors of all corpora; none if there is no file."""
    tables = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return {name: _section(table) for name, table in tables.items()}


def write_floors(sections: Mapping[str, Section], path: Path = PATH) -> None:
    """Write the floors of all corpora, sorted by corpus."""
    path.write_text(
        "\n".join([_HEAD, *(_rendered(name, sections[name]) for name in sorted(sections))]), "utf-8"
    )


def _of_kind(kind: str, score: Score) -> Iterator[tuple[str, Measured]]:
    for level, tally in (("detect", score.detect), ("strict", score.strict)):
        counts = f"{tally.hit} of {tally.gold} found, {tally.wrong} not in gold"
        yield f"{kind} {level}", Measured(tally.f1, 2 / (tally.gold + tally.predicted), counts)
    for name in ATTRIBUTES.get(kind, ()):
        counts = f"{score.agreed[name]} of {score.strict.hit} right"
        slack = max(ATTRIBUTE_SLACK, 1 / max(1, score.strict.hit))
        yield f"{kind} {name}", Measured(score.accuracy(name), slack, counts)


def _section(table: Mapping[str, Mapping[str, object] | str]) -> Section:
    floors = {name: float(str(value)) for name, value in table.items() if name != "digest"}
    return Section(str(table["digest"]), floors, {})


def _rendered(name: str, section: Section) -> str:
    lines = [f"[{name}]", f'digest = "{section.digest}"']
    for key, floor in section.floors.items():
        comment = section.comments.get(key, "")
        lines.append(f'"{key}" = {floor:.4f}' + (f"  # {comment}" if comment else ""))
    return "\n".join(lines) + "\n"
