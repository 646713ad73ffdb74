"""Train the model of Kazakh names, `src/svod/lang/kk/names.crfsuite`, and measure it.

    python scripts/train_kazakh_names.py KAZNERD_IOB2.txt [--measure]

Reads KazNERD (Yeshpanov, Khassanov and Varol 2022, CC BY 4.0; one word and tag
a line, an empty line between sentences). With `--measure` it trains on the first
four fifths of the file and prints precision, recall and F1 of whole names on the
last fifth: neighbouring sentences are alike, so a shuffled split would flatter.
Without, it trains on all and writes the model; the same file gives the same bytes.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from svod.lang.kk.features import sentence_features

OUTPUT = Path(__file__).parent.parent / "src" / "svod" / "lang" / "kk" / "names.crfsuite"
KINDS = {
    "PERSON": "PER",
    "GPE": "LOC",
    "LOCATION": "LOC",
    "ORGANISATION": "ORG",
    "POSITION": "POS",
    "FACILITY": "FAC",
}
# Chosen on the first four fifths of the file alone: two of their thirds told by a model of the rest,
# F1 .8182 before, .8431 with these; c1 .3 and c2 .01 gave .828, c1 .05 and c2 .3 .841 at twice the size.
PARAMETERS = {"c1": 0.1, "c2": 0.1, "max_iterations": 120, "feature.possible_transitions": True}

Row = tuple[list[str], list[str]]


def main() -> None:
    """Train on the file named, and measure or write."""
    rows = list(read_rows(Path(sys.argv[1])))
    if "--measure" not in sys.argv:
        train(rows, OUTPUT)
        print(f"{OUTPUT.stat().st_size:,} bytes from {len(rows):,} sentences")
        return
    cut = len(rows) * 4 // 5
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        train(rows[:cut], model)
        measure(rows[cut:], model)


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the sentences of a file in IOB2 as words and tags of the kinds that svod knows."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip():
            word, tag = line.split()
            words.append(word)
            tags.append(_tag(tag))
        elif words:
            yield words, tags
            words, tags = [], []


def _tag(tag: str) -> str:
    part, _, kind = tag.partition("-")
    return f"{part}-{KINDS[kind]}" if kind in KINDS else "O"


def train(rows: Sequence[Row], output: Path) -> None:
    """Train on sentences and write the model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, tags in rows:
        trainer.append(sentence_features(words), closed(tags))
    trainer.set_params(PARAMETERS)
    trainer.train(str(output))


def closed(tags: Sequence[str]) -> list[str]:
    """Return tags in IOB2 as tags that also tell where a name ends: E its last word, S a name of one word."""
    found = []
    for tag, after in zip(tags, [*tags[1:], "O"], strict=True):
        ends = tag != "O" and after != f"I-{tag[2:]}"
        found.append(f"{'S' if tag[0] == 'B' else 'E'}{tag[1:]}" if ends else tag)
    return found


def measure(rows: Sequence[Row], model: Path) -> None:
    """Print precision, recall and F1 a kind, and words a second."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    begun = time.process_time()
    told = [tagger.tag(sentence_features(words)) for words, _ in rows]
    seconds = time.process_time() - begun
    hits: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for (_, tags), answer in zip(rows, told, strict=True):
        gold, found = set(spans(tags)), set(spans(answer))
        for counter, names in ((hits, gold & found), (given, found), (wanted, gold)):
            for _, _, kind in names:
                counter[kind] += 1
    for kinds in (["PER"], ["LOC"], ["ORG"], ["POS"], ["FAC"], ["PER", "LOC", "ORG"]):
        hit, gave, want = (sum(counter[kind] for kind in kinds) for counter in (hits, given, wanted))
        precision, recall = hit / max(1, gave), hit / max(1, want)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{'+'.join(kinds):12} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {want}")
    words = sum(len(row[0]) for row in rows)
    print(f"{words / seconds:,.0f} words of CPU second, {model.stat().st_size:,} bytes")


def spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a row of tags as (start, end, kind)."""
    start, kind = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        inside = tag.startswith(("I-", "E-")) and tag[2:] == kind
        if kind and not inside:
            yield start, at, kind
            kind = ""
        if not inside and tag != "O":
            start, kind = at, tag[2:]


if __name__ == "__main__":
    main()
