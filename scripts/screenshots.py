"""Take pictures of sections of a report for the documentation.

    python scripts/screenshots.py build/january-2022.html docs/pictures

Needs Debian's Chromium. Each picture shows one section alone: a copy of the
report gets one more style rule that hides the others.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

CHROMIUM = "/usr/bin/chromium"
PICTURES = {
    "differences-1280": ("differences", 1280, 1200),
    "map-1280": ("map", 1280, 870),
}
"""Name of a picture → section, width and height in CSS pixels."""


def take(report: Path, folder: Path) -> None:
    """Write all pictures of a report into a folder."""
    page = report.read_text("utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    for name, (section, width, height) in PICTURES.items():
        with tempfile.TemporaryDirectory() as scratch:
            alone = Path(scratch) / "page.html"
            alone.write_text(page.replace("</head>", f"{_only(section)}</head>"), "utf-8")
            _shoot(alone, folder / f"{name}.png", width, height, Path(scratch) / "profile")


def _only(section: str) -> str:
    return f"<style>section:not(#{section}), body > header, .tally, footer {{ display: none !important }}</style>"


def _shoot(page: Path, picture: Path, width: int, height: int, profile: Path) -> None:
    quiet = (
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    )
    subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--hide-scrollbars",
            *quiet,
            f"--user-data-dir={profile}",
            f"--screenshot={picture.resolve()}",
            f"--window-size={width},{height}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
    )


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
