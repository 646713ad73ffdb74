"""Change the bytes of real files of every format and read them, for some minutes: finds become tests.

python scripts/fuzz_readers.py [SECONDS [SEED [NAME…]]]   (60 seconds for each format)
"""

import os
import random
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "ingest" / "readers"))

import made_files as made

from svod.ingest import Intake, read_documents

SLOW = 10.0
FILES = {**made.FILES, "printed.pdf": made.PRINTED.read_bytes(), "scanned.pdf": made.SCANNED.read_bytes()}


def changed(data: bytes, chance: random.Random) -> bytes:
    """Cut, double, swap, zero or alter stretches of a file."""
    made_of = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(made_of) + 1)
        end = min(len(made_of), start + chance.choice((1, 2, 8, 64, 1024)))
        piece = bytes(made_of[start:end])
        new = chance.choice((b"", piece * 2, piece[::-1], bytes(len(piece)), chance.randbytes(len(piece))))
        made_of[start:end] = new
    return bytes(made_of)


def fault(got: Intake, seconds: float) -> str:
    """Return what is wrong with an answer, or an empty string."""
    if seconds > SLOW:
        return f"took {seconds:.1f} s"
    if not got.documents and not got.troubles:
        return "is neither read nor told"
    for one in got.documents:
        if sha256(one.text.encode()).hexdigest() != one.text_sha256:
            return "has a text that is not its own"
        if any(not 0 <= part.span.start <= part.span.end <= len(one.text) for part in one.parts):
            return "has parts outside its text"
    return ""


def worked() -> float:
    """Return the seconds of the processor that this process and those it started have taken."""
    return sum(os.times()[:4])


def fuzz(name: str, seconds: float, seed: int) -> tuple[int, int]:
    """Read altered copies of one file; print each find with its bytes kept, return tries and finds."""
    chance, tries, finds, end = random.Random(f"{seed} {name}"), 0, 0, time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        while time.monotonic() < end:
            path.write_bytes(changed(FILES[name], chance))
            tries += 1
            start = worked()
            try:
                told = fault(read_documents([path]), worked() - start)
            except Exception as error:  # noqa: BLE001 - what is looked for
                told = f"raises {error!r}"
            if told:
                finds += 1
                kept = Path(tempfile.gettempdir()) / f"find-{finds}-{name}"
                kept.write_bytes(path.read_bytes())
                print(f"{name}: {told}; kept as {kept}")
    return tries, finds


def main() -> None:
    """Fuzz the formats that are named, or all."""
    seconds, seed, *names = [*sys.argv[1:], *("60", "1")[len(sys.argv) - 1 :]]
    for name in names or FILES:
        tries, finds = fuzz(name, float(seconds), int(seed))
        print(f"{name}: {tries} files, {finds} finds", flush=True)


if __name__ == "__main__":
    main()
