"""How many of the gold statements a reader finds, and how right they are.

The field's metric: a predicted statement matches a gold one of its kind and
document when their quotes share at least half of the shorter one. Each is
matched once: pairs that agree first, then the greatest overlap. *Detect* counts
matches; *strict* also wants the type (event), the measure and both bounds
(figure), the value (time) or the name (place).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evals.agreement import AGREES, ATTRIBUTES, same_day, same_name, same_number
from evals.corpus import Row

SHARED = 0.5
"""Least share of the shorter quote that two quotes must have in common."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one kind at one level.

    Attributes:
        gold: Statements in the gold.
        predicted: Statements of the reader.
        hit: Matches.
    """

    gold: int
    predicted: int
    hit: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0..1."""
        return 2 * self.hit / (self.gold + self.predicted) if self.hit else 0.0

    @property
    def missed(self) -> int:
        """Gold statements that were not found."""
        return self.gold - self.hit

    @property
    def wrong(self) -> int:
        """Predicted statements that are not in the gold."""
        return self.predicted - self.hit


@dataclass(frozen=True, slots=True)
class Match:
    """A gold and a predicted row that speak of the same words."""

    gold: Row
    predicted: Row
    agreed: bool


@dataclass(frozen=True, slots=True)
class Score:
    """What one kind reached.

    Attributes:
        detect: Matches by quote.
        strict: Matches by quote and content.
        agreed: Attribute → strict matches that agree on it.
        matches: All pairs.
        missed: Gold rows without a pair.
        wrong: Predicted rows without a pair.
    """

    detect: Tally
    strict: Tally
    agreed: Mapping[str, int]
    matches: tuple[Match, ...]
    missed: tuple[Row, ...]
    wrong: tuple[Row, ...]

    def accuracy(self, attribute: str) -> float:
        """Share of the strict matches that agree on an attribute, 0..1."""
        return self.agreed[attribute] / self.strict.hit if self.strict.hit else 0.0


@dataclass(frozen=True, slots=True)
class Cubes:
    """B-cubed agreement of clusters over the matched statements, each 0..1."""

    precision: float
    recall: float
    pairs: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(gold: Iterable[Row], predicted: Iterable[Row]) -> dict[str, Score]:
    """Score predicted rows against gold.

    Args:
        gold: Statements and mentions (`kind` `time` or `place`) of the corpus.
        predicted: The same of a reader. Documents that have no gold statement
            are not looked at; nor, for mentions, those with no gold mention.

    Returns:
        Kind → its score, for the kinds that occur; statements, then mentions.
    """
    shelves = {"time": _shelf(gold := tuple(gold), "time"), "place": _shelf(gold, "place")}
    told = _by_document(row for row in gold if row["kind"] in ATTRIBUTES)
    found = _by_document(predicted)
    scores = {kind: _score_kind(kind, told, found) for kind in ATTRIBUTES}
    scores |= {kind: _score_kind(kind, shelf, found) for kind, shelf in shelves.items() if shelf}
    return {kind: s for kind, s in scores.items() if s.detect.gold or s.detect.predicted}


def cluster_score(scores: Mapping[str, Score]) -> Cubes | None:
    """Return B-cubed over matches that have a cluster on both sides; `None` if there are none.

    Source:
        Bagga & Baldwin (1998), Entity-Based Cross-Document Coreferencing.
    """
    pairs = [
        ((kind, match.gold["cluster"]), (kind, match.predicted["cluster"]))
        for kind in ATTRIBUTES
        for match in (scores[kind].matches if kind in scores else ())
        if match.gold.get("cluster") and match.predicted.get("cluster")
    ]
    if not pairs:
        return None
    both, gold, predicted = Counter(pairs), Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    precision = sum(n * n / predicted[p] for (_, p), n in both.items()) / len(pairs)
    recall = sum(n * n / gold[g] for (g, _), n in both.items()) / len(pairs)
    return Cubes(precision, recall, len(pairs))


def agrees(gold: Row, predicted: Row) -> bool:
    """Tell whether a match is strict."""
    kind = gold["kind"]
    if kind == "event":
        return bool(gold["type"] == predicted.get("type"))
    if kind == "figure":
        bounds = all(same_number(gold.get(end), predicted.get(end)) for end in ("low", "high"))
        return gold["measure"] == predicted.get("measure") and bounds
    if kind == "time":
        return same_day(gold["value"], predicted.get("value"))
    return same_name(gold["name"], predicted.get("name")) if kind == "place" else True


def pair(gold: list[Row], predicted: list[Row]) -> Iterator[Match]:
    """Yield one-to-one matches: those that agree first, then by overlap, then by like length."""
    pairs = sorted(_candidates(gold, predicted), reverse=True)
    left, right = set(range(len(gold))), set(range(len(predicted)))
    for agreed, _, _, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield Match(gold[i], predicted[j], agreed)


def _candidates(gold: list[Row], predicted: list[Row]) -> Iterator[tuple[bool, float, int, int, int]]:
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = _overlap(g, p)
            if shared >= SHARED:
                yield agrees(g, p), shared, -abs(_length(g) - _length(p)), i, j


def _overlap(one: Row, other: Row) -> float:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return float(max(0, shared) / max(1, min(_length(one), _length(other))))


def _length(row: Row) -> int:
    return int(row["end"]) - int(row["start"])


def _shelf(rows: Iterable[Row], kind: str) -> dict[str, list[Row]]:
    return _by_document(row for row in rows if row["kind"] == kind)


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    shelf: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        shelf[row["doc"]].append(row)
    return dict(shelf)


def _score_kind(kind: str, gold: Mapping[str, list[Row]], predicted: Mapping[str, list[Row]]) -> Score:
    matches: list[Match] = []
    missed: list[Row] = []
    wrong: list[Row] = []
    for doc, rows in gold.items():
        g = [row for row in rows if row["kind"] == kind]
        p = [row for row in predicted.get(doc, ()) if row["kind"] == kind]
        found = list(pair(g, p))
        matches += found
        missed += _others(g, [match.gold for match in found])
        wrong += _others(p, [match.predicted for match in found])
    strict = [match for match in matches if match.agreed]
    golds, predictions = len(matches) + len(missed), len(matches) + len(wrong)
    return Score(
        Tally(golds, predictions, len(matches)),
        Tally(golds, predictions, len(strict)),
        {name: sum(AGREES[name](m.gold, m.predicted) for m in strict) for name in ATTRIBUTES.get(kind, ())},
        tuple(matches),
        tuple(missed),
        tuple(wrong),
    )


def _others(rows: list[Row], met: list[Row]) -> list[Row]:
    seen = {id(row) for row in met}
    return [row for row in rows if id(row) not in seen]
