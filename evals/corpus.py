"""Texts and what stands in them: the corpora that svod is measured on."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""One statement or mention with the fields of the codebook, as read from JSON."""


@dataclass(frozen=True, slots=True)
class Text:
    """One document to be read.

    Attributes:
        id: Id of the document, also the stem of its file.
        language: BCP 47 tag, or an empty string if svod is to find it out.
        facts: What a sidecar says of it: `published`, `genre`, `publisher`, …
        body: The text; offsets of the gold refer to this string.
    """

    id: str
    language: str
    facts: tuple[tuple[str, str], ...]
    body: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts with their gold.

    Attributes:
        name: Key of the floors, e.g. `golden-en` or `train-ru`.
        cases: Texts that are compiled together, each text in one case.
        gold: Statements, and mentions with `kind` `time` or `place`.
        digest: SHA-256 of all texts and annotations, so that a changed corpus
            cannot pass for the one that the floors were measured on.
    """

    name: str
    cases: tuple[tuple[Text, ...], ...]
    gold: tuple[Row, ...]
    digest: str

    @property
    def texts(self) -> tuple[Text, ...]:
        """All texts, in the order of the cases."""
        return tuple(text for case in self.cases for text in case)


def load_dev(folder: Path) -> tuple[Corpus, ...]:
    """Load one development set (`docs/`, `gold/`), one corpus per language.

    The texts of all languages make one case, as they do when the set is
    compiled; each corpus holds the gold of its own language.

    Args:
        folder: The set, with `docs/documents.jsonl`.

    Returns:
        Corpora named `<folder>-<language>`, sorted by name.
    """
    texts = tuple(_dev_texts(folder / "docs"))
    gold = tuple(_dev_gold(folder / "gold"))
    languages = sorted({text.language for text in texts})
    return tuple(_of_language(folder.name, tag, texts, gold) for tag in languages)


def digest_of(parts: Iterable[bytes]) -> str:
    """Return the SHA-256 of several files, in the order given."""
    inner = b"".join(sha256(part).digest() for part in parts)
    return sha256(inner).hexdigest()


def _of_language(name: str, tag: str, texts: tuple[Text, ...], gold: tuple[Row, ...]) -> Corpus:
    own = {text.id for text in texts if text.language == tag}
    rows = tuple(row for row in gold if row["doc"] in own)
    parts = [text.body.encode() for text in texts]
    parts += [json.dumps(row, sort_keys=True, ensure_ascii=False).encode() for row in rows]
    return Corpus(f"{name}-{tag}", (texts,), rows, digest_of(parts))


def _dev_texts(folder: Path) -> Iterator[Text]:
    for row in sorted(_read_lines(folder / "documents.jsonl"), key=lambda row: str(row["file"])):
        facts = tuple((key, str(row[key])) for key in sorted(row) if key not in ("file", "lang"))
        body = (folder / row["file"]).read_bytes().decode()
        yield Text(Path(row["file"]).stem, row["lang"], facts, body)


def _dev_gold(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*.jsonl")):
        kind = next((kind for kind in ("time", "place") if path.name.startswith(f"{kind}s-")), "")
        for row in _read_lines(path):
            # The kind of a place (city, …) is not the kind of a row.
            yield {**row, "kind": kind} if kind else row


def _read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
