"""Match weights and the lists that comparisons read, from `weights.toml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from svod.errors import MalformedLexiconError
from svod.model import Comparison
from svod.resolution.words import load_table

_FILE = "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one kind of statement, in bits.

    Attributes:
        prior: For any pair that blocking proposes.
        absent: For a pair that blocking does not propose.
        threshold: Least average of two clusters that join.
        levels: Comparison → level → weight.
    """

    prior: float
    absent: float
    threshold: float
    levels: Mapping[str, Mapping[str, float]]

    def score(self, found: Mapping[str, str]) -> float:
        """Return the sum of the weights of the levels found, with the prior."""
        return self.prior + sum(self.levels[name][level] for name, level in found.items())

    def best(self, known: Iterable[str]) -> float:
        """Return the most that a pair can have when the comparisons that are known are left out."""
        left = (max(weights.values()) for name, weights in self.levels.items() if name not in set(known))
        return self.prior + sum(max(0.0, weight) for weight in left)

    def explain(self, found: Mapping[str, str]) -> tuple[Comparison, ...]:
        """Return the levels found with their weights, the prior first."""
        prior = Comparison("prior", "candidates", self.prior)
        return (prior, *(Comparison(name, level, self.levels[name][level]) for name, level in found.items()))


def load_weights(kind: str) -> Weights:
    """Return the weights for `event` or `figure`.

    Raises:
        MalformedLexiconError: If a weight is missing, or no multiple of 0.25.
    """
    table = dict(_TABLE[kind])
    try:
        prior, absent, threshold = (float(table.pop(name)) for name in ("prior", "absent", "threshold"))
    except KeyError as error:
        raise MalformedLexiconError(_FILE, f"{kind} has no {error}") from error
    levels = {name: _checked(name, values) for name, values in table.items()}
    return Weights(prior, absent, threshold, levels)


def pairs_of(name: str) -> frozenset[tuple[str, str]]:
    """Return a list of groups as the set of their pairs, both ways round."""
    groups: Iterable[list[str]] = _TABLE["lists"][name]
    return frozenset((a, b) for group in groups for a in group for b in group if a != b)


def words_of(name: str) -> frozenset[str]:
    """Return a list of words as a set."""
    return frozenset(_TABLE["lists"][name])


def _checked(name: str, values: Mapping[str, float]) -> dict[str, float]:
    for level, weight in values.items():
        if (weight * 4) % 1:
            raise MalformedLexiconError(_FILE, f"{name}.{level} is no multiple of 0.25")
    return {level: float(weight) for level, weight in values.items()}


_TABLE = load_table(_FILE)
