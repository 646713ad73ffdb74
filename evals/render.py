"""Scores and errors as lines for people."""

from collections.abc import Collection, Iterator, Mapping

from evals.corpus import Row
from evals.score import Score, Tally, cluster_score


def render_result(name: str, scores: Mapping[str, Score], naive: Mapping[str, Score]) -> str:
    """Render one corpus as a table: counts of errors, precision, recall, F1, and the naive reader's F1."""
    head = f"{name:<12}{'':<8}{'gold':>6}{'hit':>6}{'missed':>8}{'wrong':>7}{'P':>7}{'R':>7}{'F1':>7}{'naive':>7}"
    lines = [head, *(line for kind in scores for line in _kind_lines(kind, scores[kind], naive.get(kind)))]
    if cubes := cluster_score(scores):
        numbers = f"{cubes.precision:>7.3f}{cubes.recall:>7.3f}{cubes.f1:>7.3f}"
        lines.append(f"{'cluster':<12}{'b-cubed':<8}{'':>6}{cubes.pairs:>6}{'':>15}{numbers}")
    return "\n".join(lines) + "\n"


def render_errors(scores: Mapping[str, Score], kinds: Collection[str]) -> Iterator[str]:
    """Yield a line per error of the kinds asked for: other content, missed, not in gold."""
    for kind in kinds:
        if kind not in scores:
            continue
        for match in scores[kind].matches:
            if not match.agreed:
                yield f"{_place(match.gold)}: {_content(match.gold)} taken for {_content(match.predicted)}"
        yield from (f"{_place(row)}: {_content(row)} not found" for row in scores[kind].missed)
        yield from (f"{_place(row)}: {_content(row)} not in gold" for row in scores[kind].wrong)


def _kind_lines(kind: str, score: Score, naive: Score | None) -> Iterator[str]:
    yield _level_line(kind, "detect", score.detect, naive.detect if naive else None)
    yield _level_line(kind, "strict", score.strict, naive.strict if naive else None)
    if score.agreed:
        yield f"{'':<12}" + ", ".join(f"{key} {score.accuracy(key):.2f}" for key in score.agreed)


def _level_line(kind: str, level: str, tally: Tally, naive: Tally | None) -> str:
    counts = f"{tally.gold:>6}{tally.hit:>6}{tally.missed:>8}{tally.wrong:>7}"
    shares = (
        f"{_share(tally.hit, tally.predicted):>7.3f}{_share(tally.hit, tally.gold):>7.3f}{tally.f1:>7.3f}"
    )
    return f"{kind:<12}{level:<8}{counts}{shares}" + (
        f"{naive.f1:>7.3f}" if naive and naive.predicted else ""
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _place(row: Row) -> str:
    return f"{row['kind']} {row['doc']} {(row.get('quote') or row.get('text') or '')!r}"


def _content(row: Row) -> str:
    if row["kind"] == "figure":
        return f"{row.get('measure')}/{row.get('of')} {row.get('low')}..{row.get('high')} {row.get('unit')}"
    return str(row.get("type") or row.get("value") or row.get("name") or row.get("content") or "")
