"""Give the grammars of times and numbers words in any order, and a case altered files: finds become tests.

python scripts/fuzz_inside.py [SECONDS [SEED [NAME…]]]   (60 seconds for each target)

Targets: times-LANGUAGE, numbers-LANGUAGE, and each file of a case.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from fuzz_readers import changed

from svod.annotation.numbers import find_numbers
from svod.annotation.times import find_times
from svod.deciding import decide
from svod.decisions import Request
from svod.errors import DamagedCaseError
from svod.ingest.settings import read_settings
from svod.ingest.sidecar import parse_sidecar
from svod.lang.fallback import Fallback
from svod.lang.words import load_words
from svod.model import Span
from svod.model.edtf import is_edtf
from svod.pipeline import compile_case
from svod.store import open_kept, read_journal, read_options, read_record, stored_originals, verify_case
from svod.store.journal import check_journal

SLOW = 5.0
LANGUAGES = ("en", "ru", "kk")
STORY = (
    "Flood water broke a dam above Taraz on 6 May 2024. Twelve people were killed, the mayor said on 7 May.\n"
)
MARKS = [
    " ",
    " ",
    " ",
    "",
    "-",
    "–",
    ".",
    ",",
    ":",
    "/",
    "'",
    "\n",
    "\u00a0",
    "(",
    ")",
    "%",
    "№",
    "\u0301",
    "…",
]


@cache
def words_of(language: str, topic: str) -> tuple[str, ...]:
    """Return all words of a data file, sorted."""
    return tuple(sorted(set(_words(load_words(language, topic)))))  # type: ignore[arg-type]  # a topic by its name


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _words(value)


def sentence(chance: random.Random, language: str, topic: str) -> str:
    """Return words of a grammar, numbers and signs in any order."""
    made = []
    for _ in range(chance.randint(1, 30)):
        kind = chance.random()
        if kind < 0.6:
            made.append(chance.choice(words_of(language, topic)))
        elif kind < 0.9:
            made.append(
                str(
                    chance.choice((chance.randint(0, 40), chance.randint(1900, 2100), chance.getrandbits(60)))
                )
            )
        else:
            made.append(chr(chance.choice((chance.randint(32, 0x24FF), chance.randint(0x600, 0x6FF)))))
        made.append(chance.choice(MARKS))
    return "".join(made)


def fault_of_times(chance: random.Random, language: str) -> tuple[str, bytes]:
    """Return what is wrong with the times of a made text, and the text."""
    text = sentence(chance, language, "times")
    sentences = Fallback(language).sentences(text)
    for one in find_times(
        text, sentences, chance.choice((None, "2024-05-07")), load_words(language, "times")
    ):
        if one.value is not None and not one.duration and not is_edtf(one.value):
            return f"{one.text!r} is {one.value!r}, which is no EDTF", text.encode()
        if one.span.of(text) != one.text:
            return f"{one.text!r} does not stand at {one.span}", text.encode()
    return "", text.encode()


def fault_of_numbers(chance: random.Random, language: str) -> tuple[str, bytes]:
    """Return what is wrong with the numbers of a made text, and the text."""
    text = sentence(chance, language, "numbers")
    sentences = Fallback(language).sentences(text)
    for one in find_numbers(text, sentences, (), load_words(language, "numbers")):
        span: Span = one.span
        if not 0 <= span.start < span.end <= len(text):
            return f"a number stands at {span} of {len(text)}", text.encode()
        if one.low is not None and one.high is not None and one.low > one.high:
            return f"{span.of(text)!r} is from {one.low} to {one.high}", text.encode()
    return "", text.encode()


@cache
def whole_case() -> Path:
    """Return a small case with a decision in it."""
    folder = Path(tempfile.mkdtemp())
    (folder / "a.txt").write_text(STORY)
    (folder / "documents.jsonl").write_text(
        '{"file": "a.txt", "published": "2024-05-07", "publisher": "Post"}\n'
    )
    compile_case([folder], folder / "c", workers=1)
    first = read_record(folder / "c").statements[0].id
    decide(
        folder / "c",
        [Request("note", (first,), value="n"), Request("reject", (first,))],
        by="D",
        at="2024-05-08",
    )
    return folder / "c"


def fault_of_file(chance: random.Random, name: str) -> tuple[str, bytes]:
    """Return what is wrong with how a case is read of which one file was altered, and the file."""
    case = whole_case()
    good = (case / name).read_bytes()
    bad = changed(good or b'[columns]\ntext = "x"\n', chance)
    try:
        (case / name).write_bytes(bad)
        for read in (verify_case, read_record, read_journal, read_options, stored_originals, _kept):
            _refused_at_most(read, case)
        check_journal(bad)
        parse_sidecar(bad, name)
        read_settings(case / name, name)
    finally:
        (case / name).write_bytes(good)
        for ending in ("-wal", "-shm"):
            (case / f"{name}{ending}").unlink(missing_ok=True)
    return "", bad


def _refused_at_most(read: Callable[[Path], object], case: Path) -> None:
    try:
        read(case)
    except DamagedCaseError:
        return


def _kept(case: Path) -> None:
    with open_kept(case) as kept:
        kept.get("record")


TARGETS: dict[str, Callable[[random.Random], tuple[str, bytes]]] = {
    **{f"times-{tag}": lambda chance, tag=tag: fault_of_times(chance, tag) for tag in LANGUAGES},  # type: ignore[misc]
    **{f"numbers-{tag}": lambda chance, tag=tag: fault_of_numbers(chance, tag) for tag in LANGUAGES},  # type: ignore[misc]
    **{
        name: lambda chance, name=name: fault_of_file(chance, name)  # type: ignore[misc]
        for name in ("journal.jsonl", "record.sqlite", "documents.jsonl", "case.toml", "cache.sqlite")
    },
}


def fuzz(name: str, seconds: float, seed: int) -> tuple[int, int]:
    """Try one target; print each find with its bytes kept, return tries and finds."""
    whole_case()  # on nobody's time
    chance, tries, finds, end = random.Random(f"{seed} {name}"), 0, 0, time.monotonic() + seconds
    while time.monotonic() < end:
        tries += 1
        state, start = chance.getstate(), time.process_time()
        try:
            told, data = TARGETS[name](chance)
        except Exception as error:  # noqa: BLE001 - what is looked for
            told, data = f"raises {error!r}", repr(state).encode()
        if (taken := time.process_time() - start) > SLOW:
            told = told or f"took {taken:.1f} s"
        if told:
            finds += 1
            kept = Path(tempfile.gettempdir()) / f"find-{os.getpid()}-{finds}-{name}"
            kept.write_bytes(data)
            print(f"{name}: {told}; kept as {kept}", flush=True)
    return tries, finds


def main() -> None:
    """Fuzz the targets that are named, or all."""
    seconds, seed, *names = [*sys.argv[1:], *("60", "1")[len(sys.argv) - 1 :]]
    for name in names or TARGETS:
        tries, finds = fuzz(name, float(seconds), int(seed))
        print(f"{name}: {tries} inputs, {finds} finds", flush=True)


if __name__ == "__main__":
    main()
