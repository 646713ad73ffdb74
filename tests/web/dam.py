"""A small case to decide on, of two composed accounts."""

from pathlib import Path

from svod.model import Record, Statement
from svod.pipeline import compile_case

WIRE = (
    "Flood water broke a dam above Taraz on 6 May 2024. Twelve people were killed, the mayor said."
    " Protesters burned the town hall in Taraz on 7 May 2024.\n"
)
PAPER = (
    "Fifteen people were killed when a dam broke above Taraz on 6 May 2024. Protesters set fire to the town hall"
    " in Taraz on 7 May 2024. Police detained 40 people in Shymkent on 7 May 2024.\n"
)
LATER = "Police detained 40 people in Shymkent on 7 May 2024. A school was closed in Taraz.\n"


def compile_dam(folder: Path) -> Path:
    """Compile the two accounts into a case and return its folder."""
    (folder / "wire.txt").write_text(WIRE)
    (folder / "paper.txt").write_text(PAPER)
    compile_case([folder / "wire.txt", folder / "paper.txt"], folder / "dam.case", workers=1)
    return folder / "dam.case"


def said(record: Record, quote: str) -> Statement:
    """Return the statement on an event whose words hold a quote."""
    return next(s for s in record.statements if quote in s.citation.quote and s.kind == "event")
