"""Train the ranking of places that tells where a finding was, and say what it is worth.

    python scripts/train_where.py DEV_FOLDER

DEV_FOLDER holds sets of annotated texts (`seeds`, `more`, `train`), each with
`docs/` and `gold/<doc>.jsonl` in the fields of the codebook. Each gold statement
is paired with the finding that svod makes of the same words, or else with its own
quote. A conditional logit over the places of the document and "none" is fitted
with a penalty on squared weights, cross-validated by document (what is scored
was never trained on) and then written, trained on all, to
`src/svod/extraction/models/where.toml`. The same input gives the same file.

Scored is what svod finds of events and figures with the right type or numbers.
Needs SciPy, which datasketch brings along.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from svod.annotation import annotate
from svod.extraction.claims import find_accusations, find_commitments, find_demands
from svod.extraction.events import find_events
from svod.extraction.figures import find_figures
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.extraction.voices import find_voices
from svod.extraction.where.features import Setting
from svod.extraction.where.rule import where_by_rule
from svod.extraction.where.scene import SceneMemo
from svod.gazetteer import country_prior, load_gazetteer
from svod.gazetteer.actors import load_actors
from svod.ingest import mark_reprints, read_documents
from svod.lang import load_language
from svod.model import (
    AccusationClaim,
    Claim,
    CommitmentClaim,
    DemandClaim,
    EventClaim,
    FigureClaim,
    Place,
    Span,
)

OUTPUT = Path(__file__).parent.parent / "src/svod/extraction/models/where.toml"
SETS = ("seeds", "more", "train")
LANGUAGES = frozenset({"en", "ru"})
FOLDS = 8
# Swept by cross-validation: 1 to 30 and 3 to 1000. A document has many findings
# but one story, so what is the same all over a document is easily learnt by heart.
PENALTY, MAIN_PENALTY = 10.0, 3.0
LEAST = 5  # candidates that must have a feature before it gets a weight
# Features that are known to matter before anything is counted: penalised less.
MAIN = ("none", "kind ", "heaviest", "away", "nearest located", "adjective only", "in names only",
        "in the quote located", "in the sentence", "holds another", "lies in another")  # fmt: skip
SAME = {"alma-ata": "almaty", "nur-sultan": "astana", "mangistau region": "mangystau region"}
KINDS: dict[str, type[Claim]] = {
    "event": EventClaim,
    "figure": FigureClaim,
    "demand": DemandClaim,
    "commitment": CommitmentClaim,
    "accusation": AccusationClaim,
}


@dataclass(slots=True)
class Question:
    """A finding with the places that could be the answer."""

    document: str
    group: str
    scored: bool
    ranked: bool
    options: list[list[str]]
    right: list[bool]
    by_rule: bool


def main(folder: Path) -> None:
    """Train, cross-validate and write the model."""
    questions = [question for name in SETS for question in _questions(folder / name, name)]
    answers = _cross_validate(questions)
    _report(questions, answers)
    weights = _fit([q for q in questions if q.ranked and any(q.right)])
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(_rendered(weights, questions), "utf-8")
    print(f"{len(weights)} weights of {len(questions)} findings")


def _questions(folder: Path, name: str) -> Iterator[Question]:
    documents = mark_reprints(read_documents([folder / "docs"]).documents)
    prior = country_prior((document.text for document in documents), load_gazetteer())
    scenes = SceneMemo()
    for document in documents:
        if document.language not in LANGUAGES:
            continue
        language = load_language(document.language)
        annotation = annotate(document, language, load_gazetteer(), load_actors(), prior)
        reading = Reading(annotation, tuple(Tree(s) for s in annotation.sentences), language)
        for finding, row, scored in _paired(reading, _rows(folder / "gold" / f"{document.id}.jsonl")):
            setting = Setting(scenes.scene(reading), finding)
            candidates = setting.candidates()
            names = [*(_name(c.place) for c in candidates), ""]
            right = _canonical(row.get("where"))
            given = _name(finding.where) == right
            yield Question(
                document.id,
                f"{name} {document.language}",
                scored,
                finding.where is None,
                [sorted(setting.features(c)) for c in candidates] + [sorted(setting.nowhere())],
                [name == right for name in names] if finding.where is None else [given],
                given if finding.where else _name(where_by_rule(reading, finding)) == right,
            )


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _paired(
    reading: Reading, rows: Sequence[dict[str, Any]]
) -> Iterator[tuple[Finding, dict[str, Any], bool]]:
    """Yield each gold row with the finding of the same words, and whether that is right in type."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in _findings(reading):
        found[_kind(finding.claim)].append(finding)
    for kind in KINDS:
        wanted = [row for row in rows if row["kind"] == kind]
        pairs = sorted(
            (not _agrees(row, f), -_shared(row, f), abs(_width(row) - (f.quote.end - f.quote.start)), -i, -j)
            for i, row in enumerate(wanted)
            for j, f in enumerate(found[kind])
            if _shared(row, f) >= 0.5
        )
        used: dict[int, int] = {}
        for _, _, _, i, j in pairs:
            if -i not in used and -j not in used.values():
                used[-i] = -j
        for i, row in enumerate(wanted):
            finding = found[kind][used[i]] if i in used else _as_annotated(reading, row)
            if finding is not None:
                yield finding, row, i in used and kind in {"event", "figure"} and _agrees(row, finding)


def _findings(reading: Reading) -> Iterator[Finding]:
    scopes = find_voices(reading)
    yield from find_events(reading)
    yield from find_figures(reading)
    for finder in (find_demands, find_commitments, find_accusations):
        yield from finder(reading, scopes)


def _kind(claim: Claim) -> str:
    return next(kind for kind, type_ in KINDS.items() if isinstance(claim, type_))


def _agrees(row: Mapping[str, Any], finding: Finding) -> bool:
    match finding.claim:
        case EventClaim(type=type_):
            return bool(row["type"] == type_)
        case FigureClaim() as claim:
            return (row["measure"], row.get("low"), row.get("high")) == (claim.measure, claim.low, claim.high)
        case _:
            return True


def _width(row: Mapping[str, Any]) -> int:
    return int(row["end"] - row["start"])


def _shared(row: Mapping[str, Any], finding: Finding) -> float:
    quote = finding.quote
    shared = min(row["end"], quote.end) - max(row["start"], quote.start)
    return max(0.0, shared / max(1, min(_width(row), quote.end - quote.start)))


def _as_annotated(reading: Reading, row: Mapping[str, Any]) -> Finding | None:
    """Return a finding made of a gold row that svod misses."""
    quote = Span(row["start"], row["end"])
    at = next((n for n, s in enumerate(reading.annotation.sentences) if s.span.overlaps(quote)), None)
    if at is None:
        return None
    node = reading.trees[at].top(quote) or 0
    return Finding(_claim(row), at, node, quote, "gold", reading.trees[at][node].span)


def _claim(row: Mapping[str, Any]) -> Claim:
    match row["kind"]:
        case "event":
            return EventClaim(row["type"], None, None)
        case "figure":
            return FigureClaim(row["measure"], row["of"], row["low"], row["high"], row["bound"], row["unit"])
        case _:
            return DemandClaim(None, "")


def _canonical(name: str | None) -> str:
    folded = " ".join((name or "").casefold().replace("’", "'").removeprefix("the ").split())
    return SAME.get(folded, folded)


def _name(place: Place | None) -> str:
    return _canonical(place.name if place else None)


def _cross_validate(questions: Sequence[Question]) -> list[bool]:
    """Return for each question whether a model that never saw its document answers it."""
    documents = sorted({(q.group, q.document) for q in questions})
    fold = {document: n % FOLDS for n, (_, document) in enumerate(documents)}
    models = [
        _fit([q for q in questions if fold[q.document] != n and q.ranked and any(q.right)])
        for n in range(FOLDS)
    ]
    return [_answers(models[fold[q.document]], q) for q in questions]


def _answers(weights: Mapping[str, float], question: Question) -> bool:
    if not question.ranked:
        return question.right[0]
    scores = [sum(weights.get(feature, 0.0) for feature in option) for option in question.options]
    return question.right[max(range(len(scores)), key=lambda n: (scores[n], -n))]


def _fit(questions: Sequence[Question]) -> dict[str, float]:
    """Return the weights under which the right answers are likeliest, penalties considered."""
    options = [option for q in questions for option in q.options]
    counts = Counter(feature for option in options for feature in option)
    names = sorted(feature for feature, count in counts.items() if count >= LEAST)
    loss = _loss(questions, options, names)
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {
        name: round(float(weight), 3) for name, weight in zip(names, found, strict=True) if round(weight, 3)
    }


def _loss(
    questions: Sequence[Question], options: Sequence[Sequence[str]], names: Sequence[str]
) -> Callable[[npt.NDArray[np.float64]], tuple[float, npt.NDArray[np.float64]]]:
    number = {name: n for n, name in enumerate(names)}
    cells = [(row, number[f]) for row, option in enumerate(options) for f in option if f in number]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(options), len(names)))
    sizes = [len(q.options) for q in questions]
    starts = np.cumsum([0, *sizes[:-1]])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    right = np.array([answer for q in questions for answer in q.right])
    penalty = np.array([MAIN_PENALTY if name.startswith(MAIN) else PENALTY for name in names])

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        all_, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        off = odds / all_[owner] - odds * right / good[owner]
        value = np.sum(np.log(all_) - np.log(good)) + penalty @ weights**2 / 2
        return float(value), table.T @ off + penalty * weights

    return loss


def _report(questions: Sequence[Question], answers: Sequence[bool]) -> None:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for question, answer in zip(questions, answers, strict=True):
        if question.scored:
            for group in (question.group, question.group.split()[0], "all"):
                possible = any(question.right)
                table[group].update(findings=1, rule=question.by_rule, model=answer, possible=possible)
    for group, row in sorted(table.items()):
        shares = " ".join(f"{key} {row[key] / row['findings']:.3f}" for key in ("rule", "model", "possible"))
        print(f"{group:<10} {row['findings']:>5} {shares}")


def _rendered(weights: Mapping[str, float], questions: Sequence[Question]) -> str:
    documents = len({question.document for question in questions})
    lines = (
        "# What speaks for a place as the answer to where a finding was, in log-odds against the other places",
        '# of the document and "none". A conditional logit; features are told in `svod.extraction.where`.',
        f"# Trained by scripts/train_where.py on {len(questions)} statements of {documents} annotated news texts,",
        "# English and Russian. Do not edit.",
        "bias = 0.0",
        "",
        "[weights]",
        *(f"{json.dumps(name)} = {weight}" for name, weight in sorted(weights.items())),
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
