"""Pictures of pages to lines of words, by tesseract where it is installed."""

import os
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

from svod.ingest.readers.limits import PATIENCE
from svod.ingest.readers.pdf_layout import Line

DPI = 200
"""At which printed Kazakh and Russian was found to read well."""
MAX_SCANS = 200
SHARE = 5
"""How many times as long as another document a scanned one may take: a page takes one to three seconds."""
LEAST_SURE = 30.0
"""Percent; printed words come out at 80 to 97, strokes of a photograph that are taken for letters below 30."""
LANGUAGES = ("kaz", "rus", "eng", "ukr", "kir", "tur", "uzb_cyrl", "uzb")
"""Languages that svod has words for, by the names of their models; those installed are used together."""

_TITLE = 1.4  # times the usual height: a line that is set larger
_WORD = "5"  # the level of a word in tesseract's table


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A program that reads pictures.

    Attributes:
        program: Its path.
        version: Its name and version.
        languages: Its models to be used, joined by `+`; empty for its default.
    """

    program: str
    version: str
    languages: str

    def lines(self, picture: bytes, seconds: float) -> list[Line]:
        """Return the lines of a picture (PGM) in reading order, with boxes in points from its upper left, upwards.

        Raises:
            OSError, subprocess.TimeoutExpired: If the program does not run, or not to its end.
        """
        languages = ("-l", self.languages) if self.languages else ()
        command = [self.program, "stdin", "stdout", *languages, "--dpi", str(DPI), "tsv"]
        alone = os.environ | {"OMP_THREAD_LIMIT": "1"}  # several threads on one page cost more than they gain
        done = subprocess.run(  # noqa: S603  no shell, no word of a document in it
            command, input=picture, capture_output=True, timeout=seconds, check=False, env=alone
        )
        return _lines(done.stdout.decode("utf-8", "replace"))


def find_recogniser() -> Recogniser | None:
    """Return what reads pictures here, if anything does."""
    program = shutil.which("tesseract")
    if not program:
        return None
    installed = _asked(program, "--list-langs").split()
    languages = "+".join(name for name in LANGUAGES if name in installed)
    version = " ".join(_asked(program, "--version").split()[:2]) or "tesseract"
    return Recogniser(program, version, languages)


def recognised(
    recogniser: Recogniser, numbers: Sequence[int], picture: Callable[[int], bytes], seconds: float
) -> Iterator[tuple[int, list[Line]]]:
    """Yield the pages that words are found on, until their time is up.

    Args:
        recogniser: What reads them.
        numbers: The pages.
        picture: Gives the picture of a page.
        seconds: What another document may take of the processor.
    """
    worked, began = _children_s(), time.monotonic()
    for number in numbers[:MAX_SCANS]:
        left = 0.8 * PATIENCE * seconds - (time.monotonic() - began)
        if left <= 0 or _children_s() - worked > SHARE * seconds:
            return
        try:
            shown = picture(number)
            lines = recogniser.lines(shown, left) if shown.startswith(b"P5") else []
        except (OSError, subprocess.TimeoutExpired):
            continue
        if any(letter.isalnum() for line in lines for letter in line.text):
            yield number, lines


def _children_s() -> float:
    """Return the seconds of the processor that programs started from here have taken, those that ended."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _lines(table: str) -> list[Line]:
    """Return the lines of tesseract's table of words, without those that it is not sure of."""
    words: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == _WORD and cells[11].strip():
            words[tuple(cells[1:5])].append(cells)
    sure = [line for line in words.values() if mean(float(word[10]) for word in line) >= LEAST_SURE]
    boxes = [_box(line) for line in sure]
    usual = median(height for *_, height in boxes) if boxes else 0.0
    return [
        Line(" ".join(word[11] for word in line), left, -top - _height(height, usual), right, -top)
        for line, (left, top, right, height) in zip(sure, boxes, strict=True)
    ]


def _box(words: Sequence[Sequence[str]]) -> tuple[float, float, float, float]:
    """Return left, upper edge, right and height of a line, in points."""
    boxes = [[float(cell) * 72 / DPI for cell in word[6:10]] for word in words]
    top = min(top for _, top, _, _ in boxes)
    low = max(top + height for _, top, _, height in boxes)
    return boxes[0][0], top, max(left + width for left, _, width, _ in boxes), low - top


def _height(height: float, usual: float) -> float:
    """Return how high a line is set: letters that reach below or above it do not make it another size."""
    return height if height > _TITLE * usual else usual


def _asked(program: str, option: str) -> str:
    try:
        done = subprocess.run([program, option], capture_output=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout or done.stderr).decode("utf-8", "replace")
