"""Linear models over named features: the parts that are learnt, frozen as data.

A model is a bias and one weight a feature, in units of log-odds. It explains
itself by the features that weigh most. Trained by the scripts in `scripts/`;
never changed at run time.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from svod.errors import MalformedLexiconError


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A logistic model.

    Attributes:
        bias: Log-odds with no feature at all.
        weights: Feature → log-odds that it adds; a feature not in it adds nothing.
    """

    bias: float
    weights: Mapping[str, float]

    def score(self, features: Iterable[str]) -> float:
        """Return the log-odds that the answer is yes."""
        return self.bias + sum(self.weights.get(feature, 0.0) for feature in features)

    def strongest(self, features: Iterable[str], count: int = 2) -> tuple[str, ...]:
        """Return the features that speak loudest for yes, with their weights."""
        ranked = sorted(features, key=lambda feature: (-self.weights.get(feature, 0.0), feature))
        return tuple(f"{f} {self.weights[f]:+.1f}" for f in ranked[:count] if self.weights.get(f, 0.0) > 0)


@cache
def load_model(name: str) -> LinearModel | None:
    """Return the model `extraction/models/<name>.toml`, or `None` if there is none.

    Raises:
        MalformedLexiconError: If the file breaks its schema.
    """
    file = files("svod.extraction") / "models" / f"{name}.toml"
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text("utf-8"))
    try:
        weights = {str(key): float(value) for key, value in table["weights"].items()}
        return LinearModel(float(table["bias"]), weights)
    except (KeyError, TypeError, ValueError) as error:
        raise MalformedLexiconError(f"extraction/models/{name}.toml", repr(error)) from error
